// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QAbstractTableModel>
#include <vector>

namespace tideline {

class DesignSession;
struct BillLine;

/// The itemised bill: every line with units, unit price source and money. A person sees where each number comes from
/// in the tooltip.
class BillLinesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { kWhat, kWhose, kUnits, kMonthly, kColumns };
    static constexpr int kServiceRole = Qt::UserRole;  ///< id of the service; empty for shared lines

    explicit BillLinesModel(DesignSession& session, QObject* parent = nullptr);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString whose(const BillLine& line) const;
    DesignSession& m_session;
};

/// "100,000 x 200 ms x 256 MB / 1,024 · AWS Lambda pricing, 2026-11-20": what a line is made of.
QString sourceText(const BillLine& line);
/// "936,000 GB-s".
QString unitsText(const BillLine& line);

}  // namespace tideline
