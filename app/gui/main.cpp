// SPDX-License-Identifier: Apache-2.0
#include "app/gui/command_line.h"
#include "app/gui/main_window.h"
#include "app/gui/open_documents.h"
#include "app/gui/settings.h"
#include "app/gui/studio_data.h"
#include "core/base/limits.h"
#include "core/file/design_file.h"
#include "widgets/look/fonts.h"
#include "widgets/look/icons.h"
#include "widgets/look/style.h"
#include "widgets/session/design_session.h"
#include "widgets/session/price_shelf.h"

#include <QApplication>
#include <QTimer>
#include <cstdio>
#include <future>

namespace tideline {

namespace {

/// The codes of the command line.
enum ExitCode { kDone = 0, kWrongUse = 2, kInputRefused = 3, kFileFailed = 4 };

int refuse(ExitCode code, const Error& error) {
    std::fprintf(stderr, "tideline-studio: %s\n", describe(error).c_str());
    return code;
}

int render(const StudioData& data, const StudioCommand& command) {
    const Result<std::string> text = realDisk().read(command.design.toStdString(), limitOf(LimitId::DesignBytes));
    if (!text) {
        return refuse(kFileFailed, text.error());
    }
    Result<OpenedDesign> opened = readDesign({command.design.toStdString(), *text});
    if (!opened) {
        return refuse(kInputRefused, opened.error());
    }
    DesignSession session(data.catalog, data.prices);
    PriceShelf shelf(session, data.folder, data.installed, data.given);
    shelf.setDesignPath(command.design);
    session.open(std::move(opened->design));
    for (const NamedBook& book : shelf.books()) {
        if (!book.error.isEmpty()) {
            return refuse(kInputRefused, {book.error.toStdString(), {}});
        }
    }
    const Result<void> done = savePicture(session, *command.render);
    return done ? static_cast<int>(kDone) : refuse(kFileFailed, done.error());
}

int runWindow(QApplication& application, Settings& settings, const StudioData& data, const StudioCommand& command) {
    MainWindow window(data, settings);
    window.applyTheme();
    if (!command.design.isEmpty()) {
        window.documents().openFile(command.design);
    }
    window.show();
    QTimer::singleShot(0, &window, &MainWindow::offerRecovery);
    return application.exec();
}

Result<StudioData> load(const StudioCommand& command) {
    const DataFolder folder =
        command.dataFolder.isEmpty() ? standardDataFolder() : DataFolder{command.dataFolder.toStdString()};
    return loadStudioData(folder, command.priceFiles);
}

int run(QApplication& application, const StudioCommand& command, std::future<Result<StudioData>>& loading) {
    useTheme(lightTheme());
    Settings settings;
    if (!command.render) {
        setFontFactor(settings.fontFactor());
    }
    const Result<StudioData> data = loading.get();
    if (!data) {
        return refuse(kFileFailed, data.error());
    }
    return command.render ? render(*data, command) : runWindow(application, settings, *data, command);
}

}  // namespace

}  // namespace tideline

int main(int argc, char** argv) {
    using namespace tideline;
    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    const Result<StudioCommand> command = readStudioCommand(arguments);
    if (!command) {
        return refuse(kWrongUse, command.error());
    }
    if (command->wantsHelp) {
        std::fputs(studioHelp().toUtf8().constData(), stdout);
        return kDone;
    }
    if (command->wantsVersion) {
        std::puts("tideline-studio " TIDELINE_VERSION);
        return kDone;
    }
    // Pictures need no display, and never use one.
    if (command->render) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication::setOrganizationName(QStringLiteral("tideline"));
    QApplication::setApplicationName(QStringLiteral("tideline-studio"));
    QApplication::setApplicationVersion(QStringLiteral(TIDELINE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("app.tideline.studio"));
    // Kinds and prices are read while Qt finds its display and its fonts.
    std::future<Result<StudioData>> loading = std::async(std::launch::async, [&command] { return load(*command); });
    int noArguments = 1;
    QApplication application(noArguments, argv);
    return run(application, *command, loading);
}
