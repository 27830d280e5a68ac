// SPDX-License-Identifier: Apache-2.0
#include "core/figures/uncertainty.h"

#include "core/base/number_text.h"
#include "core/cost/curve_placement.h"
#include "core/figures/design_model.h"
#include "core/figures/load_sweep.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <thread>

namespace tideline {

namespace {

/// SplitMix64 (Steele, Lea, Flood 2014): each sample has a stream of its own, so that threads do not matter.
class Chance {
public:
    Chance(std::uint64_t seed, std::uint64_t sample)
        : m_state(mixed(seed) ^ mixed(sample * 0x9E3779B97F4A7C15ULL + 1)) {}

    /// At least 0, below 1.
    double next() {
        m_state += 0x9E3779B97F4A7C15ULL;
        return static_cast<double>(mixed(m_state) >> 11) * 0x1.0p-53;
    }

private:
    static std::uint64_t mixed(std::uint64_t value) {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
        return value ^ (value >> 31);
    }
    std::uint64_t m_state;
};

double drawn(const InputRange& range, double chance) {
    const double width = range.high - range.low;
    if (!range.likely || width <= 0) {
        return range.low + width * chance;
    }
    const double before = (*range.likely - range.low) / width;
    return chance < before ? range.low + std::sqrt(chance * width * (*range.likely - range.low))
                           : range.high - std::sqrt((1 - chance) * width * (range.high - *range.likely));
}

/// With as many digits as a decimal keeps in 64 bits together with other inputs: exact bills of numbers with 17 digits
/// take several times as long, and no range is known to a billionth.
double inNineDigits(double value) {
    if (value == 0) {
        return value;
    }
    const double digits = 8 - std::floor(std::log10(std::abs(value)));
    const double scale = std::pow(10, std::abs(digits));
    const double rounded = digits < 0 ? std::round(value / scale) * scale : std::round(value * scale) / scale;
    return std::isfinite(rounded) ? rounded : value;
}

struct Uncertain {
    DesignInput input;
    InputRange range;
};

/// What all samples share.
struct Job {
    const Design& design;
    const Catalog& catalog;
    const PriceBook& prices;
    const std::vector<double>& loads;
    const SampleOptions& options;
    std::vector<Uncertain> inputs;
    double drawnRequests = 0;
    const DesignModel& asDrawn;
    std::vector<CurvePlacement> placements;  ///< of the curves, as the design stands; they do not change with numbers
    std::size_t curves() const { return placements.size() + 1; }
    /// Fields of services, which make other services of them: replicas, sizes, what meters read.
    bool variesFields() const {
        return std::ranges::any_of(inputs,
                                   [](const Uncertain& one) { return one.input.path.starts_with("services/"); });
    }
};

/// Dollars by sample, curve and load, in one row: as designed first.
using Samples = std::vector<double>;

void runSample(const Job& job, Variable& varied, int sample, Samples& samples) {
    Chance chance(job.options.seed, static_cast<std::uint64_t>(sample));
    for (const Uncertain& uncertain : job.inputs) {
        const InputRange& range = uncertain.range;
        const double value = std::clamp(inNineDigits(drawn(range, chance.next())), range.low, range.high);
        setInput(varied, uncertain.input, uncertain.input.isWhole ? std::round(value) : value);
    }
    const std::unique_ptr<DesignModel> model =
        job.variesFields() ? std::make_unique<DesignModel>(varied.design, job.catalog, varied.prices)
                           : std::make_unique<DesignModel>(varied.design, varied.prices, job.asDrawn);
    const std::size_t row = static_cast<std::size_t>(sample) * job.curves() * job.loads.size();
    for (std::size_t curve = 0; curve < job.curves(); ++curve) {
        BillModel bill(model->shelf(), curve == 0 ? drawnHosts(model->cost()) : job.placements[curve - 1].hosts);
        std::ranges::copy(dollarsOver(bill, job.loads, job.drawnRequests),
                          samples.begin() + static_cast<std::ptrdiff_t>(row + curve * job.loads.size()));
    }
}

Samples sampled(const Job& job) {
    const int count = job.options.samples;
    Samples samples(static_cast<std::size_t>(count) * job.curves() * job.loads.size());
    const int wanted = job.options.threads > 0 ? job.options.threads
                                               : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    const int threads = std::clamp(wanted, 1, std::min(64, count));
    std::vector<std::thread> workers;
    for (int worker = 0; worker < threads; ++worker) {
        workers.emplace_back([&job, &samples, worker, threads, count] {
            Variable varied{job.design, job.prices};
            for (int sample = worker; sample < count; sample += threads) {
                runSample(job, varied, sample, samples);
            }
        });
    }
    for (std::thread& worker : workers) {
        worker.join();
    }
    return samples;
}

/// The value below which the share of the sorted numbers lies, by the nearest rank.
double percentile(const std::vector<double>& sorted, double share) {
    const double rank = std::ceil(share * static_cast<double>(sorted.size()));
    return sorted[static_cast<std::size_t>(std::max(1.0, rank)) - 1];
}

CostBand bandOf(const Job& job, const Samples& samples, std::size_t curve) {
    CostBand band;
    std::vector<double> column(static_cast<std::size_t>(job.options.samples));
    for (std::size_t at = 0; at < job.loads.size(); ++at) {
        for (std::size_t sample = 0; sample < column.size(); ++sample) {
            column[sample] = samples[(sample * job.curves() + curve) * job.loads.size() + at];
        }
        std::ranges::sort(column);
        band.p10.push_back(percentile(column, 0.1));
        band.p50.push_back(percentile(column, 0.5));
        band.p90.push_back(percentile(column, 0.9));
    }
    return band;
}

std::vector<double> cheaperShares(const Job& job, const Samples& samples, std::size_t first, std::size_t second) {
    std::vector<double> shares;
    for (std::size_t at = 0; at < job.loads.size(); ++at) {
        int cheaper = 0;
        for (std::size_t sample = 0; sample < static_cast<std::size_t>(job.options.samples); ++sample) {
            const std::size_t row = sample * job.curves() * job.loads.size() + at;
            const double a = samples[row + first * job.loads.size()];
            const double b = samples[row + second * job.loads.size()];
            cheaper += a < b - 1e-9 * std::abs(b) ? 1 : 0;
        }
        shares.push_back(static_cast<double>(cheaper) / job.options.samples);
    }
    return shares;
}

/// Beyond its limits a field would fall back to its standard, and the bands would say nothing of the range.
Result<void> checkRange(const DesignInput& input, const InputRange& range) {
    const bool isBelow = input.least && range.low < *input.least;
    const bool isAbove = input.most && range.high > *input.most;
    if (!isBelow && !isAbove) {
        return {};
    }
    const std::string limits = input.least && input.most
                                   ? fmt::format("from {} to {}", numberText(*input.least), numberText(*input.most))
                               : input.least ? fmt::format("{} or more", numberText(*input.least))
                                             : fmt::format("{} or less", numberText(*input.most));
    return failure(fmt::format("the range of '{}' is from {} to {}, but the input must be {}", input.path,
                               numberText(range.low), numberText(range.high), limits),
                   "settings.ranges");
}

Result<std::vector<Uncertain>> uncertainInputs(const Design& design, const Catalog& catalog, const PriceBook& prices) {
    if (design.settings.ranges.empty()) {
        return failure("the design states no ranges, so nothing is uncertain; give settings.ranges rows such as "
                       "{\"input\": \"services/api/durationMs\", \"low\": 100, \"high\": 400}");
    }
    const Variable subject{design, prices};
    std::vector<Uncertain> inputs;
    for (const InputRange& range : design.settings.ranges) {
        DesignInput input = TRY(inputAt(subject, catalog, range.input));
        TRY(checkRange(input, range));
        inputs.push_back({std::move(input), range});
    }
    return inputs;
}

}  // namespace

Result<Uncertainty> uncertaintyOf(const Design& design, const Catalog& catalog, const PriceBook& prices,
                                  const CurveRange& range, const SampleOptions& options) {
    std::vector<Uncertain> inputs = TRY(uncertainInputs(design, catalog, prices));
    const double requests = requestsPerMonth(design);
    if (!(requests > 0)) {
        return failure("the design has no entry with requests of users, so there are no curves to draw bands around");
    }
    if (options.samples < 1 || options.samples > 100'000) {
        return failure(fmt::format("{} samples are asked for; 1 to 100,000 are drawn", options.samples));
    }
    const DesignModel model(design, catalog, prices);
    Uncertainty result{.requestsPerMonth = loadsOf(range), .samples = options.samples};
    Job job{.design = design,
            .catalog = catalog,
            .prices = prices,
            .loads = result.requestsPerMonth,
            .options = options,
            .inputs = std::move(inputs),
            .drawnRequests = requests,
            .asDrawn = model};
    std::vector<std::pair<std::string, std::string>> names{{"as-designed", "As designed"}};
    for (const CurveKind& kind : curveKinds()) {
        CurvePlacement placement = placedOn(kind, model.cost());
        if (placement.movedSome) {
            job.placements.push_back(std::move(placement));
            names.emplace_back(kind.key, kind.title);
        }
    }
    const Samples samples = sampled(job);
    for (std::size_t curve = 0; curve < job.curves(); ++curve) {
        CostBand band = bandOf(job, samples, curve);
        band.key = names[curve].first;
        band.title = names[curve].second;
        result.bands.push_back(std::move(band));
    }
    for (std::size_t first = 1; first < job.curves(); ++first) {
        for (std::size_t second = first + 1; second < job.curves(); ++second) {
            result.preferences.push_back(
                {names[first].first, names[second].first, cheaperShares(job, samples, first, second)});
        }
    }
    return result;
}

}  // namespace tideline
