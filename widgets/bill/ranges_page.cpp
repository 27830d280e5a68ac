// SPDX-License-Identifier: Apache-2.0
#include "widgets/bill/ranges_page.h"

#include "core/edit/bill_edits.h"
#include "widgets/bill/edit_grid.h"
#include "widgets/controls/quantity_field.h"
#include "widgets/controls/themed_label.h"
#include "widgets/look/icons.h"
#include "widgets/look/words.h"
#include "widgets/session/design_session.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QCompleter>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

QString titleOf(const DesignInput& input) {
    return QString::fromStdString(input.unit.empty() ? input.title : input.title + ", " + input.unit);
}

/// Half to twice the value, within what the field allows.
InputRange firstRange(const DesignInput& input) {
    const auto fitting = [&](double number) {
        number = input.isWhole ? std::round(number) : number;
        number = input.least ? std::max(number, *input.least) : number;
        return input.most ? std::min(number, *input.most) : number;
    };
    return {.input = input.path,
            .low = fitting(input.value / 2),
            .high = fitting(input.value > 0 ? input.value * 2 : 1),
            .likely = input.value};
}

}  // namespace

RangesPage::RangesPage(DesignSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_grid(new EditGrid({{tr("Input"), 1, 0},
                           {tr("Low"), 0, 110},
                           {tr("Most likely"), 0, 110},
                           {tr("High"), 0, 110},
                           {QString(), 0, 28}},
                          this)),
      m_empty(new ThemedLabel(tr("Every input is one number, so the chart draws lines without a band."),
                              FontRole::Small, &Theme::t3, this)),
      m_choice(new QComboBox(this)),
      m_add(new QPushButton(themedIcon(QStringLiteral("plus")), tr("Give as a range"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    auto* about = new ThemedLabel(
        tr("Say between which numbers an input lies. The chart then shows where 80 of 100 cases fall, and where "
           "the winner is too close to call. Without a most likely value all between are alike."),
        FontRole::Small, &Theme::t2, this);
    about->setWrapping();
    column->addWidget(about);
    column->addWidget(m_grid);
    column->addWidget(m_empty);
    auto* row = new QHBoxLayout;
    m_choice->setEditable(true);
    m_choice->setInsertPolicy(QComboBox::NoInsert);
    m_choice->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_choice->setAccessibleName(tr("Input to give as a range"));
    m_choice->completer()->setFilterMode(Qt::MatchContains);
    m_choice->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_add->setAutoDefault(false);
    row->addWidget(m_choice, 1);
    row->addWidget(m_add);
    column->addLayout(row);
    column->addStretch(1);
    connect(m_add, &QPushButton::clicked, this, &RangesPage::addChosen);
    const auto followDesign = [this] {
        m_isStale = true;
        refresh();
    };
    connect(&session, &DesignSession::opened, this, followDesign);
    connect(&session, &DesignSession::designChanged, this, followDesign);
    refresh();
}

void RangesPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

std::vector<DesignInput> RangesPage::inputs() const {
    std::set<std::string> prices;
    for (const BillLine& line : m_session.analysis().figures.bill.lines) {
        prices.insert(line.price);
    }
    for (const InputRange& range : m_session.design().settings.ranges) {
        if (range.input.starts_with("prices/")) {
            prices.insert(range.input.substr(7));
        }
    }
    return inputsOf({m_session.design(), m_session.prices()}, m_session.catalog(), prices);
}

void RangesPage::fillChoice() {
    m_isStale = false;
    const QString before = m_choice->currentText();
    m_choice->clear();
    for (const DesignInput& input : inputs()) {
        m_choice->addItem(titleOf(input), QString::fromStdString(input.path));
    }
    m_choice->setCurrentIndex(-1);
    m_choice->setEditText(before);
    m_choice->lineEdit()->setPlaceholderText(tr("Find an input"));
}

void RangesPage::choose(const QString& input) {
    if (m_isStale) {
        fillChoice();
    }
    m_choice->setCurrentIndex(m_choice->findData(input));
    m_add->setFocus();
}

void RangesPage::addOrFind(const QString& input) {
    const auto row = [&] { return std::ranges::find(m_rows, input.toStdString(), &Row::input); };
    if (row() == m_rows.end()) {
        choose(input);
        addChosen();
    }
    if (row() != m_rows.end()) {
        row()->low->setFocus();
        row()->low->selectAll();
    }
}

void RangesPage::addChosen() {
    // Two services may have one name: what was chosen counts, unless something else was typed since.
    const int chosen = m_choice->currentIndex();
    const bool isTyped = chosen < 0 || m_choice->itemText(chosen) != m_choice->currentText();
    const int at = isTyped ? m_choice->findText(m_choice->currentText()) : chosen;
    const std::string path = m_choice->itemData(at).toString().toStdString();
    const std::vector<DesignInput> all = inputs();
    const auto input = std::ranges::find(all, path, &DesignInput::path);
    if (at < 0 || input == all.end()) {
        m_choice->setFocus();
        return;
    }
    m_session.apply(setInputRange(firstRange(*input)));
    m_session.endMerge();
    m_choice->setCurrentIndex(-1);
    m_choice->clearEditText();
}

void RangesPage::change(const std::string& input, const std::function<void(InputRange&)>& change) {
    const std::vector<InputRange>& ranges = m_session.design().settings.ranges;
    const auto at = std::ranges::find(ranges, input, &InputRange::input);
    if (at != ranges.end()) {
        InputRange changed = *at;
        change(changed);
        m_session.apply(setInputRange(changed));
        refresh();
    }
}

void RangesPage::addRow(const InputRange& range) {
    const std::vector<DesignInput> all = inputs();
    const auto input = std::ranges::find(all, range.input, &DesignInput::path);
    const QString title = input == all.end()
                              ? tr("%1, which the design does not have").arg(QString::fromStdString(range.input))
                              : titleOf(*input);
    Row row{
        range.input, new ThemedLabel(title, FontRole::Small, input == all.end() ? &Theme::problem : &Theme::t1, m_grid),
        makeNumber({}, -1e15, 1e15, m_grid), makeNumber({}, -1e15, 1e15, m_grid), makeNumber({}, -1e15, 1e15, m_grid)};
    row.title->setWrapping();
    const std::string path = range.input;
    connect(row.low, &QuantityField::committed, this,
            [this, path](double number) { change(path, [&](InputRange& changed) { changed.low = number; }); });
    connect(row.high, &QuantityField::committed, this,
            [this, path](double number) { change(path, [&](InputRange& changed) { changed.high = number; }); });
    connect(row.likely, &QuantityField::committed, this,
            [this, path](double number) { change(path, [&](InputRange& changed) { changed.likely = number; }); });
    connect(row.likely, &QuantityField::cleared, this,
            [this, path] { change(path, [](InputRange& changed) { changed.likely.reset(); }); });
    QToolButton* remove = makeRemove(tr("the range of %1").arg(title), m_grid);
    connect(remove, &QToolButton::clicked, this, [this, path] {
        m_session.apply(dropInputRange(path));
        m_session.endMerge();
    });
    m_grid->addRow(title, {row.title, row.low, row.likely, row.high, remove});
    m_rows.push_back(row);
}

void RangesPage::rebuild() {
    m_grid->clear();
    m_rows.clear();
    for (const InputRange& range : m_session.design().settings.ranges) {
        addRow(range);
    }
}

void RangesPage::refresh() {
    const std::vector<InputRange>& ranges = m_session.design().settings.ranges;
    if (!std::ranges::equal(ranges, m_rows, {}, &InputRange::input, &Row::input)) {
        rebuild();
    }
    m_grid->setVisible(!ranges.empty());
    m_empty->setVisible(ranges.empty());
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        m_rows[i].low->showNumber(ranges[i].low);
        m_rows[i].high->showNumber(ranges[i].high);
        m_rows[i].likely->showNothing(tr("any"));
        if (ranges[i].likely) {
            m_rows[i].likely->showNumber(*ranges[i].likely);
        }
    }
    if (isVisible() && m_isStale) {
        fillChoice();
    }
}

}  // namespace tideline
