// SPDX-License-Identifier: Apache-2.0
#include "widgets/cost/bill_tree_model.h"

#include "core/cost/category.h"
#include "widgets/controls/plain_tool_tip.h"
#include "widgets/cost/line_words.h"
#include "widgets/look/words.h"
#include "widgets/session/design_session.h"
#include "widgets/session/place_totals.h"

#include <algorithm>

namespace tideline {

namespace {

// The internal id of an index says what stands above it: 0 = nothing, up to kMostGroups = the group before it, beyond
// = the line of the bill.
constexpr quintptr kMostGroups = 1U << 24U;

quintptr idOfGroup(int group) {
    return static_cast<quintptr>(group) + 1;
}

quintptr idOfLine(std::size_t line) {
    return kMostGroups + 1 + line;
}

bool isBelowLine(quintptr id) {
    return id > kMostGroups;
}

int alignmentOf(int column) {
    return static_cast<int>((column >= BillTreeModel::kUnits ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

QString textOf(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace

BillTreeModel::BillTreeModel(DesignSession& session, QObject* parent) : QAbstractItemModel(parent), m_session(session) {
    connect(&session, &DesignSession::opened, this, &BillTreeModel::refresh);
    connect(&session, &DesignSession::analysisChanged, this, &BillTreeModel::refresh);
    refresh();
}

void BillTreeModel::group(BillGrouping grouping) {
    m_grouping = grouping;
    refresh();
}

const BillLine* BillTreeModel::lineAt(std::size_t line) const {
    const std::vector<BillLine>& lines = m_session.analysis().figures.bill.lines;
    return line < lines.size() ? &lines[line] : nullptr;
}

BillTreeModel::Group BillTreeModel::groupOf(const BillLine& line) const {
    if (m_grouping == BillGrouping::Place) {
        const Place place = placeOf(line, m_session.analysis().figures.design);
        return {QString::number(static_cast<int>(place)), titleOf(place), static_cast<int>(place), {}, {}};
    }
    if (m_grouping == BillGrouping::Category) {
        const BillCategory* category = findBillCategory(line.category);
        const QString key = QString::fromStdString(line.category);
        return {key, category ? textOf(category->title) : key, -1, {}, {}};
    }
    if (line.service) {
        return {QString::fromStdString(line.service->text), whose(line), -1, {}, {}};
    }
    return {QString(), tr("Cluster and account"), -1, {}, {}};
}

std::vector<BillTreeModel::Group> BillTreeModel::groups() const {
    std::vector<Group> found;
    const std::vector<BillLine>& lines = m_session.analysis().figures.bill.lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Group group = groupOf(lines[i]);
        auto at = std::ranges::find(found, group.key, &Group::key);
        if (at == found.end()) {
            at = found.insert(found.end(), std::move(group));
        }
        at->lines.push_back(i);
        at->steps.push_back(lineStepCount(lines[i]));
    }
    if (m_grouping == BillGrouping::Place) {
        std::ranges::sort(found, {}, &Group::place);
    } else if (m_grouping == BillGrouping::Category) {
        const auto order = [](const Group& group) {
            const BillCategory* category = findBillCategory(group.key.toStdString());
            return category ? category - billCategories().data() : std::ptrdiff_t{1000};
        };
        std::ranges::stable_sort(found, {}, order);
    } else {
        // By name; what belongs to nobody comes last.
        std::ranges::stable_sort(found, [](const Group& a, const Group& b) {
            return a.key.isEmpty() != b.key.isEmpty() ? b.key.isEmpty()
                                                      : a.title.compare(b.title, Qt::CaseInsensitive) < 0;
        });
    }
    return found;
}

void BillTreeModel::refresh() {
    std::vector<Group> next = groups();
    // While a slider moves only numbers change: what is unfolded and chosen stays.
    if (next == m_groups && !m_groups.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
        for (int row = 0; row < static_cast<int>(m_groups.size()); ++row) {
            const QModelIndex above = index(row, 0);
            Q_EMIT dataChanged(index(0, 0, above), index(rowCount(above) - 1, kColumns - 1, above));
        }
        return;
    }
    beginResetModel();
    m_groups = std::move(next);
    m_places.assign(m_session.analysis().figures.bill.lines.size(), {0, 0});
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        for (std::size_t row = 0; row < m_groups[group].lines.size(); ++row) {
            m_places[m_groups[group].lines[row]] = {static_cast<int>(group), static_cast<int>(row)};
        }
    }
    endResetModel();
}

QModelIndex BillTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    if (!parent.isValid()) {
        return createIndex(row, column, quintptr{0});
    }
    if (parent.internalId() == 0) {
        return createIndex(row, column, idOfGroup(parent.row()));
    }
    const Group& group = m_groups[parent.internalId() - 1];
    return createIndex(row, column, idOfLine(group.lines[static_cast<std::size_t>(parent.row())]));
}

QModelIndex BillTreeModel::parent(const QModelIndex& index) const {
    const quintptr id = index.internalId();
    if (!index.isValid() || id == 0) {
        return {};
    }
    if (!isBelowLine(id)) {
        return createIndex(static_cast<int>(id) - 1, 0, quintptr{0});
    }
    const auto [group, row] = m_places[id - kMostGroups - 1];
    return createIndex(row, 0, idOfGroup(group));
}

int BillTreeModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) {
        return m_groups.empty() ? 0 : static_cast<int>(m_groups.size()) + 1;
    }
    if (parent.column() != 0 || isBelowLine(parent.internalId())) {
        return 0;
    }
    const auto row = static_cast<std::size_t>(parent.row());
    if (parent.internalId() == 0) {
        return row < m_groups.size() ? static_cast<int>(m_groups[row].lines.size()) : 0;
    }
    return m_groups[parent.internalId() - 1].steps[row];
}

int BillTreeModel::columnCount(const QModelIndex&) const {
    return kColumns;
}

QString BillTreeModel::whose(const BillLine& line) const {
    const Figures& figures = m_session.analysis().figures;
    if (!line.service) {
        return tr("All");
    }
    const Service* service = figures.design.services.find(*line.service);
    return QString::fromStdString(service ? service->name : line.service->text);
}

double BillTreeModel::groupDollars(const Group& group) const {
    Money sum;
    for (const std::size_t at : group.lines) {
        if (const BillLine* line = lineAt(at)) {
            sum += line->monthly;
        }
    }
    return sum.dollars();
}

QVariant BillTreeModel::groupData(const Group& group, int column, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return column == kWhat      ? group.title
               : column == kMonthly ? tableMoneyOrNothing(groupDollars(group))
               : column == kUnits   ? countedText(static_cast<qsizetype>(group.lines.size()), tr("line"))
                                    : QString();
    case kRowKindRole: return kGroupRow;
    case kKeyRole: return group.key;
    case kPlaceRole: return group.place;
    case kServiceRole: return m_grouping == BillGrouping::Service ? group.key : QString();
    default: return {};
    }
}

QVariant BillTreeModel::totalData(int column, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return column == kWhat      ? tr("Total")
               : column == kMonthly ? tableMoney(m_session.analysis().figures.bill.monthly.dollars())
                                    : QString();
    case kRowKindRole: return kTotalRow;
    case kPlaceRole: return -1;
    default: return {};
    }
}

QVariant BillTreeModel::lineData(const BillLine& line, int column, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case kWhat: return QString::fromStdString(line.title);
        case kWhose: return whose(line);
        case kUnits: return unitsText(line);
        default: return line.dependsOn ? tableMoneyOrNothing(0) : tableMoney(line.monthly.dollars());
        }
    case Qt::ToolTipRole:
    case Qt::WhatsThisRole: return plainToolTip(sourceText(line));
    case Qt::AccessibleTextRole:
        return column == kWhat ? QStringLiteral("%1 %2")
                                     .arg(QString::fromStdString(line.title),
                                          wordOf(markOf(line, m_session.prices().find(line.price))))
                                     .trimmed()
                               : QVariant();
    case kMarkRole: return static_cast<int>(markOf(line, m_session.prices().find(line.price)));
    case kRowKindRole: return kLineRow;
    case kKeyRole: return QString::fromStdString(line.key);
    case kPlaceRole: return -1;
    case kServiceRole: return line.service ? QString::fromStdString(line.service->text) : QString();
    default: return {};
    }
}

QVariant BillTreeModel::stepData(const BillLine& line, int step, int column, int role) const {
    switch (role) {
    case Qt::DisplayRole: return column == kWhat ? lineSteps(line).value(step) : QString();
    case Qt::ToolTipRole:
    case Qt::WhatsThisRole: return plainToolTip(sourceText(line));
    case kRowKindRole: return kStepRow;
    case kPlaceRole: return -1;
    case kServiceRole: return line.service ? QString::fromStdString(line.service->text) : QString();
    default: return {};
    }
}

QVariant BillTreeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return alignmentOf(index.column());
    }
    const quintptr id = index.internalId();
    const auto row = static_cast<std::size_t>(index.row());
    if (id == 0) {
        return row < m_groups.size() ? groupData(m_groups[row], index.column(), role) : totalData(index.column(), role);
    }
    const BillLine* line = lineAt(isBelowLine(id) ? id - kMostGroups - 1 : m_groups[id - 1].lines[row]);
    if (!line) {
        return {};
    }
    return isBelowLine(id) ? stepData(*line, index.row(), index.column(), role) : lineData(*line, index.column(), role);
}

QVariant BillTreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return alignmentOf(section);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case kWhat: return tr("Line");
    case kWhose: return tr("For");
    case kUnits: return tr("Units a month");
    default: return tr("US$ a month");
    }
}

}  // namespace tideline
