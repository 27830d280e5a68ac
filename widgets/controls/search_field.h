// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QLineEdit>

namespace tideline {

/// A line to type into with a lens on the left and, while it is empty, its key on the right. Arrow keys and Enter are
/// handed to the list below it; Esc empties it, and leaves it when it is empty.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    SearchField(const QString& placeholder, const QString& key, QWidget* parent = nullptr);
    /// Esc leaves at once, with text too: the field of a dialog that is gone then.
    void setLeavesAtOnce() { m_leavesAtOnce = true; }

Q_SIGNALS:
    void moved(int rows);  ///< arrow keys, page keys: so many rows down
    void accepted();       ///< Enter
    void left();           ///< Esc in the empty field

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_key;
    bool m_leavesAtOnce = false;
};

}  // namespace tideline
