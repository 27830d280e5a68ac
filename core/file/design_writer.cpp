// SPDX-License-Identifier: Apache-2.0
#include "core/file/bill_settings.h"
#include "core/file/design_file.h"
#include "core/json/json_value.h"

namespace tideline {

namespace {

JsonValue number(double value) {
    return value;
}

JsonValue fieldJson(const FieldValue& value) {
    return std::visit([](const auto& held) { return JsonValue(held); }, value);
}

JsonValue fieldsJson(const FieldValues& fields) {
    JsonValue object = JsonValue::object();
    for (const auto& [key, value] : fields) {
        object.set(key, fieldJson(value));
    }
    return object;
}

JsonValue textsJson(const auto& texts) {
    JsonValue list = JsonValue::list();
    for (const std::string& text : texts) {
        list.add(text);
    }
    return list;
}

/// Rows stand on one line each, so that a change of one is a change of one line.
JsonValue onOneLine(const JsonValue& row) {
    return JsonValue::Raw{jsonLine(row)};
}

void setText(JsonValue& object, const char* name, const std::string& text) {
    if (!text.empty()) {
        object.set(name, text);
    }
}

void setFields(JsonValue& object, const char* name, const FieldValues& fields) {
    if (!fields.empty()) {
        object.set(name, onOneLine(fieldsJson(fields)));
    }
}

void setExtras(JsonValue& object, const Extras& extras) {
    for (const auto& [name, text] : extras) {
        object.set(name, JsonValue::Raw{text});
    }
}

JsonValue serviceJson(const Service& service) {
    JsonValue row = JsonValue::object();
    row.set("id", service.id.text).set("name", service.name).set("kind", service.kind);
    row.set("host", keyOf(service.host));
    setText(row, "zone", service.zone.text);
    if (service.pinned) {
        row.set("pinned", true);
    }
    setFields(row, "fields", service.fields);
    setExtras(row, service.extras);
    return row;
}

JsonValue connectionJson(const Connection& connection) {
    JsonValue row = JsonValue::object();
    row.set("id", connection.id.text).set("from", connection.from.text).set("to", connection.to.text);
    row.set("type", keyOf(connection.type)).set("callsPerRequest", number(connection.callsPerRequest));
    setFields(row, "fields", connection.fields);
    setExtras(row, connection.extras);
    return onOneLine(row);
}

JsonValue entryJson(const Entry& entry) {
    JsonValue row = JsonValue::object();
    row.set("id", entry.id.text).set("service", entry.service.text).set("monthly", number(entry.monthly));
    row.set("profile", entry.profile);
    if (entry.background) {
        row.set("background", true);
    }
    setExtras(row, entry.extras);
    return onOneLine(row);
}

JsonValue topicJson(const Topic& topic) {
    JsonValue row = JsonValue::object();
    row.set("id", topic.id.text).set("name", topic.name).set("y", number(topic.y));
    setExtras(row, topic.extras);
    return onOneLine(row);
}

JsonValue zoneJson(const Zone& zone) {
    JsonValue row = JsonValue::object();
    row.set("key", zone.id.text).set("title", zone.title).set("type", zone.type);
    if (zone.copies != 1) {
        row.set("copies", number(zone.copies));
    }
    setExtras(row, zone.extras);
    return onOneLine(row);
}

JsonValue spotJson(const Spot& spot) {
    JsonValue row = JsonValue::object();
    row.set("id", spot.id.text).set("x", number(spot.x)).set("y", number(spot.y));
    setExtras(row, spot.extras);
    return onOneLine(row);
}

JsonValue acceptedJson(const AcceptedFinding& finding) {
    JsonValue row = JsonValue::object();
    row.set("rule", finding.rule);
    setText(row, "subject", finding.subject);
    setText(row, "reason", finding.reason);
    setExtras(row, finding.extras);
    return onOneLine(row);
}

template <class Rows, class RowJson>
void setRows(JsonValue& object, const char* name, const Rows& rows, RowJson rowJson) {
    JsonValue list = JsonValue::list();
    bool isEmpty = true;
    for (const auto& row : rows) {
        list.add(rowJson(row));
        isEmpty = false;
    }
    if (!isEmpty) {
        object.set(name, std::move(list));
    }
}

/// Standards are written too: a later version may have others, and the bill of this design must not change with them.
JsonValue clusterJson(const ClusterSettings& cluster) {
    JsonValue object = JsonValue::object();
    object.set("flavour", cluster.flavour).set("billing", cluster.billing).set("nodePrice", cluster.nodePrice);
    setText(object, "gpuNode", cluster.gpuNode);
    object.set("zones", number(cluster.zones));
    if (cluster.nodes) {
        object.set("nodes", number(*cluster.nodes));
    }
    if (cluster.natGateways) {
        object.set("natGateways", number(*cluster.natGateways));
    }
    object.set("autoscaled", cluster.autoscaled).set("logSink", cluster.logSink);
    object.set("nodeStartS", number(cluster.nodeStartS));
    if (cluster.extendedSupport) {
        object.set("extendedSupport", true);
    }
    object.set("deploySystems", textsJson(cluster.deploySystems));
    object.set("traceBackends", textsJson(cluster.traceBackends));
    setExtras(object, cluster.extras);
    return object;
}

JsonValue busJson(const BusSettings& bus) {
    JsonValue object = JsonValue::object();
    object.set("product", bus.product);
    setText(object, "service", bus.service);
    setText(object, "bridgeToCore", bus.bridgeToCore);
    setText(object, "bridgeToEdge", bus.bridgeToEdge);
    setExtras(object, bus.extras);
    return object;
}

JsonValue settingsJson(const DesignSettings& settings) {
    JsonValue object = JsonValue::object();
    object.set("cluster", clusterJson(settings.cluster)).set("bus", busJson(settings.bus));
    setFields(object, "team", settings.team);
    setFields(object, "answers", settings.answers);
    setFields(object, "scoreInputs", settings.scoreInputs);
    setFields(object, "exports", settings.exports);
    if (settings.freeAmounts) {
        object.set("freeAmounts", true);
    }
    if (!(settings.bill == BillSettings{})) {
        object.set("bill", billSettingsJson(settings.bill));
    }
    if (!settings.priceBooks.empty()) {
        object.set("priceBooks", textsJson(settings.priceBooks));
    }
    if (!settings.ranges.empty()) {
        object.set("ranges", rangesJson(settings.ranges));
    }
    setExtras(object, settings.extras);
    return object;
}

}  // namespace

std::string designText(const Design& design) {
    JsonValue root = JsonValue::object();
    root.set("format", kDesignFormat).set("title", design.title);
    setText(root, "description", design.description);
    setRows(root, "zones", design.zones, zoneJson);
    setRows(root, "services", design.services, serviceJson);
    setRows(root, "connections", design.connections, connectionJson);
    setRows(root, "entries", design.entries, entryJson);
    setRows(root, "topics", design.topics, topicJson);
    setRows(root, "layout", design.layout, spotJson);
    root.set("settings", settingsJson(design.settings));
    setRows(root, "accepted", design.accepted, acceptedJson);
    setExtras(root, design.extras);
    return jsonText(root);
}

}  // namespace tideline
