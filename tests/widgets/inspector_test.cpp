// SPDX-License-Identifier: Apache-2.0
// The inspector by mouse and keys: what its pages say and what their fields do.
#include "app/gui/workspace.h"
#include "tests/widgets/studio_fixture.h"
#include "widgets/canvas/canvas.h"
#include "widgets/controls/quantity_field.h"
#include "widgets/controls/themed_label.h"
#include "widgets/inspector/cost_lines.h"
#include "widgets/inspector/inspector_panel.h"

#include <QCheckBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>

using namespace tideline;
using tideline::test::OpenStudio;

namespace {

QuantityField* fieldNamed(OpenStudio& studio, const QString& name) {
    for (QuantityField* field : studio.window.workspace().inspector().findChildren<QuantityField*>()) {
        if (field->accessibleName() == name && field->isVisible()) {
            return field;
        }
    }
    return nullptr;
}

/// Whether a label on the page shows the text.
bool isSaid(OpenStudio& studio, const QString& text) {
    for (const ThemedLabel* label : studio.window.workspace().inspector().findChildren<ThemedLabel*>()) {
        if (label->isVisible() && label->text() == text) {
            return true;
        }
    }
    return false;
}

QPushButton* buttonNamed(OpenStudio& studio, const QString& name) {
    QCoreApplication::processEvents();
    for (QPushButton* button : studio.window.workspace().inspector().findChildren<QPushButton*>()) {
        if (button->isVisible() && button->text() == name) {
            return button;
        }
    }
    return nullptr;
}

void type(QuantityField& field, const QString& text) {
    field.setFocus();
    field.selectAll();
    QTest::keyClicks(&field, text);
    QTest::keyClick(&field, Qt::Key_Return);
}

}  // namespace

class InspectorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { tideline::test::useFreshSettings(m_folder.path()); }

    void undoNamesAFieldByItsTitle() {
        OpenStudio studio;
        DesignSession& session = studio.window.session();
        studio.window.workspace().canvas().selectServices({ServiceId{"payments"}});
        QuantityField* field = fieldNamed(studio, QStringLiteral("Replicas at most"));
        QVERIFY(field);
        type(*field, QStringLiteral("9"));
        QCOMPARE(session.undoLabel(), QStringLiteral("set \u201cReplicas at most\u201d of Payment service"));
        const ConnectionId connection = session.design().connections.shared().front()->id;
        studio.window.workspace().canvas().selectConnection(connection);
        QuantityField* retries = fieldNamed(studio, QStringLiteral("Tries again"));
        QVERIFY(retries);
        type(*retries, QStringLiteral("4"));
        QVERIFY2(session.undoLabel().startsWith(QStringLiteral("set \u201cTries again\u201d of ")),
                 qPrintable(session.undoLabel()));
        retries->selectAll();
        QTest::keyClick(retries, Qt::Key_Delete);
        QTest::keyClick(retries, Qt::Key_Return);
        QVERIFY2(session.undoLabel().startsWith(QStringLiteral("reset \u201cTries again\u201d of ")),
                 qPrintable(session.undoLabel()));
    }

    void undoNamesLinesOfTheBillByTheirTitles() {
        OpenStudio studio;
        for (QCheckBox* box : studio.window.workspace().inspector().findChildren<QCheckBox*>()) {
            if (box->text() == QLatin1String("NAT traffic")) {
                box->setFocus();
                QTest::keyClick(box, Qt::Key_Space);
            }
        }
        QCOMPARE(studio.window.session().undoLabel(), QStringLiteral("leave \u201cNAT traffic\u201d out of the bill"));
    }

    void aNumberOutOfRangeSaysWhatTheRangeIs() {
        OpenStudio studio;
        Canvas& canvas = studio.window.workspace().canvas();
        canvas.selectServices({ServiceId{"payments"}});
        QuantityField* field = fieldNamed(studio, QStringLiteral("Replicas at most"));
        QVERIFY(field);
        const QString before = field->text();
        type(*field, QStringLiteral("-4"));
        QVERIFY2(field->wrongReason().startsWith(QLatin1String("Between ")), qPrintable(field->wrongReason()));
        QVERIFY(isSaid(studio, field->wrongReason()));
        canvas.setFocus();
        studio.settle();
        QCOMPARE(field->text(), before);
        QVERIFY2(field->wrongReason().endsWith(QStringLiteral(" Still %1.").arg(before)),
                 qPrintable(field->wrongReason()));
        QVERIFY(isSaid(studio, field->wrongReason()));
        QVERIFY(!studio.window.session().canUndo());
        type(*field, QStringLiteral("9"));
        QVERIFY(field->wrongReason().isEmpty());
    }

    void noNumberMakesAPageWiderThanTheInspector() {
        OpenStudio studio("order-platform", {1280, 720});
        Workspace& workspace = studio.window.workspace();
        const auto isInside = [&] {
            studio.settle();
            const auto* area = workspace.inspector().findChild<QScrollArea*>();
            const int right = area->viewport()->mapToGlobal(area->viewport()->rect().bottomRight()).x();
            for (const QWidget* widget : area->widget()->findChildren<QWidget*>()) {
                if (widget->isVisible() && widget->mapToGlobal(widget->rect().bottomRight()).x() > right) {
                    qWarning() << widget << widget->accessibleName() << widget->geometry();
                    return false;
                }
            }
            return area->widget()->width() == area->viewport()->width();
        };
        type(*fieldNamed(studio, QStringLiteral("Requests")), QStringLiteral("999999999999999"));
        QVERIFY(isInside());
        const Entry entry = *studio.window.session().design().entries.begin();
        workspace.canvas().selectServices({entry.service});
        type(*fieldNamed(studio, QStringLiteral("Requests")), QStringLiteral("999999999999999"));
        QVERIFY(isInside());
        workspace.canvas().clearSelection();
        QVERIFY(isInside());
    }

    void linesOfSeveralServicesAreSummedOrNamed() {
        OpenStudio studio;
        const std::vector<ServiceId> ids{ServiceId{"orders"}, ServiceId{"payments"}};
        studio.window.workspace().canvas().selectServices(ids);
        const auto* lines = studio.window.workspace().inspector().findChild<CostLines*>();
        QVERIFY(lines);
        std::map<QString, int> titles;
        for (const auto* label : lines->findChildren<ElidedLabel*>()) {
            ++titles[label->text()];
        }
        QCOMPARE(titles[QStringLiteral("Logs")], 1);
        QVERIFY(titles[QStringLiteral("2 services")] > 0);
    }

    void aTopicHasAPage() {
        OpenStudio studio;
        Workspace& workspace = studio.window.workspace();
        DesignSession& session = studio.window.session();
        const auto topic = std::ranges::find(session.design().topics.shared(), "PaymentTaken",
                                             [](const auto& row) { return row->name; });
        QVERIFY(topic != session.design().topics.shared().end());
        const TopicId id = (*topic)->id;
        Selection chosen;
        chosen.topics.insert(id);
        workspace.canvas().select(chosen);
        QVERIFY(isSaid(studio, QStringLiteral("Published by")));
        QPushButton* publisher = buttonNamed(studio, QStringLiteral("Payment service"));
        QVERIFY(publisher);
        QVERIFY(buttonNamed(studio, QStringLiteral("PDF generation")));
        auto* name = workspace.inspector().findChild<QLineEdit*>();
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("Paid"));
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(session.design().topics.find(id)->name, std::string("Paid"));
        QTest::mouseClick(publisher = buttonNamed(studio, QStringLiteral("Payment service")), Qt::LeftButton);
        QCOMPARE(workspace.canvas().selection().services, std::set<ServiceId>{ServiceId{"payments"}});
        workspace.canvas().select(chosen);
        QPushButton* remove = buttonNamed(studio, QStringLiteral("Delete"));
        QVERIFY(remove);
        QTest::mouseClick(remove, Qt::LeftButton);
        QVERIFY(!session.design().topics.contains(id));
        QVERIFY(workspace.canvas().selection().empty());
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(InspectorTest)
#include "inspector_test.moc"
