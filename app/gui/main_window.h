// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/gui/action_row.h"

#include <QMainWindow>
#include <memory>

class QStackedWidget;
class QToolButton;

namespace tideline {

class ActionBook;
class BillSettingsDialog;
class CommandSearch;
class DesignSession;
class OpenDocuments;
class Portal;
class PriceShelf;
class Recovery;
class Settings;
class StartPage;
class StatusLine;
class StudioToolBar;
class Workspace;
struct StudioData;

/// The window: start page or workspace, with menus, tools and status line from tables.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// Both must outlive the window.
    MainWindow(const StudioData& studio, Settings& settings);
    ~MainWindow() override;
    OpenDocuments& documents() { return *m_documents; }
    DesignSession& session() { return *m_session; }
    Recovery& recovery() { return *m_recovery; }
    Workspace& workspace() { return *m_workspace; }
    PriceShelf& prices() { return *m_shelf; }
    StatusLine& statusLine() { return *m_status; }
    const ActionBook& actionBook() const { return *m_actions; }

    /// By setting and desktop.
    void applyTheme();
    /// Asks about unsaved changes of windows that ended without saving them.
    void offerRecovery();
    void showExport();
    /// `page` of BillSettingsDialog. The dialog stays beside the window.
    BillSettingsDialog& showBillSettings(int page);
    void savePicture();
    void showCommandSearch(const QString& start);
    void showShortcuts();
    void showAbout();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeActions();
    void makeBars();
    void follow();
    void refresh();
    const StudioData& m_data;
    Settings& m_settings;
    DesignSession* m_session;
    PriceShelf* m_shelf;
    OpenDocuments* m_documents;
    Recovery* m_recovery;
    Workspace* m_workspace;
    StartPage* m_start;
    QStackedWidget* m_pages;
    ActionBook* m_actions;
    StudioToolBar* m_tools = nullptr;
    StatusLine* m_status = nullptr;
    BillSettingsDialog* m_billSettings = nullptr;  ///< made when first asked for
    Portal* m_portal;
};

}  // namespace tideline
