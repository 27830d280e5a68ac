// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/yaml_text_check.h"

#include "core/base/limits.h"
#include "core/base/shown_text.h"
#include "core/base/utf8.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace tideline {

namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

constexpr std::string_view kHelmTemplate =
    "this is a Helm template, not a manifest; run `helm template NAME CHART > out.yaml` and read out.yaml";

struct EncodingRow {
    std::string_view mark;
    std::string_view name;
};

/// By the byte order mark; UTF-32 before UTF-16, whose mark it starts with.
constexpr std::array kForeignEncodings{
    EncodingRow{std::string_view("\xff\xfe\0\0", 4), "UTF-32"},
    EncodingRow{std::string_view("\0\0\xfe\xff", 4), "UTF-32"},
    EncodingRow{"\xff\xfe", "UTF-16"},
    EncodingRow{"\xfe\xff", "UTF-16"},
};

struct ProblemRow {
    std::string_view problem;  ///< how libyaml's text starts
    std::string_view words;
};

constexpr std::array kProblems{
    ProblemRow{"mapping values are not allowed", "a ':' stands where no key can be; put the text in quotes or indent "
                                                 "the key like its neighbours"},
    ProblemRow{"did not find expected key", "a key was expected; check the indentation and the quotes above"},
    ProblemRow{"could not find expected ':'", "a ':' behind the key was expected"},
    ProblemRow{"did not find expected ',' or ']'", "a ',' or ']' was expected"},
    ProblemRow{"did not find expected ',' or '}'", "a ',' or '}' was expected"},
    ProblemRow{"did not find expected '-' indicator", "a '-' was expected; check the indentation of the list"},
    ProblemRow{"block sequence entries are not allowed", "a '-' stands where no list can begin; start it on a line of "
                                                         "its own"},
    ProblemRow{"did not find expected node content", "a value was expected"},
    ProblemRow{"found unexpected end of stream", "a quote is opened and never closed"},
    ProblemRow{"found unexpected document indicator", "a quote is opened and not closed before the next document"},
    ProblemRow{"found character that cannot start any token", "no value can start with this character; put the text "
                                                              "in quotes"},
    ProblemRow{"found unknown escape character",
               "there is no such escape in double quotes; write \\\\ for a backslash"},
    ProblemRow{"did not find expected hexdecimal number", "hexadecimal digits were expected behind \\x, \\u or \\U"},
    ProblemRow{"found invalid Unicode character escape code", "there is no character with this number"},
    ProblemRow{"found undefined tag handle", "the tag's prefix is not declared; leave the tag out"},
    ProblemRow{"did not find expected alphabetic or numeric character", "the name of an anchor or alias was expected "
                                                                        "behind '&' or '*'"},
    ProblemRow{"did not find expected <document start>", "a new document needs a line '---' before it"},
    ProblemRow{"found incompatible YAML document", "only YAML 1.1 and 1.2 can be read"},
    ProblemRow{"did not find expected comment or line break", "only a comment or the end of the line can follow here"},
    ProblemRow{"mapping keys are not allowed", "no key can stand here; start it on a line of its own"},
};

/// The place of a byte, both from 1, columns in characters.
YamlPlace placeAt(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, byte);
    const std::size_t lineStart = before.rfind('\n') + 1;  // npos + 1 = 0
    return {.line = static_cast<int>(std::ranges::count(before, '\n')) + 1,
            .column = static_cast<int>(characterCount(before.substr(lineStart))) + 1};
}

std::string_view lineAt(std::string_view text, int line) {
    for (int i = 1; i < line; ++i) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos) {
            return {};
        }
        text.remove_prefix(end + 1);
    }
    return text.substr(0, text.find('\n'));
}

bool startsWithTab(std::string_view line) {
    const std::size_t first = line.find_first_not_of(' ');
    return first != std::string_view::npos && line[first] == '\t';
}

bool isForbidden(char32_t character) {
    const bool control = character < 0x20 && character != U'\t' && character != U'\n' && character != U'\r';
    const bool highControl = character >= 0x7f && character <= 0x9f && character != 0x85;
    return control || highControl || character == 0xfeff || character == 0xfffe || character == 0xffff;
}

bool isHelmTemplate(const SourceText& source) {
    return source.text.find("{{") != std::string::npos;
}

Result<void> checkEncoding(const SourceText& source) {
    for (const EncodingRow& row : kForeignEncodings) {
        if (source.text.starts_with(row.mark)) {
            return failure(fmt::format("the file is {}; save it as UTF-8", row.name), source.name);
        }
    }
    return {};
}

}  // namespace

std::string yamlPlaceText(const std::string& file, YamlPlace place) {
    return fmt::format("{}:{}:{}", file, place.line, place.column);
}

Result<void> checkYamlText(const SourceText& source) {
    const std::uint64_t limit = limitOf(LimitId::ImportFileBytes);
    if (source.text.size() > limit) {
        return failure(
            fmt::format("the file has {}, and the limit is {}; split it, or take only the part that is needed",
                        shownBytes(source.text.size()), shownBytes(limit)),
            source.name);
    }
    TRY(checkEncoding(source));
    const std::string_view text = source.text;
    const std::size_t first = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    for (std::size_t at = endOfPlainText(text, first); at < text.size(); at = endOfPlainText(text, at)) {
        const CodePoint character = codePointAt(text, at);
        if (character.length == 0) {
            return failure(fmt::format("byte {} is not UTF-8; save the file as UTF-8", shownCount(at + 1)),
                           yamlPlaceText(source.name, placeAt(text, at)));
        }
        if (isForbidden(character.value)) {
            return failure(fmt::format("there is an invisible control character (0x{:02X}) here; remove it",
                                       static_cast<std::uint32_t>(character.value)),
                           yamlPlaceText(source.name, placeAt(text, at)));
        }
        at += character.length;
    }
    return {};
}

std::string_view withoutByteOrderMark(std::string_view text) {
    return text.starts_with(kByteOrderMark) ? text.substr(kByteOrderMark.size()) : text;
}

Error yamlKeyError(const SourceText& source, YamlPlace place) {
    const std::string where = yamlPlaceText(source.name, place);
    return isHelmTemplate(source) ? Error{std::string(kHelmTemplate), where}
                                  : Error{"a key must be a single text, not a list or mapping", where};
}

Error yamlSyntaxError(const SourceText& source, const char* problem, YamlPlace place) {
    const std::string where = yamlPlaceText(source.name, place);
    if (isHelmTemplate(source)) {
        return {std::string(kHelmTemplate), where};
    }
    if (startsWithTab(lineAt(source.text, place.line))) {
        return {"the line starts with a tab; YAML needs spaces", where};
    }
    const std::string_view reason = problem == nullptr ? std::string_view("memory ran out") : problem;
    for (const ProblemRow& row : kProblems) {
        if (reason.starts_with(row.problem)) {
            return {fmt::format("this is not valid YAML: {}", row.words), where};
        }
    }
    return {"this is not valid YAML from here on", where};
}

}  // namespace tideline
