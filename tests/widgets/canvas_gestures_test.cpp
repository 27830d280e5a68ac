// SPDX-License-Identifier: Apache-2.0
#include "tests/widgets/canvas_desk.h"

#include <QDropEvent>
#include <QMimeData>

namespace tideline::test {

class CanvasGesturesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aClickSelectsAndAClickBesideClears() {
        Desk desk;
        desk.click(desk.middleOf("orders"));
        QVERIFY(desk.isSelected("orders"));
        QCOMPARE(desk.canvas.hint(),
                 QStringLiteral("Order service selected \u00b7 drag a port to connect, or press C"));
        desk.click(desk.at(100, 400));
        QVERIFY(desk.canvas.selection().empty());
    }

    void controlClickTogglesOne() {
        Desk desk;
        desk.click(desk.middleOf("orders"));
        desk.click(desk.middleOf("users"), Qt::ControlModifier);
        QCOMPARE(desk.canvas.selection().services.size(), 2U);
        desk.click(desk.middleOf("orders"), Qt::ControlModifier);
        QVERIFY(!desk.isSelected("orders"));
        QVERIFY(desk.isSelected("users"));
    }

    void aMarqueeTakesWhatItTouchesAndShiftAdds() {
        Desk desk;
        desk.drag(desk.at(4, 60), desk.at(40, 160));
        QVERIFY(desk.isSelected("users") && desk.isSelected("orders") && !desk.isSelected("database"));
        desk.drag(desk.at(236, 130), desk.at(260, 110), Qt::ShiftModifier);
        QCOMPARE(desk.canvas.selection().services.size(), 3U);
        desk.drag(desk.at(236, 130), desk.at(260, 110), Qt::ControlModifier);
        QVERIFY(!desk.isSelected("database"));
    }

    void aMarqueeAndSelectAllTakeTopics() {
        Design design = Desk::sample();
        design.topics.put({TopicId{"placed"}, "OrderPlaced", 200, {}});
        Desk desk(std::move(design));
        desk.canvas.selectAll();
        QCOMPARE(desk.canvas.selection().topics.size(), 1U);
        desk.canvas.clearSelection();
        const QRectF pill = desk.canvas.stage().picture.pills().front().rect;
        desk.drag(desk.at(pill.left() - 6, pill.top() - 30), desk.at(pill.right() + 6, pill.bottom() + 20));
        QVERIFY(desk.canvas.selection().services.empty());
        QCOMPARE(desk.canvas.selection().topics.size(), 1U);
        desk.key(Qt::Key_Delete);
        QVERIFY(desk.session.design().topics.empty());
    }

    void aDragMovesInOneStepAndUndoBringsItBack() {
        Desk desk;
        const QPoint from = desk.middleOf("orders");
        desk.drag(from, from + QPoint(232, 92));
        QCOMPARE(desk.spot("orders")->x, 248.0);
        QCOMPARE(desk.spot("orders")->y, 236.0);
        QCOMPARE(desk.session.undoLabel(), QStringLiteral("move Order service"));
        desk.session.undo();
        QCOMPARE(desk.spot("orders")->x, 16.0);
        QCOMPARE(desk.box("orders").rect.top(), 144.0);
        QVERIFY(!desk.session.canUndo());
    }

    void aGroupKeepsItsArrangementWhereOnePlaceIsTaken() {
        Desk desk;
        desk.canvas.selectServices({ServiceId{"users"}, ServiceId{"orders"}});
        // "users" would lie on the database, "orders" on nothing.
        const QPoint from = desk.middleOf("orders");
        desk.drag(from, from + QPoint(232, 0));
        QCOMPARE(desk.spot("orders")->x - desk.spot("users")->x, 0.0);
        QCOMPARE(desk.spot("orders")->y - desk.spot("users")->y, 92.0);
        for (const char* id : {"users", "orders"}) {
            QVERIFY(!desk.box(id).rect.adjusted(1, 1, -1, -1).intersects(desk.box("database").rect));
        }
        desk.canvas.duplicateSelection();
        std::vector<QPointF> copies;
        for (const ServiceId& id : desk.canvas.selection().services) {
            const Spot* spot = desk.session.design().layout.find(id);
            copies.emplace_back(spot->x, spot->y);
        }
        QCOMPARE(copies.size(), std::size_t{2});
        QCOMPARE(copies[0].x(), copies[1].x());
        QCOMPARE(std::abs(copies[0].y() - copies[1].y()), 92.0);
        // In a column, as far from the others as cards in rows are.
        QVERIFY(copies[0].x() == 16 || copies[0].x() == 248);
        for (const Box& other : desk.canvas.stage().picture.boxes()) {
            for (const QPointF& copy : copies) {
                const QRectF around = QRectF(copy, QSizeF(kCardWidth, kCardHeight)).adjusted(-23, -23, 23, 23);
                QVERIFY(desk.canvas.selection().services.contains(other.id) || !around.intersects(other.rect));
            }
        }
    }

    void selectedTopicsGoAlongWithServices() {
        Design design = Desk::sample();
        design.topics.put({TopicId{"t"}, "OrderPlaced", 100, {}});
        Desk desk(design);
        Selection chosen;
        chosen.services = {ServiceId{"orders"}};
        chosen.topics = {TopicId{"t"}};
        desk.canvas.select(chosen);
        const QPoint from = desk.middleOf("orders");
        desk.drag(from, from + QPoint(0, 92));
        QCOMPARE(desk.spot("orders")->y, 236.0);
        QCOMPARE(desk.session.design().topics.find(TopicId{"t"})->y, 192.0);
        desk.session.undo();
        QCOMPARE(desk.session.design().topics.find(TopicId{"t"})->y, 100.0);
        QVERIFY(!desk.session.canUndo());
        desk.canvas.select(chosen);
        desk.key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(desk.session.design().topics.size(), std::size_t{2});
    }

    void aDraggedCardSnapsToItsNeighbours() {
        Desk desk;
        const QPoint from = desk.middleOf("orders");
        desk.press(from);
        desk.moveTo(from, from + QPoint(4, 95));
        QVERIFY(!desk.canvas.stage().overlay.guides.empty());
        desk.release(from + QPoint(4, 95));
        QCOMPARE(desk.spot("orders")->x, 16.0);
    }

    void shiftKeepsTheAxis() {
        Desk desk;
        const QPoint from = desk.middleOf("orders");
        desk.drag(from, from + QPoint(30, 120), Qt::ShiftModifier);
        QVERIFY(desk.service("orders") != nullptr);
        QCOMPARE(desk.spot("orders")->x, 16.0);
    }

    void escapeRestoresADrag() {
        Desk desk;
        const QPoint from = desk.middleOf("orders");
        desk.press(from);
        desk.moveTo(from, from + QPoint(700, 40));
        QVERIFY(desk.box("orders").rect.left() > 500);
        desk.key(Qt::Key_Escape);
        QCOMPARE(desk.box("orders").rect.left(), 16.0);
        desk.release(from + QPoint(700, 40));
        QVERIFY(!desk.session.canUndo());
        QVERIFY(desk.canvas.stage().paintState.hiddenBoxes.empty());
    }

    void droppingIntoTheEdgeMakesItAFunction() {
        Desk desk;
        desk.drag(desk.middleOf("orders"), desk.at(980, 86));
        QCOMPARE(desk.service("orders")->host, Host::Function);
        QCOMPARE(desk.service("orders")->zone.text, std::string("serverless-edge"));
        QCOMPARE(desk.said, QStringLiteral("Order service now runs as a function"));
        desk.session.undo();
        QCOMPARE(desk.service("orders")->host, Host::Kubernetes);
        QCOMPARE(desk.spot("orders")->x, 16.0);
        QVERIFY(!desk.session.canUndo());
    }

    void droppingIntoTheWasmZoneMakesItAComponent() {
        Desk desk;
        const Area wasm = *desk.canvas.stage().picture.plan().find(ZoneId{"serverless-edge"})->wasm;
        desk.drag(desk.middleOf("orders"), desk.at(wasm.x + 120, wasm.y + 70));
        QCOMPARE(desk.service("orders")->host, Host::Wasm);
        QCOMPARE(desk.said, QStringLiteral("Order service now runs as a Wasm component"));
    }

    void aDatabaseIsRefusedInTheWasmZoneWithTheReason() {
        Desk desk;
        const Area wasm = *desk.canvas.stage().picture.plan().find(ZoneId{"serverless-edge"})->wasm;
        const QPoint from = desk.middleOf("database");
        const QPoint to = desk.at(wasm.x + 120, wasm.y + 70);
        desk.press(from);
        desk.moveTo(from, to);
        QVERIFY(desk.canvas.stage().overlay.callout.has_value());
        QCOMPARE(desk.canvas.stage().overlay.callout->first,
                 QStringLiteral("Database cannot run as a Wasm component: the sandbox has 128 MB of memory, "
                                "no disk and no socket that listens."));
        QVERIFY(desk.canvas.stage().overlay.isDragRefused);
        QCOMPARE(desk.canvas.cursor().shape(), Qt::ForbiddenCursor);
        desk.release(to);
        QVERIFY(desk.said.startsWith(QStringLiteral("Database cannot run as a Wasm component")));
        QCOMPARE(desk.box("database").rect.left(), 248.0);
        QVERIFY(!desk.session.canUndo());
    }

    void aServiceIsRefusedInTheBusLane() {
        Desk desk;
        desk.drag(desk.middleOf("orders"), desk.at(548, 200));
        QCOMPARE(desk.service("orders")->host, Host::Kubernetes);
        QVERIFY(desk.said.startsWith(
            QStringLiteral("Order service cannot stand in the bus lane: it takes event buses, queues and streams.")));
    }

    void altDragLeavesTheOriginalAndDropsACopy() {
        Desk desk;
        const QPoint from = desk.middleOf("orders");
        desk.drag(from, from + QPoint(0, 92), Qt::AltModifier);
        QCOMPARE(desk.session.design().services.size(), 5U);
        QCOMPARE(desk.spot("orders")->y, 144.0);
        QCOMPARE(desk.canvas.selection().services.size(), 1U);
        QVERIFY(!desk.isSelected("orders"));
        desk.session.undo();
        QCOMPARE(desk.session.design().services.size(), 4U);
    }

    void aKindDroppedFromThePaletteStandsWhereItWasDropped() {
        Desk desk;
        drop(desk, "cache", desk.at(348, 178));
        QCOMPARE(desk.session.design().services.size(), 5U);
        const ServiceId added = *desk.canvas.selection().services.begin();
        const Service* cache = desk.session.design().services.find(added);
        QCOMPARE(cache->kind, std::string("cache"));
        QCOMPARE(cache->host, Host::Kubernetes);
        QCOMPARE(desk.session.design().layout.find(added)->x, 248.0);
        QCOMPARE(desk.session.design().layout.find(added)->y, 144.0);
    }

    void aKindThatTheLaneCannotTakeIsRefused() {
        Desk desk;
        drop(desk, "cache", desk.at(748, 250));
        const std::size_t services = desk.session.design().services.size();
        const bool isManaged = services == 5U;
        if (isManaged) {
            const Service* cache = desk.session.design().services.find(*desk.canvas.selection().services.begin());
            QCOMPARE(cache->host, Host::Managed);
        }
        const Area wasm = *desk.canvas.stage().picture.plan().find(ZoneId{"serverless-edge"})->wasm;
        drop(desk, "relational-database", desk.at(wasm.x + 120, wasm.y + 70));
        QCOMPARE(desk.session.design().services.size(), services);
        QVERIFY(desk.said.contains(QStringLiteral("cannot run as a Wasm component")));
    }

    void aManyFoldDragMovesEverythingTogether() {
        Design design = newDesign();
        for (int i = 0; i < 260; ++i) {
            const std::string id = "s" + std::to_string(1000 + i);
            Desk::add(design, id.c_str(), id.c_str(), "http-api", Host::Kubernetes, 16 + i % 10 * 232.0,
                      52 + i / 10 * 92.0);
        }
        Desk desk(design);
        desk.key(Qt::Key_A, Qt::ControlModifier);
        const QPoint from = desk.middleOf("s1000");
        desk.press(from);
        desk.moveTo(from, from + QPoint(0, 40));
        QVERIFY(desk.canvas.stage().overlay.snapshotShift.has_value());
        desk.release(from + QPoint(0, 40));
        QCOMPARE(desk.spot("s1000")->y, 92.0);
        QCOMPARE(desk.spot("s1259")->y, 52 + 25 * 92.0 + 40);
    }

private:
    static void drop(Desk& desk, const char* kind, QPoint place) {
        QMimeData data;
        data.setData(QString::fromLatin1(Canvas::kKindMimeType), kind);
        QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&desk.canvas, &enter);
        QVERIFY(enter.isAccepted());
        QDragMoveEvent move(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&desk.canvas, &move);
        QVERIFY(desk.canvas.stage().overlay.ghost.has_value());
        desk.draw();
        QDropEvent event(QPointF(place), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&desk.canvas, &event);
        QVERIFY(!desk.canvas.stage().overlay.ghost.has_value());
    }
};

}  // namespace tideline::test

QTEST_MAIN(tideline::test::CanvasGesturesTest)
#include "canvas_gestures_test.moc"
