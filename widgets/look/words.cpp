// SPDX-License-Identifier: Apache-2.0
#include "widgets/look/words.h"

#include <QLocale>
#include <QRegularExpression>
#include <array>
#include <cmath>
#include <limits>

namespace tideline {

namespace {

constexpr QChar kMinus(0x2212), kNarrowSpace(0x202F), kEnDash(0x2013), kTimes(0x00D7);

QString grouped(double number, int decimals) {
    QLocale locale = QLocale::c();
    locale.setNumberOptions(QLocale::DefaultNumberOptions);
    const double shown = std::abs(number) < 0.5 * std::pow(10, -decimals) ? 0.0 : number;
    QString text = locale.toString(std::abs(shown), 'f', decimals);
    return shown < 0 ? kMinus + text : text;
}

QString dollarsText(double dollars, int decimals) {
    QString text = grouped(dollars, decimals);
    const qsizetype at = text.startsWith(kMinus) ? 1 : 0;
    return text.insert(at, QLatin1Char('$'));
}

QString withSign(QString text, double number) {
    return number > 0 && !text.startsWith(kMinus) ? QLatin1Char('+') + text : text;
}

QString unit(const QString& number, const char* name) {
    return number + kNarrowSpace + QString::fromUtf8(name);
}

/// Three digits, zeros after the point dropped.
QString threeDigits(double number) {
    const int decimals = number >= 99.95 ? 0 : number >= 9.995 ? 1 : 2;
    QString text = QString::number(number, 'f', decimals);
    if (text.contains(QLatin1Char('.')) && decimals == 2) {
        while (text.endsWith(QLatin1Char('0'))) {
            text.chop(1);
        }
        if (text.endsWith(QLatin1Char('.'))) {
            text.chop(1);
        }
    }
    return text;
}

/// By the hour, and what happens less than once an hour by the month of 730 hours.
QString seldomText(double perHour, const char* what) {
    const bool isByHour = perHour >= 0.95 || perHour <= 0;
    const double number = isByHour ? perHour : perHour * 730;
    const int decimals = number < 9.95 && std::abs(number - std::round(number)) > 0.05 ? 1 : 0;
    return unit(grouped(number, decimals), what) + QLatin1String(isByHour ? "/h" : "/month");
}

struct Scale {
    double from;
    double by;
    const char* name;
};

constexpr std::array kRequestScales{Scale{999.5e9, 1e12, "T"}, Scale{999.5e6, 1e9, "B"}, Scale{999.5e3, 1e6, "M"},
                                    Scale{9999.5, 1e3, "k"}};

QString axisNumber(double number) {
    constexpr std::array scales{Scale{1e12, 1e12, "T"}, Scale{1e9, 1e9, "B"}, Scale{1e6, 1e6, "M"},
                                Scale{1e3, 1e3, "k"}};
    for (const Scale& scale : scales) {
        if (number >= scale.from) {
            return QString::number(number / scale.by, 'g', 6) + QLatin1String(scale.name);
        }
    }
    return QString::number(number, 'g', 6);
}

}  // namespace

QString cardMoney(double dollars) {
    return dollarsText(dollars, std::abs(dollars) >= 99.995 ? 0 : 2);
}

QString perMonth() {
    return QStringLiteral("/mo");
}

QString plateMoney(double dollars) {
    if (dollars <= 0) {
        return QStringLiteral("no charge");
    }
    return dollars < 0.005 ? QStringLiteral("under $0.01/mo") : cardMoney(dollars) + perMonth();
}

QString headlineMoney(double dollars) {
    return dollarsText(dollars, std::abs(dollars) >= 9.995 ? 0 : 2);
}

QString signedHeadlineMoney(double dollars) {
    return withSign(headlineMoney(dollars), dollars);
}

QString tableMoney(double dollars) {
    return dollarsText(dollars, 2);
}

QString tableMoneyOrNothing(double dollars) {
    return dollars == 0 ? QString(kEnDash) : tableMoney(dollars);
}

QString signedTableMoney(double dollars) {
    return std::abs(dollars) < 0.005 ? QString(kEnDash) : withSign(tableMoney(dollars), dollars);
}

QString axisMoney(double dollars) {
    return QLatin1Char('$') + axisNumber(dollars);
}

QString axisRequests(double requests) {
    return axisNumber(requests);
}

QString requestsText(double requests) {
    for (const Scale& scale : kRequestScales) {
        if (requests >= scale.from) {
            return unit(threeDigits(requests / scale.by), scale.name);
        }
    }
    return grouped(requests, requests < 10 && requests != std::floor(requests) ? 1 : 0);
}

QString requestsPerMonthText(double requests) {
    return requestsText(requests) + QStringLiteral(" requests/month");
}

QString rateText(double perSecond) {
    if (perSecond > 0 && perSecond < 0.05) {
        return seldomText(perSecond * 3600, "req");
    }
    return unit(grouped(perSecond, perSecond >= 99.95 ? 0 : 1), "req/s");
}

QString runsText(double perHour) {
    return seldomText(perHour, "runs");
}

QString openText(double connections) {
    return unit(grouped(connections, 0), "open");
}

QString durationText(double ms) {
    if (ms < 1) {
        return unit(QStringLiteral("<1"), "ms");
    }
    if (ms < 999.5) {
        return unit(QString::number(ms, 'f', 0), "ms");
    }
    if (ms < 9950) {
        return unit(QString::number(ms / 1000, 'g', 2), "s");
    }
    if (ms < 119'500) {
        return unit(QString::number(ms / 1000, 'f', 0), "s");
    }
    return ms < 7'170'000 ? unit(QString::number(ms / 60'000, 'f', 0), "min") : unit(grouped(ms / 3'600'000, 0), "h");
}

QString memoryText(double mebibytes) {
    return mebibytes < 1024 ? unit(threeDigits(mebibytes), "MiB") : unit(threeDigits(mebibytes / 1024), "GiB");
}

QString billedDataText(double gigabytes) {
    return unit(gigabytes < 9.995 ? threeDigits(gigabytes) : grouped(gigabytes, 0), "GB");
}

QString replicasText(double replicas) {
    return kTimes + grouped(replicas, replicas != std::floor(replicas) ? 1 : 0);
}

QString countText(double count) {
    return grouped(count, 0);
}

QString numberText(double number) {
    QString text = grouped(std::abs(number), 6);
    while (text.contains(QLatin1Char('.')) && (text.endsWith(QLatin1Char('0')) || text.endsWith(QLatin1Char('.')))) {
        const bool isPoint = text.endsWith(QLatin1Char('.'));
        text.chop(1);
        if (isPoint) {
            break;
        }
    }
    if (text == QLatin1String("0") && number != 0) {
        text = QString::number(std::abs(number), 'g', 6);
    }
    return number < 0 ? kMinus + text : text;
}

QString shareText(double share) {
    return unit(QString::number(share * 100, 'f', 0), "%");
}

QString dateText(QDate date) {
    return QLocale::c().toString(date, QStringLiteral("d MMM yyyy"));
}

QString asOfText(const std::string& date) {
    const QString text = QString::fromStdString(date);
    if (const QDate day = QDate::fromString(text, Qt::ISODate); day.isValid()) {
        return dateText(day);
    }
    const QDate month = QDate::fromString(text, QStringLiteral("yyyy-MM"));
    return month.isValid() ? QLocale::c().toString(month, QStringLiteral("MMM yyyy")) : text;
}

QString dayText(const QDateTime& moment, const QDateTime& now) {
    const qint64 days = moment.date().daysTo(now.date());
    if (days == 0) {
        return QStringLiteral("Today, ") + moment.toString(QStringLiteral("hh:mm"));
    }
    if (days == 1) {
        return QStringLiteral("Yesterday");
    }
    return days > 1 && days < 180 ? QLocale::c().toString(moment.date(), QStringLiteral("ddd d MMM"))
                                  : dateText(moment.date());
}

QString countedText(qsizetype count, const QString& word) {
    return grouped(static_cast<double>(count), 0) + QLatin1Char(' ') + (count == 1 ? word : word + QLatin1Char('s'));
}

double numberOf(const QString& text) {
    static const QRegularExpression form(
        QStringLiteral("^([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?)([kKmMgGbB]?)$"));
    QString plain = text;
    plain.replace(kMinus, QLatin1Char('-'));
    plain.remove(QRegularExpression(QStringLiteral("[\\s,\\x{202F}]")));
    const QRegularExpressionMatch match = form.match(plain);
    if (!match.hasMatch()) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    double number = match.captured(1).toDouble();
    switch (match.captured(2).isEmpty() ? 0 : match.captured(2).at(0).toLower().toLatin1()) {
    case 'k': number *= 1e3; break;
    case 'm': number *= 1e6; break;
    case 'g':
    case 'b': number *= 1e9; break;
    default: break;
    }
    return std::isfinite(number) ? number : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace tideline
