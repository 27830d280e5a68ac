// SPDX-License-Identifier: Apache-2.0
#include "widgets/bill/prices_page.h"

#include "core/edit/bill_edits.h"
#include "widgets/bill/edit_grid.h"
#include "widgets/bill/price_list_model.h"
#include "widgets/controls/quantity_field.h"
#include "widgets/controls/search_field.h"
#include "widgets/controls/themed_label.h"
#include "widgets/look/icons.h"
#include "widgets/look/words.h"
#include "widgets/session/design_session.h"
#include "widgets/session/price_shelf.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <algorithm>

namespace tideline {

PricesPage::PricesPage(DesignSession& session, PriceShelf& shelf, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_shelf(shelf),
      m_model(new PriceListModel(this)),
      m_words(new SearchField(tr("Find a price"), QString(), this)),
      m_table(new QTableView(this)),
      m_details(new ThemedLabel(QString(), FontRole::Caption, &Theme::t2, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 14, 20, 14);
    column->setSpacing(8);
    column->addWidget(makeBooks());
    column->addWidget(makeFilter());
    makeTable();
    column->addWidget(m_table, 1);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setWrapping();
    m_details->setMinimumHeight(76);
    m_details->setAlignment(Qt::AlignTop);
    m_details->setAccessibleName(tr("The chosen price"));
    column->addWidget(m_details);
    const auto markStale = [this] {
        m_isStale = true;
        if (isVisible()) {
            refresh();
        }
    };
    connect(&shelf, &PriceShelf::changed, this, markStale);
    connect(&session, &DesignSession::opened, this, markStale);
}

QWidget* PricesPage::makeBooks() {
    auto* part = new QWidget(this);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->addWidget(new ThemedLabel(tr("Further books of this design"), FontRole::SmallTitle, &Theme::t2, part), 1);
    auto* add = new QPushButton(themedIcon(QStringLiteral("plus")), tr("Add a book…"), part);
    add->setAutoDefault(false);
    add->setToolTip(tr("A file with contract prices or another region; it wins over the installed prices"));
    m_region = new QToolButton(part);
    m_region->setText(tr("Add a region"));
    m_region->setPopupMode(QToolButton::InstantPopup);
    m_region->setFocusPolicy(Qt::TabFocus);
    auto* menu = new QMenu(m_region);
    for (const QString& region : m_shelf.regions()) {
        menu->addAction(region, this, [this, region] { addBook(region); });
    }
    m_region->setMenu(menu);
    m_region->setVisible(!menu->isEmpty());
    head->addWidget(m_region);
    head->addWidget(add);
    column->addLayout(head);
    m_noBooks = new ThemedLabel(tr("None: the installed prices hold."), FontRole::Small, &Theme::t3, part);
    column->addWidget(m_noBooks);
    m_books = new EditGrid({{tr("Book"), 1, 0}, {tr("What it holds"), 2, 0}, {QString(), 0, 28}}, part);
    column->addWidget(m_books);
    m_problem = new ThemedLabel(QString(), FontRole::Small, &Theme::problem, part);
    m_problem->setWrapping();
    m_problem->hide();
    column->addWidget(m_problem);
    connect(add, &QPushButton::clicked, this, &PricesPage::askForFile);
    return part;
}

QWidget* PricesPage::makeFilter() {
    auto* part = new QWidget(this);
    auto* row = new QHBoxLayout(part);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(8);
    m_days = new QuantityField(part);
    m_days->setUnit(tr("days"));
    m_days->setLimits(0, 100'000);
    m_days->showNothing(tr("any age"));
    m_days->setFixedWidth(110);
    m_days->setAccessibleName(tr("Older than so many days"));
    m_marked = new QCheckBox(tr("Only marked"), part);
    m_marked->setToolTip(
        tr("Prices that are recalled, second-hand or contradicted, that you supply, or that a book of yours replaced"));
    m_count = new ThemedLabel(QString(), FontRole::Small, &Theme::t3, part);
    row->addWidget(m_words, 1);
    row->addWidget(new ThemedLabel(tr("Older than"), FontRole::Small, &Theme::t2, part));
    row->addWidget(m_days);
    row->addWidget(m_marked);
    row->addWidget(m_count);
    connect(m_words, &QLineEdit::textChanged, this, &PricesPage::refreshFilter);
    connect(m_words, &SearchField::left, this, &PricesPage::left);
    connect(m_words, &SearchField::moved, this, [this](int rows) {
        const int last = std::max(0, m_model->rowCount() - 1);
        m_table->setCurrentIndex(m_model->index(std::clamp(m_table->currentIndex().row() + rows, 0, last), 0));
    });
    connect(m_days, &QuantityField::committed, this, &PricesPage::refreshFilter);
    connect(m_days, &QuantityField::cleared, this, &PricesPage::refreshFilter);
    connect(m_marked, &QCheckBox::toggled, this, &PricesPage::refreshFilter);
    return part;
}

void PricesPage::makeTable() {
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(24);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(PriceListModel::kTitle, 240);
    m_table->setColumnWidth(PriceListModel::kValue, 220);
    m_table->setColumnWidth(PriceListModel::kAsOf, 88);
    m_table->setColumnWidth(PriceListModel::kSource, 160);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setWordWrap(false);
    m_table->setFont(fontOf(FontRole::Small));
    m_table->setAccessibleName(tr("Every price"));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &PricesPage::showDetails);
    connect(m_model, &QAbstractItemModel::modelReset, this, &PricesPage::showDetails);
}

void PricesPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isStale) {
        refresh();
    }
}

void PricesPage::refresh() {
    m_isStale = false;
    m_model->showBook(m_shelf.allPrices(), QDate::currentDate());
    refreshBooks();
    refreshFilter();
}

void PricesPage::refreshBooks() {
    m_books->clear();
    for (const NamedBook& book : m_shelf.books()) {
        const QString name = QString::fromStdString(book.name);
        auto* title = new ElidedLabel(name, FontRole::Small, &Theme::t1, m_books);
        title->setElideMode(Qt::ElideMiddle);
        const QString holds = book.error.isEmpty() ? tr("%1, %2").arg(book.title, countedText(book.prices, tr("price")))
                                                   : tr("Not read: %1").arg(book.error);
        auto* state =
            new ThemedLabel(holds, FontRole::Small, book.error.isEmpty() ? &Theme::t2 : &Theme::problem, m_books);
        state->setWrapping();
        QToolButton* remove = makeRemove(name, m_books);
        connect(remove, &QToolButton::clicked, this, [this, key = book.name] { removeBook(key); });
        m_books->addRow(name, {title, state, remove});
    }
    m_books->setVisible(m_books->rows() > 0);
    m_noBooks->setVisible(m_books->rows() == 0);
}

void PricesPage::refreshFilter() {
    const double days = numberOf(m_days->text());
    const bool hasDays = !m_days->text().trimmed().isEmpty() && m_days->wrongReason().isEmpty();
    m_model->filter({m_words->text(), hasDays ? std::optional(days) : std::nullopt, m_marked->isChecked()});
    m_count->setText(
        tr("%1 of %2").arg(countText(m_model->rowCount()), countText(static_cast<double>(m_model->total()))));
}

void PricesPage::showDetails() {
    const int row = m_table->currentIndex().row();
    m_details->setText(row >= 0 && row < m_model->rowCount()
                           ? priceDetails(m_model->price(row))
                           : tr("Choose a price to see its tiers, rules and source."));
}

void PricesPage::askForFile() {
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Add a price book"), QString(), tr("Price books (*.yaml *.yml)"));
    if (!path.isEmpty()) {
        addBook(path);
    }
}

bool PricesPage::addBook(const QString& name) {
    const std::string key = m_shelf.nameFor(name);
    const Result<NamedBook> book = m_shelf.tried(key);
    m_problem->setVisible(!book);
    if (!book) {
        m_problem->setText(tr("Not added: %1").arg(QString::fromStdString(describe(book.error()))));
        return false;
    }
    std::vector<std::string> books = m_session.design().settings.priceBooks;
    books.push_back(key);
    const bool isDone = m_session.apply(setPriceBooks(books));
    m_session.endMerge();
    return isDone;
}

void PricesPage::removeBook(const std::string& name) {
    std::vector<std::string> books = m_session.design().settings.priceBooks;
    std::erase(books, name);
    m_session.apply(setPriceBooks(books));
    m_session.endMerge();
}

}  // namespace tideline
