// SPDX-License-Identifier: Apache-2.0
#include "widgets/cost/bill_lines_model.h"

#include "widgets/controls/plain_tool_tip.h"
#include "widgets/look/words.h"
#include "widgets/session/design_session.h"
#include "widgets/session/place_totals.h"

#include <cmath>

namespace tideline {

QString unitsText(const BillLine& line) {
    if (line.price.empty()) {
        return {};
    }
    const double units = approximately(line.units);
    const QString number = std::abs(units) >= 100 ? countText(units) : numberText(std::round(units * 1000) / 1000);
    return QStringLiteral("%1 %2").arg(number, QString::fromStdString(line.unit)).trimmed();
}

QString sourceText(const BillLine& line) {
    QStringList parts;
    if (!line.arithmetic.empty()) {
        parts.append(QString::fromStdString(line.arithmetic));
    }
    if (line.price.empty() && line.monthly.micros != 0) {
        parts.append(BillLinesModel::tr("Set by hand"));
    }
    if (!line.source.title.empty()) {
        parts.append(line.source.asOf.empty() ? QString::fromStdString(line.source.title)
                                              : BillLinesModel::tr("%1, as of %2")
                                                    .arg(QString::fromStdString(line.source.title),
                                                         QString::fromStdString(line.source.asOf)));
    }
    if (!line.source.url.empty()) {
        parts.append(QString::fromStdString(line.source.url));
    }
    return parts.join(QLatin1Char('\n'));
}

BillLinesModel::BillLinesModel(DesignSession& session, QObject* parent)
    : QAbstractTableModel(parent), m_session(session) {
    const auto reset = [this] {
        beginResetModel();
        endResetModel();
    };
    connect(&session, &DesignSession::opened, this, reset);
    connect(&session, &DesignSession::analysisChanged, this, reset);
}

int BillLinesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_session.analysis().figures.bill.lines.size());
}

int BillLinesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(kColumns);
}

QString BillLinesModel::whose(const BillLine& line) const {
    const Figures& figures = m_session.analysis().figures;
    if (line.service) {
        const Service* service = figures.design.services.find(*line.service);
        return service ? QString::fromStdString(service->name) : QString::fromStdString(line.service->text);
    }
    return titleOf(placeOf(line, figures.design));
}

QVariant BillLinesModel::data(const QModelIndex& index, int role) const {
    const std::vector<BillLine>& lines = m_session.analysis().figures.bill.lines;
    if (static_cast<std::size_t>(index.row()) >= lines.size()) {
        return {};
    }
    const BillLine& line = lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case kWhat: return QString::fromStdString(line.title);
        case kWhose: return whose(line);
        case kUnits: return line.dependsOn ? QString::fromStdString(*line.dependsOn) : unitsText(line);
        default: return line.dependsOn ? tableMoneyOrNothing(0) : tableMoney(line.monthly.dollars());
        }
    case Qt::ToolTipRole: return plainToolTip(sourceText(line));
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() >= kUnits ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case kServiceRole: return line.service ? QString::fromStdString(line.service->text) : QString();
    default: return {};
    }
}

QVariant BillLinesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((section >= kUnits ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
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
