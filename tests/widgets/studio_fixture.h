// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/gui/main_window.h"
#include "app/gui/open_documents.h"
#include "app/gui/settings.h"
#include "app/gui/studio_data.h"
#include "widgets/session/design_session.h"

#include <QApplication>
#include <QSettings>
#include <QTest>

namespace tideline::test {

/// The data folder of the build tree, read once a program.
inline const StudioData& studioData() {
    static const StudioData data = [] {
        Result<StudioData> read = loadStudioData(DataFolder{TIDELINE_SHARE}, {});
        if (!read) {
            qFatal("%s", describe(read.error()).c_str());
        }
        return std::move(*read);
    }();
    return data;
}

inline QString designPath(const char* name) {
    return QStringLiteral(TIDELINE_SHARE "/templates/designs/%1.tideline").arg(QLatin1String(name));
}

/// Settings, and copies of unsaved changes, that no session and no other test sees.
inline void useFreshSettings(const QString& folder) {
    QCoreApplication::setOrganizationName(QStringLiteral("tideline-test"));
    QCoreApplication::setApplicationName(QStringLiteral("studio"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder);
    QSettings().clear();
    qputenv("XDG_STATE_HOME", folder.toLocal8Bit());
}

/// A window with a design in it, shown and analysed.
struct OpenStudio {
    Settings settings;
    MainWindow window{studioData(), settings};

    explicit OpenStudio(const char* design = "order-platform", QSize size = {1440, 900}) {
        window.applyTheme();
        window.setWindowState(Qt::WindowNoState);  // the screen of the tests is smaller than the window
        window.resize(size);
        window.show();
        (void)QTest::qWaitForWindowActive(&window);
        window.documents().openFile(designPath(design));
        settle();
    }
    ~OpenStudio() {
        // Nothing may ask about unsaved changes after a test.
        window.session().markSaved();
    }
    OpenStudio(const OpenStudio&) = delete;
    OpenStudio& operator=(const OpenStudio&) = delete;

    /// Figures are up to date and everything that follows them has been told.
    void settle() {
        QCoreApplication::processEvents();
        window.session().finishAnalysis();
        QCoreApplication::processEvents();
    }
    double monthly() { return window.session().analysis().figures.bill.monthly.dollars(); }
};

}  // namespace tideline::test
