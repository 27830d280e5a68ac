// SPDX-License-Identifier: Apache-2.0
#include "widgets/bill/discounts_page.h"

#include "core/edit/bill_edits.h"
#include "widgets/bill/edit_grid.h"
#include "widgets/controls/quantity_field.h"
#include "widgets/controls/themed_label.h"
#include "widgets/look/icons.h"
#include "widgets/look/words.h"
#include "widgets/session/design_session.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <set>

namespace tideline {

namespace {

/// "aws.ec2." for each provider and product of the book: what a discount usually covers.
QStringList priceGroups(const PriceBook& book) {
    std::set<QString> groups;
    for (const Price& price : book.prices) {
        const QString key = QString::fromStdString(price.key);
        const qsizetype end = key.indexOf(QLatin1Char('.'), key.indexOf(QLatin1Char('.')) + 1);
        if (end > 0) {
            groups.insert(key.left(end + 1));
        }
    }
    return QStringList(groups.begin(), groups.end());
}

}  // namespace

DiscountsPage::DiscountsPage(DesignSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_grid(new EditGrid({{tr("Discount"), 1, 0},
                           {tr("Prices"), 1, 0},
                           {tr("Off"), 0, 84},
                           {tr("For so much"), 0, 96},
                           {tr("Reserve"), 0, 84},
                           {QString(), 0, 28}},
                          this)),
      m_empty(new ThemedLabel(tr("All prices are list prices."), FontRole::Small, &Theme::t3, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto* about = new ThemedLabel(
        tr("A key or its beginning names the prices: aws.ec2. covers all machines of AWS. The reserve is added "
           "for what is lost, such as interruptions of spot machines."),
        FontRole::Small, &Theme::t2, this);
    about->setWrapping();
    column->addWidget(about);
    column->addWidget(m_grid);
    column->addWidget(m_empty);
    auto* add = new QPushButton(themedIcon(QStringLiteral("plus")), tr("Add a discount"), this);
    add->setAutoDefault(false);
    column->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, &DiscountsPage::addDiscount);
    connect(&session, &DesignSession::opened, this, &DiscountsPage::refresh);
    connect(&session, &DesignSession::designChanged, this, &DiscountsPage::refresh);
    refresh();
}

void DiscountsPage::change(std::size_t at, const std::string& what, const std::function<void(Discount&)>& change) {
    std::vector<Discount> discounts = m_session.design().settings.bill.discounts;
    if (at < discounts.size()) {
        change(discounts[at]);
        m_session.apply(setDiscounts(discounts, std::to_string(at) + ":" + what));
        refresh();
    }
}

void DiscountsPage::addDiscount() {
    std::vector<Discount> discounts = m_session.design().settings.bill.discounts;
    const std::string& node = m_session.design().settings.cluster.nodePrice;
    const std::size_t end = node.find('.', node.find('.') + 1);
    discounts.push_back({.prices = end == std::string::npos ? node : node.substr(0, end + 1),
                         .title = tr("Discount on machines").toStdString()});
    m_session.apply(setDiscounts(discounts, "add"));
    m_session.endMerge();
    refresh();
    m_rows.back().title->setFocus();
    m_rows.back().title->selectAll();
}

void DiscountsPage::addRow(std::size_t at) {
    const QString name = QString::fromStdString(m_session.design().settings.bill.discounts[at].title);
    Row row{new QLineEdit(m_grid), new QComboBox(m_grid), makeNumber(QStringLiteral("%"), 0, 100, m_grid),
            makeNumber(QStringLiteral("%"), 0, 100, m_grid), makeNumber(QStringLiteral("%"), 0, 100, m_grid)};
    row.prices->setEditable(true);
    row.prices->addItems(priceGroups(m_session.prices()));
    row.prices->setMinimumContentsLength(14);
    connect(row.title, &QLineEdit::editingFinished, this, [this, at, title = row.title] {
        if (title->isModified()) {
            title->setModified(false);
            change(at, "title", [&](Discount& changed) { changed.title = title->text().toStdString(); });
        }
    });
    const auto takePrices = [this, at, box = row.prices] {
        change(at, "prices", [&](Discount& changed) { changed.prices = box->currentText().trimmed().toStdString(); });
    };
    connect(row.prices, &QComboBox::activated, this, takePrices);
    connect(row.prices->lineEdit(), &QLineEdit::editingFinished, this, takePrices);
    const auto takeShare = [this, at](QuantityField* field, const char* what, double Discount::*member) {
        connect(field, &QuantityField::committed, this, [this, at, what, member](double percent) {
            change(at, what, [&](Discount& changed) { changed.*member = percent / 100; });
        });
    };
    takeShare(row.off, "off", &Discount::off);
    takeShare(row.coverage, "coverage", &Discount::coverage);
    takeShare(row.reserve, "reserve", &Discount::reserve);
    QToolButton* remove = makeRemove(name, m_grid);
    connect(remove, &QToolButton::clicked, this, [this, at] {
        std::vector<Discount> discounts = m_session.design().settings.bill.discounts;
        discounts.erase(discounts.begin() + static_cast<std::ptrdiff_t>(at));
        m_session.apply(setDiscounts(discounts, "remove"));
        m_session.endMerge();
    });
    m_grid->addRow(name, {row.title, row.prices, row.off, row.coverage, row.reserve, remove});
    m_rows.push_back(row);
}

void DiscountsPage::rebuild() {
    m_grid->clear();
    m_rows.clear();
    for (std::size_t i = 0; i < m_session.design().settings.bill.discounts.size(); ++i) {
        addRow(i);
    }
}

void DiscountsPage::refresh() {
    const std::vector<Discount>& discounts = m_session.design().settings.bill.discounts;
    if (discounts.size() != m_rows.size()) {
        rebuild();
    }
    m_grid->setVisible(!discounts.empty());
    m_empty->setVisible(discounts.empty());
    for (std::size_t i = 0; i < discounts.size(); ++i) {
        const Row& row = m_rows[i];
        if (!row.title->isModified() || !row.title->hasFocus()) {
            row.title->setText(QString::fromStdString(discounts[i].title));
        }
        if (!row.prices->lineEdit()->hasFocus()) {
            row.prices->setEditText(QString::fromStdString(discounts[i].prices));
        }
        row.off->showNumber(discounts[i].off * 100);
        row.coverage->showNumber(discounts[i].coverage * 100);
        row.reserve->showNumber(discounts[i].reserve * 100);
        bool covers = false;
        for (const Price& price : m_session.prices().prices) {
            covers = covers || price.key == discounts[i].prices ||
                     (discounts[i].prices.ends_with('.') && price.key.starts_with(discounts[i].prices));
        }
        row.prices->setToolTip(covers ? QString() : tr("No price of the book begins with this; nothing is taken off."));
    }
}

}  // namespace tideline
