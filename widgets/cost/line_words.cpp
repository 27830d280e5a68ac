// SPDX-License-Identifier: Apache-2.0
#include "widgets/cost/line_words.h"

#include "widgets/look/words.h"

#include <QCoreApplication>
#include <QDate>
#include <cmath>

namespace tideline {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("tideline", text);
}

QString capitalised(QString text) {
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    return text;
}

/// The parts of a text, which semicolons join.
QStringList partsOf(const std::string& text) {
    return text.empty() ? QStringList() : QString::fromStdString(text).split(QStringLiteral("; "));
}

int partCount(const std::string& text) {
    int parts = text.empty() ? 0 : 1;
    for (std::size_t at = text.find("; "); at != std::string::npos; at = text.find("; ", at + 2)) {
        ++parts;
    }
    return parts;
}

bool isByHand(const BillLine& line) {
    return line.price.empty() && line.monthly.micros != 0;
}

QString sourceOf(const BillLine& line) {
    const QString title = QString::fromStdString(line.source.title);
    if (title.isEmpty() || line.source.asOf.empty()) {
        return title;
    }
    return tr("%1, as of %2").arg(title, asOfText(line.source.asOf));
}

}  // namespace

QString unitsText(const BillLine& line) {
    if (line.price.empty()) {
        return {};
    }
    const double units = approximately(line.units);
    const QString number = std::abs(units) >= 100 ? countText(units) : numberText(std::round(units * 1000) / 1000);
    return QStringLiteral("%1 %2").arg(number, QString::fromStdString(line.unit)).trimmed();
}

QStringList lineSteps(const BillLine& line) {
    // Units, what of them counts, times the price.
    QStringList steps = partsOf(line.arithmetic);
    if (line.dependsOn) {
        steps.append(capitalised(QString::fromStdString(*line.dependsOn)));
    }
    for (const QString& part : partsOf(line.note)) {
        steps.append(capitalised(part));
    }
    if (const QString source = sourceOf(line); !source.isEmpty()) {
        steps.append(tr("Source: %1").arg(source));
    } else if (isByHand(line)) {
        steps.append(tr("Set by hand"));
    }
    return steps;
}

int lineStepCount(const BillLine& line) {
    const bool hasSource = !line.source.title.empty() || isByHand(line);
    return partCount(line.arithmetic) + partCount(line.note) + (line.dependsOn ? 1 : 0) + (hasSource ? 1 : 0);
}

QString sourceText(const BillLine& line) {
    QStringList steps = lineSteps(line);
    if (!line.source.url.empty()) {
        steps.append(QString::fromStdString(line.source.url));
    }
    return steps.join(QLatin1Char('\n'));
}

LineMark markOf(const BillLine& line, const Price* price) {
    if (line.dependsOn) {
        return LineMark::Open;
    }
    if (price && doubtOf(*price) != Doubt::None) {
        return LineMark::Doubt;
    }
    if (price && !price->replaces.empty()) {
        return LineMark::Own;
    }
    if (!line.note.empty()) {
        return LineMark::Discount;
    }
    return line.price.empty() ? LineMark::ByHand : LineMark::None;
}

QString wordOf(LineMark mark) {
    switch (mark) {
    case LineMark::None: return {};
    case LineMark::Own: return tr("your book");
    case LineMark::Discount: return tr("discount");
    case LineMark::ByHand: return tr("no meter");
    case LineMark::Doubt: return tr("uncertain price");
    case LineMark::Open: return tr("no price known");
    }
    return {};
}

}  // namespace tideline
