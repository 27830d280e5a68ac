// SPDX-License-Identifier: Apache-2.0
// The whole window by keys alone: search, add, connect.
#include "app/gui/workspace.h"
#include "tests/widgets/studio_fixture.h"
#include "widgets/canvas/canvas.h"
#include "widgets/controls/search_field.h"
#include "widgets/palette/palette_panel.h"

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

QTEST_MAIN(WindowKeysTest)
#include "window_keys_test.moc"
