// SPDX-License-Identifier: Apache-2.0
#include "widgets/cost/growth_chart.h"

#include "widgets/controls/quantity_field.h"
#include "widgets/controls/themed_label.h"
#include "widgets/cost/growth_lines.h"
#include "widgets/look/fonts.h"
#include "widgets/look/style.h"
#include "widgets/look/style_paint.h"
#include "widgets/look/words.h"
#include "widgets/session/design_session.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

constexpr double kHeadHeight = 34;

}  // namespace

GrowthChart::GrowthChart(DesignSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_field(new QuantityField(this)) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Cost over the months to come"));
    auto* label = new ThemedLabel(tr("Growth"), FontRole::Small, &Theme::t2, this);
    label->setBuddy(m_field);
    label->move(12, 9);
    label->adjustSize();
    m_field->setAccessibleName(tr("Growth of the traffic"));
    m_field->setUnit(tr("% a month"));
    m_field->setLimits(-50, 200);
    m_field->showNumber(m_share * 100);
    m_field->setGeometry(label->geometry().right() + 8, 4, 124, 26);
    connect(m_field, &QuantityField::committed, this, [this](double percent) {
        m_share = percent / 100;
        compute();
    });
    connect(&session, &DesignSession::opened, this, &GrowthChart::follow);
    connect(&session, &DesignSession::analysisChanged, this, &GrowthChart::follow);
}

QRectF GrowthChart::plot() const {
    return {56, kHeadHeight, std::max(40.0, width() - 56.0 - 118), std::max(30.0, height() - kHeadHeight - 26)};
}

GrowthFrame GrowthChart::frame() const {
    return {plot(), m_most, static_cast<int>(m_months.size())};
}

void GrowthChart::follow() {
    m_isStale = true;
    if (isVisible()) {
        compute();
    }
}

void GrowthChart::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isStale) {
        compute();
    }
}

void GrowthChart::compute() {
    m_isStale = false;
    const GrowthOptions options{.monthlyShare = m_share, .months = kMonths};
    m_job.start([this, design = m_session.analysis().figures.design, prices = m_session.sharedPrices(),
                 &catalog = m_session.catalog(), options] {
        auto months = std::make_shared<std::vector<GrowthMonth>>(growthOf(design, catalog, *prices, options));
        return [this, months] {
            m_months = std::move(*months);
            m_most = topOfGrowth(m_months);
            describe();
            update();
            Q_EMIT changed();
        };
    });
}

void GrowthChart::describe() {
    if (m_months.empty()) {
        setAccessibleDescription(tr("No request of a user arrives, so nothing grows."));
        return;
    }
    const auto last = static_cast<int>(m_months.size());
    const GrowthMonth& month = m_months[static_cast<std::size_t>(std::min(m_chosen.value_or(last), last)) - 1];
    QStringList costs;
    for (const GrowthLine& line : growthLines(m_months)) {
        costs.append(QStringLiteral("%1 %2").arg(QLatin1String(line.series->title),
                                                 tableMoney(line.monthly[static_cast<std::size_t>(month.month) - 1])));
    }
    setAccessibleDescription(tr("Month %1, %2. %3")
                                 .arg(month.month)
                                 .arg(requestsPerMonthText(month.requestsPerMonth), costs.join(QStringLiteral(", "))));
}

void GrowthChart::choose(std::optional<int> month) {
    m_chosen = month;
    describe();
    update();
}

void GrowthChart::paintEvent(QPaintEvent*) {
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.panel);
    if (m_months.size() < 2) {
        painter.setPen(theme.t2);
        painter.setFont(fontOf(FontRole::Body));
        painter.drawText(rect(), Qt::AlignCenter, tr("Give one service a load to see how its cost grows."));
        return;
    }
    const GrowthFrame frame = this->frame();
    paintGrowthAxes(painter, frame, m_months, theme);
    paintGrowthLines(painter, frame, m_months, theme);
    if (m_chosen) {
        paintGrowthReadOut(painter, frame, m_months, *m_chosen, theme);
    }
    if (hasFocus()) {
        paintRounded(&painter, QRectF(rect()).adjusted(2, 2, -2, -2), 5, QColor(), theme.focus, 2);
    }
}

void GrowthChart::resizeEvent(QResizeEvent*) {
    update();
}

void GrowthChart::mouseMoveEvent(QMouseEvent* event) {
    const QRectF box = plot();
    if (m_months.empty() || !box.adjusted(-6, 0, 6, 0).contains(event->position())) {
        choose(std::nullopt);
        return;
    }
    const double share = (event->position().x() - box.left()) / box.width();
    const int last = static_cast<int>(m_months.size());
    choose(std::clamp(static_cast<int>(std::round(share * (last - 1))) + 1, 1, last));
}

void GrowthChart::leaveEvent(QEvent*) {
    choose(std::nullopt);
}

void GrowthChart::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    choose(std::nullopt);
}

void GrowthChart::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(m_months.size());
    const int here = m_chosen.value_or(0);
    switch (m_months.empty() ? 0 : event->key()) {
    case Qt::Key_Right: choose(std::min(last, here + 1)); return;
    case Qt::Key_Left: choose(std::max(1, here - 1)); return;
    case Qt::Key_Home: choose(1); return;
    case Qt::Key_End: choose(last); return;
    default: QWidget::keyPressEvent(event);
    }
}

}  // namespace tideline
