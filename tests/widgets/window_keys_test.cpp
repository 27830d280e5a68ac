// SPDX-License-Identifier: Apache-2.0
// The whole window by keys alone: search, add, connect.
#include "app/gui/status_line.h"
#include "app/gui/workspace.h"
#include "tests/widgets/studio_fixture.h"
#include "widgets/canvas/canvas.h"
#include "widgets/controls/quantity_field.h"
#include "widgets/controls/search_field.h"
#include "widgets/controls/themed_label.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/palette/kind_list.h"
#include "widgets/palette/palette_panel.h"

#include <QCheckBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <algorithm>

using namespace tideline;
using tideline::test::OpenStudio;

class WindowKeysTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { tideline::test::useFreshSettings(m_folder.path()); }
    void enterInThePaletteAddsAService();
    void enterAddsWhatAMisspelledWordMeans();
    void theKeyCConnectsTheSelectedServiceWithoutAMouse();
    void theSlashReachesThePaletteFromItsListAndFromPanels();
    void newTrafficWaitsForItsNumber();
    void escapeClosesAnOverlaidPanelAndNothingElse();
    void theStatusLineMakesRoomForWhatItSays();

private:
    QTemporaryDir m_folder;
};

void WindowKeysTest::enterInThePaletteAddsAService() {
    OpenStudio studio;
    const std::size_t before = studio.window.session().design().services.size();
    auto* search = studio.window.workspace().palettePanel().findChild<SearchField*>();
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("redis"));
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(studio.window.session().design().services.size(), before + 1);
    studio.window.session().undo();
    QCOMPARE(studio.window.session().design().services.size(), before);
}

void WindowKeysTest::enterAddsWhatAMisspelledWordMeans() {
    OpenStudio studio;
    auto* search = studio.window.workspace().palettePanel().findChild<SearchField*>();
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("kafak"));
    QTest::keyClick(search, Qt::Key_Return);
    const auto& services = studio.window.session().design().services;
    QVERIFY(std::ranges::any_of(
        services, [](const Service& each) { return each.kind == "event-stream" && each.name == "Event stream"; }));
}

void WindowKeysTest::theKeyCConnectsTheSelectedServiceWithoutAMouse() {
    OpenStudio studio;
    Canvas& canvas = studio.window.workspace().canvas();
    const ServiceId from{"payments"};
    QVERIFY(studio.window.session().design().services.find(from));
    canvas.selectServices({from});
    canvas.setFocus();
    const std::size_t before = studio.window.session().design().connections.size();
    QTest::keyClick(&canvas, Qt::Key_C);
    QTest::keyClick(&canvas, Qt::Key_Return);
    QCOMPARE(studio.window.session().design().connections.size(), before + 1);
}

void WindowKeysTest::theSlashReachesThePaletteFromItsListAndFromPanels() {
    OpenStudio studio;
    PalettePanel& palette = studio.window.workspace().palettePanel();
    auto* search = palette.findChild<SearchField*>();
    // A refused drop leaves the keyboard with the list that the kind was dragged from.
    auto* list = palette.findChild<KindList*>();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Slash);
    QVERIFY(search->hasFocus());
    QVERIFY(search->text().isEmpty());
    auto* button = studio.window.workspace().inspector().findChild<QCheckBox*>();
    QVERIFY(button);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Slash);
    QVERIFY(search->hasFocus());
}

void WindowKeysTest::newTrafficWaitsForItsNumber() {
    OpenStudio studio;
    studio.window.workspace().canvas().selectServices({ServiceId{"payments"}});
    InspectorPanel& inspector = studio.window.workspace().inspector();
    for (QPushButton* button : inspector.findChildren<QPushButton*>()) {
        if (button->text() == QLatin1String("Add traffic here")) {
            QTest::mouseClick(button, Qt::LeftButton);
            break;
        }
    }
    auto* field = qobject_cast<QuantityField*>(QApplication::focusWidget());
    QVERIFY(field);
    QCOMPARE(field->accessibleName(), QStringLiteral("Requests"));
    QTest::keyClicks(field, QStringLiteral("500000"));
    QTest::keyClick(field, Qt::Key_Return);
    const auto& entries = studio.window.session().design().entries;
    QVERIFY(std::ranges::any_of(
        entries, [](const Entry& each) { return each.service == ServiceId{"payments"} && each.monthly == 500'000; }));
}

void WindowKeysTest::escapeClosesAnOverlaidPanelAndNothingElse() {
    OpenStudio studio("order-platform", {1280, 720});
    Workspace& workspace = studio.window.workspace();
    const ConnectionId connection = studio.window.session().design().connections.shared().front()->id;
    workspace.canvas().selectConnection(connection);
    const Selection chosen = workspace.canvas().selection();
    workspace.searchPalette();
    auto* search = workspace.palettePanel().findChild<SearchField*>();
    QVERIFY(search->hasFocus());
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(!workspace.isPaletteShown());
    QVERIFY(workspace.canvas().hasFocus());
    QCOMPARE(workspace.canvas().selection(), chosen);
    workspace.searchPalette();
    workspace.canvas().setFocus();
    QTest::keyClick(&workspace.canvas(), Qt::Key_Escape);
    QVERIFY(!workspace.isPaletteShown());
    QCOMPARE(workspace.canvas().selection(), chosen);
    studio.window.resize(1100, 720);
    studio.settle();
    workspace.showInspector();
    workspace.inspector().focusFirstField();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!workspace.isInspectorShown());
    QCOMPARE(workspace.canvas().selection(), chosen);
    workspace.showInspector();
    workspace.inspector().focusFirstField();
    workspace.toggleInspector();
    QCOMPARE(workspace.canvas().selection(), chosen);
}

void WindowKeysTest::theStatusLineMakesRoomForWhatItSays() {
    OpenStudio studio("order-platform", {1280, 720});
    const auto* hint = studio.window.statusLine().findChild<ElidedLabel*>();
    const auto isWhole = [&] {
        QCoreApplication::processEvents();
        return hint->fontMetrics().horizontalAdvance(hint->text()) <= hint->width();
    };
    QVERIFY2(isWhole(), qPrintable(hint->text()));
    studio.window.workspace().canvas().selectServices({ServiceId{"payments"}});
    QVERIFY2(isWhole(), qPrintable(hint->text()));
    studio.window.statusLine().say(QStringLiteral("%1 words").arg(QString(80, QLatin1Char('a'))));
    QVERIFY2(isWhole(), qPrintable(hint->text()));
}

QTEST_MAIN(WindowKeysTest)
#include "window_keys_test.moc"
