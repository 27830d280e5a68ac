// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sample_designs.h"
#include "tests/support/shipped_data.h"
#include "tests/widgets/canvas_desk.h"
#include "widgets/canvas/topic_painter.h"
#include "widgets/session/place_totals.h"

namespace tideline::test {

/// What cards, pills, plates, heads and the rack say.
class CanvasFactsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesOfTopicsAreWholeFrom75Percent() {
        Desk desk(orderPlatform());
        for (const double zoom : {1.0, 0.85, 0.79, 0.75}) {
            desk.canvas.stage().zoomTo(zoom, QPointF(0, 0));
            for (const Pill& pill : desk.canvas.stage().picture.pills()) {
                const double text = pill.text.widthAt(std::max(10.0, 11.5 * zoom));
                const QRectF place = desk.canvas.stage().view.toScreen(pill.rect);
                const PillInside inside = pillInside(place, text, zoom, Detail::Full);
                QVERIFY2(text <= inside.room, qPrintable(pill.name));
                QVERIFY(inside.textLeft >= place.left() && inside.textLeft + text <= place.right());
            }
        }
    }

    void aPillIsAsWideAsItsNameWithinItsLimits() {
        Design design = Desk::sample();
        design.topics.put({TopicId{"a"}, "a", 100, {}});
        design.topics.put({TopicId{"b"}, "payments.settled", 150, {}});
        design.topics.put({TopicId{"c"}, "an.event.with.a.name.that.no.lane.can.hold", 200, {}});
        Desk desk(design);
        QCOMPARE(desk.canvas.stage().picture.pills()[0].rect.width(), 96.0);
        const double middle = desk.canvas.stage().picture.pills()[1].rect.width();
        QVERIFY(middle > 96 && middle <= 132);
        QCOMPARE(desk.canvas.stage().picture.pills()[2].rect.width(), 132.0);
    }

    void aLongNameTakesTheRoomOfTheIconBeforeItIsCut() {
        const QRectF place(0, 0, 132, 28);
        QVERIFY(!pillInside(place, 90, 1, Detail::Full).icon.isEmpty());
        QVERIFY(pillInside(place, 120, 1, Detail::Full).icon.isEmpty());
        QVERIFY(pillInside(place, 120, 1, Detail::Full).room >= 120);
    }

    void platesShowMoneyAndNoneOverlaps() {
        Design design = Desk::sample();
        for (int i = 0; i < 8; ++i) {
            const std::string mail = "mail" + std::to_string(i);
            Desk::add(design, mail.c_str(), mail.c_str(), "email-sender", Host::Function, 648 + i % 2 * 232.0,
                      144 + i / 2 * 92.0);
            Desk::connect(design, ("x" + std::to_string(i)).c_str(), i % 2 == 0 ? "orders" : "users", mail.c_str());
        }
        design.entries.put({EntryId{"e"}, ServiceId{"orders"}, 3'000'000, "steady", false, {}});
        design.topics.put({TopicId{"t"}, "orders.placed", 200, {}});
        Desk desk(design);
        desk.canvas.stage().router.routeAll();
        desk.draw();
        const auto& plates = desk.canvas.stage().plates.all();
        QCOMPARE(plates.size(), 8U);
        const int orders = desk.canvas.stage().picture.boxOf(ServiceId{"orders"});
        for (std::size_t i = 0; i < plates.size(); ++i) {
            // Nobody asks the service users, so its mails cost nothing.
            const bool isAsked = desk.canvas.stage().picture.line(plates[i].line).from.index == orders;
            QVERIFY(plates[i].text.text().startsWith(isAsked ? QStringLiteral("$") : QStringLiteral("no charge")));
            QCOMPARE(plates[i].text.text().endsWith(QStringLiteral("/mo")), isAsked);
            for (std::size_t k = i + 1; k < plates.size(); ++k) {
                QVERIFY(!plates[i].rect.intersects(plates[k].rect));
            }
            for (const Pill& pill : desk.canvas.stage().picture.pills()) {
                QVERIFY(!plates[i].rect.intersects(pill.rect));
            }
        }
        const ConnectionCost cost = desk.session.analysis().figures.connections.at({"x0"});
        QVERIFY(cost.dollars() > 0.1);
        const int line = desk.canvas.stage().picture.lineOf(ConnectionId{"x0"});
        QCOMPARE(desk.canvas.stage().plates.of(line)->text.text(),
                 QStringLiteral("$%1/mo").arg(cost.dollars(), 0, 'f', 2));
    }

    void headsAgreeWithTheGroupsOfTheCostTable() {
        Desk desk(orderPlatform());
        const Figures& figures = desk.session.analysis().figures;
        const PlaceTotals totals = placeTotals(figures.bill, desk.session.design());
        const auto headOf = [&](const char* type) {
            double sum = 0;
            const auto& lanes = desk.canvas.stage().picture.plan().lanes;
            for (std::size_t i = 0; i < lanes.size(); ++i) {
                sum += lanes[i].zone.type == type ? desk.canvas.stage().facts.lanes[i].dollars : 0;
            }
            return sum;
        };
        QVERIFY(std::abs(headOf("cluster") - totals.of(Place::Core).dollars()) < 1e-6);
        QVERIFY(std::abs(headOf("bus") - totals.of(Place::Bus).dollars()) < 1e-6);
        const double edge = totals.of(Place::Functions).dollars() + totals.of(Place::Wasm).dollars();
        QVERIFY(std::abs(headOf("functions") - edge) < 1e-6);
    }

    void headsOfBusAndOutsideCountTheManagedServicesThere() {
        Desk desk(shippedDesign("iot-and-webhooks"));
        const Analysis& analysis = desk.session.analysis();
        const auto& lanes = desk.canvas.stage().picture.plan().lanes;
        double managed = 0;
        for (std::size_t i = 0; i < lanes.size(); ++i) {
            const LaneFacts& facts = desk.canvas.stage().facts.lanes[i];
            managed += facts.managedDollars;
            double cards = 0;
            for (const BillLine& line : analysis.figures.bill.lines) {
                const Service* service = line.service ? desk.session.design().services.find(*line.service) : nullptr;
                cards += service != nullptr && service->zone == lanes[i].zone.id ? line.monthly.dollars() : 0;
            }
            if (lanes[i].zone.type == "bus" || lanes[i].zone.type == "external") {
                QVERIFY(cards > 10);
                QVERIFY(std::abs(facts.dollars - cards) < 1e-6);
            }
        }
        QCOMPARE(managed, 0.0);
    }

    void cardsOfTheCoreShowTheirShareOfTheNodes() {
        Desk desk(orderPlatform());
        double shares = 0;
        for (const auto& [id, dollars] : desk.session.analysis().figures.nodeDollars) {
            const int box = desk.canvas.stage().picture.boxOf(id);
            const BoxText& text =
                desk.canvas.stage().picture.textOf(box, desk.session.design(), desk.session.analysis().figures);
            QVERIFY(text.facts.isMonthly);
            QVERIFY2(text.facts.money.startsWith(QLatin1Char('$')), qPrintable(text.facts.money));
            shares += dollars;
        }
        QVERIFY(shares >= desk.canvas.stage().facts.rack.dollars);
    }

    void theRackShowsTheNodesThatThePackingFills() {
        Desk desk(orderPlatform());
        const RackFacts& rack = desk.canvas.stage().facts.rack;
        const ClusterFigures& cluster = *desk.session.analysis().figures.cluster;
        QCOMPARE(rack.nodes.size(), 7U);
        QCOMPARE(rack.more, 0.0);
        double pods = 0;
        std::set<double> widths;
        for (const std::vector<NodePod>& node : rack.nodes) {
            pods += static_cast<double>(node.size());
            for (const NodePod& pod : node) {
                widths.insert(pod.share);
                QVERIFY(pod.share > 0 && pod.share <= 1);
            }
        }
        QCOMPARE(pods, cluster.need.peakPods);
        QVERIFY(widths.size() > 2);
        QVERIFY2(rack.title.startsWith(QStringLiteral("7 \u00d7 m7g.large")), qPrintable(rack.title));
        QVERIFY2(rack.next.contains(QStringLiteral("eighth node")), qPrintable(rack.next));
    }

    void moreThanNineNodesAreThreeAndACount() {
        Design design = orderPlatform();
        design.settings.cluster.nodes = 15;
        Desk desk(design);
        QCOMPARE(desk.canvas.stage().facts.rack.nodes.size(), 3U);
        QCOMPARE(desk.canvas.stage().facts.rack.more, 12.0);
    }

    void aSearchHitIsFramedUntilSomethingElseIsChosen() {
        Desk desk;
        desk.canvas.jumpTo(ServiceId{"mail"});
        QVERIFY(desk.canvas.stage().overlay.found.has_value());
        QTRY_VERIFY_WITH_TIMEOUT(!desk.canvas.stage().overlay.pulsing.has_value(), 3000);
        QVERIFY(desk.canvas.stage().overlay.found.has_value());
        desk.draw();
        const QImage image = desk.canvas.grab().toImage();
        const QRectF place = desk.canvas.stage().view.toScreen(desk.box("mail").rect);
        QCOMPARE(image.pixelColor(QPoint(static_cast<int>(place.center().x()) + 30, static_cast<int>(place.top()) + 1)),
                 lightTheme().warnFill);
        desk.key(Qt::Key_Escape);
        QVERIFY(!desk.canvas.stage().overlay.found.has_value());
    }

    void theBadgeOfAFindingLiesOverTheFrameOfASelectedCard() {
        Desk desk(orderPlatform());
        const auto& boxes = desk.canvas.stage().picture.boxes();
        const auto box = std::ranges::find_if(boxes, [](const Box& each) { return each.worst.has_value(); });
        QVERIFY(box != boxes.end());
        const QPointF corner = desk.canvas.stage().view.toScreen(box->rect).topRight();
        const QRect badge(corner.toPoint() - QPoint(6, 0), QSize(7, 7));
        desk.hover(QPoint(2, 2));
        const QImage before = desk.canvas.grab(badge).toImage();
        desk.canvas.selectServices({box->id});
        QCOMPARE(desk.canvas.grab(badge).toImage(), before);
    }
};

}  // namespace tideline::test

QTEST_MAIN(tideline::test::CanvasFactsTest)
#include "canvas_facts_test.moc"
