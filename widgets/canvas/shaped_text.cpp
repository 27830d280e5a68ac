// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/shaped_text.h"

#include "widgets/look/fonts.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>
#include <QRawFont>
#include <QTextLayout>
#include <algorithm>

namespace tideline {

QFont canvasFont(double pixels, QFont::Weight weight) {
    QFont font = interfaceFont(pixels, weight);
    font.setPixelSize(static_cast<int>(std::max(1.0, pixels)));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

bool drawsVectors(const QPainter& painter) {
    const QPaintEngine* engine = painter.paintEngine();
    return engine != nullptr && engine->type() != QPaintEngine::Raster;
}

ShapedText::ShapedText(const QString& text, const QFont& font, Digits digits) : m_text(text), m_font(font) {
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (!line.isValid()) {
        return;
    }
    line.setLineWidth(1e6);
    line.setPosition(QPointF(0, 0));
    layout.endLayout();
    m_width = line.naturalTextWidth();
    const double ascent = line.ascent();
    for (QGlyphRun& run : layout.glyphRuns()) {
        QList<QPointF> places = run.positions();
        for (QPointF& place : places) {
            place.ry() -= ascent;
        }
        run.setPositions(places);
        m_runs.push_back(run);
    }
    if (digits == Digits::Tabular) {
        setTabularDigits();
    }
}

void ShapedText::setTabularDigits() {
    if (m_runs.size() != 1 || m_runs.front().glyphIndexes().size() != m_text.size()) {
        return;
    }
    QGlyphRun& run = m_runs.front();
    const QRawFont face = run.rawFont();
    double cell = 0;
    for (const QPointF& advance :
         face.advancesForGlyphIndexes(face.glyphIndexesForString(QStringLiteral("0123456789")))) {
        cell = std::max(cell, advance.x());
    }
    const QList<QPointF> advances = face.advancesForGlyphIndexes(run.glyphIndexes());
    QList<QPointF> places = run.positions();
    double x = 0;
    for (qsizetype i = 0; i < places.size(); ++i) {
        const bool isDigit = m_text[i] >= QLatin1Char('0') && m_text[i] <= QLatin1Char('9');
        const double advance = isDigit ? cell : advances[i].x();
        places[i].setX(x + (advance - advances[i].x()) / 2);
        x += advance;
    }
    run.setPositions(places);
    m_width = x;
}

std::vector<QGlyphRun> ShapedText::elided(double most) const {
    const ShapedText ellipsis(QStringLiteral("\u2026"), m_font);
    const double room = most - ellipsis.width();
    std::vector<QGlyphRun> runs;
    double end = 0;
    for (const QGlyphRun& run : m_runs) {
        const QList<QPointF> advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes());
        const QList<QPointF> places = run.positions();
        qsizetype count = 0;
        while (count < places.size() && places[count].x() + advances[count].x() <= room) {
            end = std::max(end, places[count].x() + advances[count].x());
            ++count;
        }
        QGlyphRun part;
        part.setRawFont(run.rawFont());
        part.setGlyphIndexes(run.glyphIndexes().mid(0, count));
        part.setPositions(places.mid(0, count));
        if (count > 0) {
            runs.push_back(part);
        }
        if (count < places.size()) {
            break;
        }
    }
    for (QGlyphRun run : ellipsis.m_runs) {
        QList<QPointF> places = run.positions();
        for (QPointF& place : places) {
            place.rx() += end;
        }
        run.setPositions(places);
        runs.push_back(run);
    }
    return runs;
}

void ShapedText::draw(QPainter& painter, QPointF at, double pixels, double mostWidth) const {
    if (isNull()) {
        return;
    }
    const double scale = pixels / m_font.pixelSize();
    const double most = mostWidth / scale;
    if (drawsVectors(painter)) {
        painter.save();
        painter.translate(at);
        painter.scale(scale, scale);
        painter.setFont(m_font);
        // Metrics of the screen's font are a little wider than the shaped text: elide only what really is too wide.
        const bool fits = m_width <= most + 0.01;
        painter.drawText(QPointF(0, 0),
                         fits ? m_text : QFontMetricsF(m_font).elidedText(m_text, Qt::ElideRight, most + 0.5));
        painter.restore();
        return;
    }
    const QTransform before = painter.worldTransform();
    painter.translate(at);
    if (scale != 1) {
        painter.scale(scale, scale);
    }
    if (m_width <= most + 0.01) {
        for (const QGlyphRun& run : m_runs) {
            painter.drawGlyphRun(QPointF(0, 0), run);
        }
    } else {
        for (const QGlyphRun& run : elided(most)) {
            painter.drawGlyphRun(QPointF(0, 0), run);
        }
    }
    painter.setWorldTransform(before);
}

}  // namespace tideline
