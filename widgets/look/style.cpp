// SPDX-License-Identifier: Apache-2.0
#include "widgets/look/style.h"

#include "widgets/look/fonts.h"
#include "widgets/look/icons.h"
#include "widgets/look/palette.h"
#include "widgets/look/style_paint.h"

#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainterPath>
#include <QToolTip>

namespace tideline {

namespace {

/// No control shows an icon of Qt's own.
struct StandardIconRow {
    QStyle::StandardPixmap pixmap;
    const char* name;
};

constexpr StandardIconRow kStandardIcons[] = {
    {QStyle::SP_MessageBoxInformation, "info"},
    {QStyle::SP_MessageBoxWarning, "warn"},
    {QStyle::SP_MessageBoxCritical, "problem"},
    {QStyle::SP_MessageBoxQuestion, "info"},
    {QStyle::SP_LineEditClearButton, "close"},
    {QStyle::SP_TitleBarCloseButton, "close"},
    {QStyle::SP_DialogCloseButton, "close"},
    {QStyle::SP_DirIcon, "folder"},
    {QStyle::SP_DirClosedIcon, "folder"},
    {QStyle::SP_DirOpenIcon, "open"},
    {QStyle::SP_DirHomeIcon, "folder"},
    {QStyle::SP_DesktopIcon, "present"},
    {QStyle::SP_ComputerIcon, "node"},
    {QStyle::SP_DriveHDIcon, "volume"},
    {QStyle::SP_DriveNetIcon, "cloud"},
    {QStyle::SP_FileIcon, "file"},
    {QStyle::SP_FileLinkIcon, "file"},
    {QStyle::SP_DirLinkIcon, "folder"},
    {QStyle::SP_FileDialogNewFolder, "new"},
    {QStyle::SP_FileDialogDetailedView, "table"},
    {QStyle::SP_FileDialogListView, "logs"},
    {QStyle::SP_FileDialogToParent, "open"},
    {QStyle::SP_FileDialogBack, "undo"},
    {QStyle::SP_ArrowBack, "undo"},
    {QStyle::SP_ArrowForward, "redo"},
    {QStyle::SP_ArrowLeft, "undo"},
    {QStyle::SP_ArrowRight, "chevron-right"},
    {QStyle::SP_ArrowDown, "chevron-down"},
    {QStyle::SP_TrashIcon, "delete"},
    {QStyle::SP_BrowserReload, "restore"},
    {QStyle::SP_ToolBarHorizontalExtensionButton, "more"},
};

/// An X server without a compositor shows the see-through corners of a popup black, and Qt 6.4 does not say whether one
/// runs: there the corners are cut off instead.
bool hasOpaqueWindows() {
    return QGuiApplication::platformName() == QLatin1String("xcb");
}

}  // namespace

StudioStyle::StudioStyle() : QProxyStyle(QStringLiteral("Fusion")), m_theme(&lightTheme()) {}

void StudioStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    const bool isHovered = qobject_cast<QComboBox*>(widget) || qobject_cast<QAbstractSpinBox*>(widget) ||
                           qobject_cast<QAbstractSlider*>(widget) || widget->inherits("QLineEdit") ||
                           widget->inherits("QTabBar") || widget->inherits("QHeaderView");
    if (isHovered) {
        widget->setAttribute(Qt::WA_Hover);
    }
    if (auto* view = qobject_cast<QAbstractItemView*>(widget)) {
        view->viewport()->setAttribute(Qt::WA_Hover);
    }
    if (qobject_cast<QMenu*>(widget) && widget->windowHandle() == nullptr) {
        if (hasOpaqueWindows()) {
            widget->installEventFilter(this);
        } else {
            widget->setAttribute(Qt::WA_TranslucentBackground);
        }
    }
}

bool StudioStyle::eventFilter(QObject* object, QEvent* event) {
    if (event->type() == QEvent::Resize && object->isWidgetType()) {
        auto* popup = static_cast<QWidget*>(object);
        QPainterPath shape;
        shape.addRoundedRect(popup->rect(), 8, 8);
        popup->setMask(QRegion(shape.toFillPolygon().toPolygon()));
    }
    return QProxyStyle::eventFilter(object, event);
}

void StudioStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const {
    const Theme& t = *m_theme;
    const QRect box = option->rect;
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0) {
            paintField(t, *option, painter, widget);
        }
        return;
    case PE_FrameLineEdit:
    case PE_FrameFocusRect:
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
    case PE_FrameMenu:
    case PE_FrameDefaultButton:
    case PE_FrameDockWidget:
    case PE_Frame:
    case PE_FrameGroupBox: return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: paintCheckMark(t, *option, painter); return;
    case PE_IndicatorRadioButton: paintRadioMark(t, *option, painter); return;
    case PE_PanelMenu:
        if (hasOpaqueWindows()) {
            painter->fillRect(box, t.line2);
        }
        paintMenuPanel(t, *option, painter);
        return;
    case PE_PanelTipLabel: paintRounded(painter, box, 0, t.popup, t.line2); return;
    case PE_PanelStatusBar:
        painter->fillRect(box, t.frame);
        painter->fillRect(QRect(box.left(), box.top(), box.width(), 1), t.line);
        return;
    case PE_PanelMenuBar: painter->fillRect(box, t.frame); return;
    case PE_PanelItemViewRow:
    case PE_PanelItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            paintRow(t, *item, painter);
        }
        return;
    case PE_IndicatorBranch:
        if (option->state & State_Children) {
            paintChevron(painter, box, t.t3, option->state & State_Open ? 0 : -90);
        }
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorSpinDown: paintChevron(painter, box, t.t2); return;
    case PE_IndicatorArrowUp:
    case PE_IndicatorSpinUp: paintChevron(painter, box, t.t2, 180); return;
    case PE_IndicatorArrowRight: paintChevron(painter, box, t.t2, -90); return;
    case PE_IndicatorArrowLeft: paintChevron(painter, box, t.t2, 90); return;
    case PE_IndicatorToolBarSeparator:
        painter->fillRect(QRect(box.center().x(), box.center().y() - 10, 1, 20), t.line2);
        return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void StudioStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const {
    const Theme& t = *m_theme;
    if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
        if (element == CE_PushButtonBevel) {
            paintButton(t, *button, painter);
            return;
        }
        if (element == CE_PushButtonLabel) {
            QStyleOptionButton label = *button;
            const bool isPrimary = label.features & QStyleOptionButton::DefaultButton;
            if (isPrimary && label.state & State_Enabled) {
                label.palette.setColor(QPalette::ButtonText, t.onAccent);
            }
            QProxyStyle::drawControl(element, &label, painter, widget);
            return;
        }
    }
    if (const auto* menu = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
        switch (element) {
        case CE_MenuItem: paintMenuRow(t, *menu, painter); return;
        case CE_MenuBarItem: paintMenuBarWord(t, *menu, painter); return;
        case CE_MenuBarEmptyArea: painter->fillRect(option->rect, t.frame); return;
        default: break;
        }
    }
    if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
        if (element == CE_TabBarTabShape) {
            paintTab(t, *tab, painter);
            return;
        }
        if (element == CE_TabBarTabLabel) {
            QStyleOptionTab label = *tab;
            label.state &= ~State_HasFocus;
            const QColor& color = label.state & State_Selected ? t.t1 : t.t2;
            label.palette.setColor(QPalette::WindowText, color);
            label.palette.setColor(QPalette::ButtonText, color);
            QProxyStyle::drawControl(element, &label, painter, widget);
            return;
        }
    }
    if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option); box && element == CE_ComboBoxLabel) {
        QStyleOptionComboBox label = *box;
        const QRect room = subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget);
        label.currentText = box->fontMetrics.elidedText(box->currentText, Qt::ElideRight, room.width() - 4);
        QProxyStyle::drawControl(element, &label, painter, widget);
        return;
    }
    if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
        if (element == CE_HeaderSection) {
            paintHeaderSection(t, *header, painter);
            return;
        }
        if (element == CE_HeaderLabel) {
            paintHeaderLabel(t, *header, painter);
            return;
        }
    }
    switch (element) {
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, t.sunken);
        painter->fillRect(QRect(option->rect.bottomLeft(), QSize(option->rect.width(), 1)), t.line);
        return;
    case CE_Splitter: paintSplitter(t, *option, painter); return;
    case CE_ToolBar:
        painter->fillRect(option->rect, t.frame);
        painter->fillRect(QRect(option->rect.bottomLeft(), QSize(option->rect.width(), 1)), t.line);
        return;
    case CE_FocusFrame:
    case CE_RubberBand: return;
    default: QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void StudioStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                     const QWidget* widget) const {
    const Theme& t = *m_theme;
    if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option); spin && control == CC_SpinBox) {
        paintSpinBox(t, *spin, painter, widget);
        return;
    }
    if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option); combo && control == CC_ComboBox) {
        paintComboBox(t, *combo, painter, widget);
        return;
    }
    if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
        if (control == CC_Slider) {
            paintSlider(t, *slider, painter, subControlRect(control, option, SC_SliderHandle, widget));
            return;
        }
        if (control == CC_ScrollBar) {
            paintScrollBar(t, *slider, painter, subControlRect(control, option, SC_ScrollBarSlider, widget));
            return;
        }
    }
    if (const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option); tool && control == CC_ToolButton) {
        paintToolButton(t, *tool, painter);
        QStyleOptionToolButton label = *tool;
        label.palette.setColor(QPalette::ButtonText, !(label.state & State_Enabled) ? t.tOff : t.t1);
        proxy()->drawControl(CE_ToolButtonLabel, &label, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QIcon StudioStyle::standardIcon(StandardPixmap pixmap, const QStyleOption* option, const QWidget* widget) const {
    for (const StandardIconRow& row : kStandardIcons) {
        if (row.pixmap == pixmap) {
            return themedIcon(QLatin1String(row.name));
        }
    }
    return QProxyStyle::standardIcon(pixmap, option, widget);
}

QPixmap StudioStyle::standardPixmap(StandardPixmap pixmap, const QStyleOption* option, const QWidget* widget) const {
    for (const StandardIconRow& row : kStandardIcons) {
        if (row.pixmap == pixmap) {
            return iconPixmap(QLatin1String(row.name), m_theme->t2, 24, widget ? widget->devicePixelRatioF() : 1);
        }
    }
    return QProxyStyle::standardPixmap(pixmap, option, widget);
}

const Theme& currentTheme() {
    const auto* style = qApp ? qobject_cast<const StudioStyle*>(QApplication::style()) : nullptr;
    return style ? style->theme() : lightTheme();
}

void useTheme(const Theme& theme) {
    auto* style = qobject_cast<StudioStyle*>(QApplication::style());
    if (!style) {
        style = new StudioStyle;
        style->setTheme(theme);
        QApplication::setStyle(style);
    }
    style->setTheme(theme);
    dropIconCache();
    QApplication::setFont(fontOf(FontRole::Body));
    QToolTip::setFont(fontOf(FontRole::Small));
    QApplication::setPalette(paletteOf(theme));
    QToolTip::setPalette(paletteOf(theme));
    for (QWidget* widget : QApplication::allWidgets()) {
        widget->update();
    }
}

}  // namespace tideline
