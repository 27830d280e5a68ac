// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QDate>
#include <QDateTime>
#include <QString>
#include <string>

namespace tideline {

// How numbers are written, one function a row of the visual specification. Minus is U+2212, the empty cell an en
// dash, the space before a unit U+202F. Money is in dollars, load in requests, time in milliseconds.

/// On cards, zones and lists: "$9.81", from 100 dollars whole: "$1,234". Followed by perMonth() in a smaller face.
QString cardMoney(double dollars);
QString perMonth();  ///< "/mo"
/// What a connection costs: "$7.20/mo", "under $0.01/mo", "no charge".
QString plateMoney(double dollars);
/// Headlines and the status bar: whole from 10 dollars: "$286".
QString headlineMoney(double dollars);
/// Differences there: "−$151", "+$23".
QString signedHeadlineMoney(double dollars);
/// Tables, read-outs, reports: "$1,234.56".
QString tableMoney(double dollars);
/// The same, but nothing is an en dash.
QString tableMoneyOrNothing(double dollars);
QString signedTableMoney(double dollars);
/// "$20", "$1k".
QString axisMoney(double dollars);
/// "10M", "1B".
QString axisRequests(double requests);
/// Three digits: "32.9 M", "950 k", "1.2 B".
QString requestsText(double requests);
/// "32.9 M requests/month".
QString requestsPerMonthText(double requests);
/// "18.3 req/s", from 100 whole; "12 req/h" and "30 req/month" where that says more.
QString rateText(double requestsPerSecond);
QString runsText(double runsPerHour);  ///< "16 runs/h", "30 runs/month"
QString openText(double connections);  ///< "3,200 open"
QString durationText(double milliseconds);
QString memoryText(double mebibytes);
QString billedDataText(double gigabytes);
QString replicasText(double replicas);  ///< "×3"
QString countText(double count);        ///< "11,700"
/// A number that a person edits: up to six significant decimals, thousands comma: "0.25", "1,000".
QString numberText(double number);
QString shareText(double share);  ///< 0.34 is "34 %"
QString dateText(QDate date);     ///< "16 Aug 2026"
/// Of a file's "2026-08-16" or "2026-08": "16 Aug 2026", "Aug 2026". Anything else stays as it is.
QString asOfText(const std::string& date);
/// "Today, 14:20", "Yesterday", "Mon 16 Nov", then the date.
QString dayText(const QDateTime& moment, const QDateTime& now);
/// "1 service", "2 services": `word` in the singular.
QString countedText(qsizetype count, const QString& word);

/// The number that a person typed: thousands commas, k, M, B or G, exponents; NaN where it is none.
double numberOf(const QString& text);

}  // namespace tideline
