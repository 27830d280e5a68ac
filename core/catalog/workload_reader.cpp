// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/kind_reader.h"
#include "core/catalog/kind_words.h"

#include <fmt/core.h>

#include <algorithm>

namespace tideline {

namespace {

/// A whole number from `least` to `most`.
Result<int> wholeOf(YamlObject& object, const std::string& name, int least, int most) {
    const double number = TRY(object.number(name));
    if (!(number >= least && number <= most) || number != static_cast<int>(number)) {
        return object.failureAt(name,
                                fmt::format("expected a whole number from {} to {}, found {}", least, most, number));
    }
    return static_cast<int>(number);
}

Result<PortSpec> portOf(const YamlNode& node, const std::string& file) {
    YamlObject object = TRY(YamlObject::of(node, file));
    PortSpec port;
    port.name = TRY(object.text("name"));
    port.port = TRY(wholeOf(object, "port", 1, 65535));
    const std::string protocol = TRY(optionalWordOf(object, "protocol", "protocol", {"TCP", "UDP", "SCTP"}));
    port.protocol = protocol.empty() ? port.protocol : protocol;
    port.appProtocol = TRY(object.optionalText("appProtocol")).value_or("");
    port.isPublic = TRY(object.flag("public", false));
    TRY(object.finish());
    return port;
}

Result<std::vector<PortSpec>> portsOf(YamlObject& kind) {
    std::vector<PortSpec> ports;
    for (const YamlNode* node : TRY(kind.list("ports"))) {
        PortSpec port = TRY(portOf(*node, kind.file()));
        if (std::ranges::find(ports, port.name, &PortSpec::name) != ports.end()) {
            return failure(fmt::format("the port '{}' stands twice", port.name), kind.placeOf(*node));
        }
        ports.push_back(std::move(port));
    }
    return ports;
}

Result<ProbeSpec> probeOf(YamlObject& probes, const std::string& name, const std::vector<std::string>& ports) {
    const YamlNode* node = probes.member(name);
    if (node == nullptr) {
        return ProbeSpec{};
    }
    YamlObject object = TRY(YamlObject::of(*node, probes.file()));
    ProbeSpec probe;
    probe.type = TRY(wordOf(object, "type", "type of probe", {"http", "tcp", "grpc", "exec"}));
    if (probe.type == "exec") {
        probe.command = TRY(object.texts("command"));
        if (probe.command.empty()) {
            return object.failureAt("command", "a probe of type exec runs a command; name it");
        }
    } else {
        probe.port = TRY(wordOf(object, "port", "port", ports));
    }
    if (probe.type == "http") {
        probe.path = TRY(object.text("path"));
    }
    probe.failureThreshold = object.has("failureThreshold") ? TRY(wholeOf(object, "failureThreshold", 1, 1000)) : 0;
    probe.periodSeconds = object.has("periodSeconds") ? TRY(wholeOf(object, "periodSeconds", 1, 3600)) : 0;
    TRY(object.finish());
    return probe;
}

Result<void> readProbes(YamlObject& object, ServiceKind& kind) {
    const YamlNode* node = object.member("probes");
    if (node == nullptr) {
        return {};
    }
    std::vector<std::string> ports;
    for (const PortSpec& port : kind.ports) {
        ports.push_back(port.name);
    }
    YamlObject probes = TRY(YamlObject::of(*node, object.file()));
    kind.readiness = TRY(probeOf(probes, "readiness", ports));
    kind.liveness = TRY(probeOf(probes, "liveness", ports));
    kind.startup = TRY(probeOf(probes, "startup", ports));
    return probes.finish();
}

Result<AlternativeImage> alternativeOf(const YamlNode& node, const std::string& file) {
    YamlObject object = TRY(YamlObject::of(node, file));
    AlternativeImage image;
    image.name = TRY(object.text("name"));
    image.tag = TRY(object.text("tag"));
    image.purpose = TRY(object.text("purpose"));
    TRY(object.finish());
    return image;
}

Result<ImageSpec> imageOf(const YamlNode& node, const std::string& file) {
    YamlObject object = TRY(YamlObject::of(node, file));
    ImageSpec image;
    image.name = TRY(object.text("name"));
    image.tag = TRY(object.text("tag"));
    if (image.tag == "latest") {
        return object.failureAt("tag", "the tag 'latest' means another image tomorrow; name a version");
    }
    image.command = TRY(object.texts("command"));
    image.note = TRY(object.optionalText("note")).value_or("");
    for (const YamlNode* alternative : TRY(object.list("alternatives"))) {
        image.alternatives.push_back(TRY(alternativeOf(*alternative, file)));
    }
    TRY(object.finish());
    return image;
}

Result<PersistenceSpec> persistenceOf(const YamlNode& node, const std::string& file) {
    YamlObject object = TRY(YamlObject::of(node, file));
    PersistenceSpec persistence;
    persistence.sizeGib = TRY(object.number("sizeGib"));
    if (persistence.sizeGib <= 0) {
        return object.failureAt("sizeGib", fmt::format("expected more than 0 GiB, found {}", persistence.sizeGib));
    }
    persistence.accessMode = TRY(wordOf(object, "accessMode", "access mode",
                                        {"ReadWriteOnce", "ReadWriteOncePod", "ReadWriteMany", "ReadOnlyMany"}));
    persistence.storageClass = TRY(object.text("storageClass"));
    persistence.mountPath = TRY(object.text("mountPath"));
    persistence.retain = TRY(object.flag("retain", false));
    TRY(object.finish());
    return persistence;
}

}  // namespace

Result<void> readWorkload(YamlObject& object, ServiceKind& kind) {
    kind.workloadObject = TRY(optionalWordOf(object, "workload", "workload object", keysOf(workloadObjects())));
    kind.ports = TRY(portsOf(object));
    TRY(readProbes(object, kind));
    if (const YamlNode* image = object.member("image")) {
        kind.image = TRY(imageOf(*image, object.file()));
    }
    if (const YamlNode* persistence = object.member("persistence")) {
        kind.persistence = TRY(persistenceOf(*persistence, object.file()));
        kind.persistence.workload = kind.workloadObject == "stateful-set" ? "StatefulSet" : "Deployment";
    }
    return {};
}

}  // namespace tideline
