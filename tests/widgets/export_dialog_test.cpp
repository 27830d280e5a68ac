// SPDX-License-Identifier: Apache-2.0
#include "widgets/export/export_dialog.h"

#include "tests/widgets/studio_fixture.h"
#include "widgets/export/export_targets.h"
#include "widgets/export/file_tree.h"

#include <QFileInfo>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QTemporaryDir>

using namespace tideline;
using tideline::test::OpenStudio;

class ExportDialogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theButtonCountsTheFilesAndWritesThem();
    void withoutATargetNothingCanBeWritten();
    void itsButtonsStandOnASmallScreen();

private:
    QTemporaryDir m_settings;
};

void ExportDialogTest::theButtonCountsTheFilesAndWritesThem() {
    tideline::test::useFreshSettings(m_settings.path());
    QTemporaryDir folder;
    OpenStudio studio;
    ExportDialog dialog(studio.window.session(), tideline::test::studioData().folder);
    dialog.setFolder(folder.path());
    dialog.targets().finish();
    const std::size_t files = dialog.targets().chosenFiles();
    QVERIFY(files > 0);
    QCOMPARE(dialog.writeButton().text(), QStringLiteral("Write %1 files").arg(files));
    QVERIFY(dialog.writeButton().isEnabled());
    dialog.show();
    QVERIFY(!dialog.findChild<QPlainTextEdit*>()->toPlainText().isEmpty());
    dialog.writeButton().click();
    QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
    for (const TargetBundle& bundle : dialog.targets().chosenBundles()) {
        for (const ExportFile& file : bundle.bundle.files) {
            const QString path = folder.filePath(QString::fromStdString(bundle.target + "/" + file.path));
            QVERIFY2(QFileInfo::exists(path), qPrintable(path));
        }
    }
}

void ExportDialogTest::withoutATargetNothingCanBeWritten() {
    tideline::test::useFreshSettings(m_settings.path());
    QTemporaryDir folder;
    OpenStudio studio;
    ExportDialog dialog(studio.window.session(), tideline::test::studioData().folder);
    dialog.setFolder(folder.path());
    dialog.targets().finish();
    for (std::size_t row = 0; row < dialog.targets().rows().size(); ++row) {
        dialog.targets().choose(row, false);
    }
    QVERIFY(!dialog.writeButton().isEnabled());
    QCOMPARE(dialog.targets().obstacle(), QStringLiteral("Choose at least one target."));
}

void ExportDialogTest::itsButtonsStandOnASmallScreen() {
    tideline::test::useFreshSettings(m_settings.path());
    OpenStudio studio;
    ExportDialog dialog(studio.window.session(), tideline::test::studioData().folder);
    const int screen = dialog.screen()->availableSize().height();
    QVERIFY2(screen <= 800, "the platform for tests has a small screen");
    constexpr int kTitleBar = 40;
    QVERIFY(dialog.height() + kTitleBar <= screen);
}

QTEST_MAIN(ExportDialogTest)
#include "export_dialog_test.moc"
