// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QListView>

namespace tideline {

class KindModel;

/// The rows of the palette: a click folds a group, a double click or Enter adds the kind, a drag takes it along.
class KindList : public QListView {
    Q_OBJECT
public:
    explicit KindList(KindModel& model, QWidget* parent = nullptr);
    void moveBy(int rows);
    void chooseFirst();
    /// Key of the chosen kind; empty where none is.
    QString chosenKind() const;

Q_SIGNALS:
    void kindAccepted(const QString& kind);
    void dragEnded();

protected:
    void startDrag(Qt::DropActions actions) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    KindModel& m_model;
};

}  // namespace tideline
