// SPDX-License-Identifier: Apache-2.0
#include "widgets/look/fonts.h"
#include "widgets/look/icons.h"
#include "widgets/look/style_paint.h"

#include <QStyle>
#include <QStyleOptionViewItem>

namespace tideline {

void paintMenuPanel(const Theme& t, const QStyleOption& option, QPainter* painter) {
    paintRounded(painter, option.rect, 8, t.popup, t.line2);
}

namespace {

void paintMenuMark(const Theme& t, const QStyleOptionMenuItem& option, QPainter* painter, const QRect& place) {
    const double ratio = painter->device()->devicePixelRatioF();
    const bool isEnabled = option.state & QStyle::State_Enabled;
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked) {
        painter->drawPixmap(place, iconPixmap(QStringLiteral("check"), isEnabled ? t.accentText : t.tOff, 16, ratio));
    } else if (!option.icon.isNull()) {
        option.icon.paint(painter, place, Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);
    }
}

}  // namespace

void paintMenuRow(const Theme& t, const QStyleOptionMenuItem& option, QPainter* painter) {
    const SavedPainter saved(painter);
    const QRect row = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(row.left() + 4, row.center().y(), row.width() - 8, 1), t.line);
        return;
    }
    const bool isEnabled = option.state & QStyle::State_Enabled;
    if (option.state & QStyle::State_Selected && isEnabled) {
        paintRounded(painter, row, 5, t.accentSoft, QColor());
    }
    paintMenuMark(t, option, painter, QRect(row.left() + 8, row.center().y() - 7, 16, 16));
    painter->setFont(option.font);
    painter->setPen(isEnabled ? t.t1 : t.tOff);
    const QString text = option.text.section(QLatin1Char('\t'), 0, 0);
    const QString shortcut = option.text.section(QLatin1Char('\t'), 1);
    painter->drawText(row.adjusted(32, 0, -12, 0), Qt::AlignVCenter | Qt::TextHideMnemonic | Qt::TextSingleLine, text);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        paintChevron(painter, QRect(row.right() - 20, row.top(), 16, row.height()), t.t3, -90);
    } else if (!shortcut.isEmpty()) {
        painter->setFont(fontOf(FontRole::Caption));
        painter->setPen(isEnabled ? t.t3 : t.tOff);
        painter->drawText(row.adjusted(0, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight, shortcut);
    }
}

void paintMenuBarWord(const Theme& t, const QStyleOptionMenuItem& option, QPainter* painter) {
    painter->fillRect(option.rect, t.frame);
    const bool isOpen = option.state & QStyle::State_Sunken;
    if (option.state & QStyle::State_Selected) {
        paintRounded(painter, QRectF(option.rect).adjusted(1, 2, -1, -2), 5, isOpen ? t.accentSoft : t.hover, QColor());
    }
    const SavedPainter saved(painter);
    painter->setFont(option.font);
    painter->setPen(option.state & QStyle::State_Enabled ? t.t1 : t.tOff);
    painter->drawText(option.rect, Qt::AlignCenter | Qt::TextHideMnemonic | Qt::TextSingleLine, option.text);
}

void paintTab(const Theme& t, const QStyleOptionTab& option, QPainter* painter) {
    const QRectF box = option.rect;
    const bool isChosen = option.state & QStyle::State_Selected;
    if (!isChosen && option.state & QStyle::State_MouseOver) {
        paintRounded(painter, box.adjusted(3, 4, -3, -4), 5, t.hover, QColor());
    }
    if (isChosen) {
        painter->fillRect(QRectF(box.left() + 6, box.bottom() - 2, box.width() - 12, 2), t.accent);
    }
    if (hasKeyboardFocus(&option)) {
        paintRounded(painter, box.adjusted(2, 3, -2, -4), 5, QColor(), t.focus, 2);
    }
}

void paintHeaderSection(const Theme& t, const QStyleOptionHeader& option, QPainter* painter) {
    painter->fillRect(option.rect, t.sunken);
    painter->fillRect(QRect(option.rect.bottomLeft(), QSize(option.rect.width(), 1)), t.line);
}

void paintHeaderLabel(const Theme& t, const QStyleOptionHeader& option, QPainter* painter) {
    const SavedPainter saved(painter);
    painter->setFont(fontOf(FontRole::CaptionTitle));
    const QVariant color = option.palette.color(QPalette::ButtonText);
    painter->setPen(option.iconAlignment & Qt::AlignAbsolute ? color.value<QColor>() : t.t2);
    const QRect inside = option.rect.adjusted(4, 0, -12, 0);
    const Qt::Alignment alignment = option.textAlignment & Qt::AlignRight ? Qt::AlignRight : Qt::AlignLeft;
    const QString text = painter->fontMetrics().elidedText(option.text, Qt::ElideRight, inside.width());
    painter->drawText(inside, static_cast<int>(alignment | Qt::AlignVCenter), text);
    if (option.sortIndicator != QStyleOptionHeader::None) {
        paintChevron(painter, QRect(option.rect.right() - 14, option.rect.top(), 12, option.rect.height()), t.t3,
                     option.sortIndicator == QStyleOptionHeader::SortDown ? 0 : 180);
    }
}

void paintRow(const Theme& t, const QStyleOptionViewItem& option, QPainter* painter) {
    if (option.backgroundBrush.style() != Qt::NoBrush) {
        painter->fillRect(option.rect, option.backgroundBrush);
    }
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, option.state & QStyle::State_Active ? t.accentSoft : t.hover);
    } else if (option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled) {
        painter->fillRect(option.rect, t.hover);
    }
}

void paintSplitter(const Theme& t, const QStyleOption& option, QPainter* painter) {
    const bool isUpright = option.state & QStyle::State_Horizontal;
    const bool isHovered = option.state & QStyle::State_MouseOver;
    const QRect box = option.rect;
    const QRect line = isUpright ? QRect(box.center().x(), box.top(), 1, box.height())
                                 : QRect(box.left(), box.center().y(), box.width(), 1);
    painter->fillRect(line, isHovered ? t.accent : t.line);
}

}  // namespace tideline
