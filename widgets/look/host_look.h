// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/host.h"
#include "core/rules/finding.h"
#include "widgets/look/theme.h"

#include <QString>

namespace tideline {

/// How a place or a severity is shown, everywhere alike: colour, icon and word.
struct HostLook {
    QColor mark, text, soft;
    QString icon, title;
};
/// Managed services take the colours of the bus: no lane of their own.
HostLook hostLook(Host host, const Theme& theme);

struct SeverityLook {
    QColor text, ground, fill;
    QString icon, word;
};
SeverityLook severityLook(Severity severity, const Theme& theme);

}  // namespace tideline
