// SPDX-License-Identifier: Apache-2.0
#include "widgets/traffic/traffic_panel.h"

#include "core/edit/traffic_edits.h"
#include "core/traffic/traffic_profile.h"
#include "widgets/look/icons.h"
#include "widgets/session/design_session.h"
#include "widgets/traffic/traffic_model.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>

namespace tideline {

namespace {

QString shown(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Offers the profiles by name.
class ProfileDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const override {
        auto* box = new QComboBox(parent);
        box->setAccessibleName(TrafficPanel::tr("Over the week"));
        for (const TrafficProfile& profile : trafficProfiles()) {
            box->addItem(shown(profile.title), shown(profile.key));
        }
        QObject::connect(box, &QComboBox::activated, this, [this, box] {
            auto* self = const_cast<ProfileDelegate*>(this);
            Q_EMIT self->commitData(box);
            Q_EMIT self->closeEditor(box);
        });
        return box;
    }
    void setEditorData(QWidget* editor, const QModelIndex& index) const override {
        auto* box = static_cast<QComboBox*>(editor);
        box->setCurrentIndex(box->findData(index.data(Qt::EditRole)));
    }
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override {
        model->setData(index, static_cast<QComboBox*>(editor)->currentData(), Qt::EditRole);
    }
};

}  // namespace

TrafficPanel::TrafficPanel(DesignSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_model(new TrafficModel(session, this)),
      m_table(new QTableView(this)),
      m_add(new QPushButton(themedIcon(QStringLiteral("plus")), tr("Add traffic"), this)),
      m_remove(new QPushButton(tr("Remove"), this)) {
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(TrafficModel::kProfile, new ProfileDelegate(this));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(28);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(TrafficModel::kService, QHeaderView::Stretch);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                             QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Where traffic comes in"));
    auto* side = new QVBoxLayout;
    side->setContentsMargins(12, 10, 12, 10);
    side->addWidget(m_add);
    side->addWidget(m_remove);
    side->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_table, 1);
    row->addLayout(side);
    for (QPushButton* button : {m_add, m_remove}) {
        button->setAutoDefault(false);
    }
    const auto refresh = [this] {
        m_add->setEnabled(!m_session.design().services.empty());
        m_remove->setEnabled(m_table->currentIndex().isValid());
    };
    connect(m_add, &QPushButton::clicked, this, &TrafficPanel::offerServices);
    connect(m_remove, &QPushButton::clicked, this, &TrafficPanel::removeChosen);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, refresh);
    connect(m_model, &QAbstractItemModel::modelReset, this, refresh);
    connect(&session, &DesignSession::designChanged, this, refresh);
    refresh();
}

void TrafficPanel::offerServices() {
    QMenu menu(this);
    for (const Service& service : m_session.design().services) {
        QString title = QString::fromStdString(service.name);
        menu.addAction(title.replace(QLatin1Char('&'), QLatin1String("&&")), this, [this, id = service.id] {
            m_session.apply(addEntry(m_session.design(), {.service = id, .monthly = 1'000'000}, m_session.ids()).edit);
            m_session.endMerge();
        });
    }
    menu.exec(m_add->mapToGlobal(QPoint(0, m_add->height() + 2)));
}

void TrafficPanel::removeChosen() {
    if (const QModelIndex index = m_table->currentIndex(); index.isValid()) {
        m_session.apply(removeEntry(m_session.design(), m_model->entryAt(index.row())));
    }
}

}  // namespace tideline
