// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/export/file_language.h"

#include <QRegularExpression>
#include <QSyntaxHighlighter>

namespace tideline {

/// Exported files in the colours of the theme: keys and words of the language, texts, numbers, comments.
class FileHighlighter : public QSyntaxHighlighter {
    Q_OBJECT
public:
    explicit FileHighlighter(QTextDocument* document);
    /// For the text that is set next.
    void setLanguage(const FileLanguage& language);

protected:
    void highlightBlock(const QString& text) override;

private:
    void readMembers(const QString& text);
    void readJson(const QString& text);
    void readMarkdown(const QString& text);
    void readCode(const QString& text);
    void readMarkup(const QString& text);
    void colour(qsizetype from, qsizetype length, const QColor& color);
    /// Every match of `pattern` in its colour.
    void colourAll(const QString& text, const QRegularExpression& pattern, const QColor& color);
    const FileLanguage* m_language;
    QRegularExpression m_tokens;  ///< of code: block, comment, text, number or word, whichever comes first
};

}  // namespace tideline
