// SPDX-License-Identifier: Apache-2.0
#include "widgets/session/design_session.h"

#include "widgets/session/scaled_traffic.h"

#include <malloc.h>

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QThreadPool>
#include <optional>

namespace tideline {

namespace {

/// An analysis takes several times the memory of its answer, in small pieces that the allocator would keep.
void giveBackMemory(const Design& design) {
    constexpr std::size_t kMany = 1000;
    if (design.services.size() >= kMany) {
        malloc_trim(0);
    }
}

}  // namespace

/// What the worker hands back.
struct DesignSession::Answer {
    Analysis analysis;
    std::vector<std::pair<std::string, BillTotals>> compared;
};

/// Analyses run one at a time on `pool`. An answer counts while it belongs to the open document; edits that arrive
/// meanwhile are merged: only the newest design is analysed next.
struct DesignSession::State {
    History history{Design{}};
    std::shared_ptr<const Answer> answer = std::make_shared<Answer>();
    std::optional<double> shownTraffic;
    unsigned long long document = 0;  ///< counts up with every opened document
    bool isRunning = false;
    bool isStale = false;  ///< the newest design has not been handed to the pool yet
    QThreadPool pool;
};

DesignSession::DesignSession(const Catalog& catalog, PriceBook prices, QObject* parent)
    : QObject(parent),
      m_catalog(catalog),
      m_prices(std::make_shared<const PriceBook>(std::move(prices))),
      m_ids(QRandomGenerator::global()->generate64() | 1U),
      m_state(std::make_unique<State>()) {
    m_state->pool.setMaxThreadCount(1);
}

DesignSession::~DesignSession() {
    m_state->pool.waitForDone();
}

const Design& DesignSession::design() const {
    return m_state->history.design();
}

const Analysis& DesignSession::analysis() const {
    return m_state->answer->analysis;
}

const BillTotals* DesignSession::compared(std::string_view curve) const {
    for (const auto& [key, totals] : m_state->answer->compared) {
        if (key == curve) {
            return &totals;
        }
    }
    return nullptr;
}

void DesignSession::open(Design design) {
    ++m_state->document;
    m_state->shownTraffic.reset();
    m_state->history = History(std::move(design));
    m_state->answer = std::make_shared<Answer>();
    Q_EMIT opened();
    Q_EMIT historyChanged();
    startAnalysis();
}

bool DesignSession::apply(const Edit& edit) {
    const Result<DesignChange> change = m_state->history.apply(edit);
    if (!change) {
        Q_EMIT refused(QString::fromStdString(describe(change.error())));
        return false;
    }
    follow(*change);
    return true;
}

void DesignSession::endMerge() {
    m_state->history.endMerge();
}

bool DesignSession::canUndo() const {
    return m_state->history.canUndo();
}

bool DesignSession::canRedo() const {
    return m_state->history.canRedo();
}

QString DesignSession::undoLabel() const {
    return QString::fromStdString(m_state->history.undoLabel());
}

QString DesignSession::redoLabel() const {
    return QString::fromStdString(m_state->history.redoLabel());
}

void DesignSession::undo() {
    keepShownTraffic();
    if (canUndo()) {
        const QString label = undoLabel();
        follow(m_state->history.undo());
        Q_EMIT undone(label);
    }
}

void DesignSession::redo() {
    if (canRedo()) {
        const QString label = redoLabel();
        follow(m_state->history.redo());
        Q_EMIT redone(label);
    }
}

void DesignSession::markSaved() {
    m_state->history.markSaved();
    Q_EMIT historyChanged();
}

bool DesignSession::isModified() const {
    return m_state->history.isModified();
}

void DesignSession::setPrices(PriceBook prices) {
    m_prices = std::make_shared<const PriceBook>(std::move(prices));
    Q_EMIT pricesChanged();
    startAnalysis();
}

double DesignSession::shownRequestsPerMonth() const {
    return m_state->shownTraffic.value_or(requestsPerMonth(design()));
}

void DesignSession::showTraffic(double requestsPerMonth) {
    if (requestsPerMonth == shownRequestsPerMonth()) {
        return;
    }
    m_state->shownTraffic = requestsPerMonth;
    Q_EMIT shownTrafficChanged();
    startAnalysis();
}

void DesignSession::keepShownTraffic() {
    if (const std::optional<double> shown = std::exchange(m_state->shownTraffic, std::nullopt)) {
        apply(scaledTrafficEdit(*shown, m_catalog));
        endMerge();
        Q_EMIT shownTrafficChanged();
    }
}

void DesignSession::dropShownTraffic() {
    if (std::exchange(m_state->shownTraffic, std::nullopt)) {
        Q_EMIT shownTrafficChanged();
        startAnalysis();
    }
}

void DesignSession::follow(const DesignChange& change) {
    Q_EMIT historyChanged();
    if (change.empty()) {
        return;
    }
    Q_EMIT designChanged(change);
    if (change.affectsAnalysis()) {
        startAnalysis();
    }
}

void DesignSession::startAnalysis() {
    m_state->isStale = true;
    if (!m_state->isRunning) {
        runAnalysis();
    }
}

void DesignSession::runAnalysis() {
    m_state->isStale = false;
    m_state->isRunning = true;
    Design design =
        m_state->shownTraffic ? scaledTraffic(this->design(), *m_state->shownTraffic, m_catalog) : this->design();
    // The worker touches nothing of the session but the catalogue and this book, which never change.
    m_state->pool.start([this, document = m_state->document, design = std::move(design), prices = m_prices]() mutable {
        auto answer = std::make_shared<Answer>();
        answer->analysis = analyze(std::move(design), m_catalog, *prices);
        const Figures& figures = answer->analysis.figures;
        for (const CostCurve& curve : figures.curves.curves) {
            if (curve.key == "all-kubernetes" || curve.key == "all-functions") {
                const Design placed = placedForCurve(figures.design, m_catalog, *prices, curve.key);
                const Bill bill = billAt(placed, m_catalog, *prices, requestsPerMonth(figures.design));
                answer->compared.emplace_back(curve.key, BillTotals{placeTotals(bill, figures.design), bill.monthly});
            }
        }
        giveBackMemory(figures.design);
        QMetaObject::invokeMethod(
            this, [this, document, answer] { takeAnswer(document, answer); }, Qt::QueuedConnection);
    });
}

void DesignSession::takeAnswer(unsigned long long document, std::shared_ptr<const Answer> answer) {
    m_state->isRunning = false;
    const bool isOfOpenDocument = document == m_state->document;
    if (isOfOpenDocument) {
        m_state->answer = std::move(answer);
    }
    if (m_state->isStale) {
        runAnalysis();
    }
    if (isOfOpenDocument) {
        Q_EMIT analysisChanged();
    }
}

void DesignSession::finishAnalysis() {
    while (m_state->isRunning) {
        m_state->pool.waitForDone();
        QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
    }
}

}  // namespace tideline
