// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/look/theme.h"

#include <QProxyStyle>

namespace tideline {

/// Fusion with the product's own painting. It follows the theme that it points to; `useTheme` swaps it for the whole
/// application.
class StudioStyle : public QProxyStyle {
    Q_OBJECT
public:
    StudioStyle();
    const Theme& theme() const { return *m_theme; }
    void setTheme(const Theme& theme) { m_theme = &theme; }

    using QProxyStyle::polish;
    void polish(QWidget* widget) override;
    bool eventFilter(QObject* object, QEvent* event) override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
                         const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QIcon standardIcon(StandardPixmap pixmap, const QStyleOption* option, const QWidget* widget) const override;
    QPixmap standardPixmap(StandardPixmap pixmap, const QStyleOption* option, const QWidget* widget) const override;

private:
    const Theme* m_theme;
};

/// The theme of the running application; the light one where no StudioStyle runs.
const Theme& currentTheme();
/// Installs style, palette and fonts, or swaps the theme of an installed style and repaints everything.
void useTheme(const Theme& theme);

}  // namespace tideline
