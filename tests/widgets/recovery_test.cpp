// SPDX-License-Identifier: Apache-2.0
#include "app/gui/recovery.h"

#include "tests/widgets/studio_fixture.h"

#include <QAbstractButton>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QTemporaryDir>
#include <QTimer>

using namespace tideline;
using tideline::test::OpenStudio;

class RecoveryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_state = std::make_unique<QTemporaryDir>();
        test::useFreshSettings(m_state->path());
    }

    void anEditIsKeptWithinASecondUntilItIsSaved() {
        OpenStudio studio;
        QVERIFY(copies().isEmpty());
        rename(studio, "Renamed platform");
        QTRY_COMPARE_WITH_TIMEOUT(copies().size(), 1, 1000);
        studio.window.recovery().flush();
        QVERIFY(textOf(copies().front()).contains("\"title\": \"Renamed platform\""));
        const QString file = m_state->filePath(QStringLiteral("platform.tideline"));
        QVERIFY(studio.window.documents().write(file).has_value());
        QVERIFY(copies().isEmpty());
        studio.window.session().undo();
        QTRY_COMPARE(copies().size(), 1);
        studio.window.session().redo();
        QVERIFY(copies().isEmpty());
    }

    void aWindowThatStillRunsIsLeftAlone() {
        OpenStudio studio;
        rename(studio, "Being edited");
        studio.window.recovery().flush();
        QCOMPARE(copies().size(), 1);
        OpenStudio other;
        QVERIFY(other.window.recovery().leftBehind().isEmpty());
    }

    void afterACrashTheChangesComeBackAsOneStep() {
        const QString file = m_state->filePath(QStringLiteral("shop.tideline"));
        leaveBehind(file, "Shop with changes");
        const QByteArray onDisk = textOf(file);
        OpenStudio studio("scenario-a-100k");
        const QList<LeftBehind> left = studio.window.recovery().leftBehind();
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.front().title, QStringLiteral("Shop with changes"));
        QCOMPARE(left.front().path, file);
        press(QStringLiteral("Open the changes"));
        studio.window.offerRecovery();
        QVERIFY(m_asked.contains(QStringLiteral("Changes to Shop with changes were not saved")));
        QCOMPARE(studio.window.documents().path(), file);
        QCOMPARE(studio.window.session().design().title, std::string("Shop with changes"));
        QVERIFY(studio.window.session().isModified());
        QCOMPARE(textOf(file), onDisk);
        // The copy is that of this window now: a second crash loses nothing either.
        QCOMPARE(copies().size(), 1);
        QVERIFY(studio.window.recovery().leftBehind().isEmpty());
        studio.window.session().undo();
        QCOMPARE(studio.window.session().design().title, std::string("Shop"));
        QVERIFY(!studio.window.session().isModified());
    }

    void whatIsDiscardedIsNotOfferedAgain() {
        leaveBehind(QString(), "Never saved");
        OpenStudio studio;
        press(QStringLiteral("Discard them"));
        studio.window.offerRecovery();
        QVERIFY(m_asked.contains(QStringLiteral("It was never saved to a file.")));
        QVERIFY(copies().isEmpty());
        QCOMPARE(studio.window.documents().title(), QStringLiteral("Order platform"));
    }

    void escapeAsksAgainLater() {
        leaveBehind(QString(), "Never saved");
        OpenStudio studio;
        press(QString());
        studio.window.offerRecovery();
        QCOMPARE(studio.window.recovery().leftBehind().size(), 1);
    }

    void aCopyThatCannotBeReadIsNamed() {
        leaveBehind(QString(), "Never saved");
        QFile copy(copies().front());
        QVERIFY(copy.open(QIODevice::WriteOnly));
        copy.write("{\"format\": 1,");
        copy.close();
        OpenStudio studio;
        press(QStringLiteral("Keep it"));
        studio.window.offerRecovery();
        QVERIFY(m_asked.contains(QStringLiteral("A copy of unsaved changes cannot be read")));
        QVERIFY(m_asked.contains(copies().front()));
    }

private:
    std::unique_ptr<QTemporaryDir> m_state;
    QString m_asked;

    static void rename(OpenStudio& studio, const std::string& title) {
        QVERIFY(studio.window.session().apply({.label = "rename the design", .apply = [title](Design design) {
                                                   design.title = title;
                                                   return Result<Design>(std::move(design));
                                               }}));
    }
    QStringList copies() const {
        const QDir folder(m_state->filePath(QStringLiteral("tideline/recovery")));
        QStringList paths;
        for (const QString& name : folder.entryList({QStringLiteral("*.tideline")}, QDir::Files)) {
            paths.append(folder.filePath(name));
        }
        return paths;
    }
    static QByteArray textOf(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// What a window leaves that is killed: its files without its lock. `file` gets a design called "Shop".
    void leaveBehind(const QString& file, const std::string& title) {
        {
            OpenStudio studio;
            if (file.isEmpty()) {
                studio.window.documents().openNew();
            } else {
                rename(studio, "Shop");
                QVERIFY(studio.window.documents().write(file).has_value());
            }
            rename(studio, title);
            studio.window.recovery().flush();
            const QDir folder(m_state->filePath(QStringLiteral("tideline/recovery")));
            for (const QString& name : folder.entryList({QStringLiteral("*.tideline"), QStringLiteral("*.path")})) {
                QVERIFY(QFile::copy(folder.filePath(name), folder.filePath(QStringLiteral("killed-") + name)));
            }
        }
        QCOMPARE(copies().size(), 1);
    }
    /// Presses a button of the dialog that comes, Esc where there is no text, and keeps what the dialog said.
    void press(const QString& text) {
        m_asked.clear();
        QTimer::singleShot(0, this, [this, text] {
            auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog != nullptr);
            for (const QLabel* label : dialog->findChildren<QLabel*>()) {
                m_asked += label->text() + QLatin1Char('\n');
            }
            for (QAbstractButton* button : dialog->findChildren<QAbstractButton*>()) {
                if (!text.isEmpty() && button->text() == text) {
                    QTest::mouseClick(button, Qt::LeftButton);
                    return;
                }
            }
            QTest::keyClick(dialog, Qt::Key_Escape);
        });
    }
};

QTEST_MAIN(RecoveryTest)
#include "recovery_test.moc"
