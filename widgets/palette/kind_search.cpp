// SPDX-License-Identifier: Apache-2.0
#include "widgets/palette/kind_search.h"

#include "widgets/look/icons.h"

#include <QStringList>
#include <algorithm>

namespace tideline {

namespace {

QStringList wordsOf(const ServiceKind& kind) {
    QStringList words{QString::fromStdString(kind.title), QString::fromStdString(kind.key)};
    for (const std::string& synonym : kind.synonyms) {
        words.append(QString::fromStdString(synonym));
    }
    return words;
}

bool isFoundBy(const ServiceKind& kind, const QStringList& sought) {
    const QStringList words = wordsOf(kind);
    return std::ranges::all_of(sought, [&](const QString& part) {
        return std::ranges::any_of(words,
                                   [&](const QString& word) { return word.contains(part, Qt::CaseInsensitive); });
    });
}

/// Insertions, removals, replacements and swaps of neighbours between two words.
int distanceBetween(const QString& a, const QString& b) {
    const auto rows = static_cast<std::size_t>(a.size()) + 1, columns = static_cast<std::size_t>(b.size()) + 1;
    std::vector<std::vector<int>> steps(rows, std::vector<int>(columns));
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t j = 0; j < columns; ++j) {
            if (i == 0 || j == 0) {
                steps[i][j] = static_cast<int>(i + j);
                continue;
            }
            const auto x = static_cast<qsizetype>(i) - 1, y = static_cast<qsizetype>(j) - 1;
            steps[i][j] = std::min({steps[i - 1][j] + 1, steps[i][j - 1] + 1, steps[i - 1][j - 1] + (a[x] != b[y])});
            if (i > 1 && j > 1 && a[x] == b[y - 1] && a[x - 1] == b[y]) {
                steps[i][j] = std::min(steps[i][j], steps[i - 2][j - 2] + 1);
            }
        }
    }
    return steps.back().back();
}

}  // namespace

std::vector<const ServiceKind*> matchingKinds(const Catalog& catalog, const QString& text, std::optional<Host> host) {
    const QStringList sought = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<const ServiceKind*> found;
    for (const ServiceKind& kind : catalog.kinds()) {
        if ((!host || kind.hosting(*host)) && isFoundBy(kind, sought)) {
            found.push_back(&kind);
        }
    }
    return found;
}

const ServiceKind* nearestKind(const Catalog& catalog, const QString& text) {
    const QString sought = text.trimmed().toLower();
    const ServiceKind* nearest = nullptr;
    // Of kinds that are equally near, one that has the word as its name: "kafak" is Kafka, not "kafka streams".
    std::pair least(std::max(1, static_cast<int>(sought.size()) / 3) + 1, 0);
    for (const ServiceKind& kind : catalog.kinds()) {
        for (const QString& phrase : wordsOf(kind)) {
            const QStringList parts = phrase.toLower().split(QLatin1Char(' '));
            for (const QString& word : parts + QStringList(phrase.toLower())) {
                const std::pair distance(distanceBetween(sought, word), word.size() < phrase.size() ? 1 : 0);
                if (distance < least) {
                    least = distance;
                    nearest = &kind;
                }
            }
        }
    }
    return nearest;
}

QString iconOf(const ServiceKind& kind) {
    const QString name = QString::fromStdString(kind.icon);
    return hasIcon(name) ? name : QStringLiteral("service");
}

}  // namespace tideline
