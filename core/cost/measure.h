// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/exact.h"
#include "core/cost/bent_line.h"
#include "core/traffic/hour_classes.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tideline {

/// How much of the drawn traffic there is: x = N / N_drawn, in floating point and, for decisions, exact.
class LoadFactor {
public:
    /// As drawn.
    LoadFactor() = default;
    LoadFactor(double requestsPerMonth, double drawn) : m_requests(requestsPerMonth), m_drawn(drawn) {}
    double value() const { return m_drawn > 0 ? m_requests / m_drawn : 1; }
    Exact exact() const { return m_drawn > 0 ? Exact(exactOf(m_requests) / exactOf(m_drawn)) : Exact(1); }

private:
    double m_requests = 0, m_drawn = 0;
};

/// Something that grows in a straight line with the load factor: fixed + scaled * x.
class Amount {
public:
    Amount() = default;
    Amount(Exact scaled, Exact fixed);
    /// The parts must outlive the sum, which adds them up exactly when that is first asked for: then not by two threads
    /// at once.
    static Amount sumOf(std::vector<const Amount*> parts);

    const Exact& scaled() const;
    const Exact& fixed() const;
    double approximateScaled() const { return m_approximateScaled; }
    double approximateFixed() const { return m_approximateFixed; }
    double at(double x) const { return m_approximateFixed + m_approximateScaled * x; }
    Exact at(const Exact& x) const { return fixed() + scaled() * x; }

private:
    void addUp() const;
    mutable Exact m_scaled, m_fixed;
    double m_approximateScaled = 0, m_approximateFixed = 0;
    mutable std::vector<const Amount*> m_parts;  ///< not added up yet
};

/// Over the hours of a week: the sum of `hours` * f(rate of the hour), where f bends or steps. Means of a month follow
/// by dividing by 168.
struct HourlyTerm {
    enum class Shape {
        LeastOrCeiling,  ///< max(bound, ceil(rate * each)): whole pods, shards
        AtLeast,  ///< max(bound, rate * each)
        AtMost,  ///< min(bound, rate * each)
        /// max(min(rate, readers / bound), rate * each): starts of a function that waits `bound` seconds in one reader,
        /// or in each shard of a stream
        Batches,
        Linear,  ///< rate * each
        Largest,  ///< the largest of the rival rates
    };
    Shape shape = Shape::Linear;
    double hours = 0;
    Rate rate;
    double each = 1;  ///< per request a second, approximately
    Exact exactEach = 1;
    double bound = 0;
    const std::vector<LoadShare>* shares = nullptr;  ///< live in the flow; what `rate` was made of
    const HourClass* hourClass = nullptr;  ///< lives in the figures' model
    Busy busy = Busy::Hour;
    /// Largest: what each rival rate is made of, the one that grows most with the load last.
    std::shared_ptr<const std::vector<std::vector<LoadShare>>> rivals;
    std::vector<Rate> rivalRates;
    /// Of the shares or of each rival, made when exact values are first asked for: then not by two threads at once.
    mutable std::vector<ExactRate> exactRates;

    std::shared_ptr<const HourlyTerm> readers;  ///< Batches of a stream: its shards, of the shape LeastOrCeiling

    /// Asked for load by load, with `at`; all others are lines that bend.
    bool isStaircase() const { return shape == Shape::LeastOrCeiling || readers != nullptr; }
    /// Of a staircase.
    double at(const LoadFactor& x, double& steps) const;
    /// Of every other shape.
    void addTo(BentLine& line) const;
    Exact exactAt(const Exact& x) const;
    const ExactRate& exactRate() const;  ///< of the shares
};

/// One number in the product of a meter: "x 200 ms", "/ 1,024", "x (1 - 0.3)".
struct MeasureFactor {
    enum class Kind { Times, Over, TimesRest };
    Kind kind = Kind::Times;
    double value = 1;
    std::string_view unit;  ///< shown behind the value; may be empty
};

/// So many units of a meter as a function of the load: a basis (requests, hourly terms or 1) times plain numbers. The
/// same factors make the number and the text that explains it, so the two cannot differ.
class Measure {
public:
    /// `amount` must outlive the measure.
    static Measure of(const Amount& amount, std::string_view noun);
    /// The measure keeps the amount.
    static Measure of(std::shared_ptr<const Amount> amount, std::string_view noun);
    static Measure ofHours(std::vector<HourlyTerm> terms, std::string_view noun);
    /// A number that does not depend on the load.
    static Measure constant(double value, std::string_view noun);

    Measure& times(double value, std::string_view unit = {});
    Measure& over(double value, std::string_view unit = {});
    Measure& timesRest(double share);  ///< x (1 - share)
    Measure& subtracted();  ///< taken off instead of added
    bool isSubtracted() const { return m_subtracted; }
    /// Counts these requests, or batches of them: each request more is so many units more.
    bool countsRequests(const Amount& requests) const;

    bool isStraight() const { return m_terms == nullptr; }
    /// A copy of the other: the same hours, times the same.
    bool sharesHoursWith(const Measure& other) const {
        return m_terms != nullptr && m_terms == other.m_terms && exactProduct() == other.exactProduct();
    }
    /// Straight measures: units at the load factor 0, and their growth.
    double fixedUnits() const;
    double scaledUnits() const;
    Exact exactFixed() const;
    Exact exactScaled() const;

    double unitsAt(const LoadFactor& x, double& steps) const;
    Exact exactUnitsAt(const Exact& x) const;
    /// "100,000 requests x 200 ms / 1,000".
    std::string text(const LoadFactor& x) const;

private:
    Exact exactProduct() const;
    /// Sum of the hourly terms, kept for the load that was asked for last: then not by two threads at once.
    const Exact& exactTerms(const Exact& x) const;

    const Amount* m_amount = nullptr;
    std::shared_ptr<const Amount> m_kept;
    std::shared_ptr<const std::vector<HourlyTerm>> m_terms;
    std::shared_ptr<const BentLine> m_line;  ///< of all terms but staircases
    mutable std::optional<std::pair<Exact, Exact>> m_lastTerms;  ///< load factor, sum
    double m_constant = 1;
    std::string_view m_noun;
    std::vector<MeasureFactor> m_factors;
    double m_product = 1;
    bool m_subtracted = false;
};

}  // namespace tideline
