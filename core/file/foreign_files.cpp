// SPDX-License-Identifier: Apache-2.0
#include "core/file/foreign_files.h"

#include "core/base/shown_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace tideline {

namespace {

struct StartRow {
    std::string_view start;
    std::string_view what;
};

/// How texts of other programs start, behind spaces.
constexpr std::array kStarts{
    StartRow{"<mxfile", "a draw.io drawing"},
    StartRow{"<mxGraphModel", "a draw.io drawing"},
    StartRow{"<svg", "an SVG picture"},
    StartRow{"<!DOCTYPE", "a web page"},
    StartRow{"<?xml", "an XML file"},
    StartRow{"%PDF", "a PDF document"},
    StartRow{"\x89PNG", "a picture"},
    StartRow{"PK\x03\x04", "a zip archive"},
    StartRow{"workspace", "a Structurizr workspace"},
    StartRow{"@startuml", "a PlantUML diagram"},
};

struct MemberRow {
    std::string_view member;
    std::string_view text;  ///< what the member says; empty = anything
    std::string_view what;
};

/// Members by which JSON of other programs is known; the first that fits wins.
constexpr std::array kMembers{
    MemberRow{"type", "excalidraw", "an Excalidraw file"},
    MemberRow{"AWSTemplateFormatVersion", "", "a CloudFormation template"},
    MemberRow{"Transform", "", "a SAM template"},
    MemberRow{"apiVersion", "", "a Kubernetes manifest"},
    MemberRow{"terraform_version", "", "a Terraform state"},
    MemberRow{"tldrawFileFormatVersion", "", "a tldraw file"},
    MemberRow{"nbformat", "", "a Jupyter notebook"},
    MemberRow{"$schema", "", "a JSON Schema, or a file of another program"},
    MemberRow{"dependencies", "", "a package list of Node.js"},
};

constexpr std::string_view kWanted = "; a design is a *.tideline file that Tideline saved";

/// The first line that git writes around an unfinished merge, from 1.
std::optional<int> conflictLine(std::string_view text) {
    int line = 1;
    for (std::size_t at = 0; at < text.size(); ++line) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with("<<<<<<< ") || rest.starts_with(">>>>>>> ")) {
            return line;
        }
        const std::size_t end = rest.find('\n');
        at = end == std::string_view::npos ? text.size() : at + end + 1;
    }
    return std::nullopt;
}

/// A first line such as "services:" or "apiVersion: v1", or "---".
bool looksLikeYaml(std::string_view text) {
    while (text.starts_with('#')) {
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    }
    const std::string_view line = text.substr(0, text.find('\n'));
    const std::size_t colon = line.find(':');
    const bool key = colon != std::string_view::npos && colon > 0 && line.find_first_of("{[\"<") > colon;
    return line.starts_with("---") || line.starts_with("- ") || key;
}

}  // namespace

Result<void> checkIsDesignText(const SourceText& source) {
    std::string_view text = source.text;
    if (text.empty()) {
        return failure("the file is empty (0 bytes); something went wrong while it was last saved, so look for a copy",
                       source.name);
    }
    if (text.find_first_not_of('\0') == std::string_view::npos) {
        return failure(
            fmt::format("the file holds {} of zeros and nothing else; something went wrong while it was last "
                        "saved, so look for a copy",
                        shownBytes(text.size())),
            source.name);
    }
    if (const std::optional<int> line = conflictLine(text)) {
        return failure("this is an unfinished git merge; settle it in git, then open the file",
                       fmt::format("{}:{}", source.name, *line));
    }
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    for (const StartRow& row : kStarts) {
        if (text.starts_with(row.start)) {
            return failure(fmt::format("this is {}, not a design{}", row.what, kWanted), source.name);
        }
    }
    if (looksLikeYaml(text)) {
        return failure(fmt::format("this looks like YAML (Compose, Kubernetes, SAM), not a design{}", kWanted),
                       source.name);
    }
    return {};
}

Result<void> checkIsDesignObject(JsonObject& root, const std::string& file) {
    if (root.has("format")) {
        return {};
    }
    for (const MemberRow& row : kMembers) {
        if (!root.has(row.member)) {
            continue;
        }
        const std::optional<JsonPlace> member = root.member(row.member);
        const bool fits = row.text.empty() || (member && member->isKind(JsonNode::Kind::Text) &&
                                               member->tree->text(*member->node) == row.text);
        if (fits) {
            return failure(fmt::format("this is {}, not a design{}", row.what, kWanted), file);
        }
    }
    return failure(fmt::format("the member 'format' is missing, so this is not a design{}", kWanted), file);
}

}  // namespace tideline
