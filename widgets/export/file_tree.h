// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/disk/write_bundle.h"

#include <QTreeWidget>

namespace tideline {

/// The files of an export by folder, each with what writing would do to it.
class FileTree : public QTreeWidget {
    Q_OBJECT
public:
    explicit FileTree(QWidget* parent = nullptr);
    void showFiles(const std::vector<TargetBundle>& bundles, const BundlePlan& plan);

Q_SIGNALS:
    /// Path below the folder, with the target.
    void fileChosen(const QString& path);
};

}  // namespace tideline
