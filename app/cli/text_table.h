// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace tideline {

enum class Column { Text, Number };

/// Columns of text for a terminal: texts to the left, numbers lined up at their decimal point, two spaces between.
/// A row with fewer cells than columns ends early. Widths count characters, not bytes.
class TextTable {
public:
    explicit TextTable(std::vector<Column> columns) : m_columns(std::move(columns)) {}
    void add(std::vector<std::string> cells) { m_rows.push_back(std::move(cells)); }
    void addRule() { m_rows.emplace_back(); }
    bool empty() const { return m_rows.empty(); }
    std::string text() const;

private:
    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;  ///< an empty row is a rule
};

/// A cell of a CSV file, quoted where needed; text that a spreadsheet would run as a formula starts with an apostrophe.
std::string csvCell(const std::string& text);
std::string csvRow(const std::vector<std::string>& cells);
/// A cell of a Markdown table: pipes and line breaks escaped.
std::string markdownCell(const std::string& text);

}  // namespace tideline
