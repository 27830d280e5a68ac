// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QAbstractItemModel>
#include <vector>

namespace tideline {

class DesignSession;
struct BillLine;

/// How the lines of a bill are put together.
enum class BillGrouping { Service, Place, Category };

/// The itemised bill: groups with their sums, the lines of each, and below a line what it is made of. The last row is
/// the total.
class BillTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { kWhat, kWhose, kUnits, kMonthly, kColumns };
    enum RowKind { kGroupRow, kLineRow, kStepRow, kTotalRow };
    static constexpr int kServiceRole = Qt::UserRole;      ///< id of the service; empty for shared lines
    static constexpr int kRowKindRole = Qt::UserRole + 1;
    static constexpr int kMarkRole = Qt::UserRole + 2;     ///< LineMark of a line
    static constexpr int kKeyRole = Qt::UserRole + 3;      ///< stays the same while the figures change
    static constexpr int kPlaceRole = Qt::UserRole + 4;    ///< Place of a group by place, else -1

    explicit BillTreeModel(DesignSession& session, QObject* parent = nullptr);
    void group(BillGrouping grouping);
    BillGrouping grouping() const { return m_grouping; }

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Group {
        QString key, title;
        int place = -1;
        std::vector<std::size_t> lines;  ///< of the bill
        std::vector<int> steps;          ///< of each line
        bool operator==(const Group&) const = default;
    };
    std::vector<Group> groups() const;
    Group groupOf(const BillLine& line) const;
    void refresh();
    const BillLine* lineAt(std::size_t line) const;
    QString whose(const BillLine& line) const;
    double groupDollars(const Group& group) const;
    QVariant groupData(const Group& group, int column, int role) const;
    QVariant totalData(int column, int role) const;
    QVariant lineData(const BillLine& line, int column, int role) const;
    QVariant stepData(const BillLine& line, int step, int column, int role) const;

    DesignSession& m_session;
    BillGrouping m_grouping = BillGrouping::Service;
    std::vector<Group> m_groups;
    /// For each line of the bill: its group and its row there.
    std::vector<std::pair<int, int>> m_places;
};

}  // namespace tideline
