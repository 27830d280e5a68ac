// SPDX-License-Identifier: Apache-2.0
#include "app/cli/curve_text.h"

#include "app/cli/number_text.h"
#include "app/cli/source_json.h"
#include "app/cli/text_table.h"
#include "core/cost/crossover_reason.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

namespace tideline {

namespace {

const std::string& titleOf(const Curves& curves, const std::string& key) {
    const auto found = std::ranges::find(curves.curves, key, &CostCurve::key);
    return found == curves.curves.end() ? key : found->title;
}

/// Staircases that climb side by side cross hundreds of times: a person reads the first few.
constexpr std::size_t kMostOfPair = 12;
constexpr std::size_t kShownOfPair = 3;
constexpr std::size_t kMostRegions = 24;
constexpr std::size_t kShownRegions = 6;

const Exact& furthestOf(const std::vector<const Crossover*>& crossovers) {
    return (*std::ranges::max_element(crossovers, {}, &Crossover::requestsPerMonth))->requestsPerMonth;
}

std::string crossoverText(const Curves& curves, const Crossover& crossover) {
    std::string text =
        fmt::format("{}{} than {} at {} requests a month ({} USD). {}\n", crossover.lowest ? "* " : "  ",
                    becomesCheaper(titleOf(curves, crossover.to)), titleOf(curves, crossover.from),
                    grouped(crossover.requestsPerMonth), moneyText(roundedMoney(crossover.monthly)), crossover.reason);
    if (!crossover.dependsOn.empty()) {
        text += fmt::format("  It moves once these prices have a value: {}.\n", fmt::join(crossover.dependsOn, ", "));
    }
    return text;
}

std::string crossoversText(const Curves& curves) {
    if (curves.crossovers.empty()) {
        return "The curves do not cross in this range.\n";
    }
    // Those at which the cheapest of all changes come first (decisions: the curves).
    std::vector<const Crossover*> all;
    for (const Crossover& crossover : curves.crossovers) {
        all.push_back(&crossover);
    }
    std::ranges::stable_partition(all, [](const Crossover* crossover) { return crossover->lowest; });
    std::map<std::pair<std::string, std::string>, std::vector<const Crossover*>> byPair;
    for (const Crossover* crossover : all) {
        byPair[std::minmax(crossover->from, crossover->to)].push_back(crossover);
    }
    std::string text;
    for (const Crossover* crossover : all) {
        const std::vector<const Crossover*>& pair = byPair[std::minmax(crossover->from, crossover->to)];
        const auto place = static_cast<std::size_t>(std::ranges::find(pair, crossover) - pair.begin());
        if (pair.size() <= kMostOfPair || place < kShownOfPair) {
            text += crossoverText(curves, *crossover);
        } else if (place == kShownOfPair) {
            text += fmt::format("  These two cross {} times more, up to {} requests a month; --format json lists them "
                                "all.\n",
                                pair.size() - kShownOfPair, grouped(furthestOf(pair)));
        }
    }
    return text + "* marks where the cheapest of these placements changes; \"Cheapest\" counts the drawn design too.\n";
}

std::string cheapestText(const Curves& curves) {
    const std::vector<CheapestInterval>& regions = curves.regions;
    std::string text;
    for (std::size_t at = 0; at < regions.size(); ++at) {
        if (regions.size() > kMostRegions && at == kShownRegions) {
            const std::size_t left = regions.size() - kShownRegions - 1;
            text += fmt::format("  then {} short stretches; --format json lists them all\n", left);
            at += left;
        }
        const std::string end = at + 1 == regions.size() ? "" : " to " + grouped(regions[at + 1].fromRequests - 1);
        text += fmt::format("  from {}{}: {}\n", grouped(regions[at].fromRequests), end,
                            titleOf(curves, regions[at].curve));
    }
    return text.empty() ? "" : "\nCheapest\n" + text;
}

JsonValue intervalsJson(const std::vector<CheapestInterval>& intervals) {
    JsonValue list = JsonValue::list();
    for (const CheapestInterval& interval : intervals) {
        list.add(
            JsonValue::object().set("fromRequests", exactJson(interval.fromRequests)).set("curve", interval.curve));
    }
    return list;
}

std::string_view placeOf(Host host) {
    switch (host) {
    case Host::Kubernetes: return "Kubernetes";
    case Host::Function: return "functions";
    case Host::Wasm: return "Wasm";
    case Host::Managed: return "a managed service";
    }
    return "";
}

std::string stayedText(const Curves& curves) {
    std::string text;
    for (const CostCurve& curve : curves.curves) {
        for (const StayedService& stayed : curve.infeasible) {
            text += fmt::format("  {}: '{}' runs on {} instead. {} [{}]\n", curve.title, stayed.name,
                                placeOf(stayed.host), stayed.reason, stayed.rule);
        }
    }
    return text.empty() ? "" : "\nNot moved\n" + text;
}

std::string pointsText(const Curves& curves) {
    TextTable table(std::vector<Column>(curves.curves.size() + 1, Column::Number));
    std::vector<std::string> head{"REQUESTS"};
    for (const CostCurve& curve : curves.curves) {
        head.push_back(curve.title);
    }
    table.add(head);
    const std::size_t count = curves.requestsPerMonth.size();
    const std::size_t step = std::max<std::size_t>(1, (count + 19) / 20);
    for (std::size_t i = 0; i < count; i += i + step < count || i + 1 == count ? step : count - 1 - i) {
        std::vector<std::string> row{fmt::format("{:.0f}", curves.requestsPerMonth[i])};
        for (const CostCurve& curve : curves.curves) {
            row.push_back(fmt::format("{:.2f}", curve.monthly[i]));
        }
        table.add(row);
    }
    return "\nUSD a month\n" + table.text();
}

JsonValue numbersJson(const std::vector<double>& numbers) {
    JsonValue list = JsonValue::list();
    for (const double number : numbers) {
        list.add(number);
    }
    return list;
}

JsonValue crossoverJson(const Crossover& crossover) {
    JsonValue json = JsonValue::object();
    json.set("requestsPerMonth", exactJson(crossover.requestsPerMonth)).set("from", crossover.from);
    json.set("to", crossover.to).set("lowest", crossover.lowest).set("monthly", exactJson(crossover.monthly));
    JsonValue lacking = JsonValue::list();
    for (const std::string& key : crossover.dependsOn) {
        lacking.add(key);
    }
    json.set("reason", crossover.reason).set("dependsOn", lacking);
    return json;
}

JsonValue infeasibleJson(const Curves& curves) {
    JsonValue list = JsonValue::list();
    for (const CostCurve& curve : curves.curves) {
        JsonValue services = JsonValue::list();
        for (const StayedService& stayed : curve.infeasible) {
            JsonValue json = JsonValue::object();
            json.set("id", stayed.id.text).set("name", stayed.name).set("rule", stayed.rule);
            json.set("reason", stayed.reason);
            services.add(json);
        }
        if (!curve.infeasible.empty()) {
            list.add(JsonValue::object().set("curve", curve.key).set("services", services));
        }
    }
    return list;
}

}  // namespace

std::string curvesText(const Curves& curves) {
    return crossoversText(curves) + cheapestText(curves) + stayedText(curves) + pointsText(curves);
}

std::string curvesJson(const Curves& curves) {
    JsonValue list = JsonValue::list();
    for (const CostCurve& curve : curves.curves) {
        JsonValue json = JsonValue::object();
        json.set("key", curve.key).set("title", curve.title).set("whole", curve.whole);
        json.set("monthly", numbersJson(curve.monthly));
        list.add(json);
    }
    JsonValue crossovers = JsonValue::list();
    for (const Crossover& crossover : curves.crossovers) {
        crossovers.add(crossoverJson(crossover));
    }
    JsonValue json = JsonValue::object();
    json.set("requestsPerMonth", numbersJson(curves.requestsPerMonth)).set("curves", list);
    json.set("crossovers", crossovers).set("cheapest", intervalsJson(curves.cheapest));
    json.set("regions", intervalsJson(curves.regions)).set("infeasible", infeasibleJson(curves));
    return jsonText(json);
}

std::string curvesCsv(const Curves& curves) {
    std::vector<std::string> head{"requestsPerMonth"};
    for (const CostCurve& curve : curves.curves) {
        head.push_back(curve.key);
    }
    std::string text = csvRow(head);
    for (std::size_t i = 0; i < curves.requestsPerMonth.size(); ++i) {
        std::vector<std::string> row{fmt::format("{}", curves.requestsPerMonth[i])};
        for (const CostCurve& curve : curves.curves) {
            row.push_back(fmt::format("{}", curve.monthly[i]));
        }
        text += csvRow(row);
    }
    return text;
}

}  // namespace tideline
