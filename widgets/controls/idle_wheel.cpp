// SPDX-License-Identifier: Apache-2.0
#include "widgets/controls/idle_wheel.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
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

/// Else the wheel itself would bring the focus.
void keepFocusFromWheel(QObject* watched) {
    if (QWidget* field = fieldOf(watched); field != nullptr && field->focusPolicy() == Qt::WheelFocus) {
        field->setFocusPolicy(Qt::StrongFocus);
    }
}

}  // namespace

IdleWheel::IdleWheel(QObject* parent) : QObject(parent) {
    for (QWidget* widget : QApplication::allWidgets()) {
        keepFocusFromWheel(widget);
    }
    qApp->installEventFilter(this);
}

bool IdleWheel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Polish) {
        keepFocusFromWheel(watched);
    } else if (event->type() == QEvent::Wheel) {
        if (const QWidget* field = fieldOf(watched); field != nullptr && !field->hasFocus()) {
            event->ignore();  // goes on to the page
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace tideline
