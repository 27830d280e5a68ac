// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QTreeView>
#include <set>

namespace tideline {

class BillTreeModel;
class DesignSession;
enum class BillGrouping;

/// The bill line by line: groups unfold into lines, lines into units, price and source.
class BillTree : public QTreeView {
    Q_OBJECT
public:
    explicit BillTree(DesignSession& session, QWidget* parent = nullptr);
    void group(BillGrouping grouping);

Q_SIGNALS:
    void serviceWanted(const QString& id);

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void followReset();
    void spanSteps(const QModelIndex& line);
    void remember(const QModelIndex& index, bool isOpen);
    QString pathOf(const QModelIndex& index) const;

    BillTreeModel* m_model;
    std::set<QString> m_open;  ///< what the person unfolded, by key; the figures may come and go meanwhile
    bool m_isRestoring = false;
};

}  // namespace tideline
