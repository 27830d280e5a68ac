// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QDialog>

class QStackedWidget;
class QTabBar;

namespace tideline {

class DesignSession;
class ElidedLabel;
class NumberLabel;
class PriceShelf;
class PricesPage;
class RangesPage;
class ThemedLabel;

/// What bills and curves count: people and tools, kinds of lines, support and discounts, likely ranges, prices. Stays
/// open beside the design; every change is an edit, and undo works here too.
class BillSettingsDialog : public QDialog {
    Q_OBJECT
public:
    enum Page { kPeople, kLines, kTerms, kRanges, kPrices };

    BillSettingsDialog(DesignSession& session, PriceShelf& shelf, QWidget* parent = nullptr);
    void showPage(Page page);
    PricesPage& prices() { return *m_prices; }
    RangesPage& ranges() { return *m_ranges; }
    /// After a change of theme.
    void takeTheme();

private:
    void addPage(const QString& title, QWidget* page);
    QWidget* makeFoot();
    void refresh();

    DesignSession& m_session;
    QTabBar* m_tabs;
    QStackedWidget* m_pages;
    RangesPage* m_ranges;
    PricesPage* m_prices;
    NumberLabel* m_total;
    ElidedLabel* m_refusal;
};

}  // namespace tideline
