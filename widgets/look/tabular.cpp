// SPDX-License-Identifier: Apache-2.0
#include "widgets/look/tabular.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QHash>
#include <QRawFont>
#include <algorithm>

namespace tideline {

namespace {

/// What a face needs for tabular digits; looked up once a font.
struct Digits {
    QRawFont face;
    double cell = 0;
};

const Digits& digitsOf(const QFont& font) {
    static QHash<QString, Digits> known;
    const QString key = font.key();
    auto at = known.find(key);
    if (at == known.end()) {
        Digits digits{QRawFont::fromFont(font), 0};
        const QList<QPointF> advances =
            digits.face.advancesForGlyphIndexes(digits.face.glyphIndexesForString(QStringLiteral("0123456789")));
        for (const QPointF& advance : advances) {
            digits.cell = std::max(digits.cell, advance.x());
        }
        at = known.insert(key, digits);
    }
    return *at;
}

struct Run {
    QList<quint32> glyphs;
    QList<QPointF> places;
    double width = 0;
    bool isWhole = false;  ///< the face has a glyph for every letter
};

Run runOf(const QString& text, const Digits& digits) {
    Run run;
    run.glyphs = digits.face.glyphIndexesForString(text);
    run.isWhole = run.glyphs.size() == text.size() && !run.glyphs.contains(0U);
    if (!run.isWhole) {
        return run;
    }
    const QList<QPointF> advances = digits.face.advancesForGlyphIndexes(run.glyphs);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isDigit = text[i] >= QLatin1Char('0') && text[i] <= QLatin1Char('9');
        const double advance = isDigit ? digits.cell : advances[i].x();
        run.places.append(QPointF(run.width + (advance - advances[i].x()) / 2, 0));
        run.width += advance;
    }
    return run;
}

}  // namespace

double tabularWidth(const QString& text, const QFont& font) {
    const Run run = runOf(text, digitsOf(font));
    return run.isWhole ? run.width : QFontMetricsF(font).horizontalAdvance(text);
}

void drawTabular(QPainter& painter, QPointF baseline, const QString& text, const QFont& font, Qt::Alignment alignment) {
    const Digits& digits = digitsOf(font);
    const Run run = runOf(text, digits);
    const double width = run.isWhole ? run.width : QFontMetricsF(font).horizontalAdvance(text);
    if (alignment & Qt::AlignRight) {
        baseline.rx() -= width;
    } else if (alignment & Qt::AlignHCenter) {
        baseline.rx() -= width / 2;
    }
    if (!run.isWhole) {
        // Narrow spaces and the like that the face lacks come from a fallback face.
        painter.setFont(font);
        painter.drawText(baseline, text);
        return;
    }
    QGlyphRun glyphs;
    glyphs.setRawFont(digits.face);
    glyphs.setGlyphIndexes(run.glyphs);
    glyphs.setPositions(run.places);
    painter.drawGlyphRun(baseline, glyphs);
}

void drawTabular(QPainter& painter, const QRectF& box, const QString& text, const QFont& font,
                 Qt::Alignment alignment) {
    const QFontMetricsF metrics(font);
    const double y = box.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    const double x = alignment & Qt::AlignRight     ? box.right()
                     : alignment & Qt::AlignHCenter ? box.center().x()
                                                    : box.left();
    drawTabular(painter, QPointF(x, y), text, font, alignment);
}

}  // namespace tideline
