// SPDX-License-Identifier: Apache-2.0
#include "widgets/look/words.h"

#include <QTest>
#include <cmath>

using namespace tideline;

class WordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void moneyFollowsItsPlace();
    void differencesAreSigned();
    void loadsHaveThreeDigits();
    void axesHaveNoSpaces();
    void timesAndSizesTakeTheNextUnit();
    void daysAreNamed();
    void typedNumbersAreRead_data();
    void typedNumbersAreRead();
    void whatIsNoNumberIsRefused();
};

void WordsTest::moneyFollowsItsPlace() {
    QCOMPARE(cardMoney(9.81), QStringLiteral("$9.81"));
    QCOMPARE(cardMoney(99.99), QStringLiteral("$99.99"));
    QCOMPARE(cardMoney(1234.4), QStringLiteral("$1,234"));
    QCOMPARE(headlineMoney(286.26), QStringLiteral("$286"));
    QCOMPARE(headlineMoney(9.5), QStringLiteral("$9.50"));
    QCOMPARE(tableMoney(1234.56), QStringLiteral("$1,234.56"));
    QCOMPARE(tableMoney(0), QStringLiteral("$0.00"));
    QCOMPARE(plateMoney(7.2), QStringLiteral("$7.20/mo"));
    QCOMPARE(plateMoney(0.001), QStringLiteral("under $0.01/mo"));
    QCOMPARE(plateMoney(0), QStringLiteral("no charge"));
    QCOMPARE(tableMoneyOrNothing(0), QStringLiteral("–"));
    QCOMPARE(perMonth(), QStringLiteral("/mo"));
}

void WordsTest::differencesAreSigned() {
    QCOMPARE(signedHeadlineMoney(-151.2), QStringLiteral("−$151"));
    QCOMPARE(signedHeadlineMoney(23), QStringLiteral("+$23"));
    QCOMPARE(signedTableMoney(-22.8), QStringLiteral("−$22.80"));
    QCOMPARE(signedTableMoney(72.65), QStringLiteral("+$72.65"));
    QCOMPARE(signedTableMoney(0.001), QStringLiteral("–"));
}

void WordsTest::loadsHaveThreeDigits() {
    const QChar space(0x202F);
    QCOMPARE(requestsText(32'900'000), QStringLiteral("32.9%1M").arg(space));
    QCOMPARE(requestsText(48'000'000), QStringLiteral("48.0%1M").arg(space));
    QCOMPARE(requestsText(950'000), QStringLiteral("950%1k").arg(space));
    QCOMPARE(requestsText(1.2e9), QStringLiteral("1.2%1B").arg(space));
    QCOMPARE(requestsText(1234), QStringLiteral("1,234"));
    QCOMPARE(requestsPerMonthText(32'900'000), QStringLiteral("32.9%1M requests/month").arg(space));
    QCOMPARE(rateText(18.26), QStringLiteral("18.3%1req/s").arg(space));
    QCOMPARE(rateText(120.4), QStringLiteral("120%1req/s").arg(space));
    QCOMPARE(rateText(0.01), QStringLiteral("36%1req/h").arg(space));
    QCOMPARE(rateText(30 / 2'628'000.0), QStringLiteral("30%1req/month").arg(space));
    QCOMPARE(runsText(30 / 730.0), QStringLiteral("30%1runs/month").arg(space));
    QCOMPARE(runsText(16), QStringLiteral("16%1runs/h").arg(space));
    QCOMPARE(openText(3200), QStringLiteral("3,200%1open").arg(space));
}

void WordsTest::axesHaveNoSpaces() {
    QCOMPARE(axisMoney(20), QStringLiteral("$20"));
    QCOMPARE(axisMoney(1000), QStringLiteral("$1k"));
    QCOMPARE(axisRequests(10e6), QStringLiteral("10M"));
    QCOMPARE(axisRequests(1e9), QStringLiteral("1B"));
}

void WordsTest::timesAndSizesTakeTheNextUnit() {
    const QChar space(0x202F);
    QCOMPARE(durationText(0.4), QStringLiteral("<1%1ms").arg(space));
    QCOMPARE(durationText(180), QStringLiteral("180%1ms").arg(space));
    QCOMPARE(durationText(1200), QStringLiteral("1.2%1s").arg(space));
    QCOMPARE(durationText(40'000), QStringLiteral("40%1s").arg(space));
    QCOMPARE(durationText(900'000), QStringLiteral("15%1min").arg(space));
    QCOMPARE(durationText(21'600'000), QStringLiteral("6%1h").arg(space));
    QCOMPARE(memoryText(128), QStringLiteral("128%1MiB").arg(space));
    QCOMPARE(memoryText(2048), QStringLiteral("2%1GiB").arg(space));
    QCOMPARE(billedDataText(80), QStringLiteral("80%1GB").arg(space));
    QCOMPARE(replicasText(3), QStringLiteral("×3"));
    QCOMPARE(shareText(0.34), QStringLiteral("34%1%").arg(space));
    QCOMPARE(countText(11'700), QStringLiteral("11,700"));
    QCOMPARE(countedText(1, QStringLiteral("service")), QStringLiteral("1 service"));
    QCOMPARE(countedText(2, QStringLiteral("service")), QStringLiteral("2 services"));
}

void WordsTest::daysAreNamed() {
    const QDateTime now(QDate(2026, 11, 21), QTime(15, 0));
    QCOMPARE(dateText(QDate(2026, 8, 16)), QStringLiteral("16 Aug 2026"));
    QCOMPARE(asOfText("2026-08-16"), QStringLiteral("16 Aug 2026"));
    QCOMPARE(asOfText("2026-11"), QStringLiteral("Nov 2026"));
    QCOMPARE(asOfText("autumn"), QStringLiteral("autumn"));
    QCOMPARE(dayText(QDateTime(QDate(2026, 11, 21), QTime(14, 20)), now), QStringLiteral("Today, 14:20"));
    QCOMPARE(dayText(QDateTime(QDate(2026, 11, 20), QTime(9, 0)), now), QStringLiteral("Yesterday"));
    QCOMPARE(dayText(QDateTime(QDate(2026, 11, 16), QTime(9, 0)), now), QStringLiteral("Mon 16 Nov"));
}

void WordsTest::typedNumbersAreRead_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("number");
    QTest::newRow("thousands") << QStringLiteral("12,650,000") << 12'650'000.0;
    QTest::newRow("millions") << QStringLiteral("50M") << 50e6;
    QTest::newRow("thousand") << QStringLiteral("1.5 k") << 1500.0;
    QTest::newRow("exponent") << QStringLiteral("3e6") << 3e6;
    QTest::newRow("minus of print") << QStringLiteral("−2") << -2.0;
}

void WordsTest::typedNumbersAreRead() {
    QFETCH(QString, text);
    QFETCH(double, number);
    QCOMPARE(numberOf(text), number);
}

void WordsTest::whatIsNoNumberIsRefused() {
    for (const char* text : {"many", "1e999", "", "1.2.3", "nan", "inf"}) {
        QVERIFY2(std::isnan(numberOf(QLatin1String(text))), text);
    }
}

QTEST_APPLESS_MAIN(WordsTest)
#include "words_test.moc"
