// SPDX-License-Identifier: Apache-2.0
#include "tests/widgets/canvas_desk.h"
#include "widgets/look/motion.h"

#include <QDropEvent>
#include <QMimeData>

namespace tideline::test {

/// What a drop does besides moving a card: leading it into a connection, making room, gliding, other ends.
class CanvasDropTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCardDroppedOnAConnectionIsInsertedInOneStep() {
        Desk desk(withCall());
        drag(desk, "cache", middleOfCall(desk));
        QVERIFY(desk.between("users", "cache") != nullptr);
        QVERIFY(desk.between("cache", "database") != nullptr);
        QVERIFY(desk.between("users", "database") == nullptr);
        QVERIFY2(desk.said.startsWith(QStringLiteral("Between User service and Database")), qPrintable(desk.said));
        desk.session.undo();
        QVERIFY(desk.between("users", "database") != nullptr);
        QCOMPARE(desk.session.design().connections.size(), 1U);
        QVERIFY(!desk.session.canUndo());
    }

    void whileItIsOverTheConnectionTheDropSaysSo() {
        Desk desk(withCall());
        const QPoint from = desk.middleOf("cache");
        const QPoint to = middleOfCall(desk);
        desk.press(from);
        desk.moveTo(from, to);
        QVERIFY(desk.canvas.stage().overlay.spliced == ConnectionId{"c"});
        QCOMPARE(desk.canvas.stage().overlay.callout->first, QStringLiteral("Between User service and Database"));
        desk.moveTo(to, to + QPoint(0, 150));
        QVERIFY(!desk.canvas.stage().overlay.spliced.has_value());
        desk.moveTo(to + QPoint(0, 150), to, Qt::AltModifier);
        QVERIFY(!desk.canvas.stage().overlay.spliced.has_value());
        desk.release(to, Qt::AltModifier);
        QVERIFY(desk.between("users", "database") != nullptr);
    }

    void aCardThatIsConnectedAlreadyIsNotInserted() {
        Design design = withCall();
        Desk::connect(design, "d", "users", "cache", ConnectionType::Data);
        Desk desk(design);
        drag(desk, "cache", middleOfCall(desk));
        QVERIFY(desk.between("users", "database") != nullptr);
        QCOMPARE(desk.session.design().connections.size(), 2U);
    }

    void aKindFromThePaletteIsInsertedToo() {
        Desk desk(withCall());
        drop(desk, "http-api", middleOfCall(desk));
        QCOMPARE(desk.session.design().services.size(), 6U);
        QCOMPARE(desk.session.design().connections.size(), 2U);
        QVERIFY(desk.between("users", "database") == nullptr);
        desk.session.undo();
        QCOMPARE(desk.session.design().services.size(), 5U);
        QCOMPARE(desk.session.design().connections.size(), 1U);
    }

    void theEndOfAConnectionIsLedToAnotherService() {
        Desk desk(withCall());
        const QPoint end = selectCall(desk).toPoint();
        desk.drag(end, desk.middleOf("orders"));
        QCOMPARE(desk.connection("c")->to, ServiceId{"orders"});
        QCOMPARE(desk.connection("c")->type, ConnectionType::Sync);
        QVERIFY(desk.canvas.selection().connections.contains(ConnectionId{"c"}));
        desk.session.undo();
        QCOMPARE(desk.connection("c")->to, ServiceId{"database"});
        QCOMPARE(desk.connection("c")->type, ConnectionType::Data);
        QVERIFY(!desk.session.canUndo());
    }

    void anEndThatIsDroppedOnNothingStays() {
        Desk desk(withCall());
        const QPoint end = selectCall(desk).toPoint();
        desk.drag(end, desk.at(300, 440));
        QCOMPARE(desk.connection("c")->to, ServiceId{"database"});
        QVERIFY(!desk.session.canUndo());
        QVERIFY(desk.canvas.stage().paintState.hiddenLines.empty());
        QVERIFY(desk.canvas.selection().connections.contains(ConnectionId{"c"}));
    }

    void aDropOnACardGoesToTheNextFreePlace() {
        Desk desk;
        drag(desk, "orders", desk.middleOf("database") + QPoint(30, 8));
        const QRectF moved = desk.box("orders").rect;
        QVERIFY(!moved.intersects(desk.box("database").rect));
        QVERIFY(!moved.intersects(desk.box("users").rect));
        QVERIFY(desk.spot("orders")->x > 200);
        desk.session.undo();
        QCOMPARE(desk.spot("orders")->x, 16.0);
        drop(desk, "cache", desk.middleOf("users") + QPoint(10, 10));
        for (const Box& box : desk.canvas.stage().picture.boxes()) {
            for (const Box& other : desk.canvas.stage().picture.boxes()) {
                QVERIFY(box.id == other.id || !box.rect.intersects(other.rect));
            }
        }
    }

    void aRefusedCardFliesBackAndADroppedOneSettles() {
        Desk desk;
        const Area wasm = *desk.canvas.stage().picture.plan().find(ZoneId{"serverless-edge"})->wasm;
        drag(desk, "database", desk.at(wasm.x + 120, wasm.y + 70));
        QVERIFY(desk.canvas.stage().glide.isRunning());
        QCOMPARE(desk.box("database").rect.left(), 248.0);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.canvas.stage().glide.isRunning(), 2000);
        QVERIFY(desk.canvas.stage().paintState.hiddenBoxes.empty());
        QVERIFY(desk.canvas.stage().overlay.gliding.empty());
        drag(desk, "orders", desk.middleOf("database") + QPoint(30, 8));
        QVERIFY(desk.canvas.stage().glide.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!desk.canvas.stage().glide.isRunning(), 2000);
    }

    void reducedMotionLeavesNothingGliding() {
        setMotion(MotionSetting::Reduced);
        Desk desk;
        const Area wasm = *desk.canvas.stage().picture.plan().find(ZoneId{"serverless-edge"})->wasm;
        drag(desk, "database", desk.at(wasm.x + 120, wasm.y + 70));
        const bool isRunning = desk.canvas.stage().glide.isRunning();
        setMotion(MotionSetting::Full);
        QVERIFY(!isRunning);
    }

    void altClickGoesThroughCardsThatLieOnEachOther() {
        Design design = Desk::sample();
        Desk::add(design, "under", "Under", "http-api", Host::Kubernetes, 24, 150);
        Desk desk(design);
        const QPoint place = desk.middleOf("orders");
        desk.click(place);
        const bool wasOrders = desk.isSelected("orders");
        desk.click(place, Qt::AltModifier);
        QCOMPARE(desk.isSelected("orders"), !wasOrders);
        QCOMPARE(desk.isSelected("under"), wasOrders);
        desk.click(place, Qt::AltModifier);
        QCOMPARE(desk.isSelected("orders"), wasOrders);
        QCOMPARE(desk.canvas.selection().services.size(), 1U);
    }

    void equalGapsSnapAndShowTheirDistance() {
        Design design = newDesign();
        Desk::add(design, "a", "A", "http-api", Host::Kubernetes, 16, 52);
        Desk::add(design, "b", "B", "http-api", Host::Kubernetes, 16, 150);
        Desk::add(design, "c", "C", "http-api", Host::Kubernetes, 240, 300);
        Desk desk(design);
        const QPoint from = desk.middleOf("c");
        const QPoint to = desk.at(116 + 40, 150 + 68 + 30 + 34 + 3);
        desk.press(from);
        desk.moveTo(from, to);
        QCOMPARE(desk.box("c").rect.top(), 150.0 + 68 + 30);
        QCOMPARE(desk.canvas.stage().overlay.gaps.size(), 2U);
        QCOMPARE(desk.canvas.stage().overlay.gaps.front().distance, 30.0);
        desk.release(to);
    }

    void connectionsOfAManyFoldDragStayLive() {
        Design design = newDesign();
        for (int i = 0; i < 230; ++i) {
            const std::string id = "s" + std::to_string(1000 + i);
            Desk::add(design, id.c_str(), id.c_str(), "http-api", Host::Kubernetes, 16 + i % 10 * 232.0,
                      52 + i / 10 * 92.0);
        }
        Desk::connect(design, "inner", "s1000", "s1001");
        Desk::connect(design, "outer", "s1000", "s1012");
        Desk desk(design);
        Selection chosen;
        for (const auto& row : desk.session.design().services.shared()) {
            if (row->id != ServiceId{"s1012"}) {
                chosen.services.insert(row->id);
            }
        }
        desk.canvas.select(chosen);
        const QPoint from = desk.middleOf("s1000");
        desk.press(from);
        desk.moveTo(from, from + QPoint(0, 40));
        const CanvasStage& stage = desk.canvas.stage();
        const int outer = stage.picture.lineOf(ConnectionId{"outer"});
        QCOMPARE(stage.overlay.liveLines, std::set<int>{outer});
        QCOMPARE(stage.picture.line(outer).route.points[0].y() > 120, true);
        desk.key(Qt::Key_Escape);
        QCOMPARE(desk.box("s1000").rect.top(), 52.0);
        desk.release(from + QPoint(0, 40));
    }

private:
    /// A cache besides, and a data connection from the users to the database.
    static Design withCall() {
        Design design = Desk::sample();
        Desk::add(design, "cache", "Cache", "http-api", Host::Kubernetes, 248, 328);
        Desk::connect(design, "c", "users", "database", ConnectionType::Data);
        design.layout.put({ServiceId{"database"}, 248, 180});
        return design;
    }
    static QPoint middleOfCall(Desk& desk) {
        desk.canvas.stage().router.routeAll();
        const Route route = desk.canvas.stage().picture.line(0).route;
        return desk.canvas.stage().view.toScreen(route.middle()).toPoint();
    }
    static QPointF selectCall(Desk& desk) {
        desk.canvas.stage().router.routeAll();
        desk.canvas.selectConnection(ConnectionId{"c"});
        desk.draw();
        const Route route = desk.canvas.stage().picture.line(0).route;
        return desk.canvas.stage().view.toScreen(route.points[static_cast<std::size_t>(route.count - 1)]);
    }
    static void drag(Desk& desk, const char* id, QPoint to) { desk.drag(desk.middleOf(id), to); }
    static void drop(Desk& desk, const char* kind, QPoint place) {
        QMimeData data;
        data.setData(QString::fromLatin1(Canvas::kKindMimeType), kind);
        QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&desk.canvas, &enter);
        QDragMoveEvent move(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&desk.canvas, &move);
        QDropEvent event(QPointF(place), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&desk.canvas, &event);
        desk.draw();
    }
};

}  // namespace tideline::test

QTEST_MAIN(tideline::test::CanvasDropTest)
#include "canvas_drop_test.moc"
