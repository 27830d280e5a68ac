// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QString>
#include <span>

namespace tideline {

/// How lines of a file are read to colour them.
enum class LineReading {
    Plain,     ///< no colours
    Members,   ///< key: value, key = value, with # before comments
    Json,      ///< "key": value
    Markdown,  ///< headings, `code`, fences
    Code,      ///< words, texts, numbers and comments of a language
    Markup,    ///< <tag attribute="text">
};

/// A language of the exported files.
struct FileLanguage {
    LineReading reading = LineReading::Plain;
    const char* endings = "";       ///< of the names, with blanks between; whole names too
    const char* comment = "";       ///< what begins a comment up to the end of the line
    const char* blockBegin = "";    ///< what begins and ends a text or comment of several lines
    const char* blockEnd = "";
    bool isBlockText = false;       ///< such a block is a text, not a comment
    const char* words = "";         ///< with blanks between
};

/// By the name of the file; a plain one where it is not known.
const FileLanguage& languageOf(const QString& path);

}  // namespace tideline
