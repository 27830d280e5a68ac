// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/look/theme.h"

#include <QPainter>
#include <QStyleOption>

class QWidget;

namespace tideline {

/// Keeps the painter's state for a scope: the style is handed one painter for many rows.
class SavedPainter {
public:
    explicit SavedPainter(QPainter* painter) : m_painter(painter) {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
    }
    ~SavedPainter() { m_painter->restore(); }
    SavedPainter(const SavedPainter&) = delete;
    SavedPainter& operator=(const SavedPainter&) = delete;

private:
    QPainter* m_painter;
};

/// A frame of whole device-independent pixels, filled; an invalid colour leaves its part out.
void paintRounded(QPainter* painter, const QRectF& box, double radius, const QColor& fill, const QColor& frame,
                  double width = 1);
/// The icon chevron-down, turned upwards for `degrees` 180.
void paintChevron(QPainter* painter, const QRect& box, const QColor& color, double degrees = 0);
bool hasKeyboardFocus(const QStyleOption* option);

// One function a control of the visual specification, 4.7.
void paintButton(const Theme& theme, const QStyleOptionButton& option, QPainter* painter);
void paintToolButton(const Theme& theme, const QStyleOptionToolButton& option, QPainter* painter);
void paintCheckMark(const Theme& theme, const QStyleOption& option, QPainter* painter);
void paintRadioMark(const Theme& theme, const QStyleOption& option, QPainter* painter);
void paintField(const Theme& theme, const QStyleOption& option, QPainter* painter, const QWidget* widget);
void paintSpinBox(const Theme& theme, const QStyleOptionSpinBox& option, QPainter* painter, const QWidget* widget);
void paintComboBox(const Theme& theme, const QStyleOptionComboBox& option, QPainter* painter, const QWidget* widget);
void paintSlider(const Theme& theme, const QStyleOptionSlider& option, QPainter* painter, const QRect& handle);
void paintScrollBar(const Theme& theme, const QStyleOptionSlider& option, QPainter* painter, const QRect& handle);
void paintMenuPanel(const Theme& theme, const QStyleOption& option, QPainter* painter);
void paintMenuRow(const Theme& theme, const QStyleOptionMenuItem& option, QPainter* painter);
void paintMenuBarWord(const Theme& theme, const QStyleOptionMenuItem& option, QPainter* painter);
void paintTab(const Theme& theme, const QStyleOptionTab& option, QPainter* painter);
void paintHeaderSection(const Theme& theme, const QStyleOptionHeader& option, QPainter* painter);
void paintHeaderLabel(const Theme& theme, const QStyleOptionHeader& option, QPainter* painter);
void paintRow(const Theme& theme, const QStyleOptionViewItem& option, QPainter* painter);
void paintSplitter(const Theme& theme, const QStyleOption& option, QPainter* painter);

}  // namespace tideline
