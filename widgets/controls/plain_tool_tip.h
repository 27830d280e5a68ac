// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QString>
#include <QTextDocument>

namespace tideline {

/// A tooltip that is never read as HTML, whatever a file's text looks like.
inline QString plainToolTip(const QString& text) {
    return Qt::mightBeRichText(text) ? QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped()) : text;
}

}  // namespace tideline
