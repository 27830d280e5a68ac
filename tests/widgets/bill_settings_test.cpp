// SPDX-License-Identifier: Apache-2.0
#include "app/gui/action_book.h"
#include "app/gui/workspace.h"
#include "tests/widgets/studio_fixture.h"
#include "widgets/bill/bill_settings_dialog.h"
#include "widgets/bill/discounts_page.h"
#include "widgets/bill/lines_page.h"
#include "widgets/bill/people_page.h"
#include "widgets/bill/ranges_page.h"
#include "widgets/bill/support_page.h"
#include "widgets/canvas/canvas.h"
#include "widgets/controls/quantity_field.h"
#include "widgets/controls/themed_label.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/range_note.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QTemporaryDir>
#include <QTimer>

using namespace tideline;
using tideline::test::OpenStudio;

class BillSettingsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theMenuOpensIt();
    void oneSwitchCountsPeopleInBillAndCurves();
    void everyFieldOfALineCanBeEditedAndUndone();
    void aLineIsAddedAndRemovedAndTheArticlesTableComesBack();
    void aHiddenLineIsLeftOutOrSetByHand();
    void theFreeAmountsAreASwitch();
    void aSupportPlanIsStatedTierByTier();
    void aDiscountLowersTheBill();
    void anInputBecomesARange();
    void aRangeTheWrongWayRoundIsRefusedInTheDialog();
    void aFieldOfTheInspectorIsGivenAsARangeFromItsMenu();
    void everyFieldHasAName();
    void bothThemesPaintEveryPage();

private:
    QTemporaryDir m_settings;
};

namespace {

BillSettingsDialog& dialogOf(OpenStudio& studio, BillSettingsDialog::Page page) {
    return studio.window.showBillSettings(page);
}

template <class Widget>
Widget* named(QWidget& parent, const QString& name) {
    for (Widget* widget : parent.findChildren<Widget*>()) {
        if (widget->accessibleName() == name && widget->isVisible()) {
            return widget;
        }
    }
    qWarning("there is no %s named %s", Widget::staticMetaObject.className(), qPrintable(name));
    return nullptr;
}

QAbstractButton* button(QWidget& parent, const QString& text) {
    for (QAbstractButton* one : parent.findChildren<QAbstractButton*>()) {
        if (one->text() == text) {
            return one;
        }
    }
    return nullptr;
}

void type(QLineEdit* field, const QString& text) {
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
}

double categoryDollars(OpenStudio& studio, std::string_view category) {
    double sum = 0;
    for (const BillLine& line : studio.window.session().analysis().figures.bill.lines) {
        sum += line.category == category ? line.monthly.dollars() : 0;
    }
    return sum;
}

}  // namespace

void BillSettingsTest::init() {
    tideline::test::useFreshSettings(m_settings.path());
}

void BillSettingsTest::theMenuOpensIt() {
    OpenStudio studio;
    studio.window.actionBook().action("bill-settings")->trigger();
    auto* dialog = studio.window.findChild<BillSettingsDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(!dialog->isModal());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
}

void BillSettingsTest::oneSwitchCountsPeopleInBillAndCurves() {
    OpenStudio studio;
    auto* page = dialogOf(studio, BillSettingsDialog::kPeople).findChild<PeoplePage*>();
    auto* box = page->findChild<QCheckBox*>();
    const double before = studio.monthly();
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    studio.settle();
    QCOMPARE(studio.monthly(), before + 16'500);
    QCOMPARE(categoryDollars(studio, "people"), 16'500.0);
    QTest::keyClick(box, Qt::Key_Space);
    studio.settle();
    QCOMPARE(studio.monthly(), before);
}

void BillSettingsTest::everyFieldOfALineCanBeEditedAndUndone() {
    OpenStudio studio;
    DesignSession& session = studio.window.session();
    auto* page = dialogOf(studio, BillSettingsDialog::kPeople).findChild<PeoplePage*>();
    const QString line = QStringLiteral("Platform engineer, 1 FTE");
    const auto engineer = [&] { return session.design().settings.bill.people.front(); };
    type(named<QuantityField>(*page, line + QStringLiteral(": Dollars a month")), QStringLiteral("9000"));
    QCOMPARE(engineer().monthly, 9000.0);
    type(named<QuantityField>(*page, line + QStringLiteral(": Share elsewhere")), QStringLiteral("25"));
    QCOMPARE(engineer().share, 0.25);
    auto* sides = named<QComboBox>(*page, line + QStringLiteral(": Applies to"));
    sides->setFocus();
    QTest::keyClick(sides, Qt::Key_Down);
    QCOMPARE(engineer().appliesTo, std::string("functions"));
    type(named<QLineEdit>(*page, line + QStringLiteral(": What")), QStringLiteral("Half an engineer"));
    QCOMPARE(engineer().title, std::string("Half an engineer"));
    for (int step = 0; step < 4; ++step) {
        QVERIFY(session.canUndo());
        session.undo();
    }
    QVERIFY(!session.canUndo());
    QVERIFY(session.design().settings.bill.people.empty());
    QCOMPARE(named<QuantityField>(*page, line + QStringLiteral(": Dollars a month"))->text(), QStringLiteral("12,000"));
}

void BillSettingsTest::aLineIsAddedAndRemovedAndTheArticlesTableComesBack() {
    OpenStudio studio;
    DesignSession& session = studio.window.session();
    auto* page = dialogOf(studio, BillSettingsDialog::kPeople).findChild<PeoplePage*>();
    QTest::mouseClick(button(*page, QStringLiteral("Add a line")), Qt::LeftButton);
    QCOMPARE(session.design().settings.bill.people.size(), std::size_t{8});
    QCOMPARE(page->focusWidget(), static_cast<QWidget*>(named<QLineEdit>(*page, QStringLiteral("New line: What"))));
    QTest::mouseClick(named<QAbstractButton>(*page, QStringLiteral("Remove Training")), Qt::LeftButton);
    QCOMPARE(session.design().settings.bill.people.size(), std::size_t{7});
    QTest::mouseClick(button(*page, QStringLiteral("Back to the articles' table")), Qt::LeftButton);
    QVERIFY(session.design().settings.bill.people.empty());
    QVERIFY(named<QLineEdit>(*page, QStringLiteral("Training: What")));
}

void BillSettingsTest::aHiddenLineIsLeftOutOrSetByHand() {
    OpenStudio studio;
    auto* page = dialogOf(studio, BillSettingsDialog::kLines).findChild<LinesPage*>();
    const double before = studio.monthly(), traces = categoryDollars(studio, "traces");
    QVERIFY(traces > 0);
    auto* box = named<QCheckBox>(*page, QStringLiteral("Traces"));
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Space);
    studio.settle();
    QVERIFY(std::abs(studio.monthly() - (before - traces)) < 0.01);
    QTest::keyClick(box, Qt::Key_Space);
    type(named<QuantityField>(*page, QStringLiteral("Traces: Set by hand")), QStringLiteral("45"));
    studio.settle();
    QCOMPARE(categoryDollars(studio, "traces"), 45.0);
    type(named<QuantityField>(*page, QStringLiteral("Traces: Set by hand")), QStringLiteral(" "));
    studio.settle();
    QCOMPARE(categoryDollars(studio, "traces"), traces);
}

void BillSettingsTest::theFreeAmountsAreASwitch() {
    OpenStudio studio;
    auto* page = dialogOf(studio, BillSettingsDialog::kLines).findChild<LinesPage*>();
    const double before = studio.monthly();
    button(*page, QStringLiteral("Apply the free amounts of the account"))->click();
    studio.settle();
    QVERIFY(studio.monthly() < before);
    QVERIFY(studio.window.session().design().settings.freeAmounts);
}

void BillSettingsTest::aSupportPlanIsStatedTierByTier() {
    OpenStudio studio;
    DesignSession& session = studio.window.session();
    auto* page = dialogOf(studio, BillSettingsDialog::kTerms).findChild<SupportPage*>();
    const double before = studio.monthly();
    page->findChild<QCheckBox*>()->click();
    type(named<QuantityField>(*page, QStringLiteral("tier 1: Share")), QStringLiteral("10"));
    studio.settle();
    QVERIFY(std::abs(studio.monthly() - before * 1.1) < 0.01);
    QTest::mouseClick(button(*page, QStringLiteral("Add a tier")), Qt::LeftButton);
    QCOMPARE(session.design().settings.bill.support->tiers.size(), std::size_t{2});
    QVERIFY(!named<QuantityField>(*page, QStringLiteral("tier 2: Of the bill up to"))->isEnabled());
    type(named<QuantityField>(*page, QStringLiteral("tier 1: Of the bill up to")), QStringLiteral("100"));
    studio.settle();
    QVERIFY(std::abs(studio.monthly() - (before + 10)) < 0.01);
    type(named<QuantityField>(*page, QStringLiteral("Support costs at least")), QStringLiteral("100"));
    studio.settle();
    QVERIFY(std::abs(studio.monthly() - (before + 100)) < 0.01);
    QTest::mouseClick(button(*page, QStringLiteral("Remove the plan")), Qt::LeftButton);
    QVERIFY(!session.design().settings.bill.support);
}

void BillSettingsTest::aDiscountLowersTheBill() {
    OpenStudio studio;
    auto* page = dialogOf(studio, BillSettingsDialog::kTerms).findChild<DiscountsPage*>();
    const double before = studio.monthly();
    QTest::mouseClick(button(*page, QStringLiteral("Add a discount")), Qt::LeftButton);
    type(named<QuantityField>(*page, QStringLiteral("Discount on machines: Off")), QStringLiteral("50"));
    studio.settle();
    const Discount discount = studio.window.session().design().settings.bill.discounts.front();
    QCOMPARE(discount.prices, std::string("aws.ec2."));
    QCOMPARE(discount.off, 0.5);
    QVERIFY(studio.monthly() < before);
    QTest::mouseClick(named<QAbstractButton>(*page, QStringLiteral("Remove Discount on machines")), Qt::LeftButton);
    studio.settle();
    QCOMPARE(studio.monthly(), before);
}

void BillSettingsTest::anInputBecomesARange() {
    OpenStudio studio;
    DesignSession& session = studio.window.session();
    BillSettingsDialog& dialog = dialogOf(studio, BillSettingsDialog::kRanges);
    auto* choice = named<QComboBox>(dialog.ranges(), QStringLiteral("Input to give as a range"));
    QVERIFY(choice->count() > 50);
    const Entry& entry = *session.design().entries.begin();
    dialog.ranges().choose(QStringLiteral("entries/%1/monthly").arg(QString::fromStdString(entry.id.text)));
    const QString title = choice->currentText();
    QTest::mouseClick(button(dialog.ranges(), QStringLiteral("Give as a range")), Qt::LeftButton);
    QCOMPARE(session.design().settings.ranges.size(), std::size_t{1});
    QCOMPARE(session.design().settings.ranges.front().low, entry.monthly / 2);
    QCOMPARE(session.design().settings.ranges.front().likely, std::optional(entry.monthly));
    type(named<QuantityField>(dialog.ranges(), title + QStringLiteral(": High")), QStringLiteral("1B"));
    QCOMPARE(session.design().settings.ranges.front().high, 1e9);
    type(named<QuantityField>(dialog.ranges(), title + QStringLiteral(": Most likely")), QStringLiteral(" "));
    QVERIFY(!session.design().settings.ranges.front().likely);
    QTest::mouseClick(named<QAbstractButton>(dialog.ranges(), QStringLiteral("Remove the range of ") + title),
                      Qt::LeftButton);
    QVERIFY(session.design().settings.ranges.empty());
}

void BillSettingsTest::aRangeTheWrongWayRoundIsRefusedInTheDialog() {
    OpenStudio studio;
    BillSettingsDialog& dialog = dialogOf(studio, BillSettingsDialog::kRanges);
    const Entry& entry = *studio.window.session().design().entries.begin();
    dialog.ranges().choose(QStringLiteral("entries/%1/monthly").arg(QString::fromStdString(entry.id.text)));
    const QString title = named<QComboBox>(dialog.ranges(), QStringLiteral("Input to give as a range"))->currentText();
    QTest::mouseClick(button(dialog.ranges(), QStringLiteral("Give as a range")), Qt::LeftButton);
    const InputRange before = studio.window.session().design().settings.ranges.front();
    auto* low = named<QuantityField>(dialog.ranges(), title + QStringLiteral(": Low"));
    type(low, QStringLiteral("900B"));
    QCOMPARE(studio.window.session().design().settings.ranges.front(), before);
    bool isSaid = false;
    for (ElidedLabel* label : dialog.findChildren<ElidedLabel*>()) {
        isSaid = isSaid || label->text().contains(QStringLiteral("is below the low end"));
    }
    QVERIFY(isSaid);
}

void BillSettingsTest::aFieldOfTheInspectorIsGivenAsARangeFromItsMenu() {
    OpenStudio studio;
    DesignSession& session = studio.window.session();
    const Service& service =
        *std::ranges::find_if(session.design().services, [](const Service& row) { return row.host == Host::Function; });
    studio.window.workspace().canvas().selectServices({service.id});
    QuantityField* field = nullptr;
    for (QuantityField* one : studio.window.workspace().inspector().findChildren<QuantityField*>()) {
        field = one->isVisible() && one->accessibleName().contains(QStringLiteral("emory")) ? one : field;
    }
    QVERIFY(field);
    QTimer::singleShot(0, &studio.window, [] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        for (QAction* action : menu ? menu->actions() : QList<QAction*>()) {
            if (action->text() == QStringLiteral("Give as a range…")) {
                menu->setActiveAction(action);
                QTest::keyClick(menu, Qt::Key_Return);
                return;
            }
        }
        qFatal("the menu of the field offers no range");
    });
    QContextMenuEvent menu(QContextMenuEvent::Keyboard, QPoint(4, 4), field->mapToGlobal(QPoint(4, 4)));
    QCoreApplication::sendEvent(field, &menu);
    QCOMPARE(session.design().settings.ranges.size(), std::size_t{1});
    const std::string input = session.design().settings.ranges.front().input;
    QVERIFY2(input.starts_with("services/" + service.id.text + "/"), input.c_str());
    QVERIFY(studio.window.findChild<BillSettingsDialog*>()->isVisible());
    bool isSaid = false;
    for (RangeNote* note : studio.window.workspace().inspector().findChildren<RangeNote*>()) {
        isSaid = isSaid || (note->isVisible() && note->text().startsWith(QStringLiteral("between ")));
    }
    QVERIFY(isSaid);
}

void BillSettingsTest::everyFieldHasAName() {
    OpenStudio studio;
    for (const auto page : {BillSettingsDialog::kPeople, BillSettingsDialog::kLines, BillSettingsDialog::kTerms,
                            BillSettingsDialog::kRanges, BillSettingsDialog::kPrices}) {
        BillSettingsDialog& dialog = dialogOf(studio, page);
        for (QWidget* widget : dialog.findChildren<QWidget*>()) {
            const bool isField = qobject_cast<QLineEdit*>(widget) || qobject_cast<QComboBox*>(widget) ||
                                 qobject_cast<QAbstractButton*>(widget);
            const auto* press = qobject_cast<QAbstractButton*>(widget);
            const bool isNamed = !widget->accessibleName().isEmpty() || (press && !press->text().isEmpty()) ||
                                 qobject_cast<QComboBox*>(widget->parentWidget());
            if (isField && widget->isVisible() && !isNamed) {
                QFAIL(qPrintable(QStringLiteral("a %1 on page %2 has no name")
                                     .arg(QLatin1String(widget->metaObject()->className()))
                                     .arg(page)));
            }
        }
    }
}

void BillSettingsTest::bothThemesPaintEveryPage() {
    OpenStudio studio;
    for (const auto page : {BillSettingsDialog::kPeople, BillSettingsDialog::kLines, BillSettingsDialog::kTerms,
                            BillSettingsDialog::kRanges, BillSettingsDialog::kPrices}) {
        BillSettingsDialog& dialog = dialogOf(studio, page);
        studio.settings.setTheme(ThemeChoice::Light);
        studio.window.applyTheme();
        const QColor light = dialog.grab().toImage().pixelColor(4, dialog.height() - 4);
        studio.settings.setTheme(ThemeChoice::Dark);
        studio.window.applyTheme();
        const QColor dark = dialog.grab().toImage().pixelColor(4, dialog.height() - 4);
        QVERIFY(light.lightness() > 200 && dark.lightness() < 60);
    }
}

QTEST_MAIN(BillSettingsTest)
#include "bill_settings_test.moc"
