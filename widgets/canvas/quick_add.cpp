// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/quick_add.h"

#include "widgets/canvas/canvas.h"
#include "widgets/canvas/connection_choice.h"
#include "widgets/canvas/insertion.h"
#include "widgets/canvas/stage.h"
#include "widgets/look/elevation.h"
#include "widgets/look/fonts.h"
#include "widgets/look/host_look.h"
#include "widgets/look/icons.h"
#include "widgets/palette/kind_search.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

namespace tideline {

namespace {

constexpr int kWidth = 304;
constexpr int kRow = 32;
constexpr int kMostRows = 7;
constexpr int kKindRole = Qt::UserRole;
constexpr int kZoneRole = Qt::UserRole + 1;
constexpr int kIconRole = Qt::UserRole + 2;
constexpr int kColorRole = Qt::UserRole + 3;

/// Icon, name, and the zone that takes it at the right.
class KindDelegate : public QStyledItemDelegate {
public:
    KindDelegate(CanvasStage& stage, QObject* parent) : QStyledItemDelegate(parent), m_stage(stage) {}
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Theme& theme = *m_stage.theme;
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
            painter->fillRect(option.rect, option.state & QStyle::State_Selected ? theme.accentSoft : theme.hover);
        }
        const QRectF row = option.rect;
        painter->drawPixmap(QPointF(row.left() + 10, row.center().y() - 8.5),
                            iconPixmap(index.data(kIconRole).toString(), index.data(kColorRole).value<QColor>(), 18,
                                       painter->device()->devicePixelRatioF()));
        painter->setFont(fontOf(FontRole::Caption));
        painter->setPen(theme.t3);
        painter->drawText(row.adjusted(0, 0, -12, 0), Qt::AlignRight | Qt::AlignVCenter,
                          index.data(kZoneRole).toString());
        painter->setFont(fontOf(FontRole::Body));
        painter->setPen(theme.t1);
        const QRectF room = row.adjusted(38, 0, -102, 0);
        painter->drawText(
            room, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, static_cast<int>(room.width())));
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {kWidth - 20, kRow}; }

private:
    CanvasStage& m_stage;
};

QLabel* captionLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(fontOf(FontRole::Caption));
    label->setContentsMargins(4, 0, 4, 0);
    return label;
}

}  // namespace

QuickAdd::QuickAdd(CanvasStage& stage, QWidget* parent)
    : QFrame(parent),
      m_stage(stage),
      m_field(new QLineEdit(this)),
      m_caption(captionLabel(this)),
      m_list(new QListWidget(this)),
      m_foot(captionLabel(this)) {
    setObjectName(QStringLiteral("quickAdd"));
    setAccessibleName(tr("Add a service"));
    setFrameShape(QFrame::NoFrame);
    m_field->setPlaceholderText(tr("Find a service"));
    m_field->setAccessibleName(tr("Find a service"));
    m_list->setAccessibleName(tr("Kinds of service"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new KindDelegate(stage, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->setSpacing(6);
    layout->addWidget(m_field);
    layout->addWidget(m_caption);
    layout->addWidget(m_list);
    layout->addWidget(m_foot);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &QuickAdd::fill);
    connect(m_list, &QListWidget::itemClicked, this, &QuickAdd::accept);
    hide();
}

QString QuickAdd::zoneWords(const std::string& key) const {
    const ServiceKind* kind = m_stage.session.catalog().find(key);
    if (kind == nullptr || kind->hostings.empty()) {
        return {};
    }
    switch (kind->hostings.front().host) {
    case Host::Kubernetes: return tr("Kubernetes core");
    case Host::Function: return tr("Serverless edge");
    case Host::Wasm: return tr("Wasm");
    case Host::Managed: break;
    }
    return kind->role == Role::Channel ? tr("Event bus") : tr("Managed");
}

void QuickAdd::fill() {
    m_list->clear();
    const Service* source = m_link ? m_stage.design().services.find(m_link->service) : nullptr;
    const ServiceKind* from = source == nullptr ? nullptr : m_stage.session.catalog().find(source->kind);
    const auto add = [this, from](const ServiceKind* kind) {
        if (kind != nullptr && (from == nullptr || canReceive(*from, *kind))) {
            addRow(*kind);
        }
    };
    for (const ServiceKind* kind : matchingKinds(m_stage.session.catalog(), m_field->text(), std::nullopt)) {
        add(kind);
    }
    const bool isFound = m_list->count() > 0;
    if (!isFound) {
        add(nearestKind(m_stage.session.catalog(), m_field->text()));
    }
    m_list->setCurrentRow(0);
    const bool isNear = !isFound && m_list->count() > 0;
    m_caption->setText(isNear     ? tr("No service by that name. Did you mean:")
                       : !isFound ? tr("No service by that name.")
                       : m_link   ? tr("Can receive from %1").arg(m_link->name)
                                  : tr("Services"));
}

void QuickAdd::addRow(const ServiceKind& kind) {
    auto* row = new QListWidgetItem(QString::fromStdString(kind.title), m_list);
    const Host host = kind.hostings.empty() ? Host::Kubernetes : kind.hostings.front().host;
    row->setData(kKindRole, QString::fromStdString(kind.key));
    row->setData(kZoneRole, zoneWords(kind.key));
    row->setData(kIconRole, iconOf(kind));
    row->setData(kColorRole, hostLook(host, *m_stage.theme).text);
    row->setToolTip(QString::fromStdString(kind.description));
}

void QuickAdd::open(QPointF screen, std::optional<Link> link) {
    m_link = std::move(link);
    m_world = m_stage.view.toWorld(screen);
    m_field->clear();
    QPalette colors = palette();
    colors.setColor(QPalette::Base, m_stage.theme->popup);
    m_list->setPalette(colors);
    m_foot->setText(m_link ? tr("Enter adds and connects \u00b7 Esc cancels") : tr("Enter adds \u00b7 Esc cancels"));
    fill();
    const int rows = std::clamp(m_list->count(), 1, kMostRows);
    const int room = std::max(kRow, parentWidget()->height() - 140);
    m_list->setFixedHeight(std::min(rows * kRow + 2, room));
    setFixedWidth(kWidth + 16);
    adjustSize();
    QPoint corner = screen.toPoint();
    corner.setX(std::clamp(corner.x(), 4, std::max(4, parentWidget()->width() - width() - 4)));
    corner.setY(std::clamp(corner.y(), 4, std::max(4, parentWidget()->height() - height() - 4)));
    move(corner);
    show();
    raise();
    m_field->setFocus(Qt::OtherFocusReason);
}

void QuickAdd::dismiss() {
    // First the focus, or hiding hands it on as Tab does.
    m_link.reset();
    m_stage.canvas.setFocus(Qt::OtherFocusReason);
    hide();
}

void QuickAdd::accept() {
    const QListWidgetItem* row = m_list->currentItem();
    if (row == nullptr) {
        return;
    }
    const std::string kind = row->data(kKindRole).toString().toStdString();
    const std::optional<Link> link = m_link;
    dismiss();
    if (link) {
        insertConnected(m_stage, kind, m_world, link->from, link->service);
    } else {
        insertAt(m_stage, kind, m_world, Insertion::NearestFree);
    }
}

bool QuickAdd::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_field && event->type() == QEvent::FocusOut) {
        const auto* focus = static_cast<QFocusEvent*>(event);
        if (isVisible() && focus->reason() != Qt::PopupFocusReason && focus->reason() != Qt::ActiveWindowFocusReason) {
            hide();
            m_link.reset();
        }
    }
    if (watched != m_field || event->type() != QEvent::KeyPress) {
        return QFrame::eventFilter(watched, event);
    }
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Escape: dismiss(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: accept(); return true;
    case Qt::Key_Down: m_list->setCurrentRow(std::min(m_list->currentRow() + 1, m_list->count() - 1)); return true;
    case Qt::Key_Up: m_list->setCurrentRow(std::max(m_list->currentRow() - 1, 0)); return true;
    default: return QFrame::eventFilter(watched, event);
    }
}

void QuickAdd::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPlate(painter, QRectF(rect()).adjusted(7, 5, -7, -9), 8, *m_stage.theme);
}

}  // namespace tideline
