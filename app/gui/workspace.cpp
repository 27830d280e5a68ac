// SPDX-License-Identifier: Apache-2.0
#include "app/gui/workspace.h"

#include "app/gui/bottom_strip.h"
#include "app/gui/settings.h"
#include "widgets/canvas/canvas.h"
#include "widgets/cost/cost_panel.h"
#include "widgets/findings/findings_panel.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/look/palette.h"
#include "widgets/look/style.h"
#include "widgets/palette/outline_list.h"
#include "widgets/palette/palette_panel.h"
#include "widgets/palette/palette_rail.h"
#include "widgets/session/design_session.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QSplitter>
#include <algorithm>
#include <array>

namespace tideline {

namespace {

/// Widths and heights by the class of window sizes.
struct SizeRow {
    int fromWidth, palette, inspector;
};
constexpr std::array kSizes{SizeRow{0, 232, 264}, SizeRow{1360, 208, 280}, SizeRow{1900, 232, 312}};

const SizeRow& sizesFor(int width) {
    const SizeRow* row = kSizes.data();
    for (const SizeRow& next : kSizes) {
        row = width >= next.fromWidth ? &next : row;
    }
    return *row;
}

/// Panels stand on their own ground, apart from the bars.
void setPanelGround(QWidget* widget) {
    widget->setAutoFillBackground(true);
    widget->setPalette(panelPaletteOf(currentTheme()));
}

}  // namespace

Workspace::Workspace(DesignSession& session, Settings& settings, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_settings(settings),
      m_rail(new PaletteRail(session.catalog(), this)),
      m_palette(new PalettePanel(session, this)),
      m_columns(new QSplitter(Qt::Horizontal, this)),
      m_rows(new QSplitter(Qt::Vertical, this)),
      m_canvas(new Canvas(session, currentTheme(), this)),
      m_strip(new BottomStrip(session, this)),
      m_inspector(new InspectorPanel(session, this)) {
    m_rows->addWidget(m_canvas);
    m_rows->addWidget(m_strip);
    m_rows->setStretchFactor(0, 1);
    m_rows->setStretchFactor(1, 0);
    m_rows->setCollapsible(0, false);
    m_rows->setCollapsible(1, false);
    m_columns->addWidget(m_palette);
    m_columns->addWidget(m_rows);
    m_columns->addWidget(m_inspector);
    m_columns->setStretchFactor(1, 1);
    m_columns->setChildrenCollapsible(false);
    for (QSplitter* splitter : {m_columns, m_rows}) {
        splitter->setHandleWidth(1);
        connect(splitter, &QSplitter::splitterMoved, this, &Workspace::rememberLengths);
    }
    m_palette->setMinimumWidth(180);
    m_inspector->setMinimumWidth(240);
    m_canvas->setMinimumSize(200, 120);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_columns, 1);
    takeTheme();
    connectParts();
}

void Workspace::takeTheme() {
    for (QWidget* panel : std::initializer_list<QWidget*>{m_rail, m_palette, m_strip, m_inspector}) {
        setPanelGround(panel);
    }
}

void Workspace::connectParts() {
    m_canvas->installEventFilter(this);
    const auto chooseService = [this](const QString& id) { m_canvas->jumpTo(ServiceId{id.toStdString()}); };
    const auto chooseConnection = [this](const QString& id) { m_canvas->jumpTo(ConnectionId{id.toStdString()}); };
    connect(m_canvas, &Canvas::selectionChanged, this, [this] {
        const Selection& selection = m_canvas->selection();
        m_inspector->showSelection(selection);
        const bool isOne = selection.services.size() == 1;
        m_palette->outline().follow(isOne ? QString::fromStdString(selection.services.begin()->text) : QString());
    });
    connect(m_canvas, &Canvas::inspectorWanted, this, [this] {
        showInspector();
        m_inspector->focusFirstField();
    });
    connect(m_inspector, &InspectorPanel::connectionWanted, this, chooseConnection);
    connect(m_inspector, &InspectorPanel::serviceWanted, this, chooseService);
    connect(m_inspector, &InspectorPanel::left, this, [this] {
        closeOverlays();
        m_canvas->setFocus();
    });
    connect(m_palette, &PalettePanel::kindAccepted, this, [this](const QString& kind) {
        const bool isOver = m_isPaletteOver;
        m_canvas->insertKind(kind.toStdString());
        if (isOver) {
            closeOverlays();
            m_canvas->setFocus();
        }
    });
    connect(m_palette, &PalettePanel::dragEnded, this, [this] {
        if (m_isPaletteOver) {
            closeOverlays();
            m_canvas->setFocus();
        }
    });
    connect(m_palette, &PalettePanel::left, this, [this] {
        closeOverlays();
        m_canvas->setFocus();
    });
    connect(&m_palette->outline(), &OutlineList::serviceChosen, this, chooseService);
    connect(&m_palette->outline(), &OutlineList::connectionChosen, this, chooseConnection);
    connect(m_rail, &PaletteRail::searchWanted, this, &Workspace::searchPalette);
    connect(m_rail, &PaletteRail::groupWanted, this, [this](const QString& group) {
        openPaletteOverlay();
        m_palette->showGroup(group);
    });
    connect(&m_strip->findings(), &FindingsPanel::subjectWanted, m_canvas, &Canvas::jumpTo);
    connect(&m_strip->cost(), &CostPanel::serviceWanted, this, chooseService);
    connect(m_strip, &BottomStrip::openChanged, this, [this] {
        if (m_strip->isOpen() && !m_class.isEmpty()) {
            const int height =
                m_settings.length(QStringLiteral("strip"), m_class).value_or(this->height() >= 1000 ? 312 : 252);
            m_rows->setSizes({std::max(120, m_rows->height() - height), height});
        } else if (!m_strip->isOpen()) {
            // A splitter keeps what a smaller part leaves: the canvas has to be given it.
            m_rows->setSizes({m_rows->height() - BottomStrip::kFoldedHeight, BottomStrip::kFoldedHeight});
        }
        if (!m_class.isEmpty()) {
            m_settings.setLength(QStringLiteral("stripOpen"), m_class, m_strip->isOpen() ? 1 : 0);
        }
        Q_EMIT foldingChanged();
    });
}

FindingsPanel& Workspace::findings() {
    return m_strip->findings();
}

QString Workspace::sizeClass() const {
    const QString wide = width() >= 1900 ? QStringLiteral("wide")
                         : isNarrow()    ? QStringLiteral("narrow")
                                         : QStringLiteral("usual");
    // The bars take 98 of the window's height.
    return height() + 98 < 800 ? wide + QStringLiteral("-low") : wide;
}

void Workspace::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (sizeClass() != m_class || isVeryNarrow() != m_inspector->property("folded").toBool()) {
        m_class = sizeClass();
        applyClass();
    }
    placeOverlays();
}

void Workspace::applyClass() {
    m_isPaletteOver = m_isInspectorOver = false;
    m_inspector->setProperty("folded", isVeryNarrow());
    m_rail->setVisible(isNarrow());
    if (!isNarrow() && m_columns->indexOf(m_palette) < 0) {
        m_columns->insertWidget(0, m_palette);
    } else if (isNarrow()) {
        m_palette->setParent(this);
    }
    if (!isVeryNarrow() && m_columns->indexOf(m_inspector) < 0) {
        m_columns->addWidget(m_inspector);
    } else if (isVeryNarrow()) {
        m_inspector->setParent(this);
    }
    m_palette->setVisible(!isNarrow() && m_wantsPalette);
    m_inspector->setVisible(!isVeryNarrow() && m_wantsInspector);
    const SizeRow& sizes = sizesFor(width());
    const int palette = m_settings.length(QStringLiteral("palette"), m_class).value_or(sizes.palette);
    const int inspector = m_settings.length(QStringLiteral("inspector"), m_class).value_or(sizes.inspector);
    QList<int> lengths;
    for (int i = 0; i < m_columns->count(); ++i) {
        QWidget* part = m_columns->widget(i);
        lengths.append(part == m_palette     ? palette
                       : part == m_inspector ? inspector
                                             : std::max(200, width() - palette - inspector));
    }
    m_columns->setStretchFactor(m_columns->indexOf(m_rows), 1);
    m_columns->setSizes(lengths);
    const bool isLow = m_class.endsWith(QLatin1String("-low"));
    m_strip->setOpen(m_settings.length(QStringLiteral("stripOpen"), m_class).value_or(isLow ? 0 : 1) != 0);
    Q_EMIT foldingChanged();
}

void Workspace::rememberLengths() {
    const QList<int> lengths = m_columns->sizes();
    for (int i = 0; i < m_columns->count(); ++i) {
        if (m_columns->widget(i) == m_palette && m_palette->isVisible()) {
            m_settings.setLength(QStringLiteral("palette"), m_class, lengths[i]);
        }
        if (m_columns->widget(i) == m_inspector && m_inspector->isVisible()) {
            m_settings.setLength(QStringLiteral("inspector"), m_class, lengths[i]);
        }
    }
    if (m_strip->isOpen()) {
        m_settings.setLength(QStringLiteral("strip"), m_class, m_rows->sizes().value(1));
    }
}

void Workspace::placeOverlays() {
    if (m_palette->parentWidget() == this) {
        m_palette->setGeometry(m_rail->width(), 0, 232, height());
    }
    if (m_inspector->parentWidget() == this) {
        m_inspector->setGeometry(width() - 264, 0, 264, height());
    }
}

void Workspace::openPaletteOverlay() {
    if (isNarrow()) {
        m_isPaletteOver = true;
        placeOverlays();
        m_palette->show();
        m_palette->raise();
    } else if (!m_palette->isVisible()) {
        m_wantsPalette = true;
        m_palette->show();
    }
    Q_EMIT foldingChanged();
}

void Workspace::closeOverlays() {
    if (m_isPaletteOver) {
        m_isPaletteOver = false;
        fold(*m_palette);
    }
    if (m_isInspectorOver) {
        m_isInspectorOver = false;
        fold(*m_inspector);
    }
    Q_EMIT foldingChanged();
}

/// The keyboard goes to the canvas before Qt gives it to the next widget, as Tab would: there, Tab chooses a card.
void Workspace::fold(QWidget& panel) {
    if (panel.isAncestorOf(QApplication::focusWidget())) {
        m_canvas->setFocus(Qt::OtherFocusReason);
    }
    panel.hide();
}

bool Workspace::isPaletteShown() const {
    return m_palette->isVisible();
}

bool Workspace::isInspectorShown() const {
    return m_inspector->isVisible();
}

bool Workspace::isStripOpen() const {
    return m_strip->isOpen();
}

void Workspace::togglePalette() {
    if (isNarrow()) {
        m_isPaletteOver ? closeOverlays() : searchPalette();
        return;
    }
    m_wantsPalette = !m_palette->isVisible();
    if (m_wantsPalette) {
        m_palette->show();
    } else {
        fold(*m_palette);
    }
    Q_EMIT foldingChanged();
}

void Workspace::toggleInspector() {
    if (m_inspector->isVisible()) {
        m_isInspectorOver = false;
        m_wantsInspector = isVeryNarrow() && m_wantsInspector;
        fold(*m_inspector);
    } else {
        showInspector();
    }
    Q_EMIT foldingChanged();
}

void Workspace::showInspector() {
    m_isInspectorOver = isVeryNarrow();
    m_wantsInspector = true;
    placeOverlays();
    m_inspector->show();
    m_inspector->raise();
    Q_EMIT foldingChanged();
}

void Workspace::toggleStrip() {
    m_strip->setOpen(!m_strip->isOpen());
}

void Workspace::showStrip(int tab) {
    m_strip->showTab(tab);
}

void Workspace::showBillLines() {
    m_strip->showTab(0);
    m_strip->cost().showLines();
}

void Workspace::searchPalette() {
    openPaletteOverlay();
    m_palette->focusSearch();
}

void Workspace::stepFinding(int rows) {
    m_strip->findings().step(rows);
}

void Workspace::stepRegion(int direction) {
    std::vector<QWidget*> regions;
    for (QWidget* region : std::initializer_list<QWidget*>{m_palette, m_canvas, m_strip, m_inspector}) {
        if (region->isVisible()) {
            regions.push_back(region);
        }
    }
    const QWidget* focused = window()->focusWidget();
    const auto here = std::ranges::find_if(regions, [&](const QWidget* region) {
        return focused && (region == focused || region->isAncestorOf(focused));
    });
    const auto count = static_cast<std::ptrdiff_t>(regions.size());
    const std::ptrdiff_t at = here == regions.end() ? -direction : here - regions.begin();
    QWidget* next = regions[static_cast<std::size_t>(((at + direction) % count + count) % count)];
    if (next->focusPolicy() != Qt::NoFocus) {
        next->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    for (QWidget* inside : next->findChildren<QWidget*>()) {
        if (inside->isVisible() && inside->isEnabled() && inside->focusPolicy() & Qt::TabFocus) {
            inside->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

/// Over the canvas, the first Esc is for what lies on it.
bool Workspace::eventFilter(QObject* watched, QEvent* event) {
    const bool isEscape = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
    if (watched == m_canvas && isEscape && (m_isPaletteOver || m_isInspectorOver)) {
        closeOverlays();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void Workspace::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        closeOverlays();
        m_canvas->setFocus();
        return;
    }
    // What nobody took who has the keyboard; on the canvas it adds a service there.
    if (event->key() == Qt::Key_Slash && event->modifiers() == Qt::NoModifier) {
        searchPalette();
        return;
    }
    QWidget::keyPressEvent(event);
}

}  // namespace tideline
