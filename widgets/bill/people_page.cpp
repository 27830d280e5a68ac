// SPDX-License-Identifier: Apache-2.0
#include "widgets/bill/people_page.h"

#include "core/cost/people.h"
#include "core/edit/bill_edits.h"
#include "widgets/bill/edit_grid.h"
#include "widgets/controls/quantity_field.h"
#include "widgets/controls/themed_label.h"
#include "widgets/look/icons.h"
#include "widgets/look/words.h"
#include "widgets/session/design_session.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>
#include <array>

namespace tideline {

namespace {

struct Side {
    const char* key;
    const char* title;
    const char* shareTip;
};
constexpr std::array kSides{
    Side{"kubernetes", QT_TRANSLATE_NOOP("tideline::PeoplePage", "Kubernetes"),
         QT_TRANSLATE_NOOP("tideline::PeoplePage", "What a design without Kubernetes pays of it")},
    Side{"functions", QT_TRANSLATE_NOOP("tideline::PeoplePage", "Serverless"),
         QT_TRANSLATE_NOOP("tideline::PeoplePage", "What a design without functions pays of it")},
    Side{"both", QT_TRANSLATE_NOOP("tideline::PeoplePage", "Both"),
         QT_TRANSLATE_NOOP("tideline::PeoplePage", "What a design without Kubernetes pays of it")},
};

std::string freeKey(const std::vector<PeopleLine>& lines) {
    for (int number = 1;; ++number) {
        std::string key = "line-" + std::to_string(number);
        if (std::ranges::find(lines, key, &PeopleLine::key) == lines.end()) {
            return key;
        }
    }
}

}  // namespace

PeoplePage::PeoplePage(DesignSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_switch(new QCheckBox(tr("Count people and tools in the bill and in every curve"), this)),
      m_grid(new EditGrid({{tr("What"), 1, 0},
                           {tr("Dollars a month"), 0, 120},
                           {tr("Applies to"), 0, 128},
                           {tr("Share elsewhere"), 0, 120},
                           {QString(), 0, 28}},
                          this)),
      m_sum(new ThemedLabel(QString(), FontRole::BodyTitle, &Theme::t1, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(m_switch);
    auto* about = new ThemedLabel(
        tr("What running it costs beyond the provider's bill. The lines are those of the articles until you change "
           "them; a line that applies to one side is paid in part on the other."),
        FontRole::Small, &Theme::t2, this);
    about->setWrapping();
    column->addWidget(about);
    column->addWidget(m_grid);
    auto* foot = new QHBoxLayout;
    auto* add = new QPushButton(themedIcon(QStringLiteral("plus")), tr("Add a line"), this);
    auto* restore = new QPushButton(tr("Back to the articles' table"), this);
    m_restore = restore;
    for (QPushButton* button : {add, restore}) {
        button->setAutoDefault(false);
    }
    foot->addWidget(add);
    foot->addWidget(restore);
    foot->addStretch(1);
    foot->addWidget(m_sum);
    column->addLayout(foot);
    column->addStretch(1);
    connect(m_switch, &QCheckBox::clicked, this, [this](bool isOn) {
        m_session.apply(useExtraLines("people", isOn ? LineUse::Counted : LineUse::LeftOut));
        m_session.endMerge();
    });
    connect(add, &QPushButton::clicked, this, &PeoplePage::addLine);
    connect(restore, &QPushButton::clicked, this, [this] {
        apply({}, "restore");
        m_session.endMerge();
    });
    connect(&session, &DesignSession::opened, this, &PeoplePage::refresh);
    connect(&session, &DesignSession::designChanged, this, &PeoplePage::refresh);
    connect(&session, &DesignSession::analysisChanged, this, &PeoplePage::refresh);
    refresh();
}

void PeoplePage::apply(const std::vector<PeopleLine>& lines, const std::string& what) {
    m_session.apply(setPeople(lines, what));
    refresh();
}

void PeoplePage::change(const std::string& key, const std::string& what,
                        const std::function<void(PeopleLine&)>& change) {
    std::vector<PeopleLine> lines = peopleOf(m_session.design().settings.bill);
    const auto line = std::ranges::find(lines, key, &PeopleLine::key);
    if (line != lines.end()) {
        change(*line);
        apply(lines, key + ":" + what);
    }
}

void PeoplePage::addLine() {
    std::vector<PeopleLine> lines = peopleOf(m_session.design().settings.bill);
    lines.push_back({.key = freeKey(lines), .title = tr("New line").toStdString(), .appliesTo = "both", .share = 1});
    apply(lines, "add");
    m_session.endMerge();
    m_rows.back().title->setFocus();
    m_rows.back().title->selectAll();
}

void PeoplePage::addRow(const PeopleLine& line) {
    const std::string key = line.key;
    const QString name = QString::fromStdString(line.title);
    Row row{key, new QLineEdit(m_grid), makeNumber(QStringLiteral("$"), 0, 1e12, m_grid), new QComboBox(m_grid),
            makeNumber(QStringLiteral("%"), 0, 100, m_grid)};
    connect(row.title, &QLineEdit::editingFinished, this, [this, key, title = row.title] {
        if (title->isModified()) {
            title->setModified(false);
            change(key, "title", [&](PeopleLine& changed) { changed.title = title->text().toStdString(); });
        }
    });
    connect(row.monthly, &QuantityField::committed, this, [this, key](double dollars) {
        change(key, "monthly", [&](PeopleLine& changed) { changed.monthly = dollars; });
    });
    for (const Side& side : kSides) {
        row.appliesTo->addItem(tr(side.title), QLatin1String(side.key));
    }
    connect(row.appliesTo, &QComboBox::activated, this, [this, key](int at) {
        change(key, "side", [&](PeopleLine& changed) { changed.appliesTo = kSides[static_cast<std::size_t>(at)].key; });
    });
    connect(row.share, &QuantityField::committed, this, [this, key](double percent) {
        change(key, "share", [&](PeopleLine& changed) { changed.share = percent / 100; });
    });
    QToolButton* remove = makeRemove(name, m_grid);
    connect(remove, &QToolButton::clicked, this, [this, key] {
        std::vector<PeopleLine> lines = peopleOf(m_session.design().settings.bill);
        std::erase_if(lines, [&](const PeopleLine& other) { return other.key == key; });
        apply(lines, "remove");
        m_session.endMerge();
    });
    m_grid->addRow(name, {row.title, row.monthly, row.appliesTo, row.share, remove});
    m_rows.push_back(row);
}

void PeoplePage::rebuild(const std::vector<PeopleLine>& lines) {
    m_grid->clear();
    m_rows.clear();
    for (const PeopleLine& line : lines) {
        addRow(line);
    }
}

double PeoplePage::counted() const {
    double sum = 0;
    for (const BillLine& line : m_session.analysis().figures.bill.lines) {
        sum += line.category == "people" ? line.monthly.dollars() : 0;
    }
    return sum;
}

void PeoplePage::refresh() {
    const BillSettings& bill = m_session.design().settings.bill;
    const std::vector<PeopleLine> lines = peopleOf(bill);
    if (!std::ranges::equal(lines, m_rows, {}, &PeopleLine::key, &Row::key)) {
        rebuild(lines);
    }
    double sum = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const PeopleLine& line = lines[i];
        const Row& row = m_rows[i];
        sum += line.monthly;
        if (!row.title->isModified() || !row.title->hasFocus()) {
            row.title->setText(QString::fromStdString(line.title));
        }
        row.monthly->showNumber(line.monthly);
        row.appliesTo->setCurrentIndex(row.appliesTo->findData(QString::fromStdString(line.appliesTo)));
        row.share->showNumber(line.share * 100);
        const auto side = static_cast<std::size_t>(std::max(0, row.appliesTo->currentIndex()));
        row.share->setToolTip(tr(kSides[side].shareTip));
    }
    const bool isOn = bill.on.contains("people") && !bill.off.contains("people");
    m_switch->setChecked(isOn);
    m_restore->setVisible(!bill.people.empty());
    m_sum->setText(
        isOn ? tr("%1 in the table, %2 of it counted for this design").arg(tableMoney(sum), tableMoney(counted()))
             : tr("%1 in the table, not counted").arg(tableMoney(sum)));
}

}  // namespace tideline
