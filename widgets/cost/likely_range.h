// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/figures/uncertainty.h"
#include "widgets/session/background_job.h"

#include <QObject>
#include <QTimer>

namespace tideline {

class DesignSession;

/// Where the costs of a design lie when inputs are given as ranges. Computed behind the analysis; empty without ranges.
class LikelyRange : public QObject {
    Q_OBJECT
public:
    explicit LikelyRange(DesignSession& session, QObject* parent = nullptr);
    /// The newest bands; without any where no input is a range.
    const Uncertainty& bands() const { return m_bands; }
    /// Null where there is no such curve.
    const CostBand* band(std::string_view curve) const;
    /// Why there are no bands although ranges are given; else empty.
    const QString& reason() const { return m_reason; }
    void finish() { m_job.finish(); }

Q_SIGNALS:
    void changed();

private:
    void follow();
    void take(Uncertainty bands, const QString& reason);
    DesignSession& m_session;
    Uncertainty m_bands;
    QString m_reason;
    Design m_of;  ///< what the bands are for
    QTimer m_patience;  ///< bands of another design go when their successors take long
    BackgroundJob m_job;
};

}  // namespace tideline
