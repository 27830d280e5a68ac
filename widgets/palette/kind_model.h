// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/catalog/catalog.h"

#include <QAbstractListModel>
#include <QSet>
#include <optional>
#include <vector>

namespace tideline {

/// The palette's rows: group heads and the kinds under them, filtered; a folded group shows its head only, unless a
/// search is on.
class KindModel : public QAbstractListModel {
    Q_OBJECT
public:
    /// Key of the kind; empty for a head.
    static constexpr int kKindRole = Qt::UserRole;
    static constexpr int kHostRole = Qt::UserRole + 1;
    static constexpr int kIsFoldedRole = Qt::UserRole + 2;
    static constexpr int kIconNameRole = Qt::UserRole + 3;

    explicit KindModel(const Catalog& catalog, QObject* parent = nullptr);
    void filter(const QString& text, std::optional<Host> host);
    void toggleGroup(const QModelIndex& head);
    /// Opens a group that is folded; its head's row.
    int showGroup(const QString& group);
    bool hasKinds() const;
    /// The next row that is a kind, `step` rows on; -1 where there is none.
    int kindRowFrom(int row, int step) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    QStringList mimeTypes() const override;

private:
    struct Row {
        QString group;
        const ServiceKind* kind = nullptr;  ///< null = the group's head
    };
    void rebuild();
    const Catalog& m_catalog;
    std::vector<Row> m_rows;
    QSet<QString> m_folded;
    QString m_text;
    std::optional<Host> m_host;
};

}  // namespace tideline
