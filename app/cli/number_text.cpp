// SPDX-License-Identifier: Apache-2.0
#include "app/cli/number_text.h"

#include <fmt/core.h>

#include <cctype>
#include <cstdlib>

namespace tideline {

namespace {

/// Exponents beyond this would only fill the memory; no load and no price is near.
constexpr int kLargestExponent = 30;

/// Length of a decimal with an optional exponent at the start of `text`; 0 where there is none.
std::size_t decimalLength(std::string_view text) {
    std::size_t at = 0;
    std::size_t digits = 0;
    bool point = false;
    while (at < text.size() && (std::isdigit(static_cast<unsigned char>(text[at])) || (text[at] == '.' && !point))) {
        point = point || text[at] == '.';
        digits += text[at] == '.' ? 0 : 1;
        ++at;
    }
    if (digits == 0 || digits > 40) {
        return 0;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        std::size_t end = at + 1;
        end += end < text.size() && (text[end] == '+' || text[end] == '-') ? 1 : 0;
        const std::size_t first = end;
        while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end]))) {
            ++end;
        }
        const std::string exponent(text.substr(first, end - first));
        if (!exponent.empty() && exponent.size() <= 2 && std::atoi(exponent.c_str()) <= kLargestExponent) {
            at = end;
        }
    }
    return at;
}

std::string groupedDigits(const std::string& digits) {
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) {
            text += ',';
        }
        text += digits[i];
    }
    return text;
}

}  // namespace

Result<Exact> readNumber(std::string_view text) {
    const std::size_t length = decimalLength(text);
    const std::string_view suffix = text.substr(length);
    const bool known = suffix.empty() || suffix == "k" || suffix == "M" || suffix == "G";
    if (text.starts_with('-') && decimalLength(text.substr(1)) > 0) {
        if (const Result<Exact> size = readNumber(text.substr(1)); size && *size == 0) {
            return size;
        }
        return failure(fmt::format("'{}' is below 0; write a number such as 50000, 50k, 3e6, 12.5M or 1G", text));
    }
    if (length > 0 && (suffix.starts_with('e') || suffix.starts_with('E')) && suffix.size() > 1) {
        return failure(fmt::format("'{}' is out of range: exponents from -{} to {} are read", text, kLargestExponent,
                                   kLargestExponent));
    }
    if (length == 0 || !known) {
        return failure(fmt::format("'{}' is not a number; write it like 50000, 50k, 3e6, 12.5M or 1G", text));
    }
    const Exact factor = suffix.empty() ? 1 : suffix == "k" ? 1'000 : suffix == "M" ? 1'000'000 : 1'000'000'000;
    return exactOf(text.substr(0, length)) * factor;
}

std::string numberComplaint(const std::string& text) {
    const Result<Exact> number = readNumber(text);
    return number ? std::string() : number.error().message;
}

std::string grouped(const Exact& whole) {
    const bool negative = whole < 0;
    const Whole size = boost::multiprecision::numerator(whole) / boost::multiprecision::denominator(whole);
    return (negative ? "-" : "") + groupedDigits(Whole(abs(size)).str());
}

std::string groupedDecimal(const Exact& value, int decimals) {
    std::string text = fmt::format("{:.{}f}", approximately(value), decimals);
    const auto point = text.find('.');
    std::string fraction = point == std::string::npos ? "" : text.substr(point);
    text = text.substr(0, point);
    while (!fraction.empty() && (fraction.back() == '0' || fraction.back() == '.')) {
        fraction.pop_back();
    }
    const bool negative = text.starts_with('-');
    return (negative ? "-" : "") + groupedDigits(negative ? text.substr(1) : text) + fraction;
}

std::string moneyText(Money money) {
    const long long size = std::llabs(money.micros);
    std::string text = fmt::format("{}{}.{:06}", money.micros < 0 ? "-" : "", size / 1'000'000, size % 1'000'000);
    while (text.back() == '0') {
        text.pop_back();
    }
    if (text.back() == '.') {
        text.pop_back();
    }
    return text;
}

}  // namespace tideline
