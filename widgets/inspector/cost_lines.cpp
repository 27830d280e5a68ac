// SPDX-License-Identifier: Apache-2.0
#include "widgets/inspector/cost_lines.h"

#include "widgets/controls/plain_tool_tip.h"
#include "widgets/controls/themed_label.h"
#include "widgets/cost/line_words.h"
#include "widgets/look/words.h"

#include <QGridLayout>
#include <algorithm>

namespace tideline {

CostLines::CostLines(const Bill& bill, const std::vector<ServiceId>& ids, QWidget* parent) : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    auto* total = new NumberLabel(FontRole::SmallTitle, &Theme::t1, this);
    grid->addWidget(new ThemedLabel(tr("Monthly cost"), FontRole::SmallTitle, &Theme::t2, this), 0, 0, 1, 2);
    grid->addWidget(total, 0, 2);
    Money sum;
    int row = 1;
    for (const BillLine& line : bill.lines) {
        if (!line.service || std::ranges::find(ids, *line.service) == ids.end()) {
            continue;
        }
        sum += line.monthly;
        auto* title = new ElidedLabel(QString::fromStdString(line.title), FontRole::Small, &Theme::t2, this);
        auto* units = new ElidedLabel(line.dependsOn ? QString::fromStdString(*line.dependsOn) : unitsText(line),
                                      FontRole::Caption, &Theme::t3, this);
        units->setAlignment(Qt::AlignRight);
        auto* money = new NumberLabel(FontRole::Small, &Theme::t1, this);
        money->setText(line.dependsOn ? tableMoneyOrNothing(0) : tableMoney(line.monthly.dollars()));
        money->setToolTip(plainToolTip(sourceText(line)));
        grid->addWidget(title, row, 0);
        grid->addWidget(units, row, 1);
        grid->addWidget(money, row, 2);
        ++row;
    }
    total->setText(tableMoney(sum.dollars()));
    if (row == 1) {
        auto* nothing = new ThemedLabel(tr("No line of its own: it shares what the cluster costs."), FontRole::Small,
                                        &Theme::t3, this);
        nothing->setWrapping();
        grid->addWidget(nothing, 1, 0, 1, 3);
    }
}

}  // namespace tideline
