// SPDX-License-Identifier: Apache-2.0
#include "tests/widgets/canvas_desk.h"
#include "widgets/canvas/hover_words.h"
#include "widgets/canvas/name_editor.h"
#include "widgets/canvas/quick_add.h"

#include <QAccessible>
#include <QClipboard>
#include <QLineEdit>

namespace tideline::test {

class CanvasKeyboardTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tabWalksTheCardsInReadingOrder() {
        Desk desk;
        QStringList walked;
        for (int i = 0; i < 4; ++i) {
            desk.key(Qt::Key_Tab);
            QCOMPARE(desk.canvas.selection().services.size(), 1U);
            walked << QString::fromStdString(desk.canvas.selection().services.begin()->text);
        }
        QCOMPARE(walked, QStringList({QStringLiteral("users"), QStringLiteral("database"), QStringLiteral("orders"),
                                      QStringLiteral("mail")}));
        desk.key(Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(desk.isSelected("orders"));
    }

    void controlArrowsGoToTheNearestNeighbour() {
        Desk desk;
        desk.key(Qt::Key_Tab);
        desk.key(Qt::Key_Down, Qt::ControlModifier);
        QVERIFY(desk.isSelected("orders"));
        desk.key(Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(desk.isSelected("database"));
    }

    void arrowsMoveByEightAndUndoAsOneStep() {
        Desk desk;
        desk.canvas.selectServices({ServiceId{"orders"}});
        desk.key(Qt::Key_Right);
        desk.key(Qt::Key_Right);
        QCOMPARE(desk.spot("orders")->x, 32.0);
        desk.key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(desk.spot("orders")->y, 224.0);
        while (desk.session.canUndo()) {
            desk.session.undo();
        }
        QCOMPARE(desk.spot("orders")->x, 16.0);
    }

    void arrowsStopAtTheBorderOfTheLane() {
        Desk desk;
        desk.canvas.selectServices({ServiceId{"database"}});
        desk.key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(desk.spot("database")->x, 248.0);
        QCOMPARE(desk.said,
                 QStringLiteral("The border of the lane \u00b7 Alt+1, 2 or 3 moves a service to another place"));
    }

    void altTwoPlacesOnFunctions() {
        Desk desk;
        desk.canvas.selectServices({ServiceId{"orders"}});
        desk.key(Qt::Key_2, Qt::AltModifier);
        QCOMPARE(desk.service("orders")->host, Host::Function);
        QVERIFY(desk.spot("orders")->x >= 648);
        QCOMPARE(desk.said, QStringLiteral("Order service now runs as a function"));
        desk.key(Qt::Key_1, Qt::AltModifier);
        QCOMPARE(desk.service("orders")->host, Host::Kubernetes);
    }

    void altThreeRefusesADatabaseInWords() {
        Desk desk;
        desk.canvas.selectServices({ServiceId{"database"}});
        desk.key(Qt::Key_3, Qt::AltModifier);
        QCOMPARE(desk.service("database")->host, Host::Kubernetes);
        QCOMPARE(desk.said, QStringLiteral("Database cannot run as a Wasm component: the sandbox has 128 MB of memory, "
                                           "no disk and no socket that listens."));
        // The status bar may cut it; by the card it is whole, until the next key.
        const std::optional<Callout>& note = desk.canvas.stage().overlay.note;
        QVERIFY(note && note->isRefusal);
        QCOMPARE(note->first, desk.said);
        QVERIFY(note->at.y() > desk.box("database").rect.bottom());
        const QImage before = desk.canvas.grab().toImage();
        desk.key(Qt::Key_Shift);
        QVERIFY(!note);
        QVERIFY(desk.canvas.grab().toImage() != before);
    }

    void renamingInPlaceTakesEnterAndLeavesAtEscape() {
        Desk desk;
        desk.canvas.selectServices({ServiceId{"orders"}});
        desk.key(Qt::Key_F2);
        NameEditor* editor = desk.canvas.stage().nameEditor;
        QVERIFY(editor->isVisible());
        QCOMPARE(editor->text(), QStringLiteral("Order service"));
        QTest::keyClicks(editor, QStringLiteral("Orders"));
        QTest::keyClick(editor, Qt::Key_Return);
        QCOMPARE(desk.service("orders")->name, std::string("Orders"));
        QCOMPARE(desk.canvas.selection().services, std::set<ServiceId>{ServiceId{"orders"}});
        desk.key(Qt::Key_F2);
        QTest::keyClicks(editor, QStringLiteral("Other"));
        QTest::keyClick(editor, Qt::Key_Escape);
        QCOMPARE(desk.service("orders")->name, std::string("Orders"));
        QVERIFY(!editor->isVisible());
    }

    void slashFindsAKindAndEnterAddsIt() {
        Desk desk;
        desk.key(Qt::Key_Slash);
        auto* field = desk.canvas.stage().quickAdd->findChild<QLineEdit*>();
        QVERIFY(field->isVisible());
        QTest::keyClicks(field, QStringLiteral("redis"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(desk.session.design().services.size(), 5U);
        QCOMPARE(desk.session.design().services.find(*desk.canvas.selection().services.begin())->kind,
                 std::string("cache"));
        QVERIFY(!desk.canvas.stage().quickAdd->isVisible());
    }

    void insertingByTheKeyboardTakesTheNextFreePlace() {
        Desk desk;
        const ServiceId first = desk.canvas.insertKind("http-api");
        const ServiceId second = desk.canvas.insertKind("http-api");
        QVERIFY(!first.text.empty() && !second.text.empty());
        const Spot* a = desk.session.design().layout.find(first);
        const Spot* b = desk.session.design().layout.find(second);
        QVERIFY(!(*a == Spot{first, b->x, b->y}));
        QCOMPARE(desk.canvas.insertKind("no-such-kind").text, std::string());
        QCOMPARE(desk.said, QStringLiteral("There is no kind of service named no-such-kind."));
    }

    void copiedServicesComeBackFromTheClipboardAsText() {
        Desk desk;
        desk.canvas.selectServices({ServiceId{"orders"}, ServiceId{"users"}});
        desk.key(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("\"Order service\"")));
        desk.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(desk.session.design().services.size(), 6U);
        desk.key(Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(desk.session.design().services.size(), 4U);
        QApplication::clipboard()->setText(QStringLiteral("nothing of ours"));
        desk.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(desk.said, QStringLiteral("The clipboard holds no services of Tideline."));
    }

    void deleteUndoAndDuplicate() {
        Desk desk;
        desk.canvas.selectServices({ServiceId{"orders"}});
        desk.key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(desk.session.design().services.size(), 5U);
        desk.key(Qt::Key_Delete);
        QCOMPARE(desk.session.design().services.size(), 4U);
        QVERIFY(desk.canvas.selection().empty());
        desk.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desk.session.design().services.size(), 5U);
        QCOMPARE(desk.canvas.selection().services.size(), 1U);
        QVERIFY(!desk.isSelected("orders"));
        desk.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(desk.session.design().services.size(), 4U);
    }

    void copiesStandInTheClear() {
        Desk desk;
        desk.canvas.selectServices({ServiceId{"orders"}, ServiceId{"users"}});
        desk.key(Qt::Key_D, Qt::ControlModifier);
        desk.key(Qt::Key_C, Qt::ControlModifier);
        desk.key(Qt::Key_V, Qt::ControlModifier);
        const Picture& picture = desk.canvas.stage().picture;
        QCOMPARE(picture.boxes().size(), 8U);
        for (const Box& a : picture.boxes()) {
            for (const Box& b : picture.boxes()) {
                QVERIFY2(&a == &b || !a.rect.intersects(b.rect),
                         qPrintable(QString::fromStdString(a.id.text + " lies on " + b.id.text)));
            }
        }
    }

    void pinningSaysWhatItMeans() {
        Desk desk;
        desk.canvas.selectServices({ServiceId{"orders"}});
        desk.key(Qt::Key_P);
        QVERIFY(desk.service("orders")->pinned);
        QCOMPARE(desk.said, QStringLiteral("Order service stays where it is in the optimal plan"));
        desk.key(Qt::Key_P);
        QVERIFY(!desk.service("orders")->pinned);
    }

    void screenReadersFindCardsByName() {
        Desk desk;
        QAccessibleInterface* canvas = QAccessible::queryAccessibleInterface(&desk.canvas);
        QCOMPARE(canvas->role(), QAccessible::Canvas);
        QVERIFY(
            canvas->text(QAccessible::Name).startsWith(QStringLiteral("Canvas, 4 services, 0 topics, 0 connections")));
        QStringList names;
        for (int i = 0; i < canvas->childCount(); ++i) {
            names << canvas->child(i)->text(QAccessible::Name);
        }
        QVERIFY(names.contains(QStringLiteral("Order service")));
        QVERIFY2(!names.contains(QString()), qPrintable(names.join(QLatin1Char('|'))));
        const int at = static_cast<int>(names.indexOf(QStringLiteral("Order service")));
        QVERIFY(canvas->child(at)
                    ->text(QAccessible::Description)
                    .startsWith(QStringLiteral("HTTP API service in Kubernetes core")));
        canvas->child(at)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(desk.isSelected("orders"));
    }
};

}  // namespace tideline::test

QTEST_MAIN(tideline::test::CanvasKeyboardTest)
#include "canvas_keyboard_test.moc"
