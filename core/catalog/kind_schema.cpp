// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/kind_schema.h"

#include "core/catalog/kind_words.h"
#include "core/catalog/service_kind.h"
#include "core/yaml/schema_text.h"

namespace tideline {

namespace {

template <class Rows>
std::vector<std::string> keysOfRows(const Rows& rows) {
    std::vector<std::string> keys;
    for (const auto& row : rows) {
        keys.emplace_back(row.key);
    }
    return keys;
}

SchemaText words(const std::vector<std::string>& keys) {
    return schemaOfWords(keys);
}

SchemaText hostWords() {
    std::vector<std::string> hosts;
    for (const Host host : kHosts) {
        hosts.emplace_back(keyOf(host));
    }
    return words(hosts);
}

SchemaText fieldSchema() {
    const SchemaText text = schemaOfText();
    const SchemaText number = schemaOfNumber();
    return schemaOfMapping({{"key!", text},
                            {"title!", text},
                            {"unit", words(keysOf(fieldUnits()))},
                            {"standard", schemaOfScalar()},
                            {"least", number},
                            {"most", number},
                            {"choices", schemaOfList(text)},
                            {"source!", text},
                            {"note", text}});
}

SchemaText scalingSchema() {
    const SchemaText text = schemaOfText();
    const SchemaText number = schemaOfNumber();
    return schemaOfMapping({{"by!", words(keysOfRows(scalingWords()))},
                            {"metric", words({"cpu", "memory"})},
                            {"targetType", words({"Utilization", "AverageValue"})},
                            {"target", number},
                            {"least", number},
                            {"most", number},
                            {"replicas", number},
                            {"trigger", words(keysOfRows(triggerWords()))},
                            {"metadata", schemaOfMap(text)},
                            {"pollingIntervalS", number},
                            {"cooldownPeriodS", number},
                            {"authentication", text},
                            {"fallback", schemaOfMapping({{"failures!", number}, {"replicas!", number}})},
                            {"timeoutS", number},
                            {"maximumConcurrency", number},
                            {"reservedConcurrency", number},
                            {"batchSize", number},
                            {"note", text}});
}

SchemaText samSchema() {
    const SchemaText text = schemaOfText();
    return schemaOfMapping({{"resources", schemaOfList(words(keysOf(samResources())))},
                            {"events", schemaOfList(words(keysOf(samEvents())))},
                            {"policies", schemaOfList(words(keysOf(samPolicies())))},
                            {"eventProperties", schemaOfMap(text)},
                            {"queueProperties", schemaOfMap(text)},
                            {"note", text}});
}

SchemaText costSchema() {
    const SchemaText text = schemaOfText();
    return schemaOfMapping({{"title!", text},
                            {"meter!", words(keysOfRows(meterWords()))},
                            {"price!", text},
                            {"when", words(keysOfRows(conditionWords()))},
                            {"shared", schemaOfFlag()}});
}

SchemaText hostingSchema() {
    const SchemaText text = schemaOfText();
    return schemaOfMapping({{"host!", hostWords()},
                            {"managedAs", text},
                            {"note", text},
                            {"wasmTargets", schemaOfList(words(keysOfRows(wasmTargetWords())))},
                            {"manifests", schemaOfList(words(keysOfRows(partWords())))},
                            {"scaling", scalingSchema()},
                            {"sam", samSchema()},
                            {"limits", schemaOfList(text)},
                            {"costs", schemaOfList(costSchema())}});
}

SchemaText probeSchema() {
    const SchemaText text = schemaOfText();
    return schemaOfMapping({{"type!", words({"http", "tcp", "grpc", "exec"})},
                            {"path", text},
                            {"port", text},
                            {"command", schemaOfList(text)},
                            {"failureThreshold", schemaOfNumber()},
                            {"periodSeconds", schemaOfNumber()}});
}

SchemaText imageSchema() {
    const SchemaText text = schemaOfText();
    return schemaOfMapping(
        {{"name!", text},
         {"tag!", text},
         {"command", schemaOfList(text)},
         {"note", text},
         {"alternatives", schemaOfList(schemaOfMapping({{"name!", text}, {"tag!", text}, {"purpose!", text}}))}});
}

SchemaMembers workloadMembers() {
    const SchemaText text = schemaOfText();
    const SchemaText number = schemaOfNumber();
    const SchemaText range = schemaOfList(number);
    return {
        {"workload", words(keysOf(workloadObjects()))},
        {"ports", schemaOfList(schemaOfMapping({{"name!", text},
                                                {"port!", number},
                                                {"protocol", words({"TCP", "UDP", "SCTP"})},
                                                {"appProtocol", text},
                                                {"public", schemaOfFlag()}}))},
        {"probes",
         schemaOfMapping({{"readiness", probeSchema()}, {"liveness", probeSchema()}, {"startup", probeSchema()}})},
        {"image", imageSchema()},
        {"persistence", schemaOfMapping({{"sizeGib!", number},
                                         {"accessMode!", words({"ReadWriteOnce", "ReadWriteOncePod", "ReadWriteMany",
                                                                "ReadOnlyMany"})},
                                         {"storageClass!", text},
                                         {"mountPath!", text},
                                         {"retain", schemaOfFlag()}})},
        {"coldStart", schemaOfMapping({{"functionPackage", words({"zip", "image"})},
                                       {"functionMs", schemaOfMap(range)},
                                       {"wasmMs", range},
                                       {"podMs", range},
                                       {"source!", text}})},
    };
}

SchemaMembers kindMembers() {
    const SchemaText text = schemaOfText();
    std::vector<std::string> roles;
    for (const Role role : kRoles) {
        roles.emplace_back(keyOf(role));
    }
    return {
        {"key!", text},
        {"title!", text},
        {"phrase!", text},
        {"group!", words(keysOf(groupTitles()))},
        {"role!", words(roles)},
        {"icon!", text},
        {"description!", text},
        {"synonyms", schemaOfList(text)},
        {"constraints", schemaOfList(words(keysOfRows(constraintWords())))},
        {"runtimes", schemaOfList(words(keysOfRows(runtimeWords())))},
        {"fields", schemaOfList(fieldSchema())},
        {"hostings!", schemaOfList(hostingSchema())},
        {"notHostedOn", schemaOfList(schemaOfMapping(
                            {{"host!", hostWords()}, {"rule!", text}, {"reason!", text}, {"source!", text}}))},
        {"typicalConnections", schemaOfList(schemaOfMapping({{"to!", text},
                                                             {"type!", words({"sync", "async", "data"})},
                                                             {"callsPerRequest!", schemaOfNumber()},
                                                             {"note", text}}))},
        {"typicalFindings", schemaOfList(text)},
        {"notes", schemaOfList(text)},
    };
}

}  // namespace

std::string kindSchema() {
    SchemaMembers members = kindMembers();
    for (auto& member : workloadMembers()) {
        members.push_back(std::move(member));
    }
    return schemaDocument("Kind of service of Tideline", members);
}

}  // namespace tideline
