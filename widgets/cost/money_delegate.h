// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/look/theme.h"
#include "widgets/session/place_totals.h"

#include <QStyledItemDelegate>

namespace tideline {

/// Cells of cost tables: digits of equal width, a square in the colour of the place, totals on sunken ground, signed
/// differences in the colours of good and warn.
class MoneyDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// The square in the colour of a place, at the left end of a row.
void paintPlaceSquare(QPainter& painter, const QRect& row, Place place, const Theme& theme);

}  // namespace tideline
