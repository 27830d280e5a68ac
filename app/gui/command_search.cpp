// SPDX-License-Identifier: Apache-2.0
#include "app/gui/command_search.h"

#include "app/gui/action_book.h"
#include "widgets/controls/empty_state.h"
#include "widgets/controls/search_field.h"
#include "widgets/look/fonts.h"
#include "widgets/look/host_look.h"
#include "widgets/look/icons.h"
#include "widgets/look/palette.h"
#include "widgets/look/style.h"
#include "widgets/look/style_paint.h"
#include "widgets/palette/kind_search.h"
#include "widgets/session/design_session.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <algorithm>

namespace tideline {

namespace {

constexpr int kServiceRole = Qt::UserRole, kActionRole = Qt::UserRole + 1, kKeyRole = Qt::UserRole + 2;

/// Icon, title, and the shortcut at the right edge.
class CommandDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {100, 28}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const SavedPainter saved(painter);
        const Theme& t = currentTheme();
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
            paintRounded(painter, QRectF(option.rect).adjusted(0, 1, 0, -1), 5,
                         option.state & QStyle::State_Selected ? t.accentSoft : t.hover, QColor());
        }
        const QIcon icon = index.data(Qt::DecorationRole).value<QIcon>();
        icon.paint(painter, QRect(option.rect.left() + 8, option.rect.top() + 6, 16, 16));
        painter->setFont(fontOf(FontRole::Body));
        painter->setPen(t.t1);
        painter->drawText(
            option.rect.adjusted(34, 0, -90, 0), Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, option.rect.width() - 124));
        painter->setFont(fontOf(FontRole::Caption));
        painter->setPen(t.t3);
        painter->drawText(option.rect.adjusted(0, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight,
                          index.data(kKeyRole).toString());
    }
};

bool isFound(const QString& title, const QString& sought) {
    const QStringList parts = sought.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::ranges::all_of(parts, [&](const QString& part) { return title.contains(part, Qt::CaseInsensitive); });
}

}  // namespace

CommandField::CommandField(QAction& action, QWidget* parent) : QPushButton(parent), m_action(action) {
    setText(tr("Search or run a command"));
    setAccessibleName(text());
    setAutoDefault(false);
    connect(this, &QPushButton::clicked, &action, &QAction::trigger);
}

void CommandField::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& t = currentTheme();
    const QRect box(0, 3, width() - 8, 22);
    paintRounded(&painter, box, 6, t.field, hasFocus() ? t.focus : underMouse() ? t.t3 : t.line2);
    painter.drawPixmap(8, 6, iconPixmap(QStringLiteral("search"), t.t3, 16, devicePixelRatioF()));
    painter.setPen(t.t3);
    painter.setFont(fontOf(FontRole::Small));
    painter.drawText(box.adjusted(28, 0, -8, 0), Qt::AlignVCenter, text());
    painter.setFont(fontOf(FontRole::Caption));
    painter.drawText(box.adjusted(0, 0, -8, 0), Qt::AlignVCenter | Qt::AlignRight,
                     m_action.shortcut().toString(QKeySequence::NativeText));
}

CommandSearch::CommandSearch(const ActionBook& book, const DesignSession& session, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint),
      m_book(book),
      m_session(session),
      m_field(new SearchField(tr("Search or run a command"), QString(), this)),
      m_list(new QListWidget(this)),
      m_nothing(new EmptyState(QStringLiteral("search"), this)) {
    setWindowTitle(tr("Search or run a command"));
    setPalette(panelPaletteOf(currentTheme()));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 10, 10, 10);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    column->addWidget(m_field);
    column->addWidget(m_list);
    column->addWidget(m_nothing, 1);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Found commands and services"));
    resize(520, 380);
    connect(m_field, &QLineEdit::textChanged, this, &CommandSearch::refresh);
    connect(m_field, &SearchField::moved, this, [this](int rows) {
        m_list->setCurrentRow(std::clamp(m_list->currentRow() + rows, 0, std::max(0, m_list->count() - 1)));
    });
    connect(m_field, &SearchField::accepted, this, &CommandSearch::accept);
    connect(m_field, &SearchField::left, this, &QDialog::reject);
    m_field->setLeavesAtOnce();
    connect(m_list, &QListWidget::itemClicked, this, &CommandSearch::accept);
    refresh();
}

void CommandSearch::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), currentTheme().panel);
    painter.setPen(currentTheme().line2);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void CommandSearch::setText(const QString& text) {
    m_field->setText(text);
    m_field->setFocus();
}

void CommandSearch::refresh() {
    m_list->clear();
    const bool isOfServices = m_field->text().startsWith(QLatin1Char('@'));
    const QString sought = m_field->text().mid(isOfServices ? 1 : 0);
    const auto add = [&](const QIcon& icon, const QString& title, const QString& shortcut) {
        auto* row = new QListWidgetItem(icon, title, m_list);
        row->setData(kKeyRole, shortcut);
        return row;
    };
    for (QAction* action : m_book.all()) {
        const QString title = action->text().remove(QLatin1Char('&'));
        if (!isOfServices && action->isEnabled() && isFound(title, sought)) {
            add(action->icon(), title, action->shortcut().toString(QKeySequence::NativeText))
                ->setData(kActionRole, action->objectName());
        }
    }
    for (const Service& service : m_session.design().services) {
        const QString name = QString::fromStdString(service.name);
        if ((isOfServices || !sought.isEmpty()) && isFound(name, sought)) {
            const ServiceKind* kind = m_session.catalog().find(service.kind);
            add(coloredIcon(kind ? iconOf(*kind) : QStringLiteral("service"),
                            hostLook(service.host, currentTheme()).text),
                name, QString())
                ->setData(kServiceRole, QString::fromStdString(service.id.text));
        }
    }
    m_list->setCurrentRow(0);
    m_list->setVisible(m_list->count() > 0);
    m_nothing->setVisible(m_list->count() == 0);
    m_nothing->setTexts(tr("Nothing called “%1”").arg(sought), tr("Commands are found by any part of their name."));
}

void CommandSearch::accept() {
    const QListWidgetItem* row = m_list->currentItem();
    if (!row) {
        return;
    }
    const QString service = row->data(kServiceRole).toString();
    const QString action = row->data(kActionRole).toString();
    QDialog::accept();
    if (!service.isEmpty()) {
        Q_EMIT subjectChosen(service);
    } else {
        // After this dialog has gone: the action may open another.
        QTimer::singleShot(0, m_book.action(action.toStdString()), &QAction::trigger);
    }
}

}  // namespace tideline
