// SPDX-License-Identifier: Apache-2.0
// The inspector by mouse and keys: what its pages say and what their fields do.
#include "app/gui/workspace.h"
#include "tests/widgets/studio_fixture.h"
#include "widgets/canvas/canvas.h"
#include "widgets/controls/quantity_field.h"
#include "widgets/inspector/inspector_panel.h"

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

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(InspectorTest)
#include "inspector_test.moc"
