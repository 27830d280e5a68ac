// SPDX-License-Identifier: Apache-2.0
#include "app/gui/start_page.h"

#include "app/gui/settings.h"
#include "app/gui/shore_picture.h"
#include "app/gui/start_buttons.h"
#include "core/base/limits.h"
#include "core/disk/data_folder.h"
#include "core/file/design_file.h"
#include "widgets/controls/themed_label.h"
#include "widgets/look/icons.h"
#include "widgets/look/palette.h"
#include "widgets/look/style.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <utility>

namespace tideline {

namespace {

constexpr int kColumns = 4;

std::optional<Design> readRecent(const QString& path) {
    const Result<std::string> text = realDisk().read(path.toStdString(), limitOf(LimitId::DesignBytes));
    if (!text) {
        return std::nullopt;
    }
    Result<OpenedDesign> opened = readDesign({path.toStdString(), *text});
    return opened ? std::optional(std::move(opened->design)) : std::nullopt;
}

}  // namespace

StartPage::StartPage(const DataFolder& folder, const Settings& settings, QWidget* parent)
    : QWidget(parent), m_folder(folder), m_settings(settings), m_left(makeLeft()), m_right(new QWidget) {
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(m_right);
    area->setFocusPolicy(Qt::NoFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_left);
    row->addWidget(area, 1);
}

QWidget* StartPage::makeLeft() {
    auto* left = new QWidget(this);
    left->setFixedWidth(320);
    left->setAutoFillBackground(true);
    left->setPalette(panelPaletteOf(currentTheme()));
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 16);
    column->setSpacing(0);
    column->addWidget(new ShorePicture(left));
    auto* inside = new QVBoxLayout;
    inside->setContentsMargins(24, 20, 24, 0);
    inside->setSpacing(8);
    inside->addWidget(new ThemedLabel(tr("Tideline"), FontRole::Start, &Theme::t1, left));
    auto* about = new ThemedLabel(tr("Draw a hybrid system, see what it costs, take the files with you."),
                                  FontRole::Body, &Theme::t2, left);
    about->setWrapping();
    inside->addWidget(about);
    inside->addSpacing(12);
    auto* fresh = new StartButton(QStringLiteral("new"), tr("New design"), tr("An empty core, bus and edge"),
                                  StartButton::Weight::Primary, left);
    fresh->setKey(QStringLiteral("Ctrl+N"));
    auto* open =
        new StartButton(QStringLiteral("open"), tr("Open…"), tr("A .tideline file"), StartButton::Weight::Plain, left);
    open->setKey(QStringLiteral("Ctrl+O"));
    inside->addWidget(fresh);
    inside->addWidget(open);
    column->addLayout(inside);
    column->addStretch(1);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(16, 0, 24, 0);
    auto* shortcuts = new QPushButton(themedIcon(QStringLiteral("keyboard")), tr("Shortcuts"), left);
    shortcuts->setFlat(true);
    shortcuts->setAutoDefault(false);
    foot->addWidget(shortcuts, 0, Qt::AlignLeft);
    auto* version =
        new ThemedLabel(tr("%1 · Works without a network or an account.").arg(QStringLiteral(TIDELINE_VERSION)),
                        FontRole::Small, &Theme::t3, left);
    version->setContentsMargins(8, 0, 0, 0);
    foot->addWidget(version);
    column->addLayout(foot);
    connect(fresh, &QAbstractButton::clicked, this, &StartPage::newWanted);
    connect(open, &QAbstractButton::clicked, this, &StartPage::openWanted);
    connect(shortcuts, &QAbstractButton::clicked, this, &StartPage::shortcutsWanted);
    return left;
}

void StartPage::takeTheme() {
    m_left->setPalette(panelPaletteOf(currentTheme()));
}

void StartPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void StartPage::readTemplates() {
    if (std::exchange(m_hasTemplates, true)) {
        return;
    }
    const Result<std::vector<SourceText>> sources = m_folder.designs(realDisk());
    if (!sources) {
        return;
    }
    for (const SourceText& source : *sources) {
        if (Result<OpenedDesign> opened = readDesign(source)) {
            m_templates.push_back(std::move(opened->design));
        }
    }
}

void StartPage::refresh() {
    if (!isVisible()) {
        return;
    }
    readTemplates();
    qDeleteAll(m_right->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    delete m_right->layout();
    auto* column = new QVBoxLayout(m_right);
    column->setContentsMargins(40, 28, 40, 28);
    column->setSpacing(10);
    addRecent(*column);
    column->addSpacing(14);
    addTemplates(*column);
    column->addStretch(1);
}

void StartPage::addRecent(QVBoxLayout& column) {
    column.addWidget(new ThemedLabel(tr("Recent"), FontRole::Section, &Theme::t1, m_right));
    const QList<RecentDesign> recent = m_settings.recent();
    if (recent.isEmpty()) {
        column.addWidget(new ThemedLabel(tr("Designs you open appear here."), FontRole::Body, &Theme::t2, m_right));
        return;
    }
    auto* frame = new Plate(m_right);
    auto* rows = new QVBoxLayout(frame);
    rows->setContentsMargins(2, 4, 2, 4);
    rows->setSpacing(0);
    for (const RecentDesign& design : recent.mid(0, 5)) {
        auto* row = new RecentRow(design, readRecent(design.path), frame);
        rows->addWidget(row);
        connect(row, &QAbstractButton::clicked, this, [this, path = design.path] { Q_EMIT fileWanted(path); });
    }
    column.addWidget(frame);
}

void StartPage::addTemplates(QVBoxLayout& column) {
    column.addWidget(new ThemedLabel(tr("Start from a template"), FontRole::Section, &Theme::t1, m_right));
    auto* grid = new QGridLayout;
    grid->setSpacing(16);
    for (int i = 0; i < static_cast<int>(m_templates.size()); ++i) {
        auto* card = new TemplateCard(templateAt(i), m_right);
        grid->addWidget(card, i / kColumns, i % kColumns);
        connect(card, &QAbstractButton::clicked, this, [this, i] { Q_EMIT templateChosen(i); });
        if (i == 0 && m_settings.recent().isEmpty()) {
            card->setFocus();
        }
    }
    for (int i = 0; i < kColumns; ++i) {
        grid->setColumnStretch(i, 1);
    }
    column.addLayout(grid);
}

}  // namespace tideline
