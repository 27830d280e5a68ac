// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id.h"

#include <QLineEdit>
#include <variant>

namespace tideline {

class CanvasStage;

/// One field over the name of a card or pill. Enter and leaving it rename, Esc does not.
class NameEditor : public QLineEdit {
    Q_OBJECT
public:
    NameEditor(CanvasStage& stage, QWidget* parent);

    void edit(const ServiceId& service);
    void edit(const TopicId& topic);
    /// Stays over its name while the view moves.
    void follow();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void begin(const QString& name);
    void finish();
    void leave();
    CanvasStage& m_stage;
    std::variant<std::monostate, ServiceId, TopicId> m_subject;
};

}  // namespace tideline
