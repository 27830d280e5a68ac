// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QWidget>

class QCheckBox;
class QMenu;
class QTableView;
class QToolButton;

namespace tideline {

class DesignSession;
class EditGrid;
class PriceListModel;
class PriceShelf;
class QuantityField;
class SearchField;
class ThemedLabel;

/// The price books of the design and every price with its source: find one, see what is old or marked, add a book of
/// one's own or a region.
class PricesPage : public QWidget {
    Q_OBJECT
public:
    PricesPage(DesignSession& session, PriceShelf& shelf, QWidget* parent = nullptr);
    PriceListModel& model() { return *m_model; }
    QTableView& table() { return *m_table; }
    /// Adds a file or a region to the design; says what is wrong where it is no book that fits.
    bool addBook(const QString& name);

Q_SIGNALS:
    /// Esc in the empty search: the person is done with it.
    void left();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeBooks();
    QWidget* makeFilter();
    void makeTable();
    void askForFile();
    void removeBook(const std::string& name);
    void refresh();
    void refreshBooks();
    void refreshFilter();
    void showDetails();

    DesignSession& m_session;
    PriceShelf& m_shelf;
    PriceListModel* m_model;
    EditGrid* m_books;
    ThemedLabel* m_noBooks;
    ThemedLabel* m_problem;
    QToolButton* m_region;
    SearchField* m_words;
    QuantityField* m_days;
    QCheckBox* m_marked;
    ThemedLabel* m_count;
    QTableView* m_table;
    ThemedLabel* m_details;
    bool m_isStale = true;
};

}  // namespace tideline
