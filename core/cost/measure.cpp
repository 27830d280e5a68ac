// SPDX-License-Identifier: Apache-2.0
#include "core/cost/measure.h"

#include "core/capacity/replica_rule.h"
#include "core/cost/plain_number.h"

#include <algorithm>
#include <cmath>

namespace tideline {

Amount::Amount(Exact scaled, Exact fixed)
    : m_scaled(std::move(scaled)),
      m_fixed(std::move(fixed)),
      m_approximateScaled(approximately(m_scaled)),
      m_approximateFixed(approximately(m_fixed)) {}

Amount Amount::sumOf(std::vector<const Amount*> parts) {
    Amount sum;
    for (const Amount* part : parts) {
        sum.m_approximateScaled += part->m_approximateScaled;
        sum.m_approximateFixed += part->m_approximateFixed;
    }
    sum.m_parts = std::move(parts);
    return sum;
}

void Amount::addUp() const {
    if (m_parts.empty()) {
        return;  // without a write: threads share what is no sum
    }
    for (const Amount* part : m_parts) {
        m_scaled += part->scaled();
        m_fixed += part->fixed();
    }
    m_parts.clear();
}

const Exact& Amount::scaled() const {
    addUp();
    return m_scaled;
}

const Exact& Amount::fixed() const {
    addUp();
    return m_fixed;
}

double HourlyTerm::at(const LoadFactor& x, double& steps) const {
    if (readers != nullptr) {
        double shards = 0;
        readers->at(x, shards);
        const double arriving = rate.at(x.value());
        const double waiting = shards / bound;
        const double full = arriving * each;
        // All, one for each wait, full ones: with more shards the middle part begins anew.
        steps += 3 * shards + (full > waiting ? 2 : arriving > waiting ? 1 : 0);
        return hours * std::max(std::min(arriving, waiting), full);
    }
    const double value = rate.at(x.value()) * each;
    const double whole =
        value <= 0 ? 0 : exactCeiling(value, [&] { return Exact(exactRate().at(x.exact()) * exactEach); });
    const double used = std::max(bound, whole);
    steps += used;
    return hours * used;
}

void HourlyTerm::addTo(BentLine& line) const {
    if (isStaircase()) {
        return;
    }
    const StraightLine arriving{rate.fixed, rate.scaled};
    const StraightLine value{rate.fixed * each, rate.scaled * each};
    switch (shape) {
    case Shape::LeastOrCeiling: break;
    case Shape::AtLeast: line.addLarger({bound, 0}, value, hours); break;
    case Shape::AtMost: line.addSmaller({bound, 0}, value, hours); break;
    case Shape::Batches: {
        const StraightLine waiting{1 / bound, 0};
        if (each < 1 && bound > 0) {  // all, then one for each wait, then full ones
            line.addSmaller(arriving, waiting, hours);
            line.addLarger(waiting, value, hours);
            line.add({-hours / bound, 0});
        } else {
            line.add({arriving.fixed * hours, arriving.scaled * hours});
        }
        break;
    }
    case Shape::Linear: line.add({value.fixed * hours, value.scaled * hours}); break;
    case Shape::Largest: {
        std::vector<StraightLine> lines;
        for (const Rate& rival : rivalRates) {
            lines.push_back({rival.fixed, rival.scaled});
        }
        if (!lines.empty()) {
            line.addLargest(lines, hours);
        }
        break;
    }
    }
}

const ExactRate& HourlyTerm::exactRate() const {
    if (exactRates.empty()) {
        exactRates.push_back(exactRateOf(*hourClass, *shares, busy));
    }
    return exactRates.front();
}

Exact HourlyTerm::exactAt(const Exact& x) const {
    if (shape == Shape::Largest) {
        for (std::size_t at = exactRates.size(); at < rivals->size(); ++at) {
            exactRates.push_back(exactRateOf(*hourClass, (*rivals)[at], busy));
        }
        Exact largest = 0;
        for (const ExactRate& rival : exactRates) {
            largest = std::max(largest, rival.at(x));
        }
        return exactOf(hours) * largest;
    }
    const Exact value = exactRate().at(x) * exactEach;
    const Exact weight = exactOf(hours);
    switch (shape) {
    case Shape::LeastOrCeiling: return weight * std::max(exactOf(bound), exactCeilingOf(value));
    case Shape::AtLeast: return weight * std::max(exactOf(bound), value);
    case Shape::AtMost: return weight * std::min(exactOf(bound), value);
    case Shape::Batches: {
        const Exact waiting = (readers != nullptr ? readers->exactAt(x) : Exact(1)) / exactOf(bound);
        return weight * std::max(Exact(std::min(Exact(value / exactEach), waiting)), value);
    }
    case Shape::Linear:
    case Shape::Largest: return weight * value;
    }
    return 0;
}

Measure Measure::of(const Amount& amount, std::string_view noun) {
    Measure measure;
    measure.m_amount = &amount;
    measure.m_noun = noun;
    return measure;
}

Measure Measure::of(std::shared_ptr<const Amount> amount, std::string_view noun) {
    Measure measure = of(*amount, noun);
    measure.m_kept = std::move(amount);
    return measure;
}

Measure Measure::ofHours(std::vector<HourlyTerm> terms, std::string_view noun) {
    BentLine line;
    for (const HourlyTerm& term : terms) {
        term.addTo(line);
    }
    line.settle();
    Measure measure;
    measure.m_line = std::make_shared<const BentLine>(std::move(line));
    measure.m_terms = std::make_shared<const std::vector<HourlyTerm>>(std::move(terms));
    measure.m_noun = noun;
    return measure.over(kHoursOfWeek);
}

Measure Measure::constant(double value, std::string_view noun) {
    Measure measure;
    measure.m_constant = value;
    measure.m_noun = noun;
    return measure;
}

bool Measure::countsRequests(const Amount& requests) const {
    const auto isBatch = [](const HourlyTerm& term) { return term.shape == HourlyTerm::Shape::Batches; };
    return m_terms == nullptr ? m_amount == &requests : std::ranges::all_of(*m_terms, isBatch);
}

Measure& Measure::times(double value, std::string_view unit) {
    m_factors.push_back({MeasureFactor::Kind::Times, value, unit});
    m_product *= value;
    return *this;
}

Measure& Measure::over(double value, std::string_view unit) {
    m_factors.push_back({MeasureFactor::Kind::Over, value, unit});
    m_product /= value;
    return *this;
}

Measure& Measure::timesRest(double share) {
    m_factors.push_back({MeasureFactor::Kind::TimesRest, share, {}});
    m_product *= 1 - share;
    return *this;
}

Measure& Measure::subtracted() {
    m_subtracted = true;
    m_product = -m_product;
    return *this;
}

double Measure::fixedUnits() const {
    return (m_amount != nullptr ? m_amount->approximateFixed() : m_constant) * m_product;
}

double Measure::scaledUnits() const {
    return m_amount != nullptr ? m_amount->approximateScaled() * m_product : 0;
}

Exact Measure::exactFixed() const {
    return (m_amount != nullptr ? m_amount->fixed() : exactOf(m_constant)) * exactProduct();
}

Exact Measure::exactScaled() const {
    return m_amount != nullptr ? Exact(m_amount->scaled() * exactProduct()) : Exact(0);
}

double Measure::unitsAt(const LoadFactor& x, double& steps) const {
    if (m_terms == nullptr) {
        return fixedUnits() + scaledUnits() * x.value();
    }
    double sum = m_line->at(x.value(), steps);
    for (const HourlyTerm& term : *m_terms) {
        if (!term.isStaircase()) {
            break;  // all are of one shape
        }
        sum += term.at(x, steps);
    }
    return sum * m_product;
}

Exact Measure::exactUnitsAt(const Exact& x) const {
    if (m_terms == nullptr) {
        const Exact basis = m_amount != nullptr ? m_amount->at(x) : exactOf(m_constant);
        return basis * exactProduct();
    }
    return exactTerms(x) * exactProduct();
}

const Exact& Measure::exactTerms(const Exact& x) const {
    if (!m_lastTerms || m_lastTerms->first != x) {
        Exact sum = 0;
        for (const HourlyTerm& term : *m_terms) {
            sum += term.exactAt(x);
        }
        m_lastTerms.emplace(x, std::move(sum));
    }
    return m_lastTerms->second;
}

std::string Measure::text(const LoadFactor& x) const {
    Exact basis = exactOf(m_constant);
    std::size_t shown = 0;
    if (m_terms != nullptr) {
        basis = exactTerms(x.exact()) / kHoursOfWeek;  // the mean of the week says more than its sum
        shown = 1;
    } else if (m_amount != nullptr) {
        basis = m_amount->at(x.exact());
    }
    // More digits than the result has, so that a reader who multiplies comes to it.
    std::string text = counted(basis, m_noun, 9);
    for (std::size_t at = shown; at < m_factors.size(); ++at) {
        const MeasureFactor& factor = m_factors[at];
        if (factor.kind == MeasureFactor::Kind::TimesRest) {
            text += " x (1 - " + plainNumber(exactOf(factor.value)) + ")";
            continue;
        }
        text += factor.kind == MeasureFactor::Kind::Times ? " x " : " / ";
        text += counted(exactOf(factor.value), factor.unit);
    }
    return text;
}

Exact Measure::exactProduct() const {
    Exact product = m_subtracted ? -1 : 1;
    for (const MeasureFactor& factor : m_factors) {
        const Exact value = exactOf(factor.value);
        switch (factor.kind) {
        case MeasureFactor::Kind::Times: product *= value; break;
        case MeasureFactor::Kind::Over: product /= value; break;
        case MeasureFactor::Kind::TimesRest: product *= 1 - value; break;
        }
    }
    return product;
}

}  // namespace tideline
