// SPDX-License-Identifier: Apache-2.0
#include "widgets/bill/lines_page.h"

#include "core/cost/category.h"
#include "core/edit/bill_edits.h"
#include "widgets/bill/edit_grid.h"
#include "widgets/controls/quantity_field.h"
#include "widgets/controls/themed_label.h"
#include "widgets/look/words.h"
#include "widgets/session/design_session.h"
#include "widgets/session/field_edits.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <map>

namespace tideline {

namespace {

QString textOf(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace

LinesPage::LinesPage(DesignSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_free(new QCheckBox(tr("Apply the free amounts of the account"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    auto* about = new ThemedLabel(
        tr("A line that is left out is missing from the bill and from every curve. A sum set by hand takes the "
           "place of what would be computed."),
        FontRole::Small, &Theme::t2, this);
    about->setWrapping();
    column->addWidget(about);
    column->addWidget(m_free);
    auto* grid = new EditGrid({{tr("Counted"), 1, 0}, {tr("Now, a month"), 0, 110}, {tr("Set by hand"), 0, 140}}, this);
    for (const BillCategory& category : billCategories()) {
        if (category.key == "service") {
            continue;  // services are left out one by one, by their ids
        }
        const QString title = textOf(category.title);
        Row row{std::string(category.key), category.key == "people" || category.key == "support",
                new QCheckBox(title, grid), new NumberLabel(FontRole::Small, &Theme::t1, grid),
                makeNumber(QStringLiteral("$"), 0, 1e12, grid)};
        row.box->setAccessibleName(title);
        grid->addRow(title, {row.box, row.now, row.fixed});
        connectRow(row);
        m_rows.push_back(row);
    }
    column->addWidget(grid);
    column->addStretch(1);
    connect(m_free, &QCheckBox::clicked, this, [this](bool isOn) {
        m_session.apply(setFreeAmounts(isOn ? FreeAmountUse::Applied : FreeAmountUse::Ignored));
        m_session.endMerge();
    });
    connect(&session, &DesignSession::opened, this, &LinesPage::refresh);
    connect(&session, &DesignSession::designChanged, this, &LinesPage::refresh);
    connect(&session, &DesignSession::analysisChanged, this, &LinesPage::refresh);
    refresh();
}

std::string LinesPage::titleOf(const Row& row) {
    return row.box->accessibleName().toStdString();
}

void LinesPage::connectRow(const Row& row) {
    connect(row.box, &QCheckBox::clicked, this, [this, row](bool isOn) {
        const LineUse use = isOn ? LineUse::Counted : LineUse::LeftOut;
        m_session.apply(withLinesTitle(row.isExtra ? useExtraLines(row.category, use) : useBillLines(row.category, use),
                                       titleOf(row), use));
        m_session.endMerge();
    });
    connect(row.fixed, &QuantityField::committed, this, [this, row](double dollars) {
        Edit edit = fixBillCategory(row.category, dollars);
        edit.label = "set \u201c" + titleOf(row) + "\u201d by hand";
        m_session.apply(edit);
    });
    connect(row.fixed, &QuantityField::cleared, this, [this, row] {
        Edit edit = fixBillCategory(row.category, std::nullopt);
        edit.label = "compute \u201c" + titleOf(row) + "\u201d again";
        m_session.apply(edit);
        m_session.endMerge();
    });
}

void LinesPage::refresh() {
    std::map<std::string, Money> sums;
    for (const BillLine& line : m_session.analysis().figures.bill.lines) {
        sums[line.category] += line.monthly;
    }
    const BillSettings& bill = m_session.design().settings.bill;
    m_free->setChecked(m_session.design().settings.freeAmounts);
    for (const Row& row : m_rows) {
        const bool isOn = !bill.off.contains(row.category) && (!row.isExtra || bill.on.contains(row.category));
        row.box->setChecked(isOn);
        row.now->setText(tableMoneyOrNothing(sums[row.category].dollars()));
        row.now->setToken(isOn ? &Theme::t1 : &Theme::t3);
        row.fixed->showNothing(tr("computed"));
        if (const auto fixed = bill.fixed.find(row.category); fixed != bill.fixed.end()) {
            row.fixed->showNumber(fixed->second);
        }
    }
}

}  // namespace tideline
