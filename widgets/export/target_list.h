// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QWidget>
#include <vector>

class QCheckBox;

namespace tideline {

class ExportTargets;
class ThemedLabel;

/// What to write: a row a target with its number of files, whether it can be written, and its remarks.
class TargetList : public QWidget {
    Q_OBJECT
public:
    explicit TargetList(ExportTargets& targets, QWidget* parent = nullptr);
    void refresh();

private:
    struct Row {
        QCheckBox* box;
        ThemedLabel* count;
        ThemedLabel* state;
        ThemedLabel* notes;
    };
    ExportTargets& m_targets;
    std::vector<Row> m_rows;
};

}  // namespace tideline
