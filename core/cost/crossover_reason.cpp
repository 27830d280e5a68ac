// SPDX-License-Identifier: Apache-2.0
#include "core/cost/crossover_reason.h"

#include "core/cost/plain_number.h"

#include <fmt/core.h>

namespace tideline {

namespace {

/// A bill around a load.
struct Trend {
    std::string name;         ///< "functions", within a sentence
    Exact dollars;            ///< at the load
    Exact perMillion;         ///< growth just before it
    Exact jump;               ///< what the last request adds beyond that
    bool isFlat = false;      ///< has not changed since the start of the comparison
};

std::string inSentence(const std::string& subject) {
    return subject == "Functions" ? "functions" : subject;
}

Trend trendOf(const Contender& contender, std::int64_t requests, std::int64_t first) {
    const auto at = [&contender](std::int64_t number) {
        const LoadFactor x(static_cast<double>(number), contender.model->model().drawnRequests);
        return contender.model->exactAt(x);
    };
    Trend trend{.name = inSentence(contender.subject), .dollars = at(requests)};
    const Exact before = at(requests - 1);
    const Exact growth = requests - 2 >= first ? Exact(before - at(requests - 2)) : Exact(trend.dollars - before);
    const Exact last = trend.dollars - before;
    // A step of pods or nodes is far larger than what one request adds.
    const bool hasJump = last > 2 * growth && last > exactOf(0.01);
    trend.jump = hasJump ? Exact(last - growth) : Exact(0);
    trend.perMillion = growth * 1'000'000;
    trend.isFlat = at(first) == trend.dollars;
    return trend;
}

}  // namespace

std::string crossoverReason(const Contender& from, const Contender& to, std::int64_t requests, std::int64_t first) {
    const Trend rising = trendOf(from, requests, first);
    const Trend cheaper = trendOf(to, requests, first);
    if (rising.jump > 0) {
        const char* step =
            from.model->nodes().hasPods() ? "another pod or node" : "one more lot of what is sold in lots";
        return fmt::format("Here the bill of {} rises by {} in one step, for {}, and passes the {} of {}.", rising.name,
                           plainDollars(rising.jump), step, plainDollars(cheaper.dollars), cheaper.name);
    }
    if (cheaper.isFlat) {
        return fmt::format("{} costs {} a month whatever the load up to here; the bill of {} grows by {} per million "
                           "requests and passes it.",
                           to.subject, plainDollars(cheaper.dollars), rising.name, plainDollars(rising.perMillion));
    }
    return fmt::format("The bill of {} grows by {} per million requests and that of {} by {}; at {} a month the first "
                       "passes the second.",
                       rising.name, plainDollars(rising.perMillion), cheaper.name, plainDollars(cheaper.perMillion),
                       plainDollars(cheaper.dollars));
}

std::string becomesCheaper(std::string_view title) {
    const bool isPlural = title.ends_with("unctions");
    return std::string(title) + (isPlural ? " become cheaper" : " becomes cheaper");
}

}  // namespace tideline
