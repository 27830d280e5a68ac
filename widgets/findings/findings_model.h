// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/rules/finding.h"

#include <QAbstractListModel>

namespace tideline {

class DesignSession;

/// Findings as rows, problems first; accepted ones last, marked.
class FindingsModel : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr int kSeverityRole = Qt::UserRole;
    static constexpr int kRemedyRole = Qt::UserRole + 1;
    static constexpr int kFixRole = Qt::UserRole + 2;       ///< the button's title; empty = no fix
    static constexpr int kAcceptedRole = Qt::UserRole + 3;  ///< the reason; empty = not accepted
    static constexpr int kIsAcceptedRole = Qt::UserRole + 4;

    explicit FindingsModel(DesignSession& session, QObject* parent = nullptr);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    const Finding& finding(int row) const { return m_findings.at(static_cast<std::size_t>(row)); }
    /// Those that nobody accepted.
    int openCount() const;
    int count(Severity severity) const;

private:
    void refresh();
    DesignSession& m_session;
    std::vector<Finding> m_findings;
};

}  // namespace tideline
