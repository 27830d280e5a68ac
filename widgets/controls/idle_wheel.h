// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QObject>

namespace tideline {

/// Keeps the wheel from changing fields that a person only scrolls past: a choice, a number or a slider takes it when it
/// has the focus, and the page scrolls otherwise. Installs itself on the application, for fields that are there and those
/// to come.
class IdleWheel : public QObject {
    Q_OBJECT

public:
    explicit IdleWheel(QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace tideline
