// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/design.h"

#include <QWidget>
#include <vector>

class QVBoxLayout;

namespace tideline {

class Settings;
class StartButton;
struct DataFolder;

/// What the window shows without a document: begin anew, open, go on with a recent design, start from a template.
class StartPage : public QWidget {
    Q_OBJECT
public:
    StartPage(const DataFolder& folder, const Settings& settings, QWidget* parent = nullptr);
    const Design& templateAt(int at) const { return m_templates.at(static_cast<std::size_t>(at)); }
    /// Recent designs and templates are read when the page is shown.
    void refresh();
    void takeTheme();

Q_SIGNALS:
    void newWanted();
    void openWanted();
    void fileWanted(const QString& path);
    void templateChosen(int at);
    void shortcutsWanted();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeLeft();
    void addRecent(QVBoxLayout& column);
    void addTemplates(QVBoxLayout& column);
    void readTemplates();
    const DataFolder& m_folder;
    const Settings& m_settings;
    QWidget* m_left;
    QWidget* m_right;
    std::vector<Design> m_templates;
    bool m_hasTemplates = false;
};

}  // namespace tideline
