// SPDX-License-Identifier: Apache-2.0
#include "app/gui/action_book.h"
#include "app/gui/bottom_strip.h"
#include "app/gui/status_line.h"
#include "app/gui/workspace.h"
#include "core/file/design_file.h"
#include "tests/widgets/studio_fixture.h"
#include "widgets/canvas/canvas.h"
#include "widgets/canvas/card_facts.h"
#include "widgets/controls/quantity_field.h"
#include "widgets/controls/themed_label.h"
#include "widgets/cost/cost_chart.h"
#include "widgets/cost/cost_panel.h"
#include "widgets/findings/findings_model.h"
#include "widgets/findings/findings_panel.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/placement_option.h"
#include "widgets/look/words.h"
#include "widgets/palette/palette_panel.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QMenuBar>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>
#include <QWheelEvent>

using namespace tideline;
using tideline::test::OpenStudio;

class WindowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aFieldOfTheInspectorChangesTheBillAndUndoBringsItBack();
    void theWheelScrollsPastFieldsWithoutChangingThem();
    void aPlaceOfTheInspectorMovesTheCardIntoItsLane();
    void draggingTheMarkerMovesEveryNumberAndIsOneStep();
    void arrowKeysMoveTheMarker();
    void aRunOfArrowKeysIsOneStep();
    void theChartIsASliderForScreenReaders();
    void everyLabelFollowsTheTheme();
    void foldingTheStripGivesTheCanvasItsRoom();
    void aClickOnAFindingSelectsItsSubject();
    void whatIsSavedOpensAgain();
    void closingAsksAboutUnsavedChanges();
    void everythingThatCanBePressedHasAName();
    void theMarkOfTheProgramIsPainted();
    void aSmallWindowFoldsThePaletteAndTheStrip();
    void totalsAgreeEverywhere();
    void bothThemesPaintTheWindow();

private:
    QTemporaryDir m_folder;
};

namespace {

Service firstOnKubernetes(OpenStudio& studio) {
    for (const Service& service : studio.window.session().design().services) {
        if (service.host == Host::Kubernetes && service.kind == "http-api") {
            return service;
        }
    }
    return {};
}

QuantityField* fieldNamed(QWidget& parent, const QString& name) {
    for (QuantityField* field : parent.findChildren<QuantityField*>()) {
        if (field->accessibleName() == name) {
            return field;
        }
    }
    return nullptr;
}

/// Presses the button of the dialog that opens next.
void pressInNextDialog(const QString& title) {
    QTimer::singleShot(0, [title] {
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        if (!dialog) {
            qFatal("no dialog has opened");
        }
        for (QPushButton* button : dialog->findChildren<QPushButton*>()) {
            if (button->text() == title) {
                button->click();
                return;
            }
        }
        qFatal("the dialog has no button %s", qPrintable(title));
    });
}

}  // namespace

void WindowTest::init() {
    tideline::test::useFreshSettings(m_folder.path());
}

void WindowTest::aFieldOfTheInspectorChangesTheBillAndUndoBringsItBack() {
    OpenStudio studio;
    const Service service = firstOnKubernetes(studio);
    studio.window.workspace().canvas().selectServices({service.id});
    QuantityField* field = fieldNamed(studio.window.workspace().inspector(), QStringLiteral("Replicas at least"));
    QVERIFY(field);
    const double before = studio.monthly();
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("12"));
    QTest::keyClick(field, Qt::Key_Return);
    studio.settle();
    QVERIFY(studio.monthly() > before);
    studio.window.session().undo();
    studio.settle();
    QCOMPARE(studio.monthly(), before);
    QVERIFY(!studio.window.session().canUndo());
    const StatusLine& line = studio.window.statusLine();
    QVERIFY2(line.message().startsWith(QStringLiteral("Undone: ")), qPrintable(line.message()));
    studio.window.session().redo();
    studio.settle();
    QVERIFY2(line.message().startsWith(QStringLiteral("Done again: ")), qPrintable(line.message()));
    QVERIFY(studio.monthly() > before);
}

void WindowTest::theWheelScrollsPastFieldsWithoutChangingThem() {
    OpenStudio studio;
    const Design before = studio.window.session().design();
    studio.window.workspace().canvas().setFocus();
    int turned = 0;
    for (QComboBox* box : studio.window.workspace().inspector().findChildren<QComboBox*>()) {
        const int index = box->currentIndex();
        QWheelEvent turn(QPointF(5, 5), box->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, -120), Qt::NoButton, {},
                         Qt::NoScrollPhase, false);
        QApplication::sendEvent(box, &turn);
        QCOMPARE(box->currentIndex(), index);
        QVERIFY(box->focusPolicy() != Qt::WheelFocus);
        turned += box->isVisible() ? 1 : 0;
    }
    QVERIFY(turned > 0);
    QVERIFY(studio.window.session().design() == before);
}

void WindowTest::aPlaceOfTheInspectorMovesTheCardIntoItsLane() {
    OpenStudio studio;
    DesignSession& session = studio.window.session();
    const Service service = firstOnKubernetes(studio);
    studio.window.workspace().canvas().selectServices({service.id});
    const Spot before = *session.design().layout.find(service.id);
    PlacementOption* functions = nullptr;
    for (auto* option : studio.window.workspace().inspector().findChildren<PlacementOption*>()) {
        functions = option->host() == Host::Function ? option : functions;
    }
    QVERIFY(functions);
    functions->click();
    QCOMPARE(session.design().services.find(service.id)->host, Host::Function);
    QVERIFY(session.design().layout.find(service.id)->x > before.x + 200);
    session.undo();
    QVERIFY(*session.design().layout.find(service.id) == before);
}

void WindowTest::draggingTheMarkerMovesEveryNumberAndIsOneStep() {
    OpenStudio studio;
    studio.window.workspace().showStrip(0);
    CostChart& chart = studio.window.workspace().strip().cost().chart();
    studio.settle();
    const double before = requestsPerMonth(studio.window.session().design());
    const double monthly = studio.monthly();
    const QPoint from = chart.markerPlace().toPoint();
    QTest::mousePress(&chart, Qt::LeftButton, {}, from);
    QTest::mouseMove(&chart, from + QPoint(30, 0));
    QTest::mouseMove(&chart, from + QPoint(60, 0));
    studio.settle();
    QCOMPARE(requestsPerMonth(studio.window.session().design()), before);
    QVERIFY(studio.window.session().shownRequestsPerMonth() > before);
    QVERIFY(studio.monthly() > monthly);
    QTest::mouseRelease(&chart, Qt::LeftButton, {}, from + QPoint(60, 0));
    studio.settle();
    QVERIFY(requestsPerMonth(studio.window.session().design()) > before);
    studio.window.session().undo();
    QVERIFY(!studio.window.session().canUndo());
    QCOMPARE(requestsPerMonth(studio.window.session().design()), before);
}

void WindowTest::arrowKeysMoveTheMarker() {
    OpenStudio studio;
    CostChart& chart = studio.window.workspace().strip().cost().chart();
    DesignSession& session = studio.window.session();
    const double before = requestsPerMonth(session.design());
    QTest::keyClick(&chart, Qt::Key_Right);
    const double after = session.shownRequestsPerMonth();
    QVERIFY(after > before * 1.005 && after < before * 1.015);
    QTest::keyClick(&chart, Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(session.shownRequestsPerMonth() < before);
}

void WindowTest::aRunOfArrowKeysIsOneStep() {
    OpenStudio studio;
    CostChart& chart = studio.window.workspace().strip().cost().chart();
    DesignSession& session = studio.window.session();
    const double before = requestsPerMonth(session.design());
    for (int i = 0; i < 5; ++i) {
        QTest::keyClick(&chart, Qt::Key_Right);
    }
    QTRY_VERIFY(requestsPerMonth(session.design()) > before * 1.04);
    session.undo();
    QCOMPARE(requestsPerMonth(session.design()), before);
    QVERIFY(!session.canUndo());
    // Undo before the keys rest takes back what is shown already.
    QTest::keyClick(&chart, Qt::Key_Right);
    session.undo();
    QCOMPARE(session.shownRequestsPerMonth(), before);
}

void WindowTest::theChartIsASliderForScreenReaders() {
    OpenStudio studio;
    CostChart& chart = studio.window.workspace().strip().cost().chart();
    QAccessibleInterface* slider = QAccessible::queryAccessibleInterface(&chart);
    QVERIFY(slider && slider->valueInterface());
    QCOMPARE(slider->role(), QAccessible::Slider);
    QVERIFY(slider->text(QAccessible::Value).contains(QLatin1String("As designed $")));
    const double before = slider->valueInterface()->currentValue().toDouble();
    slider->valueInterface()->setCurrentValue(before * 2);
    QCOMPARE(requestsPerMonth(studio.window.session().design()), before * 2);
}

void WindowTest::everyLabelFollowsTheTheme() {
    OpenStudio studio;
    studio.settings.setTheme(ThemeChoice::Dark);
    studio.window.applyTheme();
    studio.settle();
    for (const ThemedLabel* label : studio.window.findChildren<ThemedLabel*>()) {
        if (label->isVisible() && !label->text().isEmpty()) {
            const QColor text = label->palette().color(QPalette::WindowText);
            QVERIFY2(text.lightnessF() > 0.4F, qPrintable(label->text() + QLatin1Char(' ') + text.name()));
        }
    }
    studio.settings.setTheme(ThemeChoice::Light);
    studio.window.applyTheme();
}

void WindowTest::foldingTheStripGivesTheCanvasItsRoom() {
    OpenStudio studio;
    Workspace& workspace = studio.window.workspace();
    workspace.showStrip(0);
    studio.settle();
    const int before = workspace.canvas().height();
    const double zoom = workspace.canvas().zoom();
    workspace.toggleStrip();
    studio.settle();
    QVERIFY(workspace.canvas().height() > before + 150);
    QCOMPARE(workspace.canvas().height() + workspace.strip().height() + 1, workspace.height());
    // The board was fitted and stays so.
    QVERIFY(workspace.canvas().zoom() > zoom);
    workspace.toggleStrip();
    studio.settle();
    QCOMPARE(workspace.canvas().zoom(), zoom);
}

void WindowTest::aClickOnAFindingSelectsItsSubject() {
    OpenStudio studio;
    studio.window.workspace().showStrip(1);
    FindingsPanel& panel = studio.window.workspace().findings();
    studio.settle();
    for (int row = 0; row < panel.model().rowCount(); ++row) {
        const auto* id = std::get_if<ServiceId>(&panel.model().finding(row).subject);
        if (!id) {
            continue;
        }
        const QModelIndex index = panel.model().index(row);
        panel.list().scrollTo(index);
        const QRect box = panel.list().visualRect(index);
        QTest::mouseClick(panel.list().viewport(), Qt::LeftButton, {}, box.topLeft() + QPoint(60, 12));
        QVERIFY(studio.window.workspace().canvas().selection().services.contains(*id));
        return;
    }
    QFAIL("the order platform has a finding about a service");
}

void WindowTest::whatIsSavedOpensAgain() {
    const QString path = m_folder.filePath(QStringLiteral("saved.tideline"));
    OpenStudio studio;
    const Service service = firstOnKubernetes(studio);
    studio.window.workspace().canvas().selectServices({service.id});
    studio.window.workspace().canvas().duplicateSelection();
    QVERIFY(studio.window.session().isModified());
    QVERIFY(studio.window.documents().write(path));
    QVERIFY(!studio.window.session().isModified());
    const Design saved = studio.window.session().design();
    studio.window.documents().openNew();
    QVERIFY(studio.window.session().design().services.empty());
    QVERIFY(studio.window.documents().openFile(path));
    QCOMPARE(designText(studio.window.session().design()), designText(saved));
    QCOMPARE(studio.settings.recent().front().path, path);
}

void WindowTest::closingAsksAboutUnsavedChanges() {
    OpenStudio studio;
    studio.window.workspace().canvas().selectAll();
    studio.window.workspace().canvas().deleteSelection();
    QVERIFY(studio.window.session().isModified());
    pressInNextDialog(QStringLiteral("Cancel"));
    QVERIFY(!studio.window.close());
    QVERIFY(studio.window.isVisible());
    pressInNextDialog(QStringLiteral("Discard changes"));
    QVERIFY(studio.window.close());
}

/// The land and the water of a mark are two colours, whatever its size.
void WindowTest::theMarkOfTheProgramIsPainted() {
    const OpenStudio studio;
    const auto* corner = qobject_cast<QLabel*>(studio.window.menuBar()->cornerWidget(Qt::TopLeftCorner));
    QVERIFY(corner);
    for (const QPixmap& mark :
         {corner->pixmap(), studio.window.windowIcon().pixmap(48), studio.window.windowIcon().pixmap(16)}) {
        const QImage image = mark.toImage();
        const QColor land = image.pixelColor(image.width() / 5, image.height() / 2);
        const QColor water = image.pixelColor(image.width() * 4 / 5, image.height() / 2);
        QVERIFY(land.alpha() == 255 && water.alpha() == 255 && land != water);
    }
}

void WindowTest::everythingThatCanBePressedHasAName() {
    OpenStudio studio;
    studio.window.workspace().strip().cost().chart();
    for (int tab = 0; tab < 3; ++tab) {
        studio.window.workspace().showStrip(tab);
        for (QWidget* widget : studio.window.findChildren<QWidget*>()) {
            const auto* button = qobject_cast<QAbstractButton*>(widget);
            const bool isInteractive = widget->isVisible() && widget->focusPolicy() & Qt::TabFocus;
            if (!isInteractive) {
                continue;
            }
            const QAccessibleInterface* shown = QAccessible::queryAccessibleInterface(widget);
            const bool hasName =
                !shown->text(QAccessible::Name).isEmpty() || (button != nullptr && !button->text().isEmpty());
            QVERIFY2(hasName, widget->metaObject()->className());
        }
    }
}

void WindowTest::aSmallWindowFoldsThePaletteAndTheStrip() {
    OpenStudio studio("order-platform", {1280, 720});
    QVERIFY(!studio.window.workspace().isPaletteShown());
    QVERIFY(!studio.window.workspace().isStripOpen());
    QVERIFY(studio.window.workspace().isInspectorShown());
    studio.window.workspace().searchPalette();
    QVERIFY(studio.window.workspace().isPaletteShown());
    studio.window.resize(1440, 900);
    studio.settle();
    QVERIFY(studio.window.workspace().isPaletteShown());
    QVERIFY(studio.window.workspace().isStripOpen());
    QCOMPARE(studio.window.minimumSize(), QSize(1024, 640));
}

void WindowTest::totalsAgreeEverywhere() {
    OpenStudio studio;
    const QAbstractItemModel& table = *studio.window.workspace().strip().cost().placeTable().model();
    const int total = table.rowCount() - 2;
    QCOMPARE(table.index(total, 0).data().toString(), QStringLiteral("Total"));
    QCOMPARE(table.index(total, 1).data().toString(), tableMoney(studio.monthly()));
    QCOMPARE(studio.window.statusLine().totalText(), headlineMoney(studio.monthly()) + QStringLiteral("/mo"));
    // What the inspector says of the place that a service has is what its card says.
    const Service service = firstOnKubernetes(studio);
    studio.window.workspace().canvas().jumpTo(service.id);
    studio.settle();
    const std::optional<double> card = cardDollars(studio.window.session().analysis().figures, service.id);
    QVERIFY(card && *card > 10);
    for (const QAbstractButton* option : studio.window.workspace().inspector().findChildren<PlacementOption*>()) {
        if (option->isChecked()) {
            QCOMPARE(option->accessibleDescription(), tableMoney(*card) + QStringLiteral(", now"));
            return;
        }
    }
    QFAIL("no place is marked as that of the service");
}

void WindowTest::bothThemesPaintTheWindow() {
    OpenStudio studio;
    studio.settings.setTheme(ThemeChoice::Dark);
    studio.window.applyTheme();
    studio.settle();
    const QImage dark = studio.window.grab().toImage();
    QCOMPARE(dark.pixelColor(3, 60), darkTheme().frame);
    studio.settings.setTheme(ThemeChoice::Light);
    studio.window.applyTheme();
    studio.settle();
    const QImage light = studio.window.grab().toImage();
    QCOMPARE(light.pixelColor(3, 60), lightTheme().frame);
}

QTEST_MAIN(WindowTest)
#include "window_test.moc"
