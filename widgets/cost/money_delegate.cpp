// SPDX-License-Identifier: Apache-2.0
#include "widgets/cost/money_delegate.h"

#include "widgets/cost/cost_table_model.h"
#include "widgets/look/fonts.h"
#include "widgets/look/style.h"
#include "widgets/look/style_paint.h"
#include "widgets/look/tabular.h"

#include <QPainter>

namespace tideline {

namespace {

QColor squareOf(Place place, const Theme& theme) {
    switch (place) {
    case Place::Core: return theme.coreMark;
    case Place::Functions: return theme.edgeMark;
    case Place::Wasm: return theme.wasmMark;
    case Place::Bus: return theme.busMark;
    case Place::Managed: return theme.busLine;
    case Place::Other: break;
    }
    return theme.warnFill;
}

QColor textColor(const QModelIndex& index, const Theme& theme) {
    const int kind = index.data(CostTableModel::kRowKindRole).toInt();
    if (kind == CostTableModel::kDifferenceRow && index.column() > CostTableModel::kDesigned) {
        const double amount = index.data(CostTableModel::kAmountRole).toDouble();
        return amount < -0.005 ? theme.good : amount > 0.005 ? theme.warn : theme.t2;
    }
    if (kind == CostTableModel::kDifferenceRow) {
        return theme.t2;
    }
    return index.column() <= CostTableModel::kDesigned || kind == CostTableModel::kTotalRow ? theme.t1 : theme.t2;
}

}  // namespace

void paintPlaceSquare(QPainter& painter, const QRect& row, Place place, const Theme& theme) {
    paintRounded(&painter, QRectF(row.left(), row.center().y() - 4, 10, 10), 3, squareOf(place, theme), QColor());
}

QSize MoneyDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {60, 24};
}

void MoneyDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const SavedPainter saved(painter);
    const Theme& theme = currentTheme();
    const QRect box = option.rect;
    const int kind = index.data(CostTableModel::kRowKindRole).toInt();
    if (kind == CostTableModel::kTotalRow) {
        painter->fillRect(box, theme.sunken);
    }
    painter->fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.line);
    const bool isStrong = kind == CostTableModel::kTotalRow ||
                          (kind == CostTableModel::kPlaceRow && index.column() == CostTableModel::kDesigned);
    const QFont font = fontOf(isStrong ? FontRole::SmallTitle : FontRole::Small);
    painter->setPen(textColor(index, theme));
    QRect inside = box.adjusted(12, 0, -12, 0);
    if (index.column() == CostTableModel::kTitle) {
        if (const int place = index.data(CostTableModel::kPlaceRole).toInt(); place >= 0) {
            paintPlaceSquare(*painter, inside, static_cast<Place>(place), theme);
            inside.setLeft(inside.left() + 18);
        }
        painter->setFont(font);
        painter->drawText(inside, Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, inside.width()));
        return;
    }
    drawTabular(*painter, QRectF(inside), index.data().toString(), font, Qt::AlignRight);
}

}  // namespace tideline
