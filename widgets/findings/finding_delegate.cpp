// SPDX-License-Identifier: Apache-2.0
#include "widgets/findings/finding_delegate.h"

#include "widgets/findings/findings_model.h"
#include "widgets/look/fonts.h"
#include "widgets/look/host_look.h"
#include "widgets/look/icons.h"
#include "widgets/look/style.h"
#include "widgets/look/style_paint.h"

#include <QMouseEvent>
#include <QPainter>

namespace tideline {

namespace {

QRect textBox(const QRect& row, const QModelIndex& index) {
    const QRect button = FindingDelegate::buttonBox(row, index);
    return {row.left() + 40, row.top() + 7,
            (button.isEmpty() ? row.right() - 14 : button.left() - 12) - row.left() - 40, row.height() - 14};
}

QString secondLine(const QModelIndex& index) {
    if (!index.data(FindingsModel::kIsAcceptedRole).toBool()) {
        return index.data(FindingsModel::kRemedyRole).toString();
    }
    const QString reason = index.data(FindingsModel::kAcceptedRole).toString();
    return reason.isEmpty() ? FindingDelegate::tr("Accepted") : FindingDelegate::tr("Accepted: %1").arg(reason);
}

}  // namespace

QRect FindingDelegate::buttonBox(const QRect& row, const QModelIndex& index) {
    const QString title = index.data(FindingsModel::kFixRole).toString();
    if (title.isEmpty()) {
        return {};
    }
    const int width = QFontMetrics(fontOf(FontRole::SmallStrong)).horizontalAdvance(title) + 22;
    return {row.right() - width - 14, row.top() + 8, width, 26};
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int width = textBox(QRect(0, 0, option.rect.width(), 60), index).width();
    const int lines = QFontMetrics(fontOf(FontRole::Small))
                          .boundingRect(QRect(0, 0, std::max(120, width), 400), Qt::TextWordWrap, secondLine(index))
                          .height();
    const int head =
        QFontMetrics(fontOf(FontRole::BodyStrong))
            .boundingRect(QRect(0, 0, std::max(120, width), 400), Qt::TextWordWrap, index.data().toString())
            .height();
    return {100, head + lines + 18};
}

void FindingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const SavedPainter saved(painter);
    const Theme& t = currentTheme();
    const QRect row = option.rect;
    paintRow(t, option, painter);
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), t.line);
    const bool isAccepted = index.data(FindingsModel::kIsAcceptedRole).toBool();
    const SeverityLook look = severityLook(static_cast<Severity>(index.data(FindingsModel::kSeverityRole).toInt()), t);
    painter->drawPixmap(row.left() + 14, row.top() + 8,
                        iconPixmap(isAccepted ? QStringLiteral("check") : look.icon, isAccepted ? t.t3 : look.text, 16,
                                   painter->device()->devicePixelRatioF()));
    const QRect text = textBox(row, index);
    painter->setFont(fontOf(FontRole::BodyStrong));
    painter->setPen(isAccepted ? t.t2 : t.t1);
    QRect used;
    painter->drawText(text, Qt::TextWordWrap, index.data().toString(), &used);
    painter->setFont(fontOf(FontRole::Small));
    painter->setPen(t.t2);
    painter->drawText(text.adjusted(0, used.height() + 2, 0, 4), Qt::TextWordWrap, secondLine(index));
    if (const QRect button = buttonBox(row, index); !button.isEmpty()) {
        paintRounded(painter, button, 6, t.panel, t.line2);
        painter->setFont(fontOf(FontRole::SmallStrong));
        painter->setPen(t.t1);
        painter->drawText(button, Qt::AlignCenter, index.data(FindingsModel::kFixRole).toString());
    }
}

bool FindingDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) {
    if (event->type() == QEvent::MouseButtonRelease &&
        buttonBox(option.rect, index).contains(static_cast<QMouseEvent*>(event)->position().toPoint())) {
        Q_EMIT fixWanted(index);
        return true;
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

}  // namespace tideline
