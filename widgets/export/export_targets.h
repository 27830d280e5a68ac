// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/disk/data_folder.h"
#include "core/disk/write_bundle.h"
#include "core/export/exporter.h"

#include <QObject>
#include <QThreadPool>
#include <memory>
#include <optional>

namespace tideline {

/// One target of the dialog: whether it is to be written, and what came out.
struct ExportTarget {
    const Exporter* exporter = nullptr;
    bool isChosen = true;
    std::optional<Result<ExportBundle>> result;  ///< absent while it is built
};

/// Builds every target in the background, and knows what writing the chosen ones would do.
class ExportTargets : public QObject {
    Q_OBJECT
public:
    /// The analysis is copied; `folder` holds the chart's template files.
    ExportTargets(const Analysis& analysis, const DataFolder& folder, QObject* parent = nullptr);
    ~ExportTargets() override;
    const std::vector<ExportTarget>& rows() const { return m_rows; }
    void choose(std::size_t row, bool isChosen);
    bool isBuilding() const;
    /// Waits for the answers (tests).
    void finish();
    /// Why nothing can be written; empty where it can.
    QString obstacle() const;
    std::vector<TargetBundle> chosenBundles() const;
    std::size_t chosenFiles() const;

Q_SIGNALS:
    void changed();

private:
    std::vector<ExportTarget> m_rows;
    QThreadPool m_pool;
};

}  // namespace tideline
