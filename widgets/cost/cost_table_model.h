// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/session/place_totals.h"

#include <QAbstractTableModel>
#include <vector>

namespace tideline {

class DesignSession;

/// What each place costs as designed and with everything on one host, with total and difference.
class CostTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { kTitle, kDesigned, kKubernetes, kFunctions, kColumns };
    /// What kind of row it is, for the delegate.
    enum RowKind { kPlaceRow, kTotalRow, kDifferenceRow };
    static constexpr int kRowKindRole = Qt::UserRole;
    static constexpr int kPlaceRole = Qt::UserRole + 1;
    static constexpr int kAmountRole = Qt::UserRole + 2;  ///< dollars, where the cell is money

    explicit CostTableModel(DesignSession& session, QObject* parent = nullptr);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();
    QVariant cellText(int row, int column) const;
    double amount(int row, int column) const;
    DesignSession& m_session;
    std::vector<Place> m_places;  ///< those that cost something in a column
    struct ColumnSums {
        bool isThere = false;
        BillTotals bill;
    };
    std::array<ColumnSums, kColumns> m_sums;
};

}  // namespace tideline
