// SPDX-License-Identifier: Apache-2.0
#include "app/gui/picture.h"

#include "app/gui/ask.h"
#include "app/gui/open_documents.h"
#include "core/disk/disk.h"
#include "widgets/canvas/canvas_render.h"
#include "widgets/cost/cost_chart.h"
#include "widgets/session/design_session.h"

#include <QBuffer>
#include <QFileDialog>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace tideline {

namespace {

void draw(QPainter& painter, DesignSession& session, const PictureRequest& request) {
    const Theme& theme = request.isDark ? darkTheme() : lightTheme();
    const QRectF whole(QPointF(), QSizeF(request.size));
    if (request.subject == PictureSubject::Chart) {
        CostChart chart(session, ChartSize::Full);
        chart.render(painter, whole.size(), theme);
    } else {
        renderBoard(painter, session.analysis(), theme, whole);
    }
}

QByteArray pngOf(DesignSession& session, const PictureRequest& request) {
    QImage image(request.size * 2, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(2);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter, session, request);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray svgOf(DesignSession& session, const PictureRequest& request) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(request.size);
    generator.setViewBox(QRect(QPoint(), request.size));
    generator.setTitle(QString::fromStdString(session.design().title));
    QPainter painter(&generator);
    draw(painter, session, request);
    painter.end();
    return bytes;
}

QByteArray pdfOf(DesignSession& session, const PictureRequest& request) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(96);
    writer.setPageMargins(QMarginsF());
    writer.setPageSize(QPageSize(QSizeF(request.size) * 0.75, QPageSize::Point));
    writer.setTitle(QString::fromStdString(session.design().title));
    QPainter painter(&writer);
    draw(painter, session, request);
    painter.end();
    return bytes;
}

}  // namespace

Result<void> savePicture(DesignSession& session, const PictureRequest& request) {
    session.finishAnalysis();
    const QString path = request.path;
    QByteArray bytes;
    if (path.endsWith(QLatin1String(".png"), Qt::CaseInsensitive)) {
        bytes = pngOf(session, request);
    } else if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) {
        bytes = svgOf(session, request);
    } else if (path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) {
        bytes = pdfOf(session, request);
    } else {
        return failure("expected a name that ends in .png, .svg or .pdf", path.toStdString());
    }
    return realDisk().write(path.toStdString(), {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

QString askAndSavePicture(DesignSession& session, QWidget* parent) {
    QString filter;
    const QString path = QFileDialog::getSaveFileName(
        parent, OpenDocuments::tr("Save a picture of the board"), QString(),
        OpenDocuments::tr("SVG picture (*.svg);;PNG picture (*.png);;PDF document (*.pdf)"), &filter);
    if (path.isEmpty()) {
        return {};
    }
    const bool hasEnding = path.endsWith(QLatin1String(".svg")) || path.endsWith(QLatin1String(".png")) ||
                           path.endsWith(QLatin1String(".pdf"));
    const QString ending = filter.section(QLatin1String("(*"), 1).section(QLatin1Char(')'), 0, 0);
    const PictureRequest request{.path = hasEnding ? path : path + ending};
    if (const Result<void> done = savePicture(session, request); !done) {
        tell(parent, OpenDocuments::tr("The picture was not saved"), sentenceOf(done.error()));
        return {};
    }
    return OpenDocuments::tr("Picture saved to %1").arg(shortPath(request.path));
}

}  // namespace tideline
