// SPDX-License-Identifier: Apache-2.0
#include "widgets/findings/findings_model.h"

#include "widgets/look/host_look.h"
#include "widgets/look/style.h"
#include "widgets/session/design_session.h"

#include <algorithm>

namespace tideline {

FindingsModel::FindingsModel(DesignSession& session, QObject* parent) : QAbstractListModel(parent), m_session(session) {
    connect(&session, &DesignSession::opened, this, &FindingsModel::refresh);
    connect(&session, &DesignSession::analysisChanged, this, &FindingsModel::refresh);
    refresh();
}

void FindingsModel::refresh() {
    std::vector<Finding> findings = m_session.analysis().findings;
    std::ranges::stable_sort(findings, [](const Finding& a, const Finding& b) {
        return std::pair(a.accepted, -static_cast<int>(a.severity)) <
               std::pair(b.accepted, -static_cast<int>(b.severity));
    });
    if (findings != m_findings) {
        beginResetModel();
        m_findings = std::move(findings);
        endResetModel();
    }
}

int FindingsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

int FindingsModel::openCount() const {
    return static_cast<int>(std::ranges::count(m_findings, false, &Finding::accepted));
}

int FindingsModel::count(Severity severity) const {
    return static_cast<int>(std::ranges::count_if(
        m_findings, [&](const Finding& finding) { return !finding.accepted && finding.severity == severity; }));
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const {
    const Finding& row = finding(index.row());
    switch (role) {
    case Qt::DisplayRole: return QString::fromStdString(row.message);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2 %3")
            .arg(severityLook(row.severity, currentTheme()).word, QString::fromStdString(row.message),
                 QString::fromStdString(row.remedy));
    case kSeverityRole: return static_cast<int>(row.severity);
    case kRemedyRole: return QString::fromStdString(row.remedy);
    case kFixRole: return row.fix && !row.accepted ? QString::fromStdString(row.fix->title) : QString();
    case kIsAcceptedRole: return row.accepted;
    case kAcceptedRole: {
        for (const AcceptedFinding& accepted : m_session.design().accepted) {
            const auto* service = std::get_if<ServiceId>(&row.subject);
            const auto* connection = std::get_if<ConnectionId>(&row.subject);
            const std::string id = service ? service->text : connection ? connection->text : std::string();
            if (row.accepted && accepted.rule == row.rule && accepted.subject == id) {
                return QString::fromStdString(accepted.reason);
            }
        }
        return QString();
    }
    default: return {};
    }
}

}  // namespace tideline
