// SPDX-License-Identifier: Apache-2.0
#include "core/targets/export_settings.h"

#include "core/base/shown_text.h"
#include "core/targets/cidr.h"
#include "core/targets/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace tideline {
namespace {

bool isSmallLetter(char c) {
    return c >= 'a' && c <= 'z';
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isLabelCharacter(char c) {
    return isSmallLetter(c) || isDigit(c) || c == '-';
}

bool isLabel(std::string_view text) {
    return !text.empty() && text.size() <= 63 && std::ranges::all_of(text, isLabelCharacter) && text.front() != '-' &&
           text.back() != '-';
}

bool isRegion(std::string_view text) {
    return isLabel(text) && isSmallLetter(text.front());
}

bool isAccount(std::string_view text) {
    return text.size() == 12 && std::ranges::all_of(text, isDigit);
}

bool isDomain(std::string_view text) {
    if (text.size() > 190 || text.find('.') == std::string_view::npos) {
        return false;
    }
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find('.', start), text.size());
        if (!isLabel(text.substr(start, end - start))) {
            return false;
        }
        start = end + 1;
    }
    return true;
}

bool isEmail(std::string_view text) {
    const std::size_t at = text.find('@');
    const auto isPlain = [](char c) {
        return isLabelCharacter(c) || (c >= 'A' && c <= 'Z') || c == '.' || c == '_' || c == '+';
    };
    return at != std::string_view::npos && at > 0 && std::ranges::all_of(text.substr(0, at), isPlain) &&
           isDomain(text.substr(at + 1));
}

bool isRepository(std::string_view text) {
    constexpr std::string_view kScheme = "https://";
    const auto isPlain = [](char c) {
        return isLabelCharacter(c) || (c >= 'A' && c <= 'Z') || c == '.' || c == '_' || c == '/';
    };
    return text.size() > kScheme.size() && text.size() <= 200 && text.starts_with(kScheme) &&
           std::ranges::all_of(text.substr(kScheme.size()), isPlain);
}

// 8 hexadecimal digits of old, 17 since.
bool isFileSystem(std::string_view text) {
    const auto isHex = [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f'); };
    return text.starts_with("fs-") && (text.size() == 11 || text.size() == 20) &&
           std::ranges::all_of(text.substr(3), isHex);
}

bool isTime(std::string_view text) {
    const bool hasForm = text.size() == 5 && isDigit(text[0]) && isDigit(text[1]) && text[2] == ':' &&
                         isDigit(text[3]) && isDigit(text[4]);
    return hasForm && text.substr(0, 2) < "24" && text.substr(3) < "60";
}

bool isSpan(std::string_view text) {
    return text.size() == 11 && text[5] == '-' && isTime(text.substr(0, 5)) && isTime(text.substr(6)) &&
           text.substr(0, 5) < text.substr(6);
}

bool isTimeZone(std::string_view text) {
    const auto isPlain = [](char c) {
        return isLabelCharacter(c) || (c >= 'A' && c <= 'Z') || c == '/' || c == '_' || c == '+';
    };
    return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, isPlain) && text.front() >= 'A' &&
           text.front() <= 'Z';
}

bool isEndpoint(std::string_view text) {
    const std::size_t scheme = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
    const auto isPlain = [](char c) { return isLabelCharacter(c) || c == '.' || c == ':' || c == '/' || c == '_'; };
    return scheme > 0 && text.size() > scheme && text.size() <= 200 && isLabelCharacter(text[scheme]) &&
           std::ranges::all_of(text.substr(scheme), isPlain);
}

bool isBroker(std::string_view text) {
    const std::size_t colon = text.find(':');
    const std::string_view port = colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
    return !port.empty() && port.size() <= 5 && std::ranges::all_of(port, isDigit) && isDomain(text.substr(0, colon));
}

std::vector<std::string_view> partsOf(std::string_view text, char between) {
    std::vector<std::string_view> parts;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find(between, start), text.size());
        parts.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return parts;
}

// Of one cluster, or of several that are named: "orders=b-1.example.com:9098;clicks=b-1.example.com:9198".
bool isBrokerList(std::string_view text) {
    const std::vector<std::string_view> clusters = partsOf(text, ';');
    const bool isNamed = clusters.size() > 1 || text.find('=') != std::string_view::npos;
    const auto isGood = [&](std::string_view cluster) {
        const std::size_t sign = cluster.find('=');
        const bool hasName = sign != std::string_view::npos && sign > 0 && sign <= 63 &&
                             std::ranges::all_of(cluster.substr(0, sign), isLabelCharacter);
        return hasName == isNamed &&
               std::ranges::all_of(partsOf(isNamed ? cluster.substr(sign + 1) : cluster, ','), isBroker);
    };
    return text.size() <= 4000 && std::ranges::all_of(clusters, isGood);
}

using TextMember = std::string ExportSettings::*;
using SwitchMember = bool ExportSettings::*;
using WholeMember = int ExportSettings::*;

const std::vector<ExportOption>& options() {
    static const std::vector<ExportOption> kOptions{
        {.key = "region",
         .member = &ExportSettings::region,
         .expected = "a region such as us-east-1",
         .meaning = "Region of AWS that everything is deployed to.",
         .isGoodText = isRegion},
        {.key = "account",
         .member = &ExportSettings::account,
         .expected = "the twelve digits of an account",
         .meaning = "Account of AWS that everything is deployed to.",
         .isGoodText = isAccount},
        {.key = "domain",
         .member = &ExportSettings::domain,
         .expected = "a domain in small letters such as example.com",
         .meaning = "Public names are those of the application under this domain.",
         .isGoodText = isDomain},
        {.key = "owner",
         .member = &ExportSettings::owner,
         .expected = "small letters, digits and hyphens, at most 63",
         .meaning = "Label of whoever looks after the application.",
         .isGoodText = isLabel},
        {.key = "email",
         .member = &ExportSettings::email,
         .expected = "an address such as team@example.com",
         .meaning = "Where the owner is reached.",
         .isGoodText = isEmail},
        {.key = "repository",
         .member = &ExportSettings::repository,
         .expected = "an address such as https://github.com/team/shop",
         .meaning = "Git repository that holds the exports.",
         .isGoodText = isRepository},
        {.key = "vpcCidr",
         .member = &ExportSettings::vpcCidr,
         .expected = "a network of IPv4 whose last bits are zero, such as 10.0.0.0/16",
         .meaning = "Addresses from which functions in the VPC call the core.",
         .isGoodText = isNetwork},
        {.key = "samAuthorizer",
         .member = &ExportSettings::samAuthorizer,
         .expected = "one of iam, jwt",
         .meaning = "Who may call the public API of the functions: callers with rights in AWS, or with a token.",
         .choices = {"iam", "jwt"}},
        {.key = "coreDelivery",
         .member = &ExportSettings::coreDelivery,
         .expected = "one of queue, push",
         .meaning = "How events reach the core: its pods read a queue, or an API destination calls them.",
         .choices = {"queue", "push"}},
        {.key = "istioAmbient",
         .member = &ExportSettings::istioAmbient,
         .expected = "true or false",
         .meaning = "Istio in ambient mode encrypts what pods say to each other, without sidecars."},
        {.key = "otelCollector",
         .member = &ExportSettings::otelCollector,
         .expected = "true or false",
         .meaning = "An OpenTelemetry collector in the namespace takes what services and functions tell."},
        {.key = "otlpBackend",
         .member = &ExportSettings::otlpBackend,
         .expected = "an address such as http://tempo.observability.svc:4318",
         .meaning = "Where that collector sends what it takes, by OTLP over HTTP.",
         .isGoodText = isEndpoint},
        {.key = "kyverno",
         .member = &ExportSettings::kyverno,
         .expected = "true or false",
         .meaning = "Kyverno audits what anybody applies to the namespace."},
        {.key = "knative",
         .member = &ExportSettings::knative,
         .expected = "true or false",
         .meaning = "Services that answer HTTP run on Knative and go down to no replica."},
        {.key = "kserve",
         .member = &ExportSettings::kserve,
         .expected = "true or false",
         .meaning = "Servers of models run as InferenceServices of KServe, without Knative."},
        {.key = "k3s",
         .member = &ExportSettings::k3s,
         .expected = "true or false",
         .meaning =
             "An edge site on K3s: its Traefik, its balancer, its disks; on by itself where the cluster is one."},
        {.key = "nodePort",
         .member = &ExportSettings::nodePort,
         .expected = "a whole number from 30000 to 32767, the range of node ports",
         .meaning = "Port of each K3s node that leads to the gateway, in place of its balancer.",
         .least = 30000,
         .most = 32767},
        {.key = "workingHours",
         .member = &ExportSettings::workingHours,
         .expected = "two times such as 08:00-18:00, the later one last",
         .meaning = "On weekdays between these times workers that scale to zero keep one replica.",
         .isGoodText = isSpan},
        {.key = "timeZone",
         .member = &ExportSettings::timeZone,
         .expected = "a time zone such as Europe/Berlin",
         .meaning = "Time zone of the working hours.",
         .isGoodText = isTimeZone},
        {.key = "fileSystem",
         .member = &ExportSettings::fileSystem,
         .expected = "the identifier of a file system such as fs-0123456789abcdef0",
         .meaning = "File system of EFS that volumes which several nodes write lie on.",
         .isGoodText = isFileSystem},
        {.key = "kafkaBrokers",
         .member = &ExportSettings::kafkaBrokers,
         .expected = "hosts with their ports such as b-1.example.com:9098, with commas between; of several clusters "
                     "each with its name: orders=HOSTS;clicks=HOSTS",
         .meaning = "Brokers of MSK that pods speak to; aws kafka get-bootstrap-brokers tells them.",
         .isGoodText = isBrokerList},
        {.key = "eksAutoNodes",
         .member = &ExportSettings::eksAutoNodes,
         .expected = "true or false",
         .meaning = "NodeClass and NodePool of EKS Auto Mode; on by itself where the cluster is of that flavour."},
    };
    return kOptions;
}

bool isGood(const ExportOption& option, const FieldValue& value) {
    if (const std::string* text = std::get_if<std::string>(&value)) {
        const bool isText = std::holds_alternative<TextMember>(option.member);
        const bool isChosen = option.choices.empty() || std::ranges::count(option.choices, *text) > 0;
        return isText && isChosen && (option.isGoodText == nullptr || option.isGoodText(*text));
    }
    if (const double* number = std::get_if<double>(&value)) {
        const bool isWhole = std::holds_alternative<WholeMember>(option.member) && *number == std::floor(*number);
        return isWhole && *number >= option.least && *number <= option.most;
    }
    return std::holds_alternative<SwitchMember>(option.member);
}

std::string foundText(const FieldValue& value) {
    if (const std::string* text = std::get_if<std::string>(&value)) {
        return "'" + shownText(*text) + "'";
    }
    const double* number = std::get_if<double>(&value);
    return number != nullptr ? fmt::format("{}", *number) : std::get<bool>(value) ? "true" : "false";
}

void give(ExportSettings& settings, const ExportOption& option, const FieldValue& value) {
    if (const TextMember* text = std::get_if<TextMember>(&option.member)) {
        settings.** text = std::get<std::string>(value);
    } else if (const WholeMember* whole = std::get_if<WholeMember>(&option.member)) {
        settings.** whole = static_cast<int>(std::get<double>(value));
    } else {
        settings.*std::get<SwitchMember>(option.member) = std::get<bool>(value);
    }
}

}  // namespace

std::span<const ExportOption> exportOptions() {
    return options();
}

std::string standardText(const ExportOption& option) {
    const ExportSettings standard;
    if (const TextMember* text = std::get_if<TextMember>(&option.member)) {
        return standard.**text;
    }
    if (const WholeMember* whole = std::get_if<WholeMember>(&option.member)) {
        return standard.**whole == 0 ? std::string() : fmt::format("{}", standard.**whole);
    }
    return standard.*std::get<SwitchMember>(option.member) ? "true" : "false";
}

std::vector<SettingFault> settingFaults(const Design& design) {
    std::vector<SettingFault> faults;
    for (const auto& [key, value] : design.settings.exports) {
        const auto option = std::ranges::find(options(), key, &ExportOption::key);
        if (option == options().end()) {
            faults.push_back({key, ""});
        } else if (!isGood(*option, value)) {
            faults.push_back({key, fmt::format("expected {}, found {}", option->expected, foundText(value))});
        }
    }
    return faults;
}

Result<ExportSettings> exportSettingsOf(const Design& design) {
    ExportSettings settings;
    const std::string_view title = design.title.empty() ? std::string_view("design") : design.title;
    const std::array<NameRequest, 1> request{{{std::string(title), std::string(title)}}};
    settings.application = TRY(NameMap::of(request, NameStyle::Label, reservedLabels()))[std::string(title)];
    settings.k3s = design.settings.cluster.flavour == "k3s";
    settings.eksAutoNodes = design.settings.cluster.flavour == "eks-auto";
    for (const SettingFault& fault : settingFaults(design)) {
        if (!fault.message.empty()) {
            return failure(fault.message, fmt::format("/settings/exports/{}", fault.key));
        }
    }
    for (const ExportOption& option : options()) {
        const auto given = design.settings.exports.find(std::string(option.key));
        if (given != design.settings.exports.end()) {
            give(settings, option, given->second);
        }
    }
    return settings;
}

}  // namespace tideline
