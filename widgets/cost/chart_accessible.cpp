// SPDX-License-Identifier: Apache-2.0
#include "widgets/cost/chart_accessible.h"

#include "widgets/cost/cost_chart.h"

#include <QAccessibleWidget>

namespace tideline {

namespace {

class ChartAccessible : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit ChartAccessible(CostChart& chart)
        : QAccessibleWidget(&chart, QAccessible::Slider, chart.accessibleName()), m_chart(chart) {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface*>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text text) const override {
        return text == QAccessible::Value ? m_chart.accessibleDescription() : QAccessibleWidget::text(text);
    }
    QVariant currentValue() const override { return m_chart.shownRequests(); }
    void setCurrentValue(const QVariant& value) override { m_chart.step(value.toDouble()); }
    QVariant minimumValue() const override { return m_chart.range().first; }
    QVariant maximumValue() const override { return m_chart.range().second; }
    /// One arrow key: 1 % of the load.
    QVariant minimumStepSize() const override { return m_chart.shownRequests() * 0.01; }

private:
    CostChart& m_chart;
};

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
    auto* chart = qobject_cast<CostChart*>(object);
    return chart ? new ChartAccessible(*chart) : nullptr;
}

}  // namespace

void installChartAccessibility() {
    [[maybe_unused]] static const bool isInstalled = (QAccessible::installFactory(&makeInterface), true);
}

}  // namespace tideline
