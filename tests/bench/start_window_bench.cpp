// SPDX-License-Identifier: Apache-2.0
#include "app/gui/main_window.h"
#include "app/gui/open_documents.h"
#include "app/gui/settings.h"
#include "app/gui/studio_data.h"
#include "app/gui/workspace.h"
#include "tests/bench/bench.h"
#include "widgets/canvas/canvas.h"
#include "widgets/look/style.h"
#include "widgets/session/design_session.h"

#include <QApplication>
#include <QEvent>
#include <QSettings>
#include <QTemporaryDir>

namespace {

/// Ends the loop after the canvas has been painted for the first time.
class FirstPaint : public QObject {
public:
    explicit FirstPaint(QWidget& canvas) { canvas.installEventFilter(this); }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            QMetaObject::invokeMethod(
                qApp, [] { QApplication::quit(); }, Qt::QueuedConnection);
        }
        return false;
    }
};

}  // namespace

/// From the data folder to the first paint of the order platform, in a process whose Qt is already up.
int main(int argc, char** argv) {
    using namespace tideline;
    QApplication application(argc, argv);
    QTemporaryDir folder;
    QCoreApplication::setOrganizationName(QStringLiteral("tideline-bench"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    int services = 0;
    const double took = bench::medianMs(5, [&] {
        const Result<StudioData> data = loadStudioData(DataFolder{TIDELINE_SHARE}, {});
        if (!data) {
            qFatal("%s", describe(data.error()).c_str());
        }
        useTheme(lightTheme());
        Settings settings;
        MainWindow window(*data, settings);
        window.applyTheme();
        window.documents().openFile(QStringLiteral(TIDELINE_SHARE "/templates/designs/order-platform.tideline"));
        FirstPaint watch(window.workspace().canvas());
        window.show();
        QApplication::exec();
        services = static_cast<int>(window.session().design().services.size());
    });
    bench::print({"first paint of the window", services, took, 80, "limit"});
    return 0;
}
