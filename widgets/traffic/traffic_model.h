// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/entry.h"

#include <QAbstractTableModel>
#include <vector>

namespace tideline {

class DesignSession;

/// Where traffic comes in: service, requests a month, profile, whether it is background work. Cells are edited in
/// place, each edit one undo step.
class TrafficModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { kService, kMonthly, kPeak, kProfile, kBackground, kColumns };

    explicit TrafficModel(DesignSession& session, QObject* parent = nullptr);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    const EntryId& entryAt(int row) const { return m_rows.at(static_cast<std::size_t>(row)); }

private:
    void refresh();
    const Entry* entry(const QModelIndex& index) const;
    QString text(const QModelIndex& index) const;
    DesignSession& m_session;
    std::vector<EntryId> m_rows;
};

}  // namespace tideline
