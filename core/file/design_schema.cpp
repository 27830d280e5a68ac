// SPDX-License-Identifier: Apache-2.0
#include "core/file/design_file.h"
#include "core/json/json_value.h"

#include <array>
#include <span>
#include <string_view>

namespace tideline {

namespace {

struct MemberRow {
    std::string_view name;
    std::string_view type;  ///< text, number, count (at least 0), share of a board, switch, texts, fields, or a shape
    bool needed = false;
    std::string_view description;
};

struct ShapeRow {
    std::string_view name;
    std::string_view description;
    std::span<const MemberRow> members;
};

constexpr bool kNeeded = true;
constexpr bool kFree = false;

constexpr std::array kDesignMembers{
    MemberRow{"format", "format", kNeeded, "Format of the file. A newer one is refused."},
    MemberRow{"title", "text", kNeeded, "What the design is called."},
    MemberRow{"description", "note", kFree, "What it shows; several lines are allowed."},
    MemberRow{"zones", "list of zone", kFree, "Lanes and sites, from left to right."},
    MemberRow{"services", "list of service", kFree, "Services, in the order of their ids."},
    MemberRow{"connections", "list of connection", kFree, "Connections, in the order of their ids."},
    MemberRow{"entries", "list of entry", kFree, "Where traffic comes in."},
    MemberRow{"topics", "list of topic", kFree, "Kinds of events on the bus."},
    MemberRow{"layout", "list of spot", kFree, "Where cards stand; a service without a spot is laid out by Tideline."},
    MemberRow{"settings", "settings", kFree, "Cluster, bus, team, bill and exports."},
    MemberRow{"accepted", "list of accepted", kFree, "Findings that a person has accepted."},
};

constexpr std::array kZoneMembers{
    MemberRow{"key", "text", kNeeded, "By which services name it."},
    MemberRow{"title", "text", kNeeded, "What the board shows."},
    MemberRow{"type", "text", kNeeded, "cluster, bus, functions, wasm, external or edge-site."},
    MemberRow{"copies", "copies", kFree, "Sites that look alike; 1 where it is left out."},
};

constexpr std::array kServiceMembers{
    MemberRow{"id", "text", kNeeded, "Unique among services."},
    MemberRow{"name", "text", kNeeded, "What people call it."},
    MemberRow{"kind", "text", kNeeded, "Key of a kind (tideline kinds)."},
    MemberRow{"host", "host", kNeeded, "Where it runs."},
    MemberRow{"zone", "text", kFree, "Key of the zone in which it is drawn."},
    MemberRow{"pinned", "switch", kFree, "The optimal plan may not move it."},
    MemberRow{"fields", "fields", kFree, "Fields of the kind that differ from its standards."},
};

constexpr std::array kConnectionMembers{
    MemberRow{"id", "text", kNeeded, "Unique among connections."},
    MemberRow{"from", "text", kNeeded, "Id of the service that calls or sends."},
    MemberRow{"to", "text", kNeeded, "Id of the service that is called or hears."},
    MemberRow{"type", "connection-type", kNeeded, "sync: the caller waits; async: a message; data: a store."},
    MemberRow{"callsPerRequest", "count", kFree, "Mean calls for one request of the caller; 1 where it is left out."},
    MemberRow{"fields", "fields", kFree,
              "timeoutMs, retries, failureShare, writes, deadLetter, ordered, streaming, event."},
};

constexpr std::array kEntryMembers{
    MemberRow{"id", "text", kNeeded, "Unique among entries."},
    MemberRow{"service", "text", kNeeded, "Id of the service where requests arrive."},
    MemberRow{"monthly", "count", kNeeded, "Requests a month."},
    MemberRow{"profile", "text", kFree, "Key of a traffic profile; steady where it is left out."},
    MemberRow{"background", "switch", kFree, "Not requests of users (logs, jobs)."},
};

constexpr std::array kTopicMembers{
    MemberRow{"id", "text", kNeeded, "Unique among topics."},
    MemberRow{"name", "text", kNeeded, "What connections name in their field event."},
    MemberRow{"y", "coordinate", kFree, "Its height in the bus lane."},
};

constexpr std::array kSpotMembers{
    MemberRow{"id", "text", kNeeded, "Id of a service."},
    MemberRow{"x", "coordinate", kNeeded, "Left edge of its card."},
    MemberRow{"y", "coordinate", kNeeded, "Top edge of its card."},
};

constexpr std::array kAcceptedMembers{
    MemberRow{"rule", "text", kNeeded, "Key of the rule."},
    MemberRow{"subject", "note", kFree, "Id of a service or connection; left out for the design."},
    MemberRow{"reason", "note", kFree, "Why it is accepted."},
};

constexpr std::array kSettingsMembers{
    MemberRow{"cluster", "cluster", kFree, "The Kubernetes cluster."},
    MemberRow{"bus", "bus", kFree, "The event bus."},
    MemberRow{"team", "fields", kFree, "Facts about the team."},
    MemberRow{"answers", "fields", kFree, "Answers of the checklist."},
    MemberRow{"scoreInputs", "fields", kFree, "Inputs of the published score."},
    MemberRow{"exports", "fields", kFree, "Options of the exporters."},
    MemberRow{"freeAmounts", "switch", kFree, "Bills apply the free amounts of the account."},
    MemberRow{"bill", "bill", kFree, "What the bill leaves out, and what is set by hand."},
    MemberRow{"priceBooks", "texts", kFree, "Further price books; later ones win."},
    MemberRow{"ranges", "list of range", kFree, "Inputs that are known only as ranges."},
};

constexpr std::array kClusterMembers{
    MemberRow{"flavour", "note", kFree, "eks-nodes, eks-auto, eks-fargate, gke-standard, gke-autopilot, aks or k3s."},
    MemberRow{"billing", "note", kFree, "nodes or pods."},
    MemberRow{"nodePrice", "note", kFree, "Key of the price of a node."},
    MemberRow{"gpuNode", "note", kFree, "Key of the price of a GPU node."},
    MemberRow{"zones", "copies", kFree, "Availability zones."},
    MemberRow{"nodes", "count", kFree, "A fixed number of nodes; as many as the pods need where it is left out."},
    MemberRow{"natGateways", "count", kFree, "One a zone where it is left out."},
    MemberRow{"autoscaled", "switch", kFree, "Nodes of each hour of the week, or of the peak."},
    MemberRow{"logSink", "note", kFree, "cloudwatch or none."},
    MemberRow{"nodeStartS", "count", kFree, "Seconds until a new node runs."},
    MemberRow{"extendedSupport", "switch", kFree, "The version of Kubernetes is in extended support."},
    MemberRow{"deploySystems", "texts", kFree, "Systems that deploy it: argo-cd, sam."},
    MemberRow{"traceBackends", "texts", kFree, "Where traces go: tempo, x-ray."},
};

constexpr std::array kBusMembers{
    MemberRow{"product", "note", kFree, "eventbridge-rules or kafka."},
    MemberRow{"service", "note", kFree, "Id of the service that is the bus."},
    MemberRow{"bridgeToCore", "note", kFree, "How events reach the core."},
    MemberRow{"bridgeToEdge", "note", kFree, "How events reach the edge."},
};

constexpr std::array kBillMembers{
    MemberRow{"off", "texts", kFree, "Categories of lines, or ids of services, that are left out."},
    MemberRow{"on", "texts", kFree, "Categories that are off unless they stand here: people, support."},
    MemberRow{"fixed", "amounts", kFree, "Dollars a month by category, set by hand."},
    MemberRow{"people", "list of people-line", kFree, "People and tools; the table of the articles where left out."},
    MemberRow{"support", "support", kFree, "The provider's support plan."},
    MemberRow{"discounts", "list of discount", kFree, "Savings plans, reservations, spot, contracts."},
};

constexpr std::array kPeopleMembers{
    MemberRow{"key", "text", kNeeded, "Unique in the table."},
    MemberRow{"title", "note", kFree, "What the bill calls it."},
    MemberRow{"monthly", "count", kNeeded, "Dollars a month."},
    MemberRow{"appliesTo", "applies-to", kFree, "kubernetes where it is left out."},
    MemberRow{"share", "share", kFree, "What a design on the other side pays of it."},
};

constexpr std::array kSupportMembers{
    MemberRow{"least", "count", kFree, "Dollars a month that are charged in any case."},
    MemberRow{"tiers", "list of support-tier", kFree, "Shares of the bill, in rising order."},
};

constexpr std::array kSupportTierMembers{
    MemberRow{"upTo", "count", kFree, "Dollars of the bill; left out of the last tier."},
    MemberRow{"share", "share", kNeeded, "Share of the bill in this tier."},
};

constexpr std::array kDiscountMembers{
    MemberRow{"prices", "text", kNeeded, "A key of a price, or its beginning up to a point: aws.ec2."},
    MemberRow{"title", "note", kFree, "What the bill calls it."},
    MemberRow{"off", "share", kNeeded, "Share that is taken off the list price."},
    MemberRow{"coverage", "share", kFree, "Share of the use that has it; 1 where it is left out."},
    MemberRow{"reserve", "share", kFree, "Share of the list price added for what is lost, such as spot interruptions."},
};

constexpr std::array kRangeMembers{
    MemberRow{"input", "text", kNeeded,
              "services/ID/FIELD, connections/ID/callsPerRequest, cluster/FIELD, prices/KEY."},
    MemberRow{"low", "number", kNeeded, "Its smallest value."},
    MemberRow{"high", "number", kNeeded, "Its largest value."},
    MemberRow{"likely", "number", kFree, "Its most likely value; all alike where it is left out."},
};

constexpr std::array kShapes{
    ShapeRow{"design", "A design of Tideline.", kDesignMembers},
    ShapeRow{"zone", "A lane or site of the board.", kZoneMembers},
    ShapeRow{"service", "A service.", kServiceMembers},
    ShapeRow{"connection", "A connection between two services.", kConnectionMembers},
    ShapeRow{"entry", "A place where traffic comes in.", kEntryMembers},
    ShapeRow{"topic", "A kind of event.", kTopicMembers},
    ShapeRow{"spot", "Where a card stands, in canvas units.", kSpotMembers},
    ShapeRow{"accepted", "A finding that a person has accepted.", kAcceptedMembers},
    ShapeRow{"settings", "What holds for the whole design.", kSettingsMembers},
    ShapeRow{"cluster", "The Kubernetes cluster.", kClusterMembers},
    ShapeRow{"bus", "The event bus.", kBusMembers},
    ShapeRow{"bill", "Switches of the bill.", kBillMembers},
    ShapeRow{"people-line", "What a design costs beyond the bills of the providers.", kPeopleMembers},
    ShapeRow{"support", "The provider's support plan.", kSupportMembers},
    ShapeRow{"support-tier", "A share of the bill.", kSupportTierMembers},
    ShapeRow{"discount", "A discount that a person states.", kDiscountMembers},
    ShapeRow{"range", "An input that is known only as a range.", kRangeMembers},
};

struct TypeRow {
    std::string_view name;
    std::string_view schema;
};

constexpr std::array kTypes{
    TypeRow{"text", R"({"type": "string", "minLength": 1, "maxLength": 200})"},
    TypeRow{"note", R"({"type": "string", "maxLength": 65536})"},
    TypeRow{"switch", R"({"type": "boolean"})"},
    TypeRow{"count", R"({"type": "number", "minimum": 0})"},
    TypeRow{"number", R"({"type": "number"})"},
    TypeRow{"share", R"({"type": "number", "minimum": 0, "maximum": 1})"},
    TypeRow{"applies-to", R"({"enum": ["kubernetes", "functions", "both"]})"},
    TypeRow{"copies", R"({"type": "number", "minimum": 1})"},
    TypeRow{"coordinate", R"({"type": "number", "minimum": -10000000, "maximum": 10000000})"},
    TypeRow{"texts", R"({"type": "array", "items": {"type": "string"}})"},
    TypeRow{"amounts", R"({"type": "object", "additionalProperties": {"type": "number", "minimum": 0}})"},
    TypeRow{"fields", R"({"type": "object", "additionalProperties": {"type": ["number", "boolean", "string"]}})"},
    TypeRow{"host", R"({"enum": ["kubernetes", "function", "wasm", "managed"]})"},
    TypeRow{"connection-type", R"({"enum": ["sync", "async", "data"]})"},
};

constexpr std::string_view kListOf = "list of ";

std::string referenceTo(std::string_view name) {
    return jsonLine(JsonValue::object().set("$ref", "#/$defs/" + std::string(name)));
}

/// The schema of a member, on one line.
std::string schemaOf(std::string_view type) {
    if (type == "format") {
        return jsonLine(JsonValue::object().set("const", kDesignFormat));
    }
    if (type.starts_with(kListOf)) {
        JsonValue list = JsonValue::object().set("type", "array");
        return jsonLine(list.set("items", JsonValue::Raw{referenceTo(type.substr(kListOf.size()))}));
    }
    for (const TypeRow& row : kTypes) {
        if (row.name == type) {
            return std::string(row.schema);
        }
    }
    return referenceTo(type);
}

/// Unknown members are allowed everywhere: they are kept.
JsonValue shapeJson(const ShapeRow& shape) {
    JsonValue object = JsonValue::object();
    object.set("description", shape.description).set("type", "object");
    JsonValue required = JsonValue::list();
    JsonValue properties = JsonValue::object();
    for (const MemberRow& member : shape.members) {
        if (member.needed) {
            required.add(member.name);
        }
        JsonValue property = JsonValue::object();
        property.set("description", member.description);
        property.set("allOf", JsonValue::Raw{"[" + schemaOf(member.type) + "]"});
        properties.set(std::string(member.name), std::move(property));
    }
    return object.set("required", std::move(required)).set("properties", std::move(properties));
}

}  // namespace

std::string designSchema() {
    JsonValue root = JsonValue::object();
    root.set("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.set("title", "Tideline design");
    root.set("$ref", "#/$defs/design");
    JsonValue shapes = JsonValue::object();
    for (const ShapeRow& shape : kShapes) {
        shapes.set(std::string(shape.name), shapeJson(shape));
    }
    return jsonText(root.set("$defs", std::move(shapes)));
}

}  // namespace tideline
