// SPDX-License-Identifier: Apache-2.0
#include "widgets/export/file_highlighter.h"

#include "widgets/look/style.h"

#include <QRegularExpression>

namespace tideline {

void FileHighlighter::highlightBlock(const QString& text) {
    static const QRegularExpression comment(QStringLiteral("^\\s*#.*$|\\s#.*$"));
    static const QRegularExpression key(QStringLiteral("^(\\s*(?:- )*)(\"?[A-Za-z0-9_.$/\\-]+\"?)(\\s*[:=])(?=\\s|$)"));
    static const QRegularExpression number(QStringLiteral("^\\s*(?:-?\\d[\\d.eE+_]*|true|false|null),?\\s*$"));
    const Theme& t = currentTheme();
    const QRegularExpressionMatch note = comment.match(text);
    const qsizetype end = note.hasMatch() ? note.capturedStart() : text.size();
    qsizetype from = 0;
    if (const QRegularExpressionMatch found = key.match(text); found.hasMatch() && found.capturedStart(2) < end) {
        setFormat(static_cast<int>(found.capturedStart(2)), static_cast<int>(found.capturedLength(2)), t.coreText);
        from = found.capturedEnd(3);
    }
    const QString value = text.mid(from, end - from);
    if (!value.trimmed().isEmpty() && value.trimmed() != QLatin1String("-")) {
        setFormat(static_cast<int>(from), static_cast<int>(end - from),
                  number.match(value).hasMatch() ? t.edgeText : t.optText);
    }
    if (note.hasMatch()) {
        setFormat(static_cast<int>(end), static_cast<int>(text.size() - end), t.t3);
    }
}

}  // namespace tideline
