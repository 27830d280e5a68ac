// SPDX-License-Identifier: Apache-2.0
#include "widgets/inspector/cost_lines.h"

#include "widgets/controls/plain_tool_tip.h"
#include "widgets/controls/themed_label.h"
#include "widgets/cost/line_words.h"
#include "widgets/look/words.h"

#include <QGridLayout>
#include <algorithm>

namespace tideline {

CostLines::CostLines(const Figures& figures, const std::vector<ServiceId>& ids, QWidget* parent) : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    auto* total = new NumberLabel(FontRole::SmallTitle, &Theme::t1, this);
    grid->addWidget(new ThemedLabel(tr("Monthly cost"), FontRole::SmallTitle, &Theme::t2, this), 0, 0, 1, 2);
    grid->addWidget(total, 0, 2);
    double sum = 0;
    int row = 1;
    const auto addRow = [&](const QString& title, const QString& units, const QString& money, const QString& source) {
        auto* unitsLabel = new ElidedLabel(units, FontRole::Caption, &Theme::t3, this);
        unitsLabel->setAlignment(Qt::AlignRight);
        auto* moneyLabel = new NumberLabel(FontRole::Small, &Theme::t1, this);
        moneyLabel->setText(money);
        moneyLabel->setToolTip(plainToolTip(source));
        grid->addWidget(new ElidedLabel(title, FontRole::Small, &Theme::t2, this), row, 0);
        grid->addWidget(unitsLabel, row, 1);
        grid->addWidget(moneyLabel, row, 2);
        ++row;
    };
    for (const BillLine& line : figures.bill.lines) {
        if (!line.service || std::ranges::find(ids, *line.service) == ids.end()) {
            continue;
        }
        sum += line.monthly.dollars();
        addRow(QString::fromStdString(line.title),
               line.dependsOn ? QString::fromStdString(*line.dependsOn) : unitsText(line),
               line.dependsOn ? tableMoneyOrNothing(0) : tableMoney(line.monthly.dollars()), sourceText(line));
    }
    double nodes = 0;
    for (const ServiceId& id : ids) {
        const auto share = figures.nodeDollars.find(id);
        nodes += share == figures.nodeDollars.end() ? 0 : share->second;
    }
    if (nodes > 0) {
        sum += nodes;
        addRow(tr("Part of the nodes"), tr("shared"), tableMoney(nodes),
               tr("The bill has the nodes as a line of the cluster. This is the part of it that falls to these pods, "
                  "by the "
                  "CPU and memory that they ask for."));
    }
    total->setText(tableMoney(sum));
    if (row == 1) {
        auto* nothing = new ThemedLabel(tr("No line of its own: it shares what the cluster costs."), FontRole::Small,
                                        &Theme::t3, this);
        nothing->setWrapping();
        grid->addWidget(nothing, 1, 0, 1, 3);
    }
}

}  // namespace tideline
