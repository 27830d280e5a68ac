// SPDX-License-Identifier: Apache-2.0
#include "widgets/cost/bill_line_delegate.h"

#include "widgets/cost/bill_tree_model.h"
#include "widgets/cost/line_words.h"
#include "widgets/cost/money_delegate.h"
#include "widgets/look/fonts.h"
#include "widgets/look/icons.h"
#include "widgets/look/style.h"
#include "widgets/look/style_paint.h"
#include "widgets/look/tabular.h"

#include <QApplication>
#include <QPainter>
#include <QTreeView>

namespace tideline {

namespace {

bool isDoubtful(LineMark mark) {
    return mark == LineMark::Doubt || mark == LineMark::Open;
}

QFont fontOfRow(const QModelIndex& index) {
    switch (index.data(BillTreeModel::kRowKindRole).toInt()) {
    case BillTreeModel::kGroupRow:
        return fontOf(index.column() == BillTreeModel::kUnits ? FontRole::Caption : FontRole::SmallTitle);
    case BillTreeModel::kTotalRow: return fontOf(FontRole::SmallTitle);
    case BillTreeModel::kStepRow: return fontOf(FontRole::Caption);
    default: return fontOf(index.column() == BillTreeModel::kUnits ? FontRole::Caption : FontRole::Small);
    }
}

QColor colorOfRow(const QModelIndex& index, const Theme& theme) {
    if (index.data(BillTreeModel::kRowKindRole).toInt() == BillTreeModel::kStepRow) {
        return theme.t2;
    }
    return index.column() == BillTreeModel::kWhat || index.column() == BillTreeModel::kMonthly ? theme.t1 : theme.t3;
}

/// A shape and a word: "your book", "uncertain price".
void paintMark(QPainter& painter, QRect box, LineMark mark, const Theme& theme) {
    const QString word = wordOf(mark);
    painter.setFont(fontOf(FontRole::Caption));
    const int width = painter.fontMetrics().horizontalAdvance(word);
    const QString icon = isDoubtful(mark) ? QStringLiteral("warn") : QStringLiteral("info");
    const QColor color = isDoubtful(mark) ? theme.warn : theme.info;
    if (box.width() < 14) {
        return;
    }
    paintIcon(painter, icon, color, QRectF(box.left(), box.center().y() - 6, 13, 13));
    if (box.width() >= width + 18) {
        painter.setPen(color);
        painter.drawText(box.adjusted(17, 0, 0, 0), Qt::AlignVCenter, word);
    }
}

}  // namespace

QSize BillLineDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {60, 24};
}

void BillLineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const bool isGroup = index.data(BillTreeModel::kRowKindRole).toInt() == BillTreeModel::kGroupRow;
    if (isGroup && index.column() == BillTreeModel::kWhose) {
        return;  // the title of the group has this room
    }
    const SavedPainter saved(painter);
    const Theme& theme = currentTheme();
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    QApplication::style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &ground, painter, option.widget);
    const QFont font = fontOfRow(index);
    const QString text = index.data().toString();
    QRect inside = option.rect.adjusted(4, 0, index.column() >= BillTreeModel::kUnits ? -12 : -4, 0);
    if (const auto* tree = qobject_cast<const QTreeView*>(option.widget);
        isGroup && tree && index.column() == BillTreeModel::kWhat) {
        inside.setRight(inside.right() + tree->columnWidth(BillTreeModel::kWhose));
    }
    painter->setPen(colorOfRow(index, theme));
    painter->setFont(font);
    if (index.column() >= BillTreeModel::kUnits) {
        if (tabularWidth(text, font) <= inside.width()) {
            drawTabular(*painter, QRectF(inside), text, font, Qt::AlignRight);
        } else {
            painter->drawText(inside, Qt::AlignVCenter | Qt::AlignRight,
                              painter->fontMetrics().elidedText(text, Qt::ElideRight, inside.width()));
        }
        return;
    }
    if (const int place = index.data(BillTreeModel::kPlaceRole).toInt();
        place >= 0 && index.column() == BillTreeModel::kWhat) {
        paintPlaceSquare(*painter, inside, static_cast<Place>(place), theme);
        inside.setLeft(inside.left() + 18);
    }
    const auto mark = index.column() == BillTreeModel::kWhat
                          ? static_cast<LineMark>(index.data(BillTreeModel::kMarkRole).toInt())
                          : LineMark::None;
    const int room = inside.width() - (mark == LineMark::None ? 0 : 22);
    const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, room);
    painter->drawText(inside, Qt::AlignVCenter, shown);
    if (mark != LineMark::None) {
        inside.setLeft(inside.left() + painter->fontMetrics().horizontalAdvance(shown) + 8);
        paintMark(*painter, inside, mark, theme);
    }
}

}  // namespace tideline
