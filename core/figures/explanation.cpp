// SPDX-License-Identifier: Apache-2.0
#include "core/figures/explanation.h"

#include "core/cost/bill_lines.h"
#include "core/cost/crossovers.h"
#include "core/cost/curve_placement.h"
#include "core/figures/design_model.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>

namespace tideline {

namespace {

/// How far an input is moved; nothing where it cannot be.
double changedValue(const DesignInput& input) {
    if (input.isWhole) {
        const double more = input.value + 1;
        return input.most && more > *input.most ? input.value - 1 : more;
    }
    const double more = input.value * 1.01;
    return input.most && more > *input.most ? input.value * 0.99 : more;
}

/// The number as a function of what is varied; absent where it is gone.
using Number = std::function<std::optional<Exact>(const Variable&)>;

std::optional<InputEffect> effectOf(const Variable& subject, const DesignInput& input, const Exact& before,
                                    const Number& number) {
    const double value = changedValue(input);
    if (value == input.value || input.value == 0) {
        return std::nullopt;
    }
    Variable varied = subject;
    setInput(varied, input, value);
    InputEffect effect{.input = input, .changedTo = value, .moved = number(varied)};
    if (effect.moved && *effect.moved == before) {
        return std::nullopt;
    }
    if (effect.moved && before != 0) {
        const double change = approximately(*effect.moved / before) - 1;
        effect.elasticity = change / (value / input.value - 1);
    }
    return effect;
}

std::vector<InputEffect> effectsOf(const Variable& subject, const std::vector<DesignInput>& inputs, const Exact& before,
                                   const Number& number) {
    std::vector<InputEffect> effects;
    for (const DesignInput& input : inputs) {
        if (std::optional<InputEffect> effect = effectOf(subject, input, before, number)) {
            effects.push_back(std::move(*effect));
        }
    }
    const auto strength = [](const InputEffect& effect) {
        return effect.moved ? std::abs(effect.elasticity) : HUGE_VAL;
    };
    std::ranges::stable_sort(effects, std::ranges::greater{}, strength);
    return effects;
}

Bill drawnBill(const Variable& subject, const Catalog& catalog) {
    return billAt(subject.design, catalog, subject.prices, requestsPerMonth(subject.design));
}

std::string_view subjectOf(const CurveKind* kind) {
    return kind != nullptr ? kind->subject : std::string_view("The design");
}

/// Where `to` becomes cheaper than `from` nearest to `near`, within a factor of 100.
std::optional<Exact> crossingNear(const Variable& subject, const Catalog& catalog, const Crossover& crossover) {
    DesignModel model(subject.design, catalog, subject.prices);
    const CurvePlacement from = placedOn(*findCurveKind(crossover.from), model.cost());
    const CurvePlacement to = placedOn(*findCurveKind(crossover.to), model.cost());
    BillModel fromBill(model.shelf(), from.hosts);
    BillModel toBill(model.shelf(), to.hosts);
    const double near = approximately(crossover.requestsPerMonth);
    const auto first = static_cast<std::int64_t>(std::max(1.0, near / 100));
    const auto last = static_cast<std::int64_t>(std::min(9e15, near * 100));
    std::optional<Exact> nearest;
    double least = HUGE_VAL;
    for (const SignChange& change : signChanges(fromBill, toBill, first, last)) {
        const double distance = std::abs(std::log(static_cast<double>(change.requests) / near));
        if (change.sign > 0 && distance < least) {
            least = distance;
            nearest = Exact(change.requests);
        }
    }
    return nearest;
}

Bill billOn(const Variable& subject, const Catalog& catalog, const std::string& curve, double requests) {
    DesignModel model(subject.design, catalog, subject.prices);
    BillModel bill(model.shelf(), placedOn(*findCurveKind(curve), model.cost()).hosts);
    return billOf(bill, {requests, model.cost().drawnRequests}, requests);
}

void addPriceKeys(std::set<std::string>& keys, const Bill& bill) {
    for (const BillLine& line : bill.lines) {
        keys.insert(line.price);
    }
}

/// Inputs of the services with the largest bills first; entries scale with the requests and move no crossover, unless
/// their proportions do.
std::vector<DesignInput> chosen(std::vector<DesignInput> inputs, const std::vector<const Bill*>& bills) {
    if (inputs.size() <= kMostVaried) {
        return inputs;
    }
    std::map<std::string, double> weight;
    for (const Bill* bill : bills) {
        for (const ServiceTotal& total : bill->byService) {
            weight[total.id.text] += total.monthly.dollars();
        }
    }
    const auto weightOf = [&weight](const DesignInput& input) {
        if (!input.path.starts_with("services/")) {
            return 1e18;
        }
        const auto id = input.path.substr(9, input.path.rfind('/') - 9);
        const auto found = weight.find(id);
        return found != weight.end() ? found->second : 0.0;
    };
    std::ranges::stable_sort(inputs, std::ranges::greater{}, weightOf);
    inputs.resize(kMostVaried);
    return inputs;
}

}  // namespace

Result<LineExplanation> explainLine(const Variable& subject, const Catalog& catalog, std::string_view key) {
    const Bill bill = drawnBill(subject, catalog);
    const auto line = std::ranges::find(bill.lines, key, &BillLine::key);
    if (line == bill.lines.end()) {
        std::string keys;
        for (const BillLine& known : bill.lines) {
            keys += (keys.empty() ? "" : ", ") + known.key;
        }
        return failure(fmt::format("the bill has no line '{}'; it has {}", key, keys.empty() ? "no lines" : keys));
    }
    LineExplanation explanation{.line = *line};
    if (const Price* price = subject.prices.find(line->price)) {
        explanation.price = *price;
    }
    const Number dollars = [&catalog, key](const Variable& varied) -> std::optional<Exact> {
        for (const BillLine& other : drawnBill(varied, catalog).lines) {
            if (other.key == key) {
                return other.exact;
            }
        }
        return Exact(0);
    };
    std::vector<DesignInput> inputs = inputsOf(subject, catalog, {line->price});
    explanation.effects = effectsOf(subject, chosen(std::move(inputs), {&bill}), line->exact, dollars);
    return explanation;
}

Result<CrossoverExplanation> explainCrossover(const Variable& subject, const Catalog& catalog, const Exact& requests,
                                              const CurveRange& range) {
    const Curves curves = curvesOf(subject.design, catalog, subject.prices, range);
    if (curves.crossovers.empty()) {
        return failure(curves.whyNone.empty() ? fmt::format("the curves do not cross between {:.0f} and {:.0f} "
                                                            "requests a month, so there is nothing to explain",
                                                            range.from, range.to)
                                              : curves.whyNone);
    }
    const auto distance = [&requests](const Crossover& crossover) -> Exact {
        const Exact difference = crossover.requestsPerMonth - requests;
        return difference < 0 ? Exact(-difference) : difference;
    };
    const auto nearest = std::ranges::min_element(curves.crossovers, {}, distance);
    const double at = approximately(nearest->requestsPerMonth);
    CrossoverExplanation explanation{.crossover = *nearest,
                                     .fromTitle = std::string(subjectOf(findCurveKind(nearest->from))),
                                     .toTitle = std::string(subjectOf(findCurveKind(nearest->to))),
                                     .from = billOn(subject, catalog, nearest->from, at),
                                     .to = billOn(subject, catalog, nearest->to, at)};
    std::set<std::string> keys;
    addPriceKeys(keys, explanation.from);
    addPriceKeys(keys, explanation.to);
    std::vector<DesignInput> inputs = inputsOf(subject, catalog, keys);
    explanation.inputs = inputs.size();
    inputs = chosen(std::move(inputs), {&explanation.from, &explanation.to});
    explanation.tried = inputs.size();
    explanation.effects = effectsOf(subject, inputs, nearest->requestsPerMonth,
                                    [&](const Variable& varied) { return crossingNear(varied, catalog, *nearest); });
    return explanation;
}

}  // namespace tideline
