// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QString>
#include <vector>

namespace tideline {

/// A line of a comparison of two texts. Numbers count from 1; 0 = the line is not in that text.
struct ChangedLine {
    enum class Kind { Same, Removed, Added, Gap };
    Kind kind = Kind::Same;
    int before = 0, after = 0;
    QString text;  ///< of a gap: empty
};

/// What becomes of `before`: every removed and added line with three lines around it; a gap where lines are left out.
std::vector<ChangedLine> changesBetween(const QString& before, const QString& after);

}  // namespace tideline
