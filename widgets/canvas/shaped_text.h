// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QFont>
#include <QGlyphRun>
#include <QList>
#include <QString>
#include <vector>

class QPainter;

namespace tideline {

/// How digits are set: as the face has them, or all of one width.
enum class Digits { Proportional, Tabular };

/// A line of text shaped once and drawn at any size: shaping costs four times what drawing does, and a board zooms.
class ShapedText {
public:
    ShapedText() = default;
    ShapedText(const QString& text, const QFont& font, Digits digits = Digits::Proportional);

    bool isNull() const { return m_runs.empty(); }
    const QString& text() const { return m_text; }
    /// At the size of the font.
    double width() const { return m_width; }
    double fontPixels() const { return m_font.pixelSize(); }

    /// Draws with the painter's pen, left end of the baseline at `at`, letters `pixels` large; what does not fit into
    /// `mostWidth` screen pixels gives way to an ellipsis.
    void draw(QPainter& painter, QPointF at, double pixels, double mostWidth = 1e9) const;
    double widthAt(double pixels) const { return m_width * pixels / m_font.pixelSize(); }

private:
    void setTabularDigits();
    /// What fits into `most` at the size of the font, and an ellipsis.
    const std::vector<QGlyphRun>& elided(double most) const;
    QString m_text;
    QFont m_font;
    std::vector<QGlyphRun> m_runs;
    double m_width = 0;
    // Made when the text is first found too wide, and whenever another number of glyphs fits.
    mutable std::vector<double> m_ends;  ///< right ends of the glyphs
    mutable std::ptrdiff_t m_fitting = -1;
    mutable std::vector<QGlyphRun> m_elided;
};

/// Words that a painter makes anew each time, shaped when they are first asked for.
ShapedText shapedWords(const QString& text, double pixels, QFont::Weight weight = QFont::Normal,
                       Digits digits = Digits::Proportional);

/// The interface's face at the canvas: its size follows the zoom, not the font setting of the panels.
QFont canvasFont(double pixels, QFont::Weight weight = QFont::Normal);

}  // namespace tideline
