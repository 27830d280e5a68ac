// SPDX-License-Identifier: Apache-2.0
#include "widgets/cost/cost_chart.h"

#include "widgets/controls/plain_tool_tip.h"
#include "widgets/controls/quantity_field.h"
#include "widgets/cost/chart_accessible.h"
#include "widgets/cost/chart_evidence.h"
#include "widgets/cost/chart_series.h"
#include "widgets/cost/likely_range.h"
#include "widgets/cost/plot_picture.h"
#include "widgets/look/fonts.h"
#include "widgets/look/style.h"
#include "widgets/look/words.h"
#include "widgets/session/design_session.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace tideline {

CostChart::CostChart(DesignSession& session, ChartSize size, QWidget* parent)
    : QWidget(parent), m_session(session), m_size(size) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Traffic"));
    connect(&session, &DesignSession::opened, this, &CostChart::refresh);
    connect(&session, &DesignSession::analysisChanged, this, &CostChart::refresh);
    connect(&session, &DesignSession::shownTrafficChanged, this, [this] {
        describe();
        update();
    });
    installChartAccessibility();
    m_rest.setSingleShot(true);
    m_rest.setInterval(600);
    connect(&m_rest, &QTimer::timeout, &session, &DesignSession::keepShownTraffic);
    refresh();
}

CostChart::~CostChart() = default;

ChartMoment CostChart::moment() const {
    const Curves& curves = m_session.analysis().figures.curves;
    return {curves,
            m_session.shownRequestsPerMonth(),
            m_isDragged ? std::optional(m_session.shownRequestsPerMonth()) : m_hover,
            m_isDragged,
            hasFocus(),
            m_size,
            m_likely && !m_likely->bands().bands.empty() ? &m_likely->bands() : nullptr,
            m_showsPoints,
            m_session.design().settings.bill.on.contains("people")};
}

void CostChart::showLikelyRange(const LikelyRange* range) {
    if (m_likely) {
        m_likely->disconnect(this);
    }
    m_likely = range;
    if (range) {
        connect(range, &LikelyRange::changed, this, &CostChart::refresh);
    }
    refresh();
}

void CostChart::showPublishedPoints(bool isShown) {
    m_showsPoints = isShown;
    update();
}

bool CostChart::showPointTip(QHelpEvent* event) {
    const PublishedPoint* point = m_showsPoints ? publishedPointAt(frameFor(size()), QPointF(event->pos())) : nullptr;
    if (!point) {
        QToolTip::hideText();
        return false;
    }
    QToolTip::showText(event->globalPos(), plainToolTip(publishedText(*point)), this);
    return true;
}

ChartFrame CostChart::frameFor(const QSizeF& size) const {
    return chartFrame(size, m_session.analysis().figures.curves, m_frameHere, m_size);
}

void CostChart::refresh() {
    if (!m_isDragged) {
        m_frameHere = m_session.shownRequestsPerMonth();
    }
    m_isStale = true;
    describe();
    update();
}

void CostChart::describe() {
    const Figures& figures = m_session.analysis().figures;
    QStringList costs;
    for (const CostCurve& curve : figures.curves.curves) {
        if (const ChartSeries* series = findChartSeries(curve.key)) {
            costs.append(QStringLiteral("%1 %2").arg(
                QLatin1String(series->title),
                tableMoney(costAt(figures.curves, curve, m_session.shownRequestsPerMonth()))));
        }
    }
    setAccessibleDescription(
        tr("%1. %2").arg(requestsPerMonthText(m_session.shownRequestsPerMonth()), costs.join(QStringLiteral(", "))));
}

void CostChart::render(QPainter& painter, const QSizeF& size, const Theme& theme) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(), size), theme.panel);
    const Curves& curves = m_session.analysis().figures.curves;
    if (curves.curves.empty() || requestsPerMonth(m_session.design()) <= 0) {
        painter.setPen(theme.t2);
        painter.setFont(fontOf(FontRole::Body));
        painter.drawText(QRectF(QPointF(), size), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Give one service a load to see what it costs."));
        return;
    }
    if (!m_plot) {
        m_plot = std::make_unique<PlotPicture>();
    }
    const ChartFrame frame = frameFor(size);
    paintGrounds(painter, frame, moment(), theme);
    m_plot->update(curves, frame, size, theme);
    m_plot->paint(painter, size);
    paintOverlay(painter, frame, moment(), theme);
    m_isStale = true;
}

void CostChart::paintEvent(QPaintEvent*) {
    const Theme& theme = currentTheme();
    QPainter painter(this);
    const Curves& curves = m_session.analysis().figures.curves;
    if (curves.curves.empty() || m_session.shownRequestsPerMonth() <= 0) {
        render(painter, size(), theme);
        return;
    }
    const ChartFrame frame = frameFor(size());
    if (m_isStale || m_curves.devicePixelRatio() != devicePixelRatioF()) {
        if (!m_plot) {
            m_plot = std::make_unique<PlotPicture>();
        }
        m_isStale = false;
        m_curves = QPixmap((QSizeF(size()) * devicePixelRatioF()).toSize());
        m_curves.setDevicePixelRatio(devicePixelRatioF());
        m_curves.fill(theme.panel);
        QPainter below(&m_curves);
        below.setRenderHint(QPainter::Antialiasing);
        paintGrounds(below, frame, moment(), theme);
        m_plot->update(curves, frame, size(), theme);
        m_plot->paint(below, size());
    }
    painter.drawPixmap(0, 0, m_curves);
    painter.setRenderHint(QPainter::Antialiasing);
    paintOverlay(painter, frame, moment(), theme);
    paintReadOut(painter, frame, moment(), theme);
}

bool CostChart::event(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        m_isStale = true;
        update();
    }
    if (event->type() == QEvent::ToolTip && showPointTip(static_cast<QHelpEvent*>(event))) {
        return true;
    }
    return QWidget::event(event);
}

void CostChart::resizeEvent(QResizeEvent*) {
    m_isStale = true;
}

QPointF CostChart::markerPlace() const {
    return markerPill(frameFor(size()), m_session.shownRequestsPerMonth()).center();
}

double CostChart::shownRequests() const {
    return m_session.shownRequestsPerMonth();
}

std::pair<double, double> CostChart::range() const {
    const ChartFrame frame = frameFor(size());
    return {frame.fromRequests, frame.toRequests};
}

double CostChart::requestsAt(double x) const {
    return frameFor(size()).requestsAt(x);
}

bool CostChart::isNearMarker(QPointF at) const {
    const ChartFrame frame = frameFor(size());
    return markerPill(frame, m_session.shownRequestsPerMonth()).adjusted(-4, -4, 4, 4).contains(at) ||
           (std::abs(at.x() - frame.x(m_session.shownRequestsPerMonth())) <= 12 && at.y() <= frame.plot.bottom());
}

void CostChart::moveTo(double requests) {
    const Curves& curves = m_session.analysis().figures.curves;
    if (!curves.requestsPerMonth.empty()) {
        m_session.showTraffic(
            std::round(std::clamp(requests, curves.requestsPerMonth.front(), curves.requestsPerMonth.back())));
    }
}

void CostChart::step(double requests) {
    moveTo(requests);
    m_session.keepShownTraffic();
}

void CostChart::glide(double requests) {
    moveTo(requests);
    m_rest.start();
}

void CostChart::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && isNearMarker(event->position())) {
        m_rest.stop();
        m_session.keepShownTraffic();
        m_isDragged = true;
        update();
    }
}

void CostChart::mouseMoveEvent(QMouseEvent* event) {
    if (m_isDragged) {
        const ChartFrame frame = frameFor(size());
        moveTo(frame.requestsAt(std::clamp(event->position().x(), frame.plot.left(), frame.plot.right())));
        return;
    }
    const ChartFrame frame = frameFor(size());
    m_hover =
        frame.plot.contains(event->position()) ? std::optional(frame.requestsAt(event->position().x())) : std::nullopt;
    setCursor(isNearMarker(event->position()) ? Qt::SizeHorCursor : Qt::ArrowCursor);
    update();
}

void CostChart::mouseReleaseEvent(QMouseEvent* event) {
    if (m_isDragged && event->button() == Qt::LeftButton) {
        m_isDragged = false;
        m_session.keepShownTraffic();
        refresh();
    }
}

void CostChart::mouseDoubleClickEvent(QMouseEvent* event) {
    if (isNearMarker(event->position())) {
        typeNumber();
    }
}

void CostChart::typeNumber() {
    m_isDragged = false;
    m_session.dropShownTraffic();
    auto* field = new QuantityField(this);
    field->setAccessibleName(tr("Requests a month"));
    field->setUnit(tr("a month"));
    field->setLimits(0, 1e12);
    field->showNumber(m_session.shownRequestsPerMonth());
    field->setGeometry(QRect(QPoint(), QSize(180, 28)));
    const QPoint center = markerPlace().toPoint();
    field->move(std::clamp(center.x() - 90, 0, std::max(0, width() - 180)), std::max(0, center.y() - 30));
    connect(field, &QuantityField::committed, this, &CostChart::step);
    connect(field, &QLineEdit::editingFinished, field, &QObject::deleteLater);
    connect(field, &QuantityField::committed, field, &QObject::deleteLater);
    field->show();
    field->setFocus();
    field->selectAll();
}

void CostChart::wheelEvent(QWheelEvent* event) {
    if (!isNearMarker(event->position())) {
        event->ignore();
        return;
    }
    glide(m_session.shownRequestsPerMonth() * std::pow(1.05, event->angleDelta().y() / 120.0));
    event->accept();
}

double CostChart::nextCrossing(int direction) const {
    const double here = m_session.shownRequestsPerMonth();
    double found = here;
    for (const Crossover& crossing : m_session.analysis().figures.curves.crossovers) {
        const double at = approximately(crossing.requestsPerMonth);
        if (crossing.lowest && direction > 0 && at > here && (found == here || at < found)) {
            found = at;
        }
        if (crossing.lowest && direction < 0 && at < here && (found == here || at > found)) {
            found = at;
        }
    }
    return found;
}

void CostChart::keyPressEvent(QKeyEvent* event) {
    const double here = m_session.shownRequestsPerMonth();
    const double share = event->modifiers() & Qt::ShiftModifier ? 1.1 : 1.01;
    const ChartFrame frame = frameFor(size());
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down: glide(here / share); return;
    case Qt::Key_Right:
    case Qt::Key_Up: glide(here * share); return;
    case Qt::Key_PageUp: glide(nextCrossing(1)); return;
    case Qt::Key_PageDown: glide(nextCrossing(-1)); return;
    case Qt::Key_Home: glide(frame.fromRequests); return;
    case Qt::Key_End: glide(frame.toRequests); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: typeNumber(); return;
    case Qt::Key_Escape:
        if (m_isDragged || m_rest.isActive()) {
            m_isDragged = false;
            m_rest.stop();
            m_session.dropShownTraffic();
            return;
        }
        break;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

void CostChart::focusOutEvent(QFocusEvent* event) {
    if (m_isDragged) {
        m_isDragged = false;
        m_session.dropShownTraffic();
    } else if (m_rest.isActive()) {
        m_rest.stop();
        m_session.keepShownTraffic();
    }
    QWidget::focusOutEvent(event);
    update();
}

void CostChart::leaveEvent(QEvent*) {
    m_hover.reset();
    update();
}

}  // namespace tideline
