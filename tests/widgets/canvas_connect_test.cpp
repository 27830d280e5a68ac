// SPDX-License-Identifier: Apache-2.0
#include "tests/widgets/canvas_desk.h"
#include "widgets/canvas/quick_add.h"

#include <QLineEdit>

namespace tideline::test {

class CanvasConnectTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPortDraggedOntoACardConnects() {
        Desk desk;
        desk.click(desk.middleOf("users"));
        const QPoint port = desk.at(216, 86);
        desk.drag(port, desk.middleOf("database"));
        QCOMPARE(desk.session.design().connections.size(), 1U);
        const Connection& connection = *desk.session.design().connections.begin();
        QCOMPARE(connection.from.text, std::string("users"));
        QCOMPARE(connection.to.text, std::string("database"));
        QCOMPARE(connection.type, ConnectionType::Data);
        QCOMPARE(connection.callsPerRequest, 3.0);
        QCOMPARE(desk.said, QStringLiteral("Reads and writes Database"));
        QVERIFY(desk.canvas.selection().connections.contains(connection.id));
    }

    void aStoreCannotBeginAConnection() {
        Desk desk;
        desk.click(desk.middleOf("database"));
        desk.drag(desk.at(248, 86), desk.middleOf("users"));
        QVERIFY(desk.session.design().connections.empty());
        QCOMPARE(desk.said, QStringLiteral("Database cannot begin a connection: it answers, and calls nobody. Draw the "
                                           "line from User service to it."));
    }

    void cAndArrowsAndEnterConnectWithoutAMouse() {
        Desk desk;
        desk.canvas.selectServices({ServiceId{"users"}});
        desk.key(Qt::Key_C);
        QVERIFY(desk.canvas.stage().overlay.connecting.has_value());
        desk.key(Qt::Key_Down);
        desk.key(Qt::Key_D);
        desk.key(Qt::Key_Return);
        QVERIFY(!desk.canvas.stage().overlay.connecting.has_value());
        QCOMPARE(desk.session.design().connections.size(), 1U);
        QCOMPARE(desk.session.design().connections.begin()->to.text, std::string("database"));
    }

    void escapeEndsConnecting() {
        Desk desk;
        desk.canvas.selectServices({ServiceId{"users"}});
        desk.key(Qt::Key_C);
        desk.key(Qt::Key_Escape);
        QVERIFY(!desk.canvas.stage().overlay.connecting.has_value());
        QVERIFY(!desk.canvas.stage().paintState.dimsRest);
        QVERIFY(desk.session.design().connections.empty());
    }

    void aLineIntoEmptySpaceOffersWhatCanTakeIt() {
        Desk desk;
        desk.click(desk.middleOf("users"));
        desk.drag(desk.at(216, 86), desk.at(300, 300));
        QuickAdd* quickAdd = desk.canvas.stage().quickAdd;
        QVERIFY(quickAdd->isVisible());
        auto* field = quickAdd->findChild<QLineEdit*>();
        QTest::keyClicks(field, QStringLiteral("cache"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(desk.session.design().services.size(), 5U);
        QCOMPARE(desk.session.design().connections.size(), 1U);
        QCOMPARE(desk.session.design().connections.begin()->type, ConnectionType::Data);
        desk.session.undo();
        QCOMPARE(desk.session.design().services.size(), 4U);
        QVERIFY(desk.session.design().connections.empty());
    }

    void anEventFromTheCoreToAWorkerGoesThroughATopic() {
        Desk desk(withBus());
        desk.click(desk.middleOf("orders"));
        desk.drag(desk.at(216, 178), desk.middleOf("mail"));
        QCOMPARE(desk.session.design().topics.size(), 1U);
        QCOMPARE(desk.session.design().topics.begin()->name, std::string("order-service.sent"));
        QCOMPARE(desk.session.design().connections.size(), 2U);
        QCOMPARE(desk.said, QStringLiteral("Event through the topic order-service.sent"));
        QCOMPARE(desk.canvas.stage().picture.pills().size(), 1U);
        desk.session.undo();
        QVERIFY(desk.session.design().topics.empty());
        QVERIFY(desk.session.design().connections.empty());
    }

    void aLineOntoAPillPublishesToIt() {
        Design design = withBus();
        design.topics.put({TopicId{"placed"}, "orders.placed", 200, {}});
        Desk desk(design);
        desk.click(desk.middleOf("users"));
        desk.drag(desk.at(216, 86), desk.at(548, 214));
        QCOMPARE(desk.session.design().connections.size(), 1U);
        const Connection& connection = *desk.session.design().connections.begin();
        QCOMPARE(connection.to.text, std::string("bus"));
        QCOMPARE(std::get<std::string>(connection.fields.at("event")), std::string("orders.placed"));
        const Line& line = desk.canvas.stage().picture.line(0);
        QVERIFY(line.to.on == LineEnd::On::Pill);
    }

    void aPillMovesUpAndDownOnly() {
        Design design = withBus();
        design.topics.put({TopicId{"placed"}, "orders.placed", 200, {}});
        Desk desk(design);
        desk.drag(desk.at(548, 214), desk.at(700, 300));
        QCOMPARE(desk.session.design().topics.begin()->y, 288.0);
        QCOMPARE(desk.canvas.stage().picture.pill(0).rect.center().x(), 548.0);
    }

    void connectionsAreSelectedReversedAndDeleted() {
        Design design = Desk::sample();
        design.connections.put(
            {ConnectionId{"c1"}, ServiceId{"users"}, ServiceId{"orders"}, ConnectionType::Sync, 1, {}, {}});
        Desk desk(design);
        const Route& route = desk.canvas.stage().picture.line(0).route;
        desk.click(desk.canvas.stage().view.toScreen(route.middle()).toPoint());
        QVERIFY(desk.canvas.selection().connections.contains(ConnectionId{"c1"}));
        desk.key(Qt::Key_R);
        QCOMPARE(desk.session.design().connections.begin()->from.text, std::string("orders"));
        desk.key(Qt::Key_Delete);
        QVERIFY(desk.session.design().connections.empty());
    }

    void deletingAndHealingJoinsTheNeighbours() {
        Design design = Desk::sample();
        design.connections.put(
            {ConnectionId{"c1"}, ServiceId{"users"}, ServiceId{"orders"}, ConnectionType::Sync, 2, {}, {}});
        design.connections.put(
            {ConnectionId{"c2"}, ServiceId{"orders"}, ServiceId{"database"}, ConnectionType::Data, 3, {}, {}});
        Desk desk(design);
        desk.canvas.selectServices({ServiceId{"orders"}});
        desk.key(Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(desk.session.design().connections.size(), 1U);
        QCOMPARE(desk.session.design().connections.begin()->callsPerRequest, 6.0);
    }

private:
    static Design withBus() {
        Design design = Desk::sample();
        Desk::add(design, "bus", "Event Bridge", "event-bus", Host::Managed, 476, 60);
        Service bus = *design.services.find(ServiceId{"bus"});
        bus.zone = ZoneId{"bus"};
        design.services.put(bus);
        design.settings.bus.service = "bus";
        return design;
    }
};

}  // namespace tideline::test

QTEST_MAIN(tideline::test::CanvasConnectTest)
#include "canvas_connect_test.moc"
