// SPDX-License-Identifier: Apache-2.0
#include "widgets/export/line_changes.h"

#include <dtl/dtl.hpp>

#include <QStringList>
#include <algorithm>
#include <string>

namespace tideline {

namespace {

constexpr std::size_t kAround = 3;

using Lines = std::vector<std::string>;

Lines linesOf(const QString& text) {
    Lines lines;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        lines.push_back(line.toStdString());
    }
    // A text that ends with a line break has no line after it.
    if (!lines.empty() && lines.back().empty()) {
        lines.pop_back();
    }
    return lines;
}

std::vector<ChangedLine> everyLine(const Lines& before, const Lines& after) {
    dtl::Diff<std::string> diff(before, after);
    diff.onHuge();
    diff.compose();
    std::vector<ChangedLine> lines;
    for (const auto& [text, info] : diff.getSes().getSequence()) {
        ChangedLine line;
        line.kind = info.type == dtl::SES_ADD      ? ChangedLine::Kind::Added
                    : info.type == dtl::SES_DELETE ? ChangedLine::Kind::Removed
                                                   : ChangedLine::Kind::Same;
        line.before = info.type == dtl::SES_ADD ? 0 : static_cast<int>(info.beforeIdx);
        line.after = info.type == dtl::SES_DELETE ? 0 : static_cast<int>(info.afterIdx);
        line.text = QString::fromStdString(text);
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace

std::vector<ChangedLine> changesBetween(const QString& before, const QString& after) {
    std::vector<ChangedLine> all = everyLine(linesOf(before), linesOf(after));
    std::vector<bool> isShown(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].kind != ChangedLine::Kind::Same) {
            const std::size_t end = std::min(all.size(), i + kAround + 1);
            std::fill(isShown.begin() + static_cast<std::ptrdiff_t>(i - std::min(i, kAround)),
                      isShown.begin() + static_cast<std::ptrdiff_t>(end), true);
        }
    }
    std::vector<ChangedLine> shown;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (isShown[i]) {
            shown.push_back(std::move(all[i]));
        } else if (shown.empty() || shown.back().kind != ChangedLine::Kind::Gap) {
            shown.push_back({ChangedLine::Kind::Gap, 0, 0, {}});
        }
    }
    return shown;
}

}  // namespace tideline
