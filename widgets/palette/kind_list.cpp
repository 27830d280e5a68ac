// SPDX-License-Identifier: Apache-2.0
#include "widgets/palette/kind_list.h"

#include "widgets/look/fonts.h"
#include "widgets/look/host_look.h"
#include "widgets/look/icons.h"
#include "widgets/look/style.h"
#include "widgets/look/style_paint.h"
#include "widgets/palette/kind_model.h"

#include <QCoreApplication>
#include <QDrag>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>

namespace tideline {

namespace {

class KindDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {100, 28}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const SavedPainter saved(painter);
        const Theme& t = currentTheme();
        const QRect row = option.rect;
        if (index.data(KindModel::kKindRole).toString().isEmpty()) {
            paintChevron(painter, QRect(row.left() + 10, row.top(), 16, row.height()), t.t3,
                         index.data(KindModel::kIsFoldedRole).toBool() ? -90 : 0);
            painter->setFont(fontOf(FontRole::CaptionTitle));
            painter->setPen(t.t3);
            painter->drawText(row.adjusted(30, 0, -8, 0), Qt::AlignVCenter, index.data().toString());
            return;
        }
        paintRow(t, option, painter);
        const auto host = static_cast<Host>(index.data(KindModel::kHostRole).toInt());
        painter->drawPixmap(row.left() + 14, row.center().y() - 8,
                            iconPixmap(index.data(KindModel::kIconNameRole).toString(), hostLook(host, t).text, 18,
                                       painter->device()->devicePixelRatioF()));
        int right = -8;
        const bool isChosen = option.state & (QStyle::State_Selected | QStyle::State_MouseOver);
        if (isChosen) {
            const QString hint = KindList::tr("Enter adds");
            painter->setFont(fontOf(FontRole::Caption));
            painter->setPen(t.t3);
            painter->drawText(row.adjusted(0, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight, hint);
            right = -14 - painter->fontMetrics().horizontalAdvance(hint);
        }
        painter->setFont(fontOf(FontRole::Body));
        painter->setPen(t.t1);
        const QRect place = row.adjusted(42, 0, right, 0);
        painter->drawText(place, Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, place.width()));
    }
};

/// The kind's chip beside the pointer. The canvas draws the card that will be, in its own size and with what it says
/// about the place, so nothing larger may hang on the pointer.
QPixmap dragChip(const QModelIndex& index, double ratio) {
    const Theme& t = currentTheme();
    const HostLook look = hostLook(static_cast<Host>(index.data(KindModel::kHostRole).toInt()), t);
    QPixmap pixmap(QSizeF(30 * ratio, 30 * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paintRounded(&painter, QRectF(0.5, 0.5, 29, 29), 7, look.soft, t.line2);
    painter.drawPixmap(6, 6, iconPixmap(index.data(KindModel::kIconNameRole).toString(), look.text, 18, ratio));
    return pixmap;
}

}  // namespace

KindList::KindList(KindModel& model, QWidget* parent) : QListView(parent), m_model(model) {
    setModel(&model);
    setItemDelegate(new KindDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(SingleSelection);
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setUniformItemSizes(true);
    setAccessibleName(tr("Kinds of service"));
}

void KindList::moveBy(int rows) {
    const int from = currentIndex().isValid() ? currentIndex().row() : -1;
    if (const int row = m_model.kindRowFrom(from, rows); row >= 0) {
        setCurrentIndex(m_model.index(row));
    }
}

void KindList::chooseFirst() {
    setCurrentIndex({});
    moveBy(1);
}

QString KindList::chosenKind() const {
    return currentIndex().isValid() ? currentIndex().data(KindModel::kKindRole).toString() : QString();
}

void KindList::startDrag(Qt::DropActions) {
    const QModelIndex index = currentIndex();
    if (!index.isValid() || index.data(KindModel::kKindRole).toString().isEmpty()) {
        return;
    }
    QDrag drag(this);
    drag.setMimeData(m_model.mimeData({index}));
    drag.setPixmap(dragChip(index, devicePixelRatioF()));
    drag.setHotSpot(QPoint(-10, -6));
    drag.exec(Qt::CopyAction);
    // The pointer left during the drag, which told nobody: its row would stay lit. Moves of the drag still arrive.
    QTimer::singleShot(100, this, [this] {
        if (!viewport()->rect().contains(viewport()->mapFromGlobal(QCursor::pos()))) {
            QHoverEvent leave(QEvent::HoverLeave, QPointF(-1, -1), QPointF(-1, -1), QPointF(-1, -1));
            QCoreApplication::sendEvent(viewport(), &leave);
        }
    });
    Q_EMIT dragEnded();
}

void KindList::mouseReleaseEvent(QMouseEvent* event) {
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid() && index.data(KindModel::kKindRole).toString().isEmpty()) {
        m_model.toggleGroup(index);
    }
}

void KindList::mouseDoubleClickEvent(QMouseEvent* event) {
    if (const QString kind = chosenKind(); !kind.isEmpty()) {
        Q_EMIT kindAccepted(kind);
        return;
    }
    QListView::mouseDoubleClickEvent(event);
}

void KindList::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Down: moveBy(1); return;
    case Qt::Key_Up: moveBy(-1); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const QString kind = chosenKind(); !kind.isEmpty()) {
            Q_EMIT kindAccepted(kind);
        }
        return;
    // To the field above: the list would look for a kind that begins so.
    case Qt::Key_Slash: event->ignore(); return;
    default: QListView::keyPressEvent(event);
    }
}

}  // namespace tideline
