// SPDX-License-Identifier: Apache-2.0
#include "widgets/palette/kind_model.h"

#include "widgets/canvas/canvas.h"
#include "widgets/controls/plain_tool_tip.h"
#include "widgets/palette/kind_search.h"

#include <QMimeData>

namespace tideline {

KindModel::KindModel(const Catalog& catalog, QObject* parent) : QAbstractListModel(parent), m_catalog(catalog) {
    rebuild();
}

void KindModel::filter(const QString& text, std::optional<Host> host) {
    m_text = text;
    m_host = host;
    rebuild();
}

void KindModel::rebuild() {
    beginResetModel();
    m_rows.clear();
    QString group;
    for (const ServiceKind* kind : matchingKinds(m_catalog, m_text, m_host)) {
        const QString its = QString::fromStdString(kind->group);
        if (its != group) {
            group = its;
            m_rows.push_back({group, nullptr});
        }
        if (!m_text.isEmpty() || !m_folded.contains(group)) {
            m_rows.push_back({group, kind});
        }
    }
    endResetModel();
}

void KindModel::toggleGroup(const QModelIndex& head) {
    const QString group = m_rows.at(static_cast<std::size_t>(head.row())).group;
    if (!m_folded.remove(group)) {
        m_folded.insert(group);
    }
    rebuild();
}

int KindModel::showGroup(const QString& group) {
    if (m_folded.remove(group)) {
        rebuild();
    }
    const auto at = std::ranges::find(m_rows, group, &Row::group);
    return at == m_rows.end() ? -1 : static_cast<int>(at - m_rows.begin());
}

bool KindModel::hasKinds() const {
    return !m_rows.empty();
}

int KindModel::kindRowFrom(int row, int step) const {
    const int count = static_cast<int>(m_rows.size());
    const int direction = step < 0 ? -1 : 1;
    int found = -1;
    for (int at = row + direction, left = std::abs(step); at >= 0 && at < count && left > 0; at += direction) {
        if (m_rows[static_cast<std::size_t>(at)].kind) {
            found = at;
            --left;
        }
    }
    return found;
}

int KindModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant KindModel::data(const QModelIndex& index, int role) const {
    const Row& row = m_rows.at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole: return row.kind ? QString::fromStdString(row.kind->title) : row.group;
    case Qt::ToolTipRole:
        return row.kind ? QVariant(plainToolTip(QString::fromStdString(row.kind->description))) : QVariant();
    case kKindRole: return row.kind ? QString::fromStdString(row.kind->key) : QString();
    case kHostRole:
        return row.kind && !row.kind->hostings.empty() ? static_cast<int>(row.kind->hostings.front().host)
                                                       : static_cast<int>(Host::Managed);
    case kIsFoldedRole: return m_folded.contains(row.group) && m_text.isEmpty();
    case kIconNameRole: return row.kind ? iconOf(*row.kind) : QString();
    default: return {};
    }
}

Qt::ItemFlags KindModel::flags(const QModelIndex& index) const {
    const bool isKind = m_rows.at(static_cast<std::size_t>(index.row())).kind;
    return isKind ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled : Qt::ItemFlags(Qt::ItemIsEnabled);
}

QMimeData* KindModel::mimeData(const QModelIndexList& indexes) const {
    auto* data = new QMimeData;
    if (!indexes.isEmpty()) {
        data->setData(QString::fromLatin1(Canvas::kKindMimeType), indexes.front().data(kKindRole).toString().toUtf8());
    }
    return data;
}

QStringList KindModel::mimeTypes() const {
    return {QString::fromLatin1(Canvas::kKindMimeType)};
}

}  // namespace tideline
