// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/shaped_text.h"

#include "widgets/look/fonts.h"
#include "widgets/look/icons.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QRawFont>
#include <QTextLayout>
#include <algorithm>
#include <unordered_map>

namespace tideline {

QFont canvasFont(double pixels, QFont::Weight weight) {
    QFont font = interfaceFont(pixels, weight);
    font.setPixelSize(static_cast<int>(std::max(1.0, pixels)));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
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

ShapedText shapedWords(const QString& text, double pixels, QFont::Weight weight, Digits digits) {
    constexpr int kMost = 512;
    struct Key {
        QString text;
        double pixels;
        int weight;
        Digits digits;
        bool operator==(const Key&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const {
            return qHashMulti(0, key.text, key.pixels, key.weight, static_cast<int>(key.digits));
        }
    };
    static std::unordered_map<Key, ShapedText, Hash> known;
    const Key key{text, pixels, weight, digits};
    if (const auto at = known.find(key); at != known.end()) {
        return at->second;
    }
    if (known.size() >= kMost) {
        known.clear();
    }
    return known.emplace(key, ShapedText(text, canvasFont(pixels, weight), digits)).first->second;
}

const std::vector<QGlyphRun>& ShapedText::elided(double most) const {
    if (m_ends.empty()) {
        for (const QGlyphRun& run : m_runs) {
            const QList<QPointF> advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes());
            const QList<QPointF> places = run.positions();
            for (qsizetype at = 0; at < places.size(); ++at) {
                m_ends.push_back(places[at].x() + advances[at].x());
            }
        }
    }
    const ShapedText ellipsis = shapedWords(QStringLiteral("\u2026"), m_font.pixelSize(), m_font.weight());
    const double room = most - ellipsis.width();
    // The first that does not fit, and all behind it, give way.
    const auto fitting = std::ranges::find_if(m_ends, [room](double end) { return end > room; }) - m_ends.begin();
    if (m_fitting == fitting) {
        return m_elided;
    }
    m_fitting = fitting;
    m_elided.clear();
    qsizetype left = fitting;
    for (const QGlyphRun& run : m_runs) {
        const qsizetype count = std::min(left, run.glyphIndexes().size());
        left -= count;
        if (count > 0) {
            QGlyphRun part;
            part.setRawFont(run.rawFont());
            part.setGlyphIndexes(run.glyphIndexes().mid(0, count));
            part.setPositions(run.positions().mid(0, count));
            m_elided.push_back(part);
        }
    }
    const double end = fitting > 0 ? *std::max_element(m_ends.begin(), m_ends.begin() + fitting) : 0;
    for (QGlyphRun run : ellipsis.m_runs) {
        QList<QPointF> places = run.positions();
        for (QPointF& place : places) {
            place.rx() += end;
        }
        run.setPositions(places);
        m_elided.push_back(run);
    }
    return m_elided;
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
