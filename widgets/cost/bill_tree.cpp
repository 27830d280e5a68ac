// SPDX-License-Identifier: Apache-2.0
#include "widgets/cost/bill_tree.h"

#include "widgets/cost/bill_line_delegate.h"
#include "widgets/cost/bill_tree_model.h"
#include "widgets/look/fonts.h"
#include "widgets/look/style.h"

#include <QHeaderView>
#include <QPainter>
#include <utility>

namespace tideline {

BillTree::BillTree(DesignSession& session, QWidget* parent)
    : QTreeView(parent), m_model(new BillTreeModel(session, this)) {
    setModel(m_model);
    setItemDelegate(new BillLineDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setIndentation(16);
    setFont(fontOf(FontRole::Small));
    setAllColumnsShowFocus(true);
    setExpandsOnDoubleClick(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    setAccessibleName(tr("Every line of the bill"));
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setHighlightSections(false);
    header()->setMinimumSectionSize(40);
    header()->setSectionResizeMode(QHeaderView::Interactive);
    header()->setSectionResizeMode(BillTreeModel::kWhat, QHeaderView::Stretch);
    header()->resizeSection(BillTreeModel::kWhose, 84);
    header()->resizeSection(BillTreeModel::kUnits, 108);
    header()->resizeSection(BillTreeModel::kMonthly, 98);
    setColumnHidden(BillTreeModel::kWhose, true);
    connect(m_model, &QAbstractItemModel::modelReset, this, &BillTree::followReset);
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex& index) { remember(index, true); });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex& index) { remember(index, false); });
    connect(this, &QTreeView::activated, this, [this](const QModelIndex& index) {
        if (const QString id = index.data(BillTreeModel::kServiceRole).toString(); !id.isEmpty()) {
            Q_EMIT serviceWanted(id);
        }
    });
    followReset();
}

void BillTree::group(BillGrouping grouping) {
    setColumnHidden(BillTreeModel::kWhose, grouping == BillGrouping::Service);
    m_model->group(grouping);
}

QString BillTree::pathOf(const QModelIndex& index) const {
    const QString key = index.data(BillTreeModel::kKeyRole).toString();
    const QString above = index.parent().data(BillTreeModel::kKeyRole).toString();
    return QStringLiteral("%1\n%2\n%3").arg(static_cast<int>(m_model->grouping())).arg(above, key);
}

void BillTree::remember(const QModelIndex& index, bool isOpen) {
    if (isOpen) {
        spanSteps(index);
    }
    if (m_isRestoring) {
        return;
    }
    if (isOpen) {
        m_open.insert(pathOf(index));
    } else {
        m_open.erase(pathOf(index));
    }
}

void BillTree::spanSteps(const QModelIndex& line) {
    if (line.data(BillTreeModel::kRowKindRole).toInt() == BillTreeModel::kLineRow) {
        for (int row = 0; row < m_model->rowCount(line); ++row) {
            setFirstColumnSpanned(row, line, true);
        }
    }
}

void BillTree::followReset() {
    m_isRestoring = true;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex group = m_model->index(row, 0);
        for (int line = 0; line < m_model->rowCount(group); ++line) {
            const QModelIndex at = m_model->index(line, 0, group);
            setExpanded(at, m_open.contains(pathOf(at)));
        }
        setExpanded(group, m_open.contains(pathOf(group)));
    }
    m_isRestoring = false;
}

void BillTree::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme& theme = currentTheme();
    const int kind = index.data(BillTreeModel::kRowKindRole).toInt();
    if (kind == BillTreeModel::kTotalRow || kind == BillTreeModel::kStepRow) {
        painter->fillRect(QRect(0, option.rect.top(), viewport()->width(), option.rect.height()), theme.sunken);
    }
    QTreeView::drawRow(painter, option, index);
    if (kind != BillTreeModel::kStepRow) {
        painter->fillRect(QRect(0, option.rect.bottom(), viewport()->width(), 1), theme.line);
    }
}

}  // namespace tideline
