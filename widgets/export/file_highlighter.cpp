// SPDX-License-Identifier: Apache-2.0
#include "widgets/export/file_highlighter.h"

#include "widgets/look/style.h"

namespace tideline {

namespace {

constexpr int kOutside = -1, kInBlock = 1;

QRegularExpression pattern(const char* text) {
    return QRegularExpression(QString::fromLatin1(text));
}

/// Named alternatives; blocks before comments, as both may begin alike.
QRegularExpression tokensOf(const FileLanguage& language) {
    const auto escaped = [](const char* text) { return QRegularExpression::escape(QString::fromLatin1(text)); };
    QStringList parts;
    if (*language.blockBegin != '\0') {
        parts << QStringLiteral("(?<block>%1)").arg(escaped(language.blockBegin));
    }
    if (*language.comment != '\0') {
        parts << QStringLiteral("(?<comment>%1.*$)").arg(escaped(language.comment));
    }
    parts << QStringLiteral("(?<text>\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|`[^`]*`)")
          << QStringLiteral("(?<number>\\b\\d[\\d_]*(?:\\.\\d+)?\\b)")
          << QStringLiteral("(?<word>\\b(?:%1)\\b)")
                 .arg(QString::fromLatin1(language.words).replace(QLatin1Char(' '), QLatin1Char('|')));
    return QRegularExpression(parts.join(QLatin1Char('|')));
}

}  // namespace

FileHighlighter::FileHighlighter(QTextDocument* document)
    : QSyntaxHighlighter(document), m_language(&languageOf(QString())) {}

void FileHighlighter::setLanguage(const FileLanguage& language) {
    if (m_language == &language) {
        return;
    }
    m_language = &language;
    if (language.reading == LineReading::Code) {
        m_tokens = tokensOf(language);
    }
}

void FileHighlighter::colour(qsizetype from, qsizetype length, const QColor& color) {
    setFormat(static_cast<int>(from), static_cast<int>(length), color);
}

void FileHighlighter::colourAll(const QString& text, const QRegularExpression& pattern, const QColor& color) {
    for (auto found = pattern.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        colour(match.capturedStart(), match.capturedLength(), color);
    }
}

void FileHighlighter::highlightBlock(const QString& text) {
    switch (m_language->reading) {
    case LineReading::Plain: return;
    case LineReading::Members: return readMembers(text);
    case LineReading::Json: return readJson(text);
    case LineReading::Markdown: return readMarkdown(text);
    case LineReading::Code: return readCode(text);
    case LineReading::Markup: return readMarkup(text);
    }
}

void FileHighlighter::readMembers(const QString& text) {
    static const QRegularExpression comment = pattern("^\\s*#.*$|\\s#.*$");
    static const QRegularExpression key = pattern("^(\\s*(?:- )*)(\"?[A-Za-z0-9_.$/\\-]+\"?)(\\s*[:=])(?=\\s|$)");
    static const QRegularExpression number = pattern("^\\s*(?:-?\\d[\\d.eE+_]*|true|false|null),?\\s*$");
    const Theme& t = currentTheme();
    const QRegularExpressionMatch note = comment.match(text);
    const qsizetype end = note.hasMatch() ? note.capturedStart() : text.size();
    qsizetype from = 0;
    if (const QRegularExpressionMatch found = key.match(text); found.hasMatch() && found.capturedStart(2) < end) {
        colour(found.capturedStart(2), found.capturedLength(2), t.coreText);
        from = found.capturedEnd(3);
    }
    const QString value = text.mid(from, end - from);
    if (!value.trimmed().isEmpty() && value.trimmed() != QLatin1String("-")) {
        colour(from, end - from, number.match(value).hasMatch() ? t.edgeText : t.optText);
    }
    if (note.hasMatch()) {
        colour(end, text.size() - end, t.t3);
    }
}

void FileHighlighter::readJson(const QString& text) {
    static const QRegularExpression number = pattern("\\b-?\\d[\\d.eE+-]*\\b|\\b(?:true|false|null)\\b");
    static const QRegularExpression string = pattern("\"(?:[^\"\\\\]|\\\\.)*\"");
    static const QRegularExpression key = pattern("\"(?:[^\"\\\\]|\\\\.)*\"(?=\\s*:)");
    static const QRegularExpression comment = pattern("^\\s*//.*$");
    const Theme& t = currentTheme();
    colourAll(text, number, t.edgeText);
    colourAll(text, string, t.optText);
    colourAll(text, key, t.coreText);
    colourAll(text, comment, t.t3);
}

void FileHighlighter::readMarkdown(const QString& text) {
    static const QRegularExpression fence = pattern("^\\s*```");
    static const QRegularExpression heading = pattern("^#{1,6} .*$");
    static const QRegularExpression code = pattern("`[^`]+`");
    static const QRegularExpression mark = pattern("^\\s*(?:[-*]|\\d+\\.)(?= )|^\\s*\\||\\|");
    const Theme& t = currentTheme();
    const bool isFence = fence.match(text).hasMatch();
    const bool wasInside = previousBlockState() == kInBlock;
    setCurrentBlockState(wasInside != isFence ? kInBlock : kOutside);
    if (isFence || wasInside) {
        colour(0, text.size(), isFence ? t.t3 : t.optText);
        return;
    }
    colourAll(text, mark, t.t3);
    colourAll(text, code, t.optText);
    colourAll(text, heading, t.coreText);
}

void FileHighlighter::readCode(const QString& text) {
    const Theme& t = currentTheme();
    const QString blockEnd = QString::fromLatin1(m_language->blockEnd);
    const QColor& ofBlock = m_language->isBlockText ? t.optText : t.t3;
    setCurrentBlockState(kOutside);
    qsizetype at = 0;
    bool isInside = previousBlockState() == kInBlock;
    while (at < text.size() || isInside) {
        if (isInside) {
            const qsizetype end = text.indexOf(blockEnd, at);
            if (end < 0) {
                colour(at, text.size() - at, ofBlock);
                setCurrentBlockState(kInBlock);
                return;
            }
            colour(at, end + blockEnd.size() - at, ofBlock);
            at = end + blockEnd.size();
            isInside = false;
            continue;
        }
        const QRegularExpressionMatch token = m_tokens.match(text, at);
        if (!token.hasMatch()) {
            return;
        }
        at = token.capturedEnd();
        if (token.capturedLength(QStringLiteral("block")) > 0) {
            colour(token.capturedStart(), token.capturedLength(), ofBlock);
            isInside = true;
            continue;
        }
        const bool isText = token.capturedLength(QStringLiteral("text")) > 0;
        const bool isNumber = token.capturedLength(QStringLiteral("number")) > 0;
        const bool isWord = token.capturedLength(QStringLiteral("word")) > 0;
        colour(token.capturedStart(), token.capturedLength(),
               isText     ? t.optText
               : isNumber ? t.edgeText
               : isWord   ? t.coreText
                          : t.t3);
    }
}

void FileHighlighter::readMarkup(const QString& text) {
    static const QRegularExpression tag = pattern("</?[A-Za-z][\\w.:-]*|/?>");
    static const QRegularExpression string = pattern("\"[^\"]*\"");
    static const QRegularExpression comment = pattern("<!--.*-->");
    const Theme& t = currentTheme();
    colourAll(text, tag, t.coreText);
    colourAll(text, string, t.optText);
    colourAll(text, comment, t.t3);
}

}  // namespace tideline
