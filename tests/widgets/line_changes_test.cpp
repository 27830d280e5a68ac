// SPDX-License-Identifier: Apache-2.0
#include "widgets/export/line_changes.h"

#include <QTest>

using namespace tideline;
using Kind = ChangedLine::Kind;

class LineChangesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aChangedLineStandsBetweenItsNeighbours();
    void farLinesAreLeftOut();
    void equalTextsHaveNothingToShow();
};

namespace {

QString numbered(int from, int to) {
    QString text;
    for (int i = from; i <= to; ++i) {
        text += QStringLiteral("line %1\n").arg(i);
    }
    return text;
}

}  // namespace

void LineChangesTest::aChangedLineStandsBetweenItsNeighbours() {
    const std::vector<ChangedLine> lines =
        changesBetween(QStringLiteral("a\nreplicas: 2\nb\n"), QStringLiteral("a\nreplicas: 3\nb\n"));
    QCOMPARE(lines.size(), std::size_t{4});
    QCOMPARE(lines[0].text, QStringLiteral("a"));
    QVERIFY(lines[1].kind == Kind::Removed);
    QCOMPARE(lines[1].text, QStringLiteral("replicas: 2"));
    QCOMPARE(lines[1].before, 2);
    QVERIFY(lines[2].kind == Kind::Added);
    QCOMPARE(lines[2].text, QStringLiteral("replicas: 3"));
    QCOMPARE(lines[2].after, 2);
    QVERIFY(lines[3].kind == Kind::Same);
    QCOMPARE(lines[3].after, 3);
}

void LineChangesTest::farLinesAreLeftOut() {
    QString after = numbered(1, 30);
    after.replace(QLatin1String("line 15\n"), QLatin1String("line fifteen\n"));
    const std::vector<ChangedLine> lines = changesBetween(numbered(1, 30), after);
    // A gap, three lines, the old and the new one, three lines, a gap.
    QCOMPARE(lines.size(), std::size_t{10});
    QVERIFY(lines.front().kind == Kind::Gap);
    QVERIFY(lines.back().kind == Kind::Gap);
    QCOMPARE(lines[1].text, QStringLiteral("line 12"));
    QCOMPARE(lines[8].text, QStringLiteral("line 18"));
}

void LineChangesTest::equalTextsHaveNothingToShow() {
    for (const ChangedLine& line : changesBetween(numbered(1, 5), numbered(1, 5))) {
        QVERIFY(line.kind == Kind::Gap);
    }
}

QTEST_GUILESS_MAIN(LineChangesTest)
#include "line_changes_test.moc"
