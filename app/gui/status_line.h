// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QWidget>

class QAction;
class QTimer;
class QToolButton;

namespace tideline {

class Canvas;
class DesignSession;
class ElidedLabel;
class NumberLabel;
class ThemedLabel;

/// The line at the foot of the window: what is selected or just happened, total and differences, findings, prices,
/// zoom. In a narrow window it drops prices first, then the differences.
class StatusLine : public QWidget {
    Q_OBJECT
public:
    StatusLine(DesignSession& session, Canvas& canvas, QWidget* parent = nullptr);
    void say(const QString& text);
    QString totalText() const;
    QString message() const;

Q_SIGNALS:
    void findingsWanted();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Difference {
        ThemedLabel* title;
        NumberLabel* number;
    };
    void refresh();
    void refreshHint();
    void refreshDifference(const Difference& difference, const char* curve);
    void fold();
    DesignSession& m_session;
    Canvas& m_canvas;
    QTimer* m_timer;
    QString m_said;
    ElidedLabel* m_hint;
    NumberLabel* m_total;
    Difference m_kubernetes, m_functions;
    QToolButton* m_findings[3];
    ThemedLabel* m_prices;
    NumberLabel* m_zoom;
};

}  // namespace tideline
