// SPDX-License-Identifier: Apache-2.0
#include "app/cli/text_table.h"

#include <algorithm>

namespace tideline {

namespace {

std::size_t characters(const std::string& text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }));
}

std::size_t fractionLength(const std::string& number) {
    const auto point = number.rfind('.');
    const bool isNumber = !number.empty() && number.find_first_not_of("0123456789.,-+") == std::string::npos;
    return isNumber && point != std::string::npos ? number.size() - point : 0;
}

struct Width {
    std::size_t total = 0, fraction = 0;
};

}  // namespace

std::string TextTable::text() const {
    std::vector<Width> widths(m_columns.size());
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        std::size_t whole = 0;
        for (const auto& row : m_rows) {
            if (column < row.size()) {
                const std::size_t fraction = m_columns[column] == Column::Number ? fractionLength(row[column]) : 0;
                widths[column].fraction = std::max(widths[column].fraction, fraction);
                whole = std::max(whole, characters(row[column]) - fraction);
            }
        }
        widths[column].total = whole + widths[column].fraction;
    }
    std::string text;
    for (const auto& row : m_rows) {
        std::string line;
        for (std::size_t column = 0; column < (row.empty() ? m_columns.size() : row.size()); ++column) {
            line += column > 0 ? "  " : "";
            if (row.empty()) {
                line += std::string(widths[column].total, '-');
                continue;
            }
            const std::string& cell = row[column];
            const bool isNumber = m_columns[column] == Column::Number;
            const bool aligned = isNumber && cell.find_first_of("0123456789") != std::string::npos;
            const std::size_t behind = aligned ? widths[column].fraction - fractionLength(cell) : 0;
            const std::size_t pad = widths[column].total - characters(cell);
            const std::string before(isNumber ? pad - std::min(pad, behind) : 0, ' ');
            line += before + cell + std::string(pad - before.size(), ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

std::string csvCell(const std::string& text) {
    std::string cell = text;
    const bool isNumber = cell.find_first_not_of("0123456789.-") == std::string::npos;
    if (!cell.empty() && !isNumber && std::string("=+-@\t\r").find(cell.front()) != std::string::npos) {
        cell.insert(cell.begin(), '\'');
    }
    if (cell.find_first_of(",\"\n\r") == std::string::npos) {
        return cell;
    }
    std::string quoted = "\"";
    for (const char letter : cell) {
        quoted += letter == '"' ? "\"\"" : std::string(1, letter);
    }
    return quoted + "\"";
}

std::string csvRow(const std::vector<std::string>& cells) {
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        row += (i > 0 ? "," : "") + csvCell(cells[i]);
    }
    return row + "\r\n";
}

std::string markdownCell(const std::string& text) {
    std::string cell;
    for (const char letter : text) {
        if (letter == '|' || letter == '\\' || letter == '<' || letter == '`' || letter == '*' || letter == '_' ||
            letter == '[') {
            cell += '\\';
        }
        cell += letter == '\n' || letter == '\r' ? ' ' : letter;
    }
    return cell;
}

}  // namespace tideline
