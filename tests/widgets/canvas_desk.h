// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/new_design.h"
#include "tests/support/shipped_data.h"
#include "widgets/canvas/canvas.h"
#include "widgets/canvas/stage.h"

#include <QApplication>
#include <QStyleFactory>
#include <QTest>

namespace tideline::test {

/// A canvas on a real session with three services in the core and one at the edge, at 100 %, the upper left corner of
/// the board at (20, 20). It is moved with real events.
class Desk {
public:
    static constexpr QPoint kOrigin{20, 20};

    explicit Desk(Design design = sample())
        : session(shippedCatalog(), shippedPrices()), canvas(session, lightTheme()) {
        QObject::connect(&canvas, &Canvas::statusMessage, &canvas, [this](const QString& text) { said = text; });
        session.open(std::move(design));
        session.finishAnalysis();
        canvas.resize(1140, 560);
        canvas.show();
        QApplication::processEvents();
        lookAtOrigin();
        canvas.setFocus();
    }

    /// "orders" and "users" in the first column, "database" in the second, "mail" at the edge.
    static Design sample() {
        Design design = newDesign();
        add(design, "users", "User service", "http-api", Host::Kubernetes, 16, 52);
        add(design, "orders", "Order service", "http-api", Host::Kubernetes, 16, 144);
        add(design, "database", "Database", "relational-database", Host::Kubernetes, 248, 52);
        add(design, "mail", "Email sending", "email-sender", Host::Function, 648, 52);
        return design;
    }
    static void add(Design& design, const char* id, const char* name, const char* kind, Host host, double x, double y) {
        Service service;
        service.id = ServiceId{id};
        service.name = name;
        service.kind = kind;
        service.host = host;
        service.zone = ZoneId{host == Host::Function ? "serverless-edge" : "kubernetes-core"};
        design.services.put(service);
        design.layout.put({ServiceId{id}, x, y});
    }

    static void connect(Design& design, const char* id, const char* from, const char* to,
                        ConnectionType type = ConnectionType::Sync) {
        Connection connection;
        connection.id = ConnectionId{id};
        connection.from = ServiceId{from};
        connection.to = ServiceId{to};
        connection.type = type;
        design.connections.put(std::move(connection));
    }

    void lookAtOrigin() {
        View& view = canvas.stage().view;
        view.setZoom(1, QPointF(0, 0));
        view.setCenter(QPointF(canvas.width() / 2.0 - kOrigin.x(), canvas.height() / 2.0 - kOrigin.y()));
        draw();
    }
    void draw() { canvas.grab(); }
    /// A place of the board on the widget.
    QPoint at(double x, double y) const { return canvas.stage().view.toScreen(QPointF(x, y)).toPoint(); }
    QPoint middleOf(const char* id) { return canvas.stage().view.toScreen(box(id).rect.center()).toPoint(); }
    const Box& box(const char* id) { return canvas.stage().picture.box(canvas.stage().picture.boxOf(ServiceId{id})); }
    const Service* service(const char* id) const { return session.design().services.find(ServiceId{id}); }
    const Spot* spot(const char* id) const { return session.design().layout.find(ServiceId{id}); }
    const Connection* connection(const char* id) const { return session.design().connections.find(ConnectionId{id}); }
    /// The connection from one service to another; null where there is none.
    const Connection* between(const char* from, const char* to) const {
        for (const auto& row : session.design().connections.shared()) {
            if (row->from == ServiceId{from} && row->to == ServiceId{to}) {
                return row.get();
            }
        }
        return nullptr;
    }
    bool isSelected(const char* id) const { return canvas.selection().services.contains(ServiceId{id}); }

    void press(QPoint from, Qt::KeyboardModifiers keys = Qt::NoModifier) {
        QTest::mousePress(&canvas, Qt::LeftButton, keys, from);
    }
    /// In steps, as a hand moves.
    void moveTo(QPoint from, QPoint to, Qt::KeyboardModifiers keys = Qt::NoModifier) {
        for (int i = 1; i <= 8; ++i) {
            const QPoint place = from + (to - from) * i / 8;
            QMouseEvent event(QEvent::MouseMove, QPointF(place), canvas.mapToGlobal(QPointF(place)), Qt::NoButton,
                              Qt::LeftButton, keys);
            QApplication::sendEvent(&canvas, &event);
        }
        draw();
    }
    void release(QPoint at, Qt::KeyboardModifiers keys = Qt::NoModifier) {
        QTest::mouseRelease(&canvas, Qt::LeftButton, keys, at);
        draw();
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers keys = Qt::NoModifier) {
        press(from, keys);
        moveTo(from, to, keys);
        release(to, keys);
    }
    void click(QPoint place, Qt::KeyboardModifiers keys = Qt::NoModifier) {
        QTest::mouseClick(&canvas, Qt::LeftButton, keys, place);
    }
    void hover(QPoint place) {
        QMouseEvent event(QEvent::MouseMove, QPointF(place), canvas.mapToGlobal(QPointF(place)), Qt::NoButton,
                          Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(&canvas, &event);
    }
    void key(Qt::Key pressed, Qt::KeyboardModifiers keys = Qt::NoModifier) { QTest::keyClick(&canvas, pressed, keys); }

    DesignSession session;
    mutable Canvas canvas;
    QString said;
};

}  // namespace tideline::test
