// SPDX-License-Identifier: Apache-2.0
#include "core/design/new_design.h"
#include "core/disk/disk.h"
#include "core/file/design_file.h"
#include "core/layout/auto_layout.h"
#include "tests/bench/bench.h"
#include "widgets/canvas/canvas.h"
#include "widgets/canvas/stage.h"

#include <fmt/core.h>

#include <QApplication>
#include <QMouseEvent>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

namespace {

using namespace tideline;
using namespace tideline::bench;

Catalog shippedKinds() {
    std::vector<SourceText> files;
    for (const auto& entry : std::filesystem::directory_iterator(TIDELINE_SHARE "/templates/kinds")) {
        std::ifstream in(entry.path());
        files.push_back({entry.path().filename(), std::string(std::istreambuf_iterator<char>(in), {})});
    }
    std::ranges::sort(files, {}, &SourceText::name);
    Result<Catalog> catalog = Catalog::read(files);
    if (!catalog) {
        std::fprintf(stderr, "%s\n", describe(catalog.error()).c_str());
        std::exit(1);
    }
    return std::move(*catalog);
}

/// Half of the services in the core, half at the edge, each with 1.45 connections to others near it, laid out.
Design gridOf(int services) {
    Design design = newDesign();
    const auto idOf = [](int i) { return ServiceId{"s" + std::to_string(100000 + i)}; };
    for (int i = 0; i < services; ++i) {
        const bool isCore = i < services / 2;
        Service service;
        service.id = idOf(i);
        service.name = "Order service " + std::to_string(i);
        service.kind = isCore ? "http-api" : "email-sender";
        service.host = isCore ? Host::Kubernetes : Host::Function;
        service.zone = ZoneId{isCore ? "kubernetes-core" : "serverless-edge"};
        design.services.put(service);
    }
    const auto connect = [&](int number, int from, int to) {
        if (to < services && from / (services / 2) == to / (services / 2)) {
            design.connections.put(
                {ConnectionId{"c" + std::to_string(number)}, idOf(from), idOf(to), ConnectionType::Sync, 1, {}, {}});
        }
    };
    std::vector<ServiceId> all;
    for (int i = 0; i < services; ++i) {
        all.push_back(idOf(i));
    }
    for (Spot& spot : tidySpots(design, all)) {
        design.layout.put(spot);
    }
    for (int i = 0; i < services; ++i) {
        connect(2 * i, i, i + 1);
        if (i % 20 < 9) {
            connect(2 * i + 1, i, i + 7);
        }
    }
    return design;
}

/// Budgets in milliseconds, and megabytes for the last.
struct Limits {
    double drag, pan, zoom, fit, moveAll, open, save, megabytes;
};

/// Resident memory of this process.
double megabytesInUse() {
    std::ifstream statm("/proc/self/statm");
    double whole = 0;
    double resident = 0;
    statm >> whole >> resident;
    return resident * 4096 / 1e6;
}

void mouse(Canvas& canvas, QEvent::Type type, QPointF at) {
    const bool isMove = type == QEvent::MouseMove;
    QMouseEvent event(type, at, canvas.mapToGlobal(at), isMove ? Qt::NoButton : Qt::LeftButton,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&canvas, &event);
}

/// Delivers what the canvas asked to be painted, only the stale part.
void paint() {
    QApplication::sendPostedEvents();
    QApplication::processEvents();
}

/// "canvas 10k: drag one service, one frame".
void printRow(int services, const std::string& subject, double median, double limit) {
    print({.subject = fmt::format("canvas {}k: {}", services / 1000, subject),
           .services = services,
           .medianMs = median,
           .limitMs = limit,
           .against = "limit"});
}

struct OpenBoard {
    DesignSession session;
    Canvas canvas;

    OpenBoard(const Catalog& catalog, Design design) : session(catalog, PriceBook{}), canvas(session, lightTheme()) {
        session.open(std::move(design));
        canvas.resize(1600, 1000);
        canvas.show();
        paint();
    }
};

/// From the bytes of a file to the first paint, and back into a file.
void measureFile(const Catalog& catalog, int services, const Limits& limits) {
    const std::string text = designText(gridOf(services));
    // The figures of one come behind its first paint, and must not slow the next down.
    std::vector<std::unique_ptr<OpenBoard>> boards;
    const auto waitForFigures = [&] {
        if (!boards.empty()) {
            boards.back()->session.finishAnalysis();
        }
    };
    const double open = medianMs(
        5,
        [&] {
            boards.push_back(std::make_unique<OpenBoard>(catalog, readDesign({"bench", text})->design));
        },
        waitForFigures);
    boards.clear();
    printRow(services, "open a file to the first paint", open, limits.open);
    const Design design = gridOf(services);
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("bench.tideline")).toStdString();
    const double save = medianMs(9, [&] { keep(realDisk().write(path, designText(design))); });
    printRow(services, "save", save, limits.save);
}

void measure(const Catalog& catalog, int services, const Limits& limits) {
    DesignSession session(catalog, PriceBook{});
    session.open(gridOf(services));
    Canvas canvas(session, lightTheme());
    canvas.resize(1600, 1000);
    canvas.show();
    paint();
    session.finishAnalysis();
    paint();
    CanvasStage& stage = canvas.stage();
    const auto row = [&](const std::string& subject, double median, double limit) {
        printRow(services, subject, median, limit);
    };
    const auto showAt = [&](double zoom) {
        stage.zoomTo(zoom, QPointF(0, 0));
        stage.view.setCenter(stage.picture.box(services / 4).rect.center());
        stage.repaintAll();
        paint();
        stage.router.routeIn(stage.view.visibleWorld(), 1e6);
        stage.repaintAll();
        paint();
    };
    showAt(1);
    double step = 0;
    const QPointF grabbed(800, 500);
    mouse(canvas, QEvent::MouseButtonPress, grabbed);
    mouse(canvas, QEvent::MouseMove, grabbed + QPointF(6, 6));
    paint();
    const double drag = medianMs(60, [&] {
        step += 3;
        mouse(canvas, QEvent::MouseMove, grabbed + QPointF(6 + std::fmod(step, 90), 8));
        paint();
    });
    stage.tool->cancel();
    row("drag one service, one frame", drag, limits.drag);
    showAt(1);
    const double pan = medianMs(60, [&] {
        stage.panBy(QPointF(-7, -3));
        paint();
    });
    row("pan at 100 %, one frame", pan, limits.pan);
    for (const double zoom : {1.0, 0.6, 0.35, 0.1}) {
        showAt(zoom);
        bool in = false;
        const double zooming = medianMs(20, [&] {
            in = !in;
            stage.zoomTo(zoom * (in ? 1.08 : 1.0), QPointF(800, 500));
            paint();
        });
        row(fmt::format("zoom step at {:.0f} %", zoom * 100), zooming, limits.zoom);
    }
    canvas.fitAll();
    while (stage.view.center() != stage.picture.boardRect().center() && stage.view.detail() > Detail::Bars) {
        paint();
    }
    const double fit = medianMs(20, [&] {
        stage.repaintAll();
        paint();
    });
    row("full repaint of the whole board", fit, limits.fit);
    canvas.selectAll();
    showAt(0.2);
    mouse(canvas, QEvent::MouseButtonPress, grabbed);
    mouse(canvas, QEvent::MouseMove, grabbed + QPointF(6, 6));
    paint();
    const double all = medianMs(40, [&] {
        step += 2;
        mouse(canvas, QEvent::MouseMove, grabbed + QPointF(6 + std::fmod(step, 60), 8));
        paint();
    });
    stage.tool->cancel();
    row("move everything, one frame", all, limits.moveAll);
    row("resident memory (MB)", megabytesInUse(), limits.megabytes);
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const Catalog catalog = shippedKinds();
    // Memory grows with what ran before: the small board first, and each before its files are read and written.
    const Limits small{1, 1, 6, 2, 1, 80, 5, 60};
    const Limits large{1, 1, 8, 6, 1, 120, 15, 75};
    measure(catalog, 1000, small);
    measure(catalog, 10000, large);
    measureFile(catalog, 1000, small);
    measureFile(catalog, 10000, large);
    return 0;
}
