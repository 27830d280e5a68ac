// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/pricing/price_book.h"

#include <QAbstractTableModel>
#include <QDate>
#include <optional>

namespace tideline {

/// Which prices are listed.
struct PriceFilter {
    QString words;                     ///< all of them in key, title, unit, source or book
    std::optional<double> olderThan;   ///< days
    bool isMarkedOnly = false;         ///< recalled, second-hand, contradicted, or yours to supply
};

/// Every price with unit, value, date, source and marks.
class PriceListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { kTitle, kValue, kAsOf, kSource, kMarks, kColumns };

    explicit PriceListModel(QObject* parent = nullptr);
    /// Ages are counted from `today`.
    void showBook(PriceBook book, QDate today);
    void filter(const PriceFilter& filter);
    qsizetype total() const { return static_cast<qsizetype>(m_book.prices.size()); }
    const Price& price(int row) const { return m_book.prices[m_rows[static_cast<std::size_t>(row)]]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool isShown(const Price& price) const;
    PriceBook m_book;
    QDate m_today;
    PriceFilter m_filter;
    std::vector<std::size_t> m_rows;  ///< of the book
};

/// "your price in place of ...", "recalled, not read anywhere", "you supply it"; empty for a plain price.
QString priceMarks(const Price& price);
/// Key, all tiers, free amounts, rounding, rule and source, a line each.
QString priceDetails(const Price& price);

}  // namespace tideline
