// SPDX-License-Identifier: Apache-2.0
#include "widgets/inspector/cost_lines.h"

#include "widgets/controls/plain_tool_tip.h"
#include "widgets/controls/themed_label.h"
#include "widgets/cost/line_words.h"
#include "widgets/look/words.h"

#include <QGridLayout>
#include <algorithm>
#include <set>

namespace tideline {

namespace {

/// One row: a line of one service, or the lines of that title of several.
struct TitledLines {
    std::vector<const BillLine*> lines;
    double dollars = 0;
};

/// In the order of the bill. Lines of one service stay apart: tiers of one title have units of their own.
std::vector<TitledLines> linesByTitle(const Bill& bill, const std::vector<ServiceId>& ids) {
    std::vector<TitledLines> rows;
    const std::set<ServiceId> chosen(ids.begin(), ids.end());
    for (const BillLine& line : bill.lines) {
        if (!line.service || !chosen.contains(*line.service)) {
            continue;
        }
        const auto same = std::ranges::find_if(
            rows, [&](const TitledLines& row) { return ids.size() > 1 && row.lines.front()->title == line.title; });
        TitledLines& row = same == rows.end() ? rows.emplace_back() : *same;
        row.lines.push_back(&line);
        row.dollars += line.monthly.dollars();
    }
    return rows;
}

QString nameOf(const Design& design, const ServiceId& id) {
    const Service* service = design.services.find(id);
    return service ? QString::fromStdString(service->name) : QString::fromStdString(id.text);
}

/// "Order service", or "2 services".
QString whoseText(const Design& design, const TitledLines& row) {
    std::set<ServiceId> ids;
    for (const BillLine* line : row.lines) {
        ids.insert(*line->service);
    }
    return ids.size() == 1 ? nameOf(design, *ids.begin())
                           : countedText(static_cast<qsizetype>(ids.size()), CostLines::tr("service"));
}

/// "Order service: $1.20" for each.
QString sharesText(const Design& design, const TitledLines& row) {
    QStringList shares;
    for (const BillLine* line : row.lines) {
        shares.append(QStringLiteral("%1: %2").arg(nameOf(design, *line->service),
                                                   line->dependsOn ? QString::fromStdString(*line->dependsOn)
                                                                   : tableMoney(line->monthly.dollars())));
    }
    return shares.join(QLatin1Char('\n'));
}

}  // namespace

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
    for (const TitledLines& lines : linesByTitle(figures.bill, ids)) {
        sum += lines.dollars;
        const BillLine& first = *lines.lines.front();
        const bool isUnknown =
            std::ranges::all_of(lines.lines, [](const BillLine* line) { return line->dependsOn.has_value(); });
        const QString units = ids.size() > 1    ? whoseText(figures.design, lines)
                              : first.dependsOn ? QString::fromStdString(*first.dependsOn)
                                                : unitsText(first);
        addRow(QString::fromStdString(first.title), units,
               isUnknown ? tableMoneyOrNothing(0) : tableMoney(lines.dollars),
               ids.size() > 1 ? sharesText(figures.design, lines) : sourceText(first));
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
