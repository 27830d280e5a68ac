// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QObject>

namespace tideline {

/// Keeps the wheel from changing fields that a person only scrolls past: a choice, a number or a slider takes it when it
/// has the focus, and the page scrolls otherwise. Installed on the application, for its life.
class IdleWheel : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace tideline
