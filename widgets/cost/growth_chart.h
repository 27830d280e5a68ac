// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/figures/growth.h"
#include "widgets/cost/growth_lines.h"
#include "widgets/session/background_job.h"

#include <QWidget>
#include <optional>

namespace tideline {

class DesignSession;
class QuantityField;

/// What the months to come cost when traffic grows by the same share each month: a line for each curve, the read-out
/// at the pointer or, by the arrow keys, at a month.
class GrowthChart : public QWidget {
    Q_OBJECT
public:
    static constexpr int kMonths = 36;

    explicit GrowthChart(DesignSession& session, QWidget* parent = nullptr);
    const std::vector<GrowthMonth>& months() const { return m_months; }
    /// 0.1 = ten per cent more each month.
    double monthlyShare() const { return m_share; }
    QuantityField& shareField() { return *m_field; }
    /// The month of the read-out, from 1; nothing where none is asked for.
    std::optional<int> chosenMonth() const { return m_chosen; }
    void finish() { m_job.finish(); }
    GrowthFrame frame() const;
    QSize minimumSizeHint() const override { return {240, 120}; }

Q_SIGNALS:
    void changed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QRectF plot() const;
    void follow();
    void compute();
    void describe();
    void choose(std::optional<int> month);

    DesignSession& m_session;
    QuantityField* m_field;
    double m_share = 0.1;
    std::vector<GrowthMonth> m_months;
    double m_most = 0;  ///< dollars at the top of the plot
    std::optional<int> m_chosen;
    bool m_isStale = true;
    BackgroundJob m_job;
};

}  // namespace tideline
