// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QStyledItemDelegate>

namespace tideline {

/// A finding: shape of its severity, what is wrong, what to do, and its one fix as a button on the right.
class FindingDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
    /// Where the button of a row stands; empty where the finding has no fix.
    static QRect buttonBox(const QRect& row, const QModelIndex& index);

Q_SIGNALS:
    void fixWanted(const QModelIndex& index);
};

}  // namespace tideline
