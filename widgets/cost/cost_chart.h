// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/cost/chart_overlay.h"

#include <QPixmap>
#include <QTimer>
#include <QWidget>
#include <memory>

class QHelpEvent;

namespace tideline {

class DesignSession;
class LikelyRange;
class PlotPicture;

/// Dollars over requests a month, with the marker "you are here": drag it, turn the wheel over it, or use the arrow
/// keys; every number of the window follows, and letting go is one undo step.
class CostChart : public QWidget {
    Q_OBJECT
public:
    CostChart(DesignSession& session, ChartSize size, QWidget* parent = nullptr);
    ~CostChart() override;
    /// The band of costs around the design as drawn; null shows none. Must outlive the chart.
    void showLikelyRange(const LikelyRange* range);
    /// The articles' table as hollow dots.
    void showPublishedPoints(bool isShown);
    /// All of the chart as shapes, in any theme, for pictures.
    void render(QPainter& painter, const QSizeF& size, const Theme& theme);
    /// Where the marker's handle is, for tests and the keyboard.
    QPointF markerPlace() const;
    double requestsAt(double x) const;
    double shownRequests() const;
    /// Least and most requests a month that the chart shows.
    std::pair<double, double> range() const;
    /// As an undo step of its own.
    void step(double requests);
    QSize minimumSizeHint() const override { return {240, 120}; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    ChartMoment moment() const;
    ChartFrame frameFor(const QSizeF& size) const;
    void refresh();
    bool isNearMarker(QPointF at) const;
    void moveTo(double requests);
    /// Moves now; the design follows when the keys rest, so that a run of them is one undo step.
    void glide(double requests);
    double nextCrossing(int direction) const;
    void typeNumber();
    void describe();
    bool showPointTip(QHelpEvent* event);

    DesignSession& m_session;
    ChartSize m_size;
    std::unique_ptr<PlotPicture> m_plot;
    QPixmap m_curves;  ///< grounds and curves; the marker moves over it
    bool m_isStale = true;
    bool m_isDragged = false;
    const LikelyRange* m_likely = nullptr;
    bool m_showsPoints = false;
    double m_frameHere = 0;  ///< the range keeps still while the marker is dragged
    std::optional<double> m_hover;
    QTimer m_rest;
};

}  // namespace tideline
