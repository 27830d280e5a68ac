// SPDX-License-Identifier: Apache-2.0
#include "widgets/look/fonts.h"
#include "widgets/look/style.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFontMetrics>
#include <QLineEdit>
#include <QSlider>
#include <QStyleOption>
#include <QTableView>

namespace tideline {

namespace {

struct MetricRow {
    QStyle::PixelMetric metric;
    int pixels;
};

constexpr MetricRow kMetrics[] = {
    {QStyle::PM_SmallIconSize, 16},
    {QStyle::PM_ButtonIconSize, 16},
    {QStyle::PM_TabBarIconSize, 16},
    {QStyle::PM_ToolBarIconSize, 18},
    {QStyle::PM_ListViewIconSize, 18},
    {QStyle::PM_LargeIconSize, 32},
    {QStyle::PM_ToolBarItemSpacing, 2},
    {QStyle::PM_ToolBarItemMargin, 8},
    {QStyle::PM_ToolBarFrameWidth, 0},
    {QStyle::PM_ToolBarSeparatorExtent, 13},
    {QStyle::PM_MenuPanelWidth, 5},
    {QStyle::PM_MenuHMargin, 0},
    {QStyle::PM_MenuVMargin, 0},
    {QStyle::PM_MenuBarPanelWidth, 0},
    {QStyle::PM_MenuBarItemSpacing, 0},
    {QStyle::PM_MenuBarVMargin, 0},
    {QStyle::PM_MenuBarHMargin, 4},
    {QStyle::PM_ScrollBarExtent, 12},
    {QStyle::PM_ScrollBarSliderMin, 28},
    {QStyle::PM_SplitterWidth, 5},
    {QStyle::PM_DockWidgetSeparatorExtent, 5},
    {QStyle::PM_TabBarTabHSpace, 20},
    {QStyle::PM_TabBarTabVSpace, 14},
    {QStyle::PM_TabBarTabOverlap, 0},
    {QStyle::PM_TabBarBaseOverlap, 0},
    {QStyle::PM_TabBarTabShiftHorizontal, 0},
    {QStyle::PM_TabBarTabShiftVertical, 0},
    {QStyle::PM_IndicatorWidth, 16},
    {QStyle::PM_IndicatorHeight, 16},
    {QStyle::PM_ExclusiveIndicatorWidth, 16},
    {QStyle::PM_ExclusiveIndicatorHeight, 16},
    {QStyle::PM_CheckBoxLabelSpacing, 6},
    {QStyle::PM_RadioButtonLabelSpacing, 6},
    {QStyle::PM_SliderThickness, 18},
    {QStyle::PM_SliderLength, 16},
    {QStyle::PM_SliderControlThickness, 18},
    {QStyle::PM_ButtonShiftHorizontal, 0},
    {QStyle::PM_ButtonShiftVertical, 0},
    {QStyle::PM_ButtonDefaultIndicator, 0},
    {QStyle::PM_LayoutHorizontalSpacing, 8},
    {QStyle::PM_LayoutVerticalSpacing, 8},
    {QStyle::PM_LayoutLeftMargin, 12},
    {QStyle::PM_LayoutTopMargin, 12},
    {QStyle::PM_LayoutRightMargin, 12},
    {QStyle::PM_LayoutBottomMargin, 12},
};

struct HintRow {
    QStyle::StyleHint hint;
    int value;
};

constexpr HintRow kHints[] = {
    {QStyle::SH_EtchDisabledText, 0},
    {QStyle::SH_DitherDisabledText, 0},
    {QStyle::SH_UnderlineShortcut, 0},
    {QStyle::SH_ComboBox_Popup, 0},
    {QStyle::SH_DialogButtonBox_ButtonsHaveIcons, 0},
    {QStyle::SH_Slider_AbsoluteSetButtons, Qt::LeftButton},
    {QStyle::SH_FormLayoutFieldGrowthPolicy, 2},
    {QStyle::SH_Widget_Animation_Duration, 0},
    {QStyle::SH_ToolTip_WakeUpDelay, 500},
    {QStyle::SH_MessageBox_CenterButtons, 0},
    {QStyle::SH_ItemView_ArrowKeysNavigateIntoChildren, 1},
};

bool isInput(const QWidget* widget) {
    return qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QComboBox*>(widget) ||
           qobject_cast<const QAbstractSpinBox*>(widget);
}

QRect scrollHandle(const QStyleOptionSlider& bar, int least) {
    const bool isUpright = bar.orientation == Qt::Vertical;
    const int length = isUpright ? bar.rect.height() : bar.rect.width();
    const qint64 range = qint64{bar.maximum} - bar.minimum;
    int handle = length;
    if (range > 0) {
        handle = static_cast<int>(qint64{bar.pageStep} * length / (range + bar.pageStep));
        handle = std::min(length, std::max(handle, least));
    }
    const int at =
        QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - handle, bar.upsideDown);
    return isUpright ? QRect(bar.rect.left(), bar.rect.top() + at, bar.rect.width(), handle)
                     : QRect(bar.rect.left() + at, bar.rect.top(), handle, bar.rect.height());
}

}  // namespace

int StudioStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    if (metric == PM_DefaultFrameWidth) {
        return isInput(widget) ? 1 : 0;
    }
    if (metric == PM_FocusFrameHMargin && qobject_cast<const QTableView*>(widget)) {
        return 7;  // the inset of a cell's text
    }
    for (const MetricRow& row : kMetrics) {
        if (row.metric == metric) {
            return row.pixels;
        }
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int StudioStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                           QStyleHintReturn* data) const {
    for (const HintRow& row : kHints) {
        if (row.hint == hint) {
            return row.value;
        }
    }
    return QProxyStyle::styleHint(hint, option, widget, data);
}

QSize StudioStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                    const QWidget* widget) const {
    switch (type) {
    case CT_PushButton: {
        const int least = widget ? widget->property("buttonHeight").toInt() : 0;
        const QSize contents = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {std::max(size.width() + 24, std::min(contents.width(), size.width() + 24)),
                least > 0 ? least : std::max(28, size.height() + 8)};
    }
    case CT_LineEdit: return {size.width() + 14, std::max(28, size.height() + 8)};
    case CT_SpinBox:
    case CT_ComboBox: return {size.width() + 42, std::max(28, size.height() + 8)};
    case CT_ToolButton: return {std::max(30, size.width() + 12), 28};
    case CT_MenuBarItem: return {size.width() + 20, 28};
    case CT_MenuItem:
        if (const auto* row = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            if (row->menuItemType == QStyleOptionMenuItem::Separator) {
                return {size.width(), 9};
            }
            const int text = QFontMetrics(row->font).horizontalAdvance(row->text.section(QLatin1Char('\t'), 0, 0));
            return {32 + text + 28 + row->reservedShortcutWidth + 12, 28};
        }
        break;
    case CT_HeaderSection: {
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        const QFontMetrics metrics(fontOf(FontRole::CaptionTitle));
        // The label stands 4 and 12 inside, as paintHeaderLabel() draws it, within the margin of the base style.
        const int margins = 18 + 2 * pixelMetric(PM_HeaderMargin, option, widget);
        return {header ? metrics.horizontalAdvance(header->text) + margins : size.width(), 26};
    }
    default: break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect StudioStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    if (element == SE_LineEditContents) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        // The line edit adds 2 px of its own.
        const int inset = frame && frame->lineWidth > 0 ? 5 : 0;
        return option->rect.adjusted(inset, 1, -inset, -1);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect StudioStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
                                  const QWidget* widget) const {
    const QRect box = option->rect;
    if (control == CC_SpinBox) {
        const int half = box.height() / 2;
        switch (sub) {
        case SC_SpinBoxUp: return {box.right() - 22, box.top(), 23, half};
        case SC_SpinBoxDown: return {box.right() - 22, box.top() + half, 23, box.height() - half};
        case SC_SpinBoxEditField: return box.adjusted(5, 1, -24, -1);
        default: return box;
        }
    }
    if (control == CC_ComboBox) {
        switch (sub) {
        case SC_ComboBoxArrow: return {box.right() - 23, box.top(), 24, box.height()};
        case SC_ComboBoxEditField: return box.adjusted(7, 1, -26, -1);
        default: return box;
        }
    }
    if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option); bar && control == CC_ScrollBar) {
        const QRect handle = scrollHandle(*bar, 28);
        const bool isUpright = bar->orientation == Qt::Vertical;
        switch (sub) {
        case SC_ScrollBarSlider: return handle;
        case SC_ScrollBarGroove: return box;
        case SC_ScrollBarSubPage:
            return isUpright ? QRect(box.topLeft(), QPoint(box.right(), handle.top()))
                             : QRect(box.topLeft(), QPoint(handle.left(), box.bottom()));
        case SC_ScrollBarAddPage:
            return isUpright ? QRect(QPoint(box.left(), handle.bottom()), box.bottomRight())
                             : QRect(QPoint(handle.right(), box.top()), box.bottomRight());
        default: return {};
        }
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

}  // namespace tideline
