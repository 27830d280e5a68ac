// SPDX-License-Identifier: Apache-2.0
#include "widgets/cost/likely_range.h"

#include "widgets/session/design_session.h"

#include <algorithm>

namespace tideline {

namespace {

/// Six loads a decade give a smooth edge; a fraction of a second on the order platform.
constexpr CurveRange kRange{.points = 31};
constexpr SampleOptions kSamples{.samples = 200, .threads = 1};

}  // namespace

LikelyRange::LikelyRange(DesignSession& session, QObject* parent) : QObject(parent), m_session(session) {
    connect(&session, &DesignSession::opened, this, &LikelyRange::follow);
    connect(&session, &DesignSession::analysisChanged, this, &LikelyRange::follow);
    connect(&session, &DesignSession::pricesChanged, this, [this] {
        m_of = {};
        follow();
    });
    m_patience.setSingleShot(true);
    m_patience.setInterval(300);
    connect(&m_patience, &QTimer::timeout, this, [this] { take({}, QString()); });
    follow();
}

void LikelyRange::take(Uncertainty bands, const QString& reason) {
    m_patience.stop();
    const bool isSame = bands.bands.empty() && m_bands.bands.empty() && reason == m_reason;
    m_bands = std::move(bands);
    m_reason = reason;
    if (!isSame) {
        Q_EMIT changed();
    }
}

const CostBand* LikelyRange::band(std::string_view curve) const {
    const auto at = std::ranges::find(m_bands.bands, curve, &CostBand::key);
    return at == m_bands.bands.end() ? nullptr : &*at;
}

void LikelyRange::follow() {
    const Design& design = m_session.design();
    if (design == m_of) {
        return;  // the load is only shown: the bands are over all loads anyway
    }
    m_of = design;
    if (design.settings.ranges.empty()) {
        m_job.drop();
        take({}, QString());
        return;
    }
    m_patience.start();
    m_job.start([this, design, prices = m_session.sharedPrices(), &catalog = m_session.catalog()] {
        auto result = std::make_shared<Result<Uncertainty>>(uncertaintyOf(design, catalog, *prices, kRange, kSamples));
        return [this, result] {
            *result ? take(std::move(**result), QString())
                    : take({}, QString::fromStdString(describe(result->error())));
        };
    });
}

}  // namespace tideline
