// SPDX-License-Identifier: Apache-2.0
#include "widgets/export/file_language.h"

#include <QStringList>
#include <algorithm>
#include <array>

namespace tideline {

namespace {

constexpr FileLanguage kPlain;

constexpr std::array kLanguages{
    FileLanguage{LineReading::Members, ".yaml .yml .toml .properties .env .tpl .helmignore .gitignore .dockerignore"},
    FileLanguage{LineReading::Json, ".json .jsonc"},
    FileLanguage{LineReading::Markdown, ".md .gotmpl"},
    FileLanguage{LineReading::Markup, ".xml .csproj"},
    FileLanguage{
        LineReading::Code, ".py", "#", "\"\"\"", "\"\"\"", true,
        "and as async await break class continue def del elif else except False finally for from if import in is "
        "lambda None nonlocal not or pass raise return self True try while with yield"},
    FileLanguage{
        LineReading::Code, ".ts .js .mjs", "//", "/*", "*/", false,
        "as async await boolean break case catch class const continue default else export extends false finally "
        "for from function if import in interface let new null number of readonly return string switch this "
        "throw true try type typeof undefined unknown void while"},
    FileLanguage{
        LineReading::Code, ".java", "//", "/*", "*/", false,
        "abstract boolean byte case catch class default double else enum extends false final finally for if "
        "implements import instanceof int interface long new null package private protected public record return "
        "static super switch this throw throws true try var void while"},
    FileLanguage{
        LineReading::Code, ".cs", "//", "/*", "*/", false,
        "async await bool case catch class const default else false finally for foreach if in int internal is "
        "namespace new null object out override private protected public readonly record ref return sealed static "
        "string struct switch this throw true try typeof using var void while"},
    FileLanguage{LineReading::Code, ".go go.mod", "//", "/*", "*/", false,
                 "any bool break case chan const continue default defer else error false for func go if import int "
                 "interface map module nil package range require return select string struct switch true type var"},
    FileLanguage{
        LineReading::Code, ".rs", "//", "/*", "*/", false,
        "as async await bool const crate else enum false fn for if impl in let loop match mod move mut None Ok pub "
        "ref return self Self Some static str struct true type use where while"},
    FileLanguage{LineReading::Code, ".tf .hcl .tfvars", "#", "/*", "*/", false,
                 "data false for if in locals module null output provider resource terraform true variable"},
    FileLanguage{LineReading::Code, ".sh Makefile Dockerfile", "#", "", "", false,
                 "case do done elif else esac exit export fi for function if in local set shift then while"},
};

}  // namespace

const FileLanguage& languageOf(const QString& path) {
    const QString name = path.mid(path.lastIndexOf(QLatin1Char('/')) + 1);
    const auto row = std::ranges::find_if(kLanguages, [&name](const FileLanguage& language) {
        const QStringList endings = QString::fromLatin1(language.endings).split(QLatin1Char(' '));
        return std::ranges::any_of(endings, [&name](const QString& ending) {
            return ending.startsWith(QLatin1Char('.')) ? name.endsWith(ending) : name == ending;
        });
    });
    return row == kLanguages.end() ? kPlain : *row;
}

}  // namespace tideline
