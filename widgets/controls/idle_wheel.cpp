// SPDX-License-Identifier: Apache-2.0
#include "widgets/controls/idle_wheel.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QScrollBar>

namespace tideline {

namespace {

/// The field, unless it is something else that has a wheel: bars are there to be scrolled.
QWidget* fieldOf(QObject* watched) {
    const bool isField =
        qobject_cast<QComboBox*>(watched) != nullptr || qobject_cast<QAbstractSpinBox*>(watched) != nullptr ||
        (qobject_cast<QAbstractSlider*>(watched) != nullptr && qobject_cast<QScrollBar*>(watched) == nullptr);
    return isField ? static_cast<QWidget*>(watched) : nullptr;
}

}  // namespace

bool IdleWheel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Polish) {
        // Else the wheel itself would bring the focus.
        if (QWidget* field = fieldOf(watched); field != nullptr && field->focusPolicy() == Qt::WheelFocus) {
            field->setFocusPolicy(Qt::StrongFocus);
        }
    } else if (event->type() == QEvent::Wheel) {
        if (const QWidget* field = fieldOf(watched); field != nullptr && !field->hasFocus()) {
            event->ignore();  // goes on to the page
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace tideline
