// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

#include <span>

namespace tideline {

/// A language that handlers are written in.
struct SamLanguage {
    std::string_view key;      ///< of the kinds' runtimes: "python"
    std::string_view title;    ///< "Python 3.13"
    std::string_view runtime;  ///< of Lambda
    std::string_view handler;
    /// The folder src/<slug> and the unit test of a function.
    std::vector<ExportFile> (*files)(const SamBuild&, const SamService&);
    /// Metadata that tells `sam build` how; null for none.
    YamlValue (*metadata)();
    std::string_view test;  ///< the command that runs the unit tests of all its functions, from the bundle's folder
    /// Files that all functions of the language share; null for none.
    std::vector<ExportFile> (*shared)();
};

std::span<const SamLanguage> samLanguages();
/// The language of a service: its field `runtime`, or the first runtime of its kind that has a row; Python where
/// neither has.
struct LanguageChoice {
    const SamLanguage* language;
    std::string missing;  ///< the runtime that was asked for, or that the kind prefers, and has no row; empty else
};
LanguageChoice languageOf(const SamService& service);

}  // namespace tideline
