// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/analysis/analysis.h"
#include "core/base/id_source.h"
#include "core/edit/history.h"
#include "widgets/session/place_totals.h"

#include <QObject>
#include <memory>

namespace tideline {

/// The document of a window: history, catalogue and prices behind one object. Widgets ask it to apply edits, follow
/// its signals, and keep no copy of the document.
class DesignSession : public QObject {
    Q_OBJECT
public:
    /// `catalog` must outlive the session.
    DesignSession(const Catalog& catalog, PriceBook prices, QObject* parent = nullptr);
    ~DesignSession() override;

    const Design& design() const;
    /// Figures and findings of the newest design that has been analysed; may be one edit behind `design()`.
    const Analysis& analysis() const;
    /// Totals of the bill at the shown load with the workloads where a curve has them ("all-kubernetes", "all-functions"), as new
    /// as `analysis()`. Null where there is no such curve.
    const BillTotals* compared(std::string_view curve) const;
    const Catalog& catalog() const { return m_catalog; }
    const PriceBook& prices() const { return *m_prices; }
    /// The same for another thread; the book never changes, another one may take its place.
    std::shared_ptr<const PriceBook> sharedPrices() const { return m_prices; }
    /// Other prices from now on: books that the design names were read.
    void setPrices(PriceBook prices);
    IdSource& ids() { return m_ids; }

    /// Another document; history starts anew.
    void open(Design design);
    /// False and `refused` where the edit cannot be done.
    bool apply(const Edit& edit);
    void endMerge();
    bool canUndo() const;
    bool canRedo() const;
    QString undoLabel() const;
    QString redoLabel() const;
    /// Traffic that is only shown becomes a step first, so that undo takes it back.
    void undo();
    void redo();
    void markSaved();
    bool isModified() const;

    /// Requests a month that numbers on screen are for: the design's own, or what the slider says while it is dragged.
    double shownRequestsPerMonth() const;
    /// Shows all figures at another load without changing the document; `analysis()` is of the scaled design then.
    void showTraffic(double requestsPerMonth);
    /// What is shown becomes the document, as one undo step; or the document's own load is shown again.
    void keepShownTraffic();
    void dropShownTraffic();

    /// Waits until the analysis is up to date (tests, --render).
    void finishAnalysis();

Q_SIGNALS:
    void opened();  ///< another document: views rebuild
    void designChanged(const tideline::DesignChange& change);
    void analysisChanged();
    void historyChanged();  ///< undo, redo, modified
    void undone(const QString& label);  ///< of the step: "move Order service"
    void redone(const QString& label);
    void refused(const QString& reason);
    void pricesChanged();  ///< at once, before the figures follow
    void shownTrafficChanged();  ///< at once, before the figures follow

private:
    void follow(const DesignChange& change);
    void startAnalysis();
    void runAnalysis();
    struct Answer;
    void takeAnswer(unsigned long long document, std::shared_ptr<const Answer> answer);
    const Catalog& m_catalog;
    std::shared_ptr<const PriceBook> m_prices;
    IdSource m_ids;
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace tideline
