// SPDX-License-Identifier: Apache-2.0
#include "widgets/cost/growth_lines.h"

#include "widgets/look/elevation.h"
#include "widgets/look/fonts.h"
#include "widgets/look/style_paint.h"
#include "widgets/look/tabular.h"
#include "widgets/look/words.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <algorithm>
#include <array>
#include <cmath>

namespace tideline {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("tideline", text);
}

double roundedUp(double number) {
    const double decade = std::pow(10, std::floor(std::log10(std::max(number, 1e-6)) + 1e-9));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (decade * step >= number * (1 - 1e-9)) {
            return decade * step;
        }
    }
    return decade * 10;
}

struct EndLabel {
    const ChartSeries* series;
    double y;
};

/// By height, far enough apart to be read.
std::vector<EndLabel> endLabels(const GrowthFrame& frame, const std::vector<GrowthLine>& lines) {
    std::vector<EndLabel> labels;
    for (const GrowthLine& line : lines) {
        if (!line.monthly.empty()) {
            labels.push_back({line.series, std::max(frame.plot.top() + 6, frame.y(line.monthly.back()))});
        }
    }
    std::ranges::stable_sort(labels, {}, &EndLabel::y);
    for (std::size_t i = 1; i < labels.size(); ++i) {
        labels[i].y = std::max(labels[i].y, labels[i - 1].y + 15);
    }
    double below = frame.plot.bottom() + 15;
    for (std::size_t i = labels.size(); i-- > 0;) {
        labels[i].y = std::min(labels[i].y, below - 15);
        below = labels[i].y;
    }
    return labels;
}

}  // namespace

std::vector<GrowthLine> growthLines(const std::vector<GrowthMonth>& months) {
    std::vector<GrowthLine> lines;
    for (const ChartSeries& series : chartSeries()) {
        GrowthLine line{&series, {}};
        for (const GrowthMonth& month : months) {
            const auto at = std::ranges::find(month.curves, series.key, &std::pair<std::string, double>::first);
            if (series.key == "as-designed") {
                line.monthly.push_back(month.monthly);
            } else if (at != month.curves.end()) {
                line.monthly.push_back(at->second);
            }
        }
        if (line.monthly.size() == months.size()) {
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

double topOfGrowth(const std::vector<GrowthMonth>& months) {
    double designed = 0, all = 0;
    for (const GrowthLine& line : growthLines(months)) {
        for (const double dollars : line.monthly) {
            all = std::max(all, dollars);
            designed = line.series->key == "as-designed" ? std::max(designed, dollars) : designed;
        }
    }
    // A curve far above would press the design's own line onto the axis: it leaves through the top.
    return roundedUp(std::max(1.0, std::min(all, designed * 4)));
}

QString doublingSentence(const std::vector<GrowthMonth>& months) {
    for (const GrowthMonth& month : months) {
        if (months.front().monthly > 0 && month.monthly >= 2 * months.front().monthly) {
            return tr("Doubles in month %1").arg(month.month);
        }
    }
    return {};
}

QString overtakingSentence(const std::vector<GrowthMonth>& months) {
    const auto cheapest = [](const GrowthMonth& month) -> std::string {
        std::string key;
        double least = month.monthly;
        for (const auto& [curve, dollars] : month.curves) {
            if (dollars < least * (1 - 1e-9)) {
                least = dollars;
                key = curve;
            }
        }
        return key;
    };
    for (std::size_t i = 1; i < months.size(); ++i) {
        const std::string key = cheapest(months[i]);
        const ChartSeries* series = findChartSeries(key);
        if (series && key != cheapest(months[i - 1])) {
            const QString title = QLatin1String(series->title);
            return tr("%1 cheaper from month %2").arg(title).arg(months[i].month);
        }
    }
    return {};
}

QRectF growthHead(const GrowthFrame& frame) {
    const double left = frame.plot.left() + 150;
    return {left, 0, frame.plot.right() + 110 - left, frame.plot.top()};
}

QStringList growthHeadLines(const GrowthFrame& frame, const std::vector<GrowthMonth>& months) {
    QStringList sentences{doublingSentence(months), overtakingSentence(months)};
    sentences.removeAll(QString());
    const QString line = sentences.join(QStringLiteral(" · "));
    const bool hasRoom = QFontMetricsF(fontOf(FontRole::Small)).horizontalAdvance(line) <= growthHead(frame).width();
    return hasRoom ? QStringList{line} : sentences;
}

void paintGrowthAxes(QPainter& painter, const GrowthFrame& frame, const std::vector<GrowthMonth>& months,
                     const Theme& theme) {
    const QFont font = fontOf(FontRole::Caption);
    const double step = roundedUp(frame.mostDollars / 5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (double dollars = 0; dollars <= frame.mostDollars * 1.0001; dollars += step) {
        painter.setPen(QPen(theme.plotGrid, 1));
        painter.drawLine(QPointF(frame.plot.left(), frame.y(dollars)), QPointF(frame.plot.right(), frame.y(dollars)));
    }
    painter.restore();
    painter.setPen(theme.t3);
    for (double dollars = 0; dollars <= frame.mostDollars * 1.0001; dollars += step) {
        drawTabular(painter, QRectF(0, frame.y(dollars) - 8, frame.plot.left() - 7, 16), axisMoney(dollars), font,
                    Qt::AlignRight);
    }
    for (int month = 1; month <= frame.months; month += month == 1 ? 5 : 6) {
        const QString text = month == 1 ? tr("now") : QString::number(month);
        drawTabular(painter, QRectF(frame.x(month) - 30, frame.plot.bottom() + 4, 60, 15), text, font,
                    Qt::AlignHCenter);
    }
    painter.setFont(font);
    painter.drawText(QRectF(frame.plot.right() + 12, frame.plot.bottom() + 4, 100, 15), Qt::AlignLeft, tr("month"));
    painter.setPen(theme.t2);
    painter.setFont(fontOf(FontRole::Small));
    painter.drawText(growthHead(frame), Qt::AlignVCenter | Qt::AlignRight,
                     growthHeadLines(frame, months).join(QLatin1Char('\n')));
}

void paintGrowthLines(QPainter& painter, const GrowthFrame& frame, const std::vector<GrowthMonth>& months,
                      const Theme& theme) {
    const std::vector<GrowthLine> lines = growthLines(months);
    painter.save();
    painter.setClipRect(frame.plot.adjusted(0, -2, 2, 2));
    painter.setBrush(Qt::NoBrush);
    for (const GrowthLine& line : lines) {
        QPen pen(theme.*line.series->line, line.series->width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        if (line.series->style == Qt::DotLine) {
            pen.setDashPattern({1, 2});
        }
        QPolygonF points;
        for (std::size_t i = 0; i < line.monthly.size(); ++i) {
            points.append({frame.x(static_cast<int>(i) + 1), frame.y(line.monthly[i])});
        }
        painter.setPen(pen);
        painter.drawPolyline(points);
    }
    painter.restore();
    for (const EndLabel& label : endLabels(frame, lines)) {
        painter.setPen(theme.*label.series->text);
        painter.setFont(interfaceFont(11, label.series->key == "as-designed" ? QFont::DemiBold : QFont::Medium));
        painter.drawText(QRectF(frame.plot.right() + 12, label.y - 8, 104, 16), Qt::AlignVCenter,
                         QLatin1String(label.series->title));
    }
}

void paintGrowthReadOut(QPainter& painter, const GrowthFrame& frame, const std::vector<GrowthMonth>& months, int month,
                        const Theme& theme) {
    const SavedPainter saved(&painter);
    const GrowthMonth& at = months[static_cast<std::size_t>(month) - 1];
    std::vector<GrowthLine> lines = growthLines(months);
    const std::size_t here = static_cast<std::size_t>(month) - 1;
    std::ranges::stable_sort(lines, std::greater<>(), [here](const GrowthLine& line) { return line.monthly[here]; });
    const double x = frame.x(month);
    painter.setPen(QPen(theme.accent, 1.5));
    painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()));
    const double width = 232, height = 34 + 20 * static_cast<double>(lines.size()) + 6;
    QRectF box(x + 14, std::max(4.0, frame.plot.top() + 4), width, height);
    if (box.right() > frame.plot.right() + 100) {
        box.moveRight(x - 14);
    }
    paintPlate(painter, box, 8, theme);
    painter.setPen(theme.t1);
    drawTabular(painter, box.topLeft() + QPointF(12, 19), tr("Month %1").arg(month), fontOf(FontRole::SmallTitle));
    painter.setPen(theme.t3);
    drawTabular(painter, box.topRight() + QPointF(-12, 19), requestsPerMonthText(at.requestsPerMonth),
                fontOf(FontRole::Caption), Qt::AlignRight);
    double top = box.top() + 30;
    for (const GrowthLine& line : lines) {
        const QRectF row(box.left() + 12, top, width - 24, 20);
        const QFont font = fontOf(line.series->key == "as-designed" ? FontRole::SmallTitle : FontRole::Small);
        paintRounded(&painter, QRectF(row.left(), row.top() + 5, 10, 10), 3, theme.*line.series->line, QColor());
        painter.setPen(theme.t1);
        painter.setFont(font);
        painter.drawText(row.adjusted(18, 0, 0, 0), Qt::AlignVCenter, QLatin1String(line.series->title));
        drawTabular(painter, row, tableMoney(line.monthly[here]), font, Qt::AlignRight);
        top += 20;
    }
}

}  // namespace tideline
