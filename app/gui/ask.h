// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QStringList>

class QWidget;

namespace tideline {

/// A dialog with one button, only where a file is at stake.
void tell(QWidget* parent, const QString& title, const QString& text);
/// The number of the pressed button; the first is the primary one. Esc and closing press "Cancel" where there is one,
/// else the last.
int ask(QWidget* parent, const QString& title, const QString& text, const QStringList& buttons);

}  // namespace tideline
