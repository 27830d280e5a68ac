// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/design/design.h"

#include <string>

namespace tideline {

/// What the exports of a design need to know of the place where they are deployed, from `settings.exports`. The
/// standards are samples that a person replaces; every README names them.
struct ExportSettings {
    std::string application;  ///< label from the design's title: namespace, chart, stack, first part of names
    std::string region = "us-east-1";  ///< `region`
    std::string account = "111122223333";  ///< `account`: twelve digits
    std::string domain = "example.com";  ///< `domain`: public names are <application>.<domain>
    std::string owner = "platform-team";  ///< `owner`: label of whoever looks after it
    std::string email = "platform-team@example.com";  ///< `email`
    std::string repository;  ///< `repository`: https address of the git repository; empty = a sample
    bool operator==(const ExportSettings&) const = default;

    std::string repositoryUrl() const {
        return repository.empty() ? "https://github.com/example/" + application : repository;
    }

    std::string publicHost() const { return application + "." + domain; }
};

/// Fails for a value that the grammar of its place does not take; `where` is "/settings/exports/<key>".
Result<ExportSettings> exportSettingsOf(const Design& design);

}  // namespace tideline
