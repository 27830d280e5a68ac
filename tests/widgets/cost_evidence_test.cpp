// SPDX-License-Identifier: Apache-2.0
#include "app/gui/bottom_strip.h"
#include "app/gui/workspace.h"
#include "core/edit/bill_edits.h"
#include "tests/widgets/studio_fixture.h"
#include "widgets/controls/quantity_field.h"
#include "widgets/controls/segmented_control.h"
#include "widgets/cost/chart_evidence.h"
#include "widgets/cost/chart_switches.h"
#include "widgets/cost/cost_chart.h"
#include "widgets/cost/cost_panel.h"
#include "widgets/cost/growth_chart.h"
#include "widgets/cost/growth_lines.h"
#include "widgets/cost/likely_range.h"
#include "widgets/look/fonts.h"
#include "widgets/look/words.h"

#include <QCheckBox>
#include <QTemporaryDir>

using namespace tideline;
using tideline::test::OpenStudio;

class CostEvidenceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aRangeDrawsABandAndUndoTakesItAway();
    void theSwitchHidesTheBand();
    void publishedPointsAreHollowDotsWithTheirAssumption();
    void doubtfulWinnersAreTooCloseToCall();
    void peopleAreSwitchedInTheHeadAndCanBeUndone();
    void monthsShowGrowthAndFollowTheField();
    void sentencesAboutGrowthAreWhole();
    void arrowKeysReadTheMonths();
    void withoutLoadThereIsNoGrowth();

private:
    QTemporaryDir m_settings;
};

namespace {

CostPanel& panelOf(OpenStudio& studio) {
    studio.window.workspace().showStrip(0);
    CostPanel& panel = studio.window.workspace().strip().cost();
    panel.chart();
    studio.settle();
    return panel;
}

QCheckBox* boxNamed(QWidget& parent, const QString& text) {
    for (QCheckBox* box : parent.findChildren<QCheckBox*>()) {
        if (box->text() == text) {
            return box;
        }
    }
    return nullptr;
}

InputRange uncertainLoad(OpenStudio& studio) {
    const Entry& entry = *studio.window.session().design().entries.find(EntryId{"gateway"});
    return {.input = "entries/" + entry.id.text + "/monthly", .low = entry.monthly / 4, .high = entry.monthly * 4};
}

QImage pictureOf(QWidget& widget) {
    return widget.grab().toImage();
}

}  // namespace

void CostEvidenceTest::init() {
    tideline::test::useFreshSettings(m_settings.path());
}

void CostEvidenceTest::aRangeDrawsABandAndUndoTakesItAway() {
    OpenStudio studio;
    CostPanel& panel = panelOf(studio);
    const QImage before = pictureOf(panel.chart());
    QVERIFY(panel.likelyRange().bands().bands.empty());
    QVERIFY(!boxNamed(panel.switches(), QStringLiteral("Likely range"))->isEnabled());
    studio.window.session().apply(setInputRange(uncertainLoad(studio)));
    studio.settle();
    panel.likelyRange().finish();
    const CostBand* band = panel.likelyRange().band("as-designed");
    QVERIFY(band);
    QVERIFY(band->p90.back() > band->p10.back());
    QVERIFY(pictureOf(panel.chart()) != before);
    QVERIFY(boxNamed(panel.switches(), QStringLiteral("Likely range"))->isEnabled());
    studio.window.session().undo();
    studio.settle();
    panel.likelyRange().finish();
    QVERIFY(panel.likelyRange().bands().bands.empty());
    QCOMPARE(pictureOf(panel.chart()), before);
}

void CostEvidenceTest::theSwitchHidesTheBand() {
    OpenStudio studio;
    CostPanel& panel = panelOf(studio);
    const QImage plain = pictureOf(panel.chart());
    studio.window.session().apply(setInputRange(uncertainLoad(studio)));
    studio.settle();
    panel.likelyRange().finish();
    QVERIFY(pictureOf(panel.chart()) != plain);
    QTest::keyClick(boxNamed(panel.switches(), QStringLiteral("Likely range")), Qt::Key_Space);
    QCOMPARE(pictureOf(panel.chart()), plain);
}

void CostEvidenceTest::publishedPointsAreHollowDotsWithTheirAssumption() {
    OpenStudio studio;
    CostPanel& panel = panelOf(studio);
    const QImage with = pictureOf(panel.chart());
    QTest::mouseClick(boxNamed(panel.switches(), QStringLiteral("Published points")), Qt::LeftButton);
    QVERIFY(pictureOf(panel.chart()) != with);
    const ChartFrame frame{
        .plot = QRectF(0, 0, 400, 200), .fromRequests = 1e6, .toRequests = 1e9, .fromDollars = 10, .toDollars = 10'000};
    const PublishedPoint* point = publishedPointAt(frame, {frame.x(5e7) + 3, frame.y(672) - 3});
    QVERIFY(point);
    QCOMPARE(point->monthly, 672.0);
    QCOMPARE(publishedText(*point),
             QStringLiteral("Published: %1 on functions, $672.00\nThe articles assume: a heavier workload: 500 ms and "
                            "1 GB, with REST gateway, logs and NAT.")
                 .arg(requestsPerMonthText(5e7)));
    QVERIFY(!publishedPointAt(frame, {frame.x(5e7), frame.y(50)}));
    // A row below the plot is not there at all.
    QVERIFY(!publishedPointAt(frame, {frame.x(1e6), frame.y(3.5)}));
}

void CostEvidenceTest::doubtfulWinnersAreTooCloseToCall() {
    Uncertainty likely{.requestsPerMonth = {1, 10, 100, 1000}, .bands = {}, .preferences = {}, .samples = 100};
    likely.preferences.push_back({"all-kubernetes", "all-functions", {0, 0.2, 0.7, 1}});
    const std::vector<ChartRegion> cut = withDoubt({{1, 30, "all-functions"}, {30, 1000, "all-kubernetes"}}, likely);
    QCOMPARE(cut.size(), std::size_t{3});
    QCOMPARE(cut[0].key, std::string("all-functions"));
    QCOMPARE(cut[1].key, std::string());
    QVERIFY(cut[1].from > 1 && cut[1].from < 10);
    QVERIFY(cut[1].to > 100 && cut[1].to < 1000);
    QCOMPARE(cut[2].key, std::string("all-kubernetes"));
    QCOMPARE(cut[2].to, 1000.0);
}

void CostEvidenceTest::peopleAreSwitchedInTheHeadAndCanBeUndone() {
    OpenStudio studio;
    CostPanel& panel = panelOf(studio);
    QCheckBox* people = boxNamed(panel.switches(), QStringLiteral("People"));
    QVERIFY(people && people->isVisible() && !people->isChecked());
    const double before = studio.monthly();
    const auto highestOfDesign = [&] {
        for (const CostCurve& curve : studio.window.session().analysis().figures.curves.curves) {
            if (curve.key == "as-designed") {
                return curve.monthly.back();
            }
        }
        return 0.0;
    };
    const double highest = highestOfDesign();
    QTest::mouseClick(people, Qt::LeftButton);
    studio.settle();
    QCOMPARE(studio.monthly(), before + 16'500);
    QVERIFY(highestOfDesign() > highest + 16'000);
    studio.window.session().undo();
    studio.settle();
    QCOMPARE(studio.monthly(), before);
    QVERIFY(!people->isChecked());
}

void CostEvidenceTest::monthsShowGrowthAndFollowTheField() {
    OpenStudio studio;
    CostPanel& panel = panelOf(studio);
    auto* axis = panel.switches().findChild<SegmentedControl*>();
    axis->setFocus();
    QTest::keyClick(axis, Qt::Key_Right);
    QVERIFY(panel.switches().isOverMonths());
    QVERIFY(panel.growth().isVisible());
    QVERIFY(!panel.chart().isVisible());
    panel.growth().finish();
    const std::vector<GrowthMonth>& months = panel.growth().months();
    QCOMPARE(months.size(), std::size_t{36});
    QCOMPARE(months.front().monthly, studio.monthly());
    QVERIFY(months.back().requestsPerMonth > 25 * months.front().requestsPerMonth);
    QuantityField& field = panel.growth().shareField();
    field.setFocus();
    field.selectAll();
    QTest::keyClicks(&field, QStringLiteral("0"));
    QTest::keyClick(&field, Qt::Key_Return);
    panel.growth().finish();
    QCOMPARE(panel.growth().months().back().monthly, studio.monthly());
    QVERIFY(doublingSentence(panel.growth().months()).isEmpty());
}

void CostEvidenceTest::sentencesAboutGrowthAreWhole() {
    for (const QSize size : {QSize(1440, 900), QSize(1280, 720)}) {
        OpenStudio studio("order-platform", size);
        studio.window.workspace().showStrip(0);
        CostPanel& panel = panelOf(studio);
        panel.switches().findChild<SegmentedControl*>()->choose(1);
        panel.growth().finish();
        const GrowthFrame frame = panel.growth().frame();
        const QStringList lines = growthHeadLines(frame, panel.growth().months());
        QVERIFY(lines.join(QLatin1Char(' ')).contains(QLatin1String("cheaper from month ")));
        const QFontMetricsF metrics(fontOf(FontRole::Small));
        QVERIFY(static_cast<double>(lines.size()) * metrics.height() <= growthHead(frame).height());
        for (const QString& line : lines) {
            QVERIFY2(metrics.horizontalAdvance(line) <= growthHead(frame).width(), qPrintable(line));
        }
    }
}

void CostEvidenceTest::arrowKeysReadTheMonths() {
    OpenStudio studio;
    CostPanel& panel = panelOf(studio);
    panel.switches().findChild<SegmentedControl*>()->choose(1);
    panel.growth().finish();
    panel.growth().setFocus();
    QTest::keyClick(&panel.growth(), Qt::Key_End);
    QCOMPARE(panel.growth().chosenMonth(), std::optional(36));
    QTest::keyClick(&panel.growth(), Qt::Key_Left);
    QCOMPARE(panel.growth().chosenMonth(), std::optional(35));
    QVERIFY(panel.growth().accessibleDescription().startsWith(QStringLiteral("Month 35, ")));
}

void CostEvidenceTest::withoutLoadThereIsNoGrowth() {
    OpenStudio studio;
    CostPanel& panel = panelOf(studio);
    panel.switches().findChild<SegmentedControl*>()->choose(1);
    studio.window.session().open(Design{});
    studio.settle();
    panel.growth().finish();
    QVERIFY(panel.growth().months().empty());
    QCOMPARE(panel.growth().accessibleDescription(), QStringLiteral("No request of a user arrives, so nothing grows."));
    QVERIFY(!pictureOf(panel.growth()).isNull());
}

QTEST_MAIN(CostEvidenceTest)
#include "cost_evidence_test.moc"
