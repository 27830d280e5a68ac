// SPDX-License-Identifier: Apache-2.0
#include "app/gui/bottom_strip.h"
#include "app/gui/workspace.h"
#include "core/edit/bill_edits.h"
#include "core/figures/figures.h"
#include "tests/widgets/studio_fixture.h"
#include "widgets/controls/segmented_control.h"
#include "widgets/cost/bill_tree.h"
#include "widgets/cost/bill_tree_model.h"
#include "widgets/cost/cost_panel.h"
#include "widgets/cost/cost_table_model.h"
#include "widgets/cost/line_words.h"
#include "widgets/look/words.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>

using namespace tideline;
using tideline::test::OpenStudio;

class BillTableTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void groupsAddUpToTheTotalInEveryGrouping();
    void theSwitchGroupsByPlaceAndCategory();
    void theLastRowInSightIsWhole();
    void aLineUnfoldsIntoItsArithmeticAndSourceByKeyboard();
    void aLineSaysItsSourceDateAndAddressOnHover();
    void aDiscountIsMarkedOnItsLines();
    void whatIsUnfoldedStaysWhileTheLoadChanges();
    void theModelKeepsItsPromises();
    void comparedColumnsCostWhatTheirCurvesCost();

private:
    QTemporaryDir m_settings;
};

namespace {

CostPanel& panelOf(OpenStudio& studio) {
    studio.window.workspace().showBillLines();
    return studio.window.workspace().strip().cost();
}

/// Of the first line whose title begins so; invalid where there is none.
QModelIndex lineOf(const QAbstractItemModel& model, const QString& title) {
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex group = model.index(row, 0);
        for (int line = 0; line < model.rowCount(group); ++line) {
            const QModelIndex at = model.index(line, 0, group);
            if (at.data().toString().startsWith(title)) {
                return at;
            }
        }
    }
    return {};
}

double dollarsOf(const QString& text) {
    QString plain = text;
    plain.remove(QLatin1Char('$')).remove(QLatin1Char(','));
    return plain == QStringLiteral("–") ? 0 : plain.toDouble();
}

}  // namespace

void BillTableTest::init() {
    tideline::test::useFreshSettings(m_settings.path());
}

void BillTableTest::groupsAddUpToTheTotalInEveryGrouping() {
    OpenStudio studio;
    BillTree& tree = panelOf(studio).billTree();
    for (const BillGrouping grouping : {BillGrouping::Service, BillGrouping::Place, BillGrouping::Category}) {
        tree.group(grouping);
        const QAbstractItemModel& model = *tree.model();
        const int last = model.rowCount() - 1;
        QVERIFY(last > 1);
        double groups = 0, lines = 0;
        for (int row = 0; row < last; ++row) {
            const QModelIndex group = model.index(row, 0);
            groups += dollarsOf(model.index(row, BillTreeModel::kMonthly).data().toString());
            QVERIFY(model.rowCount(group) > 0);
            for (int line = 0; line < model.rowCount(group); ++line) {
                lines += dollarsOf(model.index(line, BillTreeModel::kMonthly, group).data().toString());
            }
        }
        QCOMPARE(model.index(last, 0).data().toString(), QStringLiteral("Total"));
        QCOMPARE(model.index(last, BillTreeModel::kMonthly).data().toString(), tableMoney(studio.monthly()));
        // Shown numbers are rounded to the cent, each for itself.
        QVERIFY(std::abs(groups - studio.monthly()) < 0.01 * last);
        QVERIFY(std::abs(lines - studio.monthly()) < 1);
    }
}

void BillTableTest::theSwitchGroupsByPlaceAndCategory() {
    OpenStudio studio;
    CostPanel& panel = panelOf(studio);
    SegmentedControl& grouping = panel.groupingSwitch();
    QVERIFY(grouping.isVisible());
    grouping.setFocus();
    QTest::keyClick(&grouping, Qt::Key_Right);
    const QAbstractItemModel& model = *panel.billTree().model();
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Kubernetes core"));
    QTest::keyClick(&grouping, Qt::Key_Right);
    QStringList titles;
    for (int row = 0; row < model.rowCount(); ++row) {
        titles.append(model.index(row, 0).data().toString());
    }
    QVERIFY(titles.contains(QStringLiteral("Control plane")));
    QVERIFY(titles.contains(QStringLiteral("Logs")));
    QVERIFY(!panel.billTree().isColumnHidden(BillTreeModel::kWhose));
}

void BillTableTest::theLastRowInSightIsWhole() {
    for (const QSize size : {QSize(1440, 900), QSize(1280, 720), QSize(1366, 768)}) {
        OpenStudio studio("order-platform", size);
        studio.window.workspace().showStrip(0);
        CostPanel& panel = panelOf(studio);
        panel.showLines();
        studio.settle();
        BillTree& tree = panel.billTree();
        for (const bool atTheEnd : {false, true}) {
            atTheEnd ? tree.scrollToBottom() : tree.scrollToTop();
            const QRect last = tree.visualRect(tree.indexAt(QPoint(20, tree.viewport()->height() - 1)));
            QVERIFY(last.isValid());
            QCOMPARE(last.bottom(), tree.viewport()->height() - 1);
        }
    }
}

void BillTableTest::aLineUnfoldsIntoItsArithmeticAndSourceByKeyboard() {
    OpenStudio studio;
    BillTree& tree = panelOf(studio).billTree();
    const QModelIndex line = lineOf(*tree.model(), QStringLiteral("Control plane"));
    QVERIFY(line.isValid());
    tree.setFocus();
    tree.expand(line.parent());
    tree.setCurrentIndex(line);
    QVERIFY(!tree.isExpanded(line));
    QTest::keyClick(&tree, Qt::Key_Right);
    QVERIFY(tree.isExpanded(line));
    QStringList steps;
    for (int row = 0; row < tree.model()->rowCount(line); ++row) {
        steps.append(tree.model()->index(row, 0, line).data().toString());
        QVERIFY(tree.isFirstColumnSpanned(row, line));
    }
    QVERIFY2(steps.join(QLatin1Char('|')).contains(QStringLiteral("730")), qPrintable(steps.join(QLatin1Char('|'))));
    QVERIFY(steps.last().startsWith(QStringLiteral("Source: ")));
}

void BillTableTest::aLineSaysItsSourceDateAndAddressOnHover() {
    OpenStudio studio;
    BillTree& tree = panelOf(studio).billTree();
    const QModelIndex line = lineOf(*tree.model(), QStringLiteral("Control plane"));
    const QString tip = line.data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(QStringLiteral("as of")), qPrintable(tip));
    QVERIFY2(tip.contains(QStringLiteral("https://")), qPrintable(tip));
    QCOMPARE(line.data(Qt::WhatsThisRole).toString(), tip);
}

void BillTableTest::aDiscountIsMarkedOnItsLines() {
    OpenStudio studio;
    BillTree& tree = panelOf(studio).billTree();
    const auto markOfNodes = [&] {
        const QModelIndex line = lineOf(*tree.model(), QStringLiteral("Nodes"));
        return static_cast<LineMark>(line.data(BillTreeModel::kMarkRole).toInt());
    };
    const double before = studio.monthly();
    QCOMPARE(markOfNodes(), LineMark::None);
    studio.window.session().apply(
        setDiscounts({{.prices = "aws.ec2.", .title = "Savings plan, 1 year", .off = 0.27}}, "test"));
    studio.settle();
    QVERIFY(studio.monthly() < before);
    QCOMPARE(markOfNodes(), LineMark::Discount);
    const QString tip = lineOf(*tree.model(), QStringLiteral("Nodes")).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(QStringLiteral("27 % off the list price (Savings plan, 1 year)")), qPrintable(tip));
}

void BillTableTest::whatIsUnfoldedStaysWhileTheLoadChanges() {
    OpenStudio studio;
    BillTree& tree = panelOf(studio).billTree();
    tree.expand(lineOf(*tree.model(), QStringLiteral("Control plane")).parent());
    tree.expand(lineOf(*tree.model(), QStringLiteral("Control plane")));
    studio.window.session().showTraffic(requestsPerMonth(studio.window.session().design()) * 40);
    studio.settle();
    const QModelIndex line = lineOf(*tree.model(), QStringLiteral("Control plane"));
    QVERIFY(tree.isExpanded(line));
    QVERIFY(tree.isExpanded(line.parent()));
    studio.window.session().dropShownTraffic();
    studio.settle();
}

void BillTableTest::theModelKeepsItsPromises() {
    OpenStudio studio;
    BillTreeModel model(studio.window.session());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const BillLine& line : studio.window.session().analysis().figures.bill.lines) {
        QCOMPARE(lineSteps(line).size(), lineStepCount(line));
    }
    model.group(BillGrouping::Category);
    studio.window.session().showTraffic(1'000'000'000);
    studio.settle();
    studio.window.session().dropShownTraffic();
    studio.settle();
    model.group(BillGrouping::Place);
}

void BillTableTest::comparedColumnsCostWhatTheirCurvesCost() {
    OpenStudio studio;
    const CostTableModel table(studio.window.session());
    const Figures& figures = studio.window.session().analysis().figures;
    const double drawn = figures.bill.requestsPerMonth;
    const StudioData& data = tideline::test::studioData();
    const Curves curves = curvesOf(figures.design, data.catalog, data.prices, {drawn, 2 * drawn, 2});
    const int total = table.rowCount() - 2;
    QCOMPARE(table.index(total, 0).data().toString(), QStringLiteral("Total"));
    const std::pair<int, const char*> columns[] = {{CostTableModel::kDesigned, "as-designed"},
                                                   {CostTableModel::kKubernetes, "all-kubernetes"},
                                                   {CostTableModel::kFunctions, "all-functions"}};
    for (const auto& [column, key] : columns) {
        const auto curve = std::ranges::find(curves.curves, key, &CostCurve::key);
        QVERIFY(curve != curves.curves.end());
        QCOMPARE(table.index(total, column).data().toString(), tableMoney(curve->monthly.front()));
    }
}

QTEST_MAIN(BillTableTest)
#include "bill_table_test.moc"
