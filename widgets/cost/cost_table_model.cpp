// SPDX-License-Identifier: Apache-2.0
#include "widgets/cost/cost_table_model.h"

#include "widgets/look/words.h"
#include "widgets/session/design_session.h"

namespace tideline {

CostTableModel::CostTableModel(DesignSession& session, QObject* parent)
    : QAbstractTableModel(parent), m_session(session) {
    connect(&session, &DesignSession::opened, this, &CostTableModel::refresh);
    connect(&session, &DesignSession::analysisChanged, this, &CostTableModel::refresh);
    refresh();
}

void CostTableModel::refresh() {
    beginResetModel();
    const Figures& figures = m_session.analysis().figures;
    const BillTotals designed{placeTotals(figures.bill, figures.design), figures.bill.monthly};
    const BillTotals* bills[kColumns] = {nullptr, &designed, m_session.compared("all-kubernetes"),
                                         m_session.compared("all-functions")};
    for (int column = kDesigned; column < kColumns; ++column) {
        const BillTotals* bill = bills[column];
        m_sums[static_cast<std::size_t>(column)] = bill ? ColumnSums{true, *bill} : ColumnSums{};
    }
    m_places.clear();
    for (const Place place : kPlaces) {
        const bool costs =
            std::ranges::any_of(m_sums, [&](const ColumnSums& sums) { return sums.bill.places.of(place).micros != 0; });
        if (costs) {
            m_places.push_back(place);
        }
    }
    endResetModel();
}

int CostTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_places.size()) + 2;
}

int CostTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(kColumns);
}

double CostTableModel::amount(int row, int column) const {
    const ColumnSums& sums = m_sums[static_cast<std::size_t>(column)];
    const int places = static_cast<int>(m_places.size());
    if (row < places) {
        return sums.bill.places.of(m_places[static_cast<std::size_t>(row)]).dollars();
    }
    return row == places ? sums.bill.monthly.dollars() : (sums.bill.monthly - m_sums[kDesigned].bill.monthly).dollars();
}

QVariant CostTableModel::cellText(int row, int column) const {
    const int places = static_cast<int>(m_places.size());
    if (column == kTitle) {
        return row < places    ? titleOf(m_places[static_cast<std::size_t>(row)])
               : row == places ? tr("Total")
                               : tr("Against your design");
    }
    if (!m_sums[static_cast<std::size_t>(column)].isThere) {
        return tableMoneyOrNothing(0);
    }
    if (row < places) {
        return tableMoneyOrNothing(amount(row, column));
    }
    return row == places ? tableMoney(amount(row, column)) : signedTableMoney(amount(row, column));
}

QVariant CostTableModel::data(const QModelIndex& index, int role) const {
    const int places = static_cast<int>(m_places.size());
    switch (role) {
    case Qt::DisplayRole: return cellText(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() == kTitle ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case kRowKindRole: return index.row() < places ? kPlaceRow : index.row() == places ? kTotalRow : kDifferenceRow;
    case kPlaceRole:
        return index.row() < places ? static_cast<int>(m_places[static_cast<std::size_t>(index.row())]) : -1;
    case kAmountRole: return index.column() == kTitle ? QVariant() : QVariant(amount(index.row(), index.column()));
    default: return {};
    }
}

QVariant CostTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((section == kTitle ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case kTitle: return tr("At %1 requests").arg(requestsText(m_session.analysis().figures.bill.requestsPerMonth));
    case kDesigned: return tr("As designed");
    case kKubernetes: return tr("All Kubernetes");
    default: return tr("All functions");
    }
}

}  // namespace tideline
