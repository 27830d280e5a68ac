// SPDX-License-Identifier: Apache-2.0
#include "widgets/traffic/traffic_model.h"

#include "core/edit/traffic_edits.h"
#include "core/traffic/traffic_profile.h"
#include "widgets/look/words.h"
#include "widgets/session/design_session.h"

#include <cmath>

namespace tideline {

TrafficModel::TrafficModel(DesignSession& session, QObject* parent) : QAbstractTableModel(parent), m_session(session) {
    connect(&session, &DesignSession::opened, this, &TrafficModel::refresh);
    connect(&session, &DesignSession::designChanged, this, [this](const DesignChange& change) {
        if (!change.entries.added.empty() || !change.entries.removed.empty()) {
            refresh();
        } else if (!change.entries.empty() || !change.services.empty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
        }
    });
    connect(&session, &DesignSession::analysisChanged, this, [this] {
        if (rowCount() > 0) {
            Q_EMIT dataChanged(index(0, kPeak), index(rowCount() - 1, kPeak));
        }
    });
    refresh();
}

void TrafficModel::refresh() {
    beginResetModel();
    m_rows.clear();
    for (const Entry& row : m_session.design().entries) {
        m_rows.push_back(row.id);
    }
    endResetModel();
}

const Entry* TrafficModel::entry(const QModelIndex& index) const {
    return m_session.design().entries.find(entryAt(index.row()));
}

int TrafficModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TrafficModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(kColumns);
}

QString TrafficModel::text(const QModelIndex& index) const {
    const Entry* row = entry(index);
    if (!row) {
        return {};
    }
    switch (index.column()) {
    case kService: {
        const Service* service = m_session.design().services.find(row->service);
        return QString::fromStdString(service ? service->name : row->service.text);
    }
    case kMonthly: return countText(row->monthly);
    case kPeak: {
        const auto& loads = m_session.analysis().figures.flow.loads;
        const auto load = loads.find(row->service);
        return load == loads.end() ? QString() : rateText(load->second.peakMinuteRps);
    }
    case kProfile: {
        const TrafficProfile* profile = findTrafficProfile(row->profile);
        return profile ? QString::fromUtf8(profile->title.data(), static_cast<qsizetype>(profile->title.size()))
                       : QString::fromStdString(row->profile);
    }
    default: return {};
    }
}

QVariant TrafficModel::data(const QModelIndex& index, int role) const {
    const Entry* row = entry(index);
    switch (role) {
    case Qt::DisplayRole: return text(index);
    case Qt::EditRole:
        return !row                         ? QVariant()
               : index.column() == kMonthly ? QVariant(numberText(row->monthly))
                                            : QVariant(QString::fromStdString(row->profile));
    case Qt::CheckStateRole:
        return row && index.column() == kBackground ? QVariant(row->background ? Qt::Checked : Qt::Unchecked)
                                                    : QVariant();
    case Qt::TextAlignmentRole:
        return static_cast<int>(
            (index.column() == kMonthly || index.column() == kPeak ? Qt::AlignRight : Qt::AlignLeft) |
            Qt::AlignVCenter);
    default: return {};
    }
}

QVariant TrafficModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((section == kMonthly || section == kPeak ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case kService: return tr("Traffic enters at");
    case kMonthly: return tr("Requests a month");
    case kPeak: return tr("Busiest minute");
    case kProfile: return tr("Over the week");
    default: return tr("Background");
    }
}

Qt::ItemFlags TrafficModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.column() == kMonthly || index.column() == kProfile) {
        flags |= Qt::ItemIsEditable;
    }
    return index.column() == kBackground ? flags | Qt::ItemIsUserCheckable : flags;
}

bool TrafficModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const EntryId id = entryAt(index.row());
    const Design& design = m_session.design();
    bool done = false;
    if (role == Qt::CheckStateRole && index.column() == kBackground) {
        done = m_session.apply(
            setEntryUse(design, id, value.toInt() == Qt::Checked ? EntryUse::Background : EntryUse::Requests));
    } else if (role == Qt::EditRole && index.column() == kMonthly) {
        const double number = numberOf(value.toString());
        done = std::isfinite(number) && m_session.apply(setMonthly(design, id, number));
    } else if (role == Qt::EditRole && index.column() == kProfile) {
        done = m_session.apply(setProfile(design, id, value.toString().toStdString()));
    }
    m_session.endMerge();
    return done;
}

}  // namespace tideline
