// SPDX-License-Identifier: Apache-2.0
#include "widgets/look/host_look.h"

namespace tideline {

HostLook hostLook(Host host, const Theme& theme) {
    switch (host) {
    case Host::Kubernetes:
        return {theme.coreMark, theme.coreText, theme.coreSoft, QStringLiteral("cluster"),
                QStringLiteral("Kubernetes")};
    case Host::Function:
        return {theme.edgeMark, theme.edgeText, theme.edgeSoft, QStringLiteral("function"),
                QStringLiteral("Functions")};
    case Host::Wasm:
        return {theme.wasmMark, theme.wasmText, theme.wasmSoft, QStringLiteral("wasm"), QStringLiteral("Wasm")};
    case Host::Managed: break;
    }
    return {theme.busMark, theme.busText, theme.busSoft, QStringLiteral("cloud"), QStringLiteral("Managed")};
}

SeverityLook severityLook(Severity severity, const Theme& theme) {
    switch (severity) {
    case Severity::Problem:
        return {theme.problem, theme.problemBg, theme.problemFill, QStringLiteral("problem"),
                QStringLiteral("problem")};
    case Severity::Warning:
        return {theme.warn, theme.warnBg, theme.warnFill, QStringLiteral("warn"), QStringLiteral("warning")};
    case Severity::Hint: break;
    }
    return {theme.info, theme.infoBg, theme.infoFill, QStringLiteral("info"), QStringLiteral("hint")};
}

}  // namespace tideline
