// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/canvas.h"

#include "widgets/canvas/canvas_accessible.h"
#include "widgets/canvas/empty_plate.h"
#include "widgets/canvas/mini_map.h"
#include "widgets/canvas/name_editor.h"
#include "widgets/canvas/overlay_painter.h"
#include "widgets/canvas/quick_add.h"
#include "widgets/look/words.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QTimer>

namespace tideline {

namespace {

constexpr double kRouteMs = 3;  ///< of a frame may go into routes that come into sight
constexpr int kAheadMs = 3;     ///< after a frame, where nothing else waits, what lies around the view is painted

}  // namespace

Canvas::Canvas(DesignSession& session, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_stage(std::make_unique<CanvasStage>(*this, session, theme)), m_ahead(new QTimer(this)) {
    setFocusPolicy(Qt::StrongFocus);
    m_ahead->setSingleShot(true);
    m_ahead->setInterval(kAheadMs);
    connect(m_ahead, &QTimer::timeout, this, &Canvas::paintAhead);
    setMouseTracking(true);
    setAcceptDrops(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setObjectName(QStringLiteral("canvas"));
    setMinimumSize(200, 120);
    m_stage->nameEditor = new NameEditor(*m_stage, this);
    m_stage->quickAdd = new QuickAdd(*m_stage, this);
    m_stage->miniMap = new MiniMap(*m_stage, this);
    m_stage->emptyPlate = new EmptyPlate(*this);
    installCanvasAccessibility();
    connect(&session, &DesignSession::opened, this, &Canvas::rebuild);
    connect(&session, &DesignSession::designChanged, this, &Canvas::followChange);
    connect(&session, &DesignSession::undone, this, &Canvas::selectReturned);
    connect(&session, &DesignSession::redone, this, &Canvas::selectReturned);
    connect(&session, &DesignSession::analysisChanged, this, [this] { m_stage->followAnalysis(); });
    connect(&session, &DesignSession::refused, this, &Canvas::statusMessage);
    m_stage->rebuildPicture();
}

Canvas::~Canvas() = default;

void Canvas::setTheme(const Theme& theme) {
    m_stage->theme = &theme;
    m_stage->sprites.drop();
    m_stage->miniMap->drop();
    m_stage->repaintAll();
}

const Theme& Canvas::theme() const {
    return *m_stage->theme;
}
DesignSession& Canvas::session() const {
    return m_stage->session;
}
double Canvas::zoom() const {
    return m_stage->view.zoom();
}
ToolKey Canvas::tool() const {
    return m_stage->toolKey;
}
const Selection& Canvas::selection() const {
    return m_stage->selection;
}
bool Canvas::isSnapping() const {
    return m_stage->isSnapping;
}
bool Canvas::areLabelsShown() const {
    return m_stage->paintState.labels;
}
bool Canvas::isMiniMapShown() const {
    return m_stage->miniMap->isWanted();
}

QString Canvas::hint() const {
    const Selection& chosen = m_stage->selection;
    const auto count = chosen.services.size() + chosen.connections.size() + chosen.topics.size();
    if (chosen.services.size() == 1 && count == 1) {
        const Service* service = m_stage->design().services.find(*chosen.services.begin());
        return service == nullptr ? QString()
                                  : tr("%1 selected \u00b7 drag a port to connect, or press C")
                                        .arg(QString::fromStdString(service->name));
    }
    if (!chosen.services.empty() && count == chosen.services.size()) {
        return tr("%1 selected \u00b7 drag them, or press Ctrl+D for copies")
            .arg(countedText(static_cast<qsizetype>(count), QStringLiteral("service")));
    }
    if (chosen.connections.size() == 1 && count == 1) {
        return tr("Connection selected \u00b7 R reverses it, Delete removes it");
    }
    if (chosen.topics.size() == 1 && count == 1) {
        return tr("Topic selected \u00b7 drag it up or down, F2 renames it");
    }
    if (count > 0) {
        return tr("%1 selected").arg(countText(static_cast<double>(count)));
    }
    return m_stage->design().services.empty() ? tr("Press / to add the first service")
                                              : QString::fromLatin1(toolRow(m_stage->toolKey).hint);
}

void Canvas::rebuild() {
    m_stage->tool->cancel();
    m_stage->selection = {};
    m_stage->overlay = {};
    m_stage->paintState = {.labels = m_stage->paintState.labels};
    m_stage->rebuildPicture();
    m_fitPending = true;
    if (isVisible()) {
        fitAll();
    }
    Q_EMIT selectionChanged();
}

void Canvas::followChange(const DesignChange& change) {
    CanvasStage& stage = *m_stage;
    stage.dropNote();
    stage.tool->cancel();
    stage.glide.stop();
    stage.picture.follow(stage.design(), change);
    stage.facts = boardFacts(stage.design(), stage.picture.plan(), stage.session.analysis());
    stage.overlay.hovered = {};
    Selection chosen = stage.selection;
    std::erase_if(chosen.services, [&](const ServiceId& id) { return !stage.design().services.contains(id); });
    std::erase_if(chosen.connections, [&](const ConnectionId& id) { return !stage.design().connections.contains(id); });
    std::erase_if(chosen.topics, [&](const TopicId& id) { return !stage.design().topics.contains(id); });
    if (stage.overlay.focused && !stage.design().services.contains(*stage.overlay.focused)) {
        stage.overlay.focused.reset();
    }
    stage.returned = {{change.services.added.begin(), change.services.added.end()}, {}, {}};
    if (stage.returned.services.empty()) {  // what came with services is theirs
        stage.returned.connections = {change.connections.added.begin(), change.connections.added.end()};
        stage.returned.topics = {change.topics.added.begin(), change.topics.added.end()};
    }
    stage.setSelection(std::move(chosen));
    stage.miniMap->drop();
    stage.repaintAll();
}

void Canvas::selectReturned() {
    if (!m_stage->returned.empty()) {
        m_stage->setSelection(m_stage->returned);
        m_stage->repaintAll();
    }
}

void Canvas::paintEvent(QPaintEvent* event) {
    CanvasStage& stage = *m_stage;
    stage.view.resize(size(), devicePixelRatioF());
    stage.sprites.prepare(stage.view, *stage.theme);
    const bool needsRoutes = stage.view.detail() != Detail::Bars;
    if (needsRoutes && !stage.router.routeIn(stage.view.visibleWorld(), kRouteMs)) {
        QTimer::singleShot(0, this, [this] { m_stage->repaintAll(); });
    }
    stage.followRoutes();
    if (!event->region().contains(rect()) && stage.buffer.isStale(stage.view)) {
        update();  // more of the picture differs than this event is about
    }
    stage.buffer.update(stage.view, [&](QPainter& painter, const QRectF& world) { stage.paint(painter, world); });
    QPainter painter(this);
    painter.setClipRegion(event->region());
    stage.buffer.draw(painter, stage.view);
    paintOverlay(painter, stage);
    stage.miniMap->place();
    stage.emptyPlate->place();
    m_ahead->start();
}

void Canvas::paintAhead() {
    CanvasStage& stage = *m_stage;
    stage.sprites.prepare(stage.view, *stage.theme);
    const bool isMore = stage.buffer.paintAhead(
        stage.view, [&](QPainter& painter, const QRectF& world) { stage.paint(painter, world); });
    if (isMore) {
        m_ahead->start();
    }
}

void Canvas::resizeEvent(QResizeEvent* event) {
    const QPointF middle = m_stage->view.center();
    const bool wasEmpty = m_stage->view.size().isEmpty();
    // A board that was fitted stays so while panels fold and the window changes.
    const bool wasFitted = !m_fitPending && m_stage->isShowing(fittedArea(), 1);
    m_stage->view.resize(size(), devicePixelRatioF());
    if (wasFitted) {
        m_stage->showArea(fittedArea(), 1, false);
    } else if (!wasEmpty) {
        m_stage->view.setCenter(middle);
    }
    m_stage->nameEditor->follow();
    QWidget::resizeEvent(event);
}

void Canvas::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_fitPending) {
        fitAll();
    }
}

void Canvas::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        m_stage->repaintAll();
    }
    QWidget::changeEvent(event);
}

}  // namespace tideline
