// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/gui/picture.h"

#include <QStringList>
#include <optional>
#include <string>
#include <vector>

namespace tideline {

/// What the program was called with.
struct StudioCommand {
    QString design;  ///< empty: the start page
    std::optional<PictureRequest> render;
    QString dataFolder;
    std::vector<std::string> priceFiles;
    bool wantsHelp = false, wantsVersion = false;
};

/// Fails for an unknown option or a missing value; the message is for standard error, with exit code 2.
Result<StudioCommand> readStudioCommand(const QStringList& arguments);
QString studioHelp();

}  // namespace tideline
