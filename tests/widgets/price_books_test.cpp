// SPDX-License-Identifier: Apache-2.0
#include "core/edit/bill_edits.h"
#include "core/file/design_file.h"
#include "tests/widgets/studio_fixture.h"
#include "widgets/bill/bill_settings_dialog.h"
#include "widgets/bill/price_list_model.h"
#include "widgets/bill/prices_page.h"
#include "widgets/controls/quantity_field.h"
#include "widgets/controls/search_field.h"
#include "widgets/cost/line_words.h"
#include "widgets/session/price_shelf.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

using namespace tideline;
using tideline::test::OpenStudio;

class PriceBooksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyPriceHasAUnitASourceAndADate();
    void wordsFindAPriceAndTheAgeFilters();
    void aBookOfOnesOwnChangesTheBillAndSaysSo();
    void aBrokenBookIsNotAddedAndSaysWhy();
    void aDesignBringsItsBookFromItsOwnFolder();
    void aDesignWithABrokenBookOpensAndTells();
    void aRegionIsAddedByName();
    void aMachineOfAFurtherBookIsRead();

private:
    QString bookFile(const char* name, const QByteArray& text);
    QTemporaryDir m_settings;
    QTemporaryDir m_books;
};

namespace {

constexpr char kContract[] = R"(title: Contract prices
currency: USD
region: us-east-1
asOf: "2026-11-01"

prices:
  - key: aws.eks.control-plane
    title: Control plane by contract
    unit: hours
    value: 0.05
    source: { title: Contract 4711, url: "https://example.com/contract", asOf: "2026-11-01" }
)";

PricesPage& pageOf(OpenStudio& studio) {
    return studio.window.showBillSettings(BillSettingsDialog::kPrices).prices();
}

const BillLine* controlPlane(OpenStudio& studio) {
    for (const BillLine& line : studio.window.session().analysis().figures.bill.lines) {
        if (line.category == "control-plane") {
            return &line;
        }
    }
    return nullptr;
}

bool says(QWidget& widget, const QString& words) {
    for (QLabel* label : widget.findChildren<QLabel*>()) {
        if (label->isVisible() && label->text().contains(words)) {
            return true;
        }
    }
    return false;
}

}  // namespace

void PriceBooksTest::init() {
    tideline::test::useFreshSettings(m_settings.path());
}

QString PriceBooksTest::bookFile(const char* name, const QByteArray& text) {
    const QString path = m_books.filePath(QLatin1String(name));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qFatal("the book could not be written");
    }
    return path;
}

void PriceBooksTest::everyPriceHasAUnitASourceAndADate() {
    OpenStudio studio;
    PricesPage& page = pageOf(studio);
    QVERIFY(page.model().rowCount() > 200);
    QCOMPARE(static_cast<qsizetype>(page.model().rowCount()), page.model().total());
    for (int row = 0; row < page.model().rowCount(); ++row) {
        const Price& price = page.model().price(row);
        QVERIFY2(!price.unit.empty(), price.key.c_str());
        if (!price.userSupplied) {
            QVERIFY2(!page.model().index(row, PriceListModel::kSource).data().toString().isEmpty(), price.key.c_str());
            const QString asOf = page.model().index(row, PriceListModel::kAsOf).data().toString();
            QVERIFY2(!asOf.isEmpty() && !asOf.contains(QLatin1Char('-')), qPrintable(asOf));
        }
    }
}

void PriceBooksTest::wordsFindAPriceAndTheAgeFilters() {
    OpenStudio studio;
    PricesPage& page = pageOf(studio);
    auto* words = page.findChild<SearchField*>();
    words->setFocus();
    QTest::keyClicks(words, QStringLiteral("lambda requests"));
    QVERIFY(page.model().rowCount() > 0 && page.model().rowCount() < 10);
    QTest::keyClick(words, Qt::Key_Down);
    QVERIFY(says(page, QStringLiteral("aws.lambda.requests in")));
    words->clear();
    const int all = page.model().rowCount();
    auto* days = page.findChild<QuantityField*>();
    days->setFocus();
    QTest::keyClicks(days, QStringLiteral("100000"));
    QTest::keyClick(days, Qt::Key_Return);
    QCOMPARE(page.model().rowCount(), 0);
    days->selectAll();
    QTest::keyClick(days, Qt::Key_Delete);
    QTest::keyClick(days, Qt::Key_Return);
    QCOMPARE(page.model().rowCount(), all);
    page.findChild<QCheckBox*>()->click();
    QVERIFY(page.model().rowCount() > 0 && page.model().rowCount() < all);
    for (int row = 0; row < page.model().rowCount(); ++row) {
        QVERIFY(!page.model().index(row, PriceListModel::kMarks).data().toString().isEmpty());
    }
    // Ages count from a day that the test chooses.
    PriceBook book;
    book.prices.push_back({.key = "a", .unit = "hours", .source = {.title = "A", .url = "", .asOf = "2026-08-01"}});
    book.prices.push_back({.key = "b", .unit = "hours", .source = {.title = "B", .url = "", .asOf = "2026-11-01"}});
    PriceListModel model;
    model.showBook(book, QDate(2026, 11, 20));
    model.filter({.words = {}, .olderThan = 90});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.price(0).key, std::string("a"));
}

void PriceBooksTest::aBookOfOnesOwnChangesTheBillAndSaysSo() {
    OpenStudio studio;
    PricesPage& page = pageOf(studio);
    const QString path = bookFile("contract.yaml", kContract);
    const double before = studio.monthly();
    QVERIFY(page.addBook(path));
    studio.settle();
    QVERIFY(std::abs(studio.monthly() - (before - 36.5)) < 0.01);
    const BillLine* line = controlPlane(studio);
    QVERIFY(line);
    QCOMPARE(markOf(*line, studio.window.session().prices().find(line->price)), LineMark::Own);
    QVERIFY2(sourceText(*line).contains(QStringLiteral("Price of 'Contract prices' in place of")),
             qPrintable(sourceText(*line)));
    QVERIFY(says(page, QStringLiteral("Contract prices, 1 price")));
    for (QAbstractButton* button : page.findChildren<QAbstractButton*>()) {
        if (button->accessibleName() == QStringLiteral("Remove ") + path && button->isVisible()) {
            button->click();
            break;
        }
    }
    studio.settle();
    QCOMPARE(studio.monthly(), before);
    QVERIFY(studio.window.session().design().settings.priceBooks.empty());
    studio.window.session().undo();
    studio.settle();
    QVERIFY(studio.monthly() < before);
}

void PriceBooksTest::aBrokenBookIsNotAddedAndSaysWhy() {
    OpenStudio studio;
    PricesPage& page = pageOf(studio);
    QByteArray other = kContract;
    other.replace("currency: USD", "currency: EUR");
    QVERIFY(!page.addBook(bookFile("euro.yaml", other)));
    QVERIFY(says(page, QStringLiteral("Not added: ")));
    QVERIFY(says(page, QStringLiteral("one bill has one currency")));
    QVERIFY(!page.addBook(bookFile("unit.yaml", QByteArray(kContract).replace("unit: hours", "unit: months"))));
    QVERIFY(says(page, QStringLiteral("a price keeps its unit")));
    QVERIFY(!page.addBook(bookFile("text.yaml", "just words")));
    QVERIFY(!page.addBook(m_books.filePath(QStringLiteral("not-there.yaml"))));
    QVERIFY(studio.window.session().design().settings.priceBooks.empty());
    QVERIFY(!studio.window.session().canUndo());
}

void PriceBooksTest::aDesignBringsItsBookFromItsOwnFolder() {
    OpenStudio studio;
    const double before = studio.monthly();
    bookFile("near.yaml", kContract);
    Design design = studio.window.session().design();
    design.settings.priceBooks = {"./near.yaml"};
    QFile file(m_books.filePath(QStringLiteral("with-book.tideline")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(designText(design)));
    file.close();
    QVERIFY(studio.window.documents().openFile(file.fileName()));
    studio.settle();
    QVERIFY(std::abs(studio.monthly() - (before - 36.5)) < 0.01);
    // The next document has the installed prices again.
    studio.window.documents().openFile(tideline::test::designPath("order-platform"));
    studio.settle();
    QCOMPARE(studio.monthly(), before);
}

void PriceBooksTest::aDesignWithABrokenBookOpensAndTells() {
    OpenStudio studio;
    const double before = studio.monthly();
    Design design = studio.window.session().design();
    design.settings.priceBooks = {"./gone.yaml"};
    QFile file(m_books.filePath(QStringLiteral("with-broken.tideline")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(designText(design)));
    file.close();
    QString told;
    QTimer watch;
    connect(&watch, &QTimer::timeout, this, [&told, &watch] {
        if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget())) {
            watch.stop();
            for (QLabel* label : dialog->findChildren<QLabel*>()) {
                told += label->text() + QLatin1Char('\n');
            }
            dialog->accept();
        }
    });
    watch.start(50);
    QVERIFY(studio.window.documents().openFile(file.fileName()));
    QTRY_VERIFY(!told.isEmpty());
    studio.settle();
    QVERIFY2(told.startsWith(QStringLiteral("A price book was not read\n")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("gone.yaml")), qPrintable(told));
    QCOMPARE(studio.monthly(), before);
    QVERIFY(says(pageOf(studio), QStringLiteral("Not read: ")));
}

void PriceBooksTest::aRegionIsAddedByName() {
    OpenStudio studio;
    QVERIFY(studio.window.prices().regions().contains(QStringLiteral("aws-eu-west-1")));
    const double before = studio.monthly();
    QVERIFY(pageOf(studio).addBook(QStringLiteral("aws-eu-west-1")));
    studio.settle();
    QVERIFY(studio.monthly() != before);
    QCOMPARE(studio.window.session().design().settings.priceBooks, std::vector<std::string>{"aws-eu-west-1"});
}

void PriceBooksTest::aMachineOfAFurtherBookIsRead() {
    OpenStudio studio;
    DesignSession& session = studio.window.session();
    const PriceBook all = studio.window.prices().allPrices();
    const auto machine = std::ranges::find_if(all.prices, [&](const Price& price) {
        return price.node.has_value() && price.key.starts_with("aws.ec2.") && !session.prices().find(price.key);
    });
    QVERIFY2(machine != all.prices.end(), "no machine stands in a further book alone");
    ClusterSettings cluster = session.design().settings.cluster;
    cluster.nodePrice = machine->key;
    session.apply(setCluster(cluster));
    studio.settle();
    QVERIFY(session.prices().find(machine->key));
    for (const BillLine& line : session.analysis().figures.bill.lines) {
        QVERIFY2(line.price != machine->key || !line.dependsOn, line.key.c_str());
    }
}

QTEST_MAIN(PriceBooksTest)
#include "price_books_test.moc"
