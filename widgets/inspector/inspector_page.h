// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QWidget>

class QVBoxLayout;

namespace tideline {

class SubjectHead;

/// What the inspector shows for one selection. Built anew when the selection changes; `refresh` brings its numbers up
/// to date after every edit and analysis.
class InspectorPage : public QWidget {
    Q_OBJECT
public:
    explicit InspectorPage(QWidget* parent) : QWidget(parent) {}
    virtual void showHead(SubjectHead& head) = 0;
    virtual void refresh() = 0;

Q_SIGNALS:
    void connectionWanted(const QString& id);
    void serviceWanted(const QString& id);
    void rangeWanted(const QString& input);  ///< an input is to be given as a range
    void billSettingsWanted();
};

}  // namespace tideline
