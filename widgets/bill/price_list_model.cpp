// SPDX-License-Identifier: Apache-2.0
#include "widgets/bill/price_list_model.h"

#include "core/cost/line_text.h"
#include "core/cost/plain_number.h"
#include "core/pricing/price_age.h"
#include "widgets/controls/plain_tool_tip.h"
#include "widgets/look/words.h"

#include <algorithm>
#include <chrono>

namespace tideline {

namespace {

QString text(const std::string& plain) {
    return QString::fromStdString(plain);
}

QString valueText(const Price& price) {
    if (price.tiers.empty()) {
        return PriceListModel::tr("you supply it, per %1").arg(text(price.unit));
    }
    const QString first = text(priceText(price, price.tiers.front()));
    return price.tiers.size() == 1
               ? first
               : PriceListModel::tr("%1, %2").arg(
                     first, countedText(static_cast<qsizetype>(price.tiers.size()), PriceListModel::tr("tier")));
}

double ageInDays(const Price& price, QDate today) {
    const std::optional<std::chrono::sys_days> day = priceDay(price.source.asOf);
    return day ? static_cast<double>(QDate(1970, 1, 1).daysTo(today) - day->time_since_epoch().count()) : -1;
}

}  // namespace

QString priceMarks(const Price& price) {
    QStringList marks;
    if (!price.replaces.empty()) {
        marks.append(PriceListModel::tr("replaces %1").arg(text(price.replaces)));
    }
    if (price.userSupplied) {
        marks.append(PriceListModel::tr("yours to supply"));
    }
    const std::string_view doubt = wordsOf(doubtOf(price));
    if (!doubt.empty()) {
        marks.append(QString::fromUtf8(doubt.data(), static_cast<qsizetype>(doubt.size())));
    }
    return marks.join(QStringLiteral("; "));
}

QString priceDetails(const Price& price) {
    QStringList lines{PriceListModel::tr("%1 in '%2'").arg(text(price.key), text(price.book))};
    QStringList tiers;
    for (const PriceTier& tier : price.tiers) {
        const QString value = text(priceText(price, tier));
        tiers.append(price.tiers.size() == 1 ? value
                     : tier.upTo ? PriceListModel::tr("up to %1: %2").arg(text(plainNumber(*tier.upTo)), value)
                                 : PriceListModel::tr("beyond: %1").arg(value));
    }
    if (!tiers.isEmpty()) {
        lines.append(tiers.join(QStringLiteral("; ")));
    }
    QStringList rules;
    if (price.includedPerMonth) {
        rules.append(PriceListModel::tr("%1 a month included").arg(text(plainNumber(*price.includedPerMonth))));
    }
    if (price.freePerMonth) {
        rules.append(PriceListModel::tr("%1 a month free for the account").arg(text(plainNumber(*price.freePerMonth))));
    }
    if (price.roundUpTo) {
        rules.append(PriceListModel::tr("charged in begun %1").arg(text(plainNumber(*price.roundUpTo))));
    }
    if (!price.rule.empty()) {
        rules.append(text(price.rule));
    }
    if (!rules.isEmpty()) {
        lines.append(rules.join(QStringLiteral("; ")));
    }
    if (!price.source.title.empty()) {
        lines.append(
            PriceListModel::tr("Source: %1, as of %2").arg(text(price.source.title), asOfText(price.source.asOf)));
    }
    if (!price.source.url.empty()) {
        lines.append(text(price.source.url));
    }
    if (const QString marks = priceMarks(price); !marks.isEmpty()) {
        lines.append(PriceListModel::tr("Marked: %1").arg(marks));
    }
    return lines.join(QLatin1Char('\n'));
}

PriceListModel::PriceListModel(QObject* parent) : QAbstractTableModel(parent) {}

void PriceListModel::showBook(PriceBook book, QDate today) {
    m_book = std::move(book);
    m_today = today;
    filter(m_filter);
}

bool PriceListModel::isShown(const Price& price) const {
    if (m_filter.isMarkedOnly && priceMarks(price).isEmpty()) {
        return false;
    }
    if (m_filter.olderThan && ageInDays(price, m_today) <= *m_filter.olderThan) {
        return false;
    }
    const QString all = text(price.key + "\n" + price.title + "\n" + price.unit + "\n" + price.source.title + "\n" +
                             price.source.url + "\n" + price.book);
    const QStringList words = m_filter.words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::ranges::all_of(words, [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

void PriceListModel::filter(const PriceFilter& filter) {
    beginResetModel();
    m_filter = filter;
    m_rows.clear();
    for (std::size_t i = 0; i < m_book.prices.size(); ++i) {
        if (isShown(m_book.prices[i])) {
            m_rows.push_back(i);
        }
    }
    endResetModel();
}

int PriceListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PriceListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(kColumns);
}

QVariant PriceListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const Price& shown = price(index.row());
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case kTitle: return text(shown.title.empty() ? shown.key : shown.title);
        case kValue: return valueText(shown);
        case kAsOf: return shown.userSupplied ? QString() : asOfText(shown.source.asOf);
        case kSource: return text(shown.source.title);
        default: return priceMarks(shown);
        }
    case Qt::ToolTipRole:
    case Qt::WhatsThisRole: return plainToolTip(priceDetails(shown));
    case Qt::TextAlignmentRole: return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant PriceListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case kTitle: return tr("Price");
    case kValue: return tr("Dollars");
    case kAsOf: return tr("As of");
    case kSource: return tr("Source");
    default: return tr("Marks");
    }
}

}  // namespace tideline
