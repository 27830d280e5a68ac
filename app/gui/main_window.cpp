// SPDX-License-Identifier: Apache-2.0
#include "app/gui/main_window.h"

#include "app/gui/about_dialog.h"
#include "app/gui/action_book.h"
#include "app/gui/ask.h"
#include "app/gui/bottom_strip.h"
#include "app/gui/command_search.h"
#include "app/gui/open_documents.h"
#include "app/gui/picture.h"
#include "app/gui/portal.h"
#include "app/gui/recovery.h"
#include "app/gui/settings.h"
#include "app/gui/shortcut_sheet.h"
#include "app/gui/start_page.h"
#include "app/gui/status_line.h"
#include "app/gui/studio_data.h"
#include "app/gui/tool_bar.h"
#include "app/gui/workspace.h"
#include "widgets/bill/bill_settings_dialog.h"
#include "widgets/bill/ranges_page.h"
#include "widgets/canvas/canvas.h"
#include "widgets/controls/idle_wheel.h"
#include "widgets/cost/cost_panel.h"
#include "widgets/export/export_dialog.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/look/icons.h"
#include "widgets/look/palette.h"
#include "widgets/look/style.h"
#include "widgets/look/words.h"
#include "widgets/session/design_session.h"
#include "widgets/session/price_shelf.h"

#include <QApplication>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>
#include <array>

namespace tideline {

MainWindow::MainWindow(const StudioData& studio, Settings& settings)
    : m_data(studio),
      m_settings(settings),
      m_session(new DesignSession(studio.catalog, studio.prices, this)),
      m_shelf(new PriceShelf(*m_session, studio.folder, studio.installed, studio.given, this)),
      m_documents(new OpenDocuments(*m_session, settings, this)),
      m_recovery(new Recovery(*m_session, *m_documents, this)),
      m_workspace(new Workspace(*m_session, settings, this)),
      m_start(new StartPage(studio.folder, settings, this)),
      m_pages(new QStackedWidget(this)),
      m_actions(new ActionBook(*this)),
      m_portal(new Portal(this)) {
    new IdleWheel(this);
    setWindowIcon(brandIcon());
    setMinimumSize(1024, 640);
    setAcceptDrops(true);
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_workspace);
    makeActions();
    makeBars();
    follow();
    if (!restoreGeometry(settings.windowGeometry())) {
        // Never larger than the screen: what stands outside cannot be reached.
        const QSize screen = this->screen()->availableSize();
        const QSize usual(1440, 900);
        resize(usual.boundedTo(screen));
        if (screen.width() <= usual.width() || screen.height() <= usual.height()) {
            setWindowState(Qt::WindowMaximized);
        }
    }
    m_portal->ask();
    refresh();
}

MainWindow::~MainWindow() {
    // Their parts speak to the session, which is an older child and would go first.
    delete m_billSettings;
    delete m_workspace;
}

void MainWindow::makeActions() {
    const StudioParts parts{*this, *m_workspace, m_workspace->canvas(), *m_session, *m_documents, m_settings, m_data};
    const std::array makers{fileActions,    editActions,   viewActions, tideline::insertActions,
                            arrangeActions, designActions, helpActions};
    for (const auto rows : makers) {
        m_actions->add(rows(parts), m_workspace->canvas());
    }
}

void MainWindow::makeBars() {
    fillMenuBar(*menuBar(), *m_actions);
    auto* mark = new QLabel(menuBar());
    mark->setPixmap(brandPixmap(18, devicePixelRatioF()));
    mark->setContentsMargins(10, 4, 4, 2);
    menuBar()->setCornerWidget(mark, Qt::TopLeftCorner);
    menuBar()->setCornerWidget(new CommandField(*m_actions->action("commands"), menuBar()), Qt::TopRightCorner);
    m_tools = new StudioToolBar(*m_actions, *m_session, *m_documents, this);
    addToolBar(m_tools);
    m_status = new StatusLine(*m_session, m_workspace->canvas(), this);
    auto* center = new QWidget(this);
    auto* column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_pages, 1);
    column->addWidget(m_status);
    setCentralWidget(center);
}

void MainWindow::follow() {
    connect(m_documents, &OpenDocuments::documentChanged, this, &MainWindow::refresh);
    connect(m_documents, &OpenDocuments::pathChanged, m_shelf, &PriceShelf::setDesignPath);
    connect(m_shelf, &PriceShelf::refused, this, [this](const QString& text) {
        // Not from within the edit or the opening that named the book.
        QTimer::singleShot(0, this, [this, text] {
            tell(this, tr("A price book was not read"),
                 tr("%1\nThe bill uses the other prices until it can be.").arg(text));
        });
    });
    const auto showPeople = [this] { showBillSettings(BillSettingsDialog::kPeople); };
    connect(&m_workspace->strip().cost(), &CostPanel::settingsWanted, this, showPeople);
    connect(&m_workspace->inspector(), &InspectorPanel::billSettingsWanted, this, showPeople);
    connect(&m_workspace->inspector(), &InspectorPanel::rangeWanted, this,
            [this](const QString& input) { showBillSettings(BillSettingsDialog::kRanges).ranges().addOrFind(input); });
    connect(m_documents, &OpenDocuments::message, m_status, &StatusLine::say);
    connect(m_recovery, &Recovery::message, m_status, &StatusLine::say);
    connect(m_session, &DesignSession::historyChanged, this, &MainWindow::refresh);
    connect(m_actions, &ActionBook::done, this, &MainWindow::refresh);
    connect(&m_workspace->canvas(), &Canvas::selectionChanged, this, &MainWindow::refresh);
    connect(&m_workspace->canvas(), &Canvas::toolChanged, this, &MainWindow::refresh);
    connect(m_workspace, &Workspace::foldingChanged, this, &MainWindow::refresh);
    connect(m_status, &StatusLine::findingsWanted, this, [this] { m_workspace->showStrip(1); });
    connect(m_portal, &Portal::changed, this, &MainWindow::applyTheme);
    connect(m_start, &StartPage::newWanted, m_documents, &OpenDocuments::openNew);
    connect(m_start, &StartPage::openWanted, m_documents, &OpenDocuments::askAndOpen);
    connect(m_start, &StartPage::fileWanted, m_documents, &OpenDocuments::openFile);
    connect(m_start, &StartPage::templateChosen, this,
            [this](int at) { m_documents->openTemplate(m_start->templateAt(at)); });
    connect(m_start, &StartPage::shortcutsWanted, this, &MainWindow::showShortcuts);
}

void MainWindow::refresh() {
    const bool isOpen = m_documents->isOpen();
    QWidget* page = isOpen ? static_cast<QWidget*>(m_workspace) : m_start;
    if (m_pages->currentWidget() != page) {
        m_pages->setCurrentWidget(page);
        isOpen ? m_workspace->canvas().setFocus() : m_start->refresh();
    }
    m_tools->setVisible(isOpen);
    m_status->setVisible(isOpen);
    m_tools->refresh();
    m_actions->refresh(isOpen);
    const auto undoTitle = [](const char* key, const QString& label) {
        return label.isEmpty() ? QCoreApplication::translate("tideline", key)
                               : QCoreApplication::translate("tideline", key) + QLatin1Char(' ') + label;
    };
    m_actions->action("undo")->setText(undoTitle("&Undo", m_session->undoLabel()));
    m_actions->action("redo")->setText(undoTitle("&Redo", m_session->redoLabel()));
    setWindowModified(isOpen && m_session->isModified());
    setWindowTitle(isOpen ? tr("%1[*] – Tideline").arg(m_documents->title()) : tr("Tideline"));
}

void MainWindow::applyTheme() {
    const ThemeChoice choice = m_settings.theme();
    const bool isDark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && m_portal->prefersDark());
    const Theme& theme = isDark ? darkTheme() : lightTheme();
    useTheme(theme);
    m_workspace->canvas().setTheme(theme);
    m_workspace->takeTheme();
    m_start->takeTheme();
    if (m_billSettings) {
        m_billSettings->takeTheme();
    }
    refresh();
}

void MainWindow::offerRecovery() {
    for (const LeftBehind& left : m_recovery->leftBehind()) {
        Result<Design> kept = Recovery::designOf(left);
        if (!kept) {
            if (ask(this, tr("A copy of unsaved changes cannot be read"),
                    tr("%1\nIt is the file %2.").arg(sentenceOf(kept.error()), shortPath(left.file)),
                    {tr("Keep it"), tr("Discard it")}) == 1) {
                m_recovery->discard(left);
            }
            continue;
        }
        const QString title = left.title.isEmpty() ? tr("Untitled design") : left.title;
        const QString when =
            tr("%1, %2").arg(dateText(left.changed.date()), left.changed.toString(QStringLiteral("HH:mm")));
        const QString where = left.path.isEmpty() ? tr("It was never saved to a file.")
                                                  : tr("%1 stays as it is until you save.").arg(shortPath(left.path));
        const int answer =
            ask(this, tr("Changes to %1 were not saved").arg(title),
                tr("Tideline ended before they were saved. They were kept until %1. %2").arg(when, where),
                {tr("Open the changes"), tr("Discard them"), tr("Ask again later")});
        if (answer == 1 || (answer == 0 && m_documents->recover(std::move(*kept), left.path))) {
            m_recovery->flush();
            m_recovery->discard(left);
        }
        if (answer == 0) {
            return;
        }
    }
}

void MainWindow::showExport() {
    m_session->finishAnalysis();
    ExportDialog dialog(*m_session, m_data.folder, this);
    const QString path = m_documents->path();
    const QString before = m_settings.exportFolder(path);
    dialog.setFolder(before.isEmpty() && !path.isEmpty() ? QFileInfo(path).dir().filePath(QStringLiteral("deploy"))
                                                         : before);
    if (dialog.exec() == QDialog::Accepted) {
        m_settings.setExportFolder(path, dialog.folder());
        m_status->say(dialog.writtenText());
    }
}

BillSettingsDialog& MainWindow::showBillSettings(int page) {
    if (!m_billSettings) {
        m_billSettings = new BillSettingsDialog(*m_session, *m_shelf, this);
    }
    m_billSettings->showPage(static_cast<BillSettingsDialog::Page>(page));
    m_billSettings->show();
    m_billSettings->raise();
    m_billSettings->activateWindow();
    return *m_billSettings;
}

void MainWindow::savePicture() {
    if (const QString said = askAndSavePicture(*m_session, this); !said.isEmpty()) {
        m_status->say(said);
    }
}

void MainWindow::showCommandSearch(const QString& start) {
    CommandSearch search(*m_actions, *m_session, this);
    search.setText(start);
    connect(&search, &CommandSearch::subjectChosen, &m_workspace->canvas(),
            [this](const QString& id) { m_workspace->canvas().jumpTo(ServiceId{id.toStdString()}); });
    search.exec();
}

void MainWindow::showShortcuts() {
    ShortcutSheet(*m_actions, this).exec();
}

void MainWindow::showAbout() {
    AboutDialog(m_data, this).exec();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_documents->mayClose()) {
        event->ignore();
        return;
    }
    m_settings.setWindowGeometry(saveGeometry());
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            m_documents->openFile(url.toLocalFile());
            return;
        }
    }
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_F6 && m_documents->isOpen()) {
        m_workspace->stepRegion(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
        return;
    }
    QMainWindow::keyPressEvent(event);
}

}  // namespace tideline
