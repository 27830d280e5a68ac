// SPDX-License-Identifier: Apache-2.0
#include "widgets/export/export_targets.h"

#include <QCoreApplication>
#include <algorithm>

namespace tideline {

ExportTargets::ExportTargets(const Analysis& analysis, const DataFolder& folder, QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
    ExportOptions options;
    if (Result<std::vector<SourceText>> files = folder.chartFiles(realDisk())) {
        options.chartTemplates = std::move(*files);
    }
    const auto shared = std::make_shared<const Analysis>(analysis);
    for (const Exporter& exporter : exporters()) {
        m_rows.push_back({.exporter = &exporter});
    }
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        m_pool.start([this, row, shared, options] {
            auto result = std::make_shared<Result<ExportBundle>>(m_rows[row].exporter->build(*shared, options));
            QMetaObject::invokeMethod(
                this,
                [this, row, result] {
                    m_rows[row].result = std::move(*result);
                    Q_EMIT changed();
                },
                Qt::QueuedConnection);
        });
    }
}

ExportTargets::~ExportTargets() {
    m_pool.clear();
    m_pool.waitForDone();
}

void ExportTargets::choose(std::size_t row, bool isChosen) {
    m_rows.at(row).isChosen = isChosen;
    Q_EMIT changed();
}

bool ExportTargets::isBuilding() const {
    return std::ranges::any_of(m_rows, [](const ExportTarget& target) { return !target.result; });
}

void ExportTargets::finish() {
    m_pool.waitForDone();
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
}

QString ExportTargets::obstacle() const {
    bool hasChosen = false;
    for (const ExportTarget& target : m_rows) {
        if (target.isChosen && target.result && !*target.result) {
            const QString title =
                QString::fromUtf8(target.exporter->title.data(), static_cast<qsizetype>(target.exporter->title.size()));
            return QStringLiteral("%1: %2").arg(title, QString::fromStdString(describe(target.result->error())));
        }
        hasChosen = hasChosen || target.isChosen;
    }
    return hasChosen ? QString() : tr("Choose at least one target.");
}

std::vector<TargetBundle> ExportTargets::chosenBundles() const {
    std::vector<TargetBundle> bundles;
    for (const ExportTarget& target : m_rows) {
        if (target.isChosen && target.result && *target.result) {
            bundles.push_back({std::string(target.exporter->key), **target.result});
        }
    }
    return bundles;
}

std::size_t ExportTargets::chosenFiles() const {
    std::size_t count = 0;
    for (const TargetBundle& bundle : chosenBundles()) {
        count += bundle.bundle.files.size();
    }
    return count;
}

}  // namespace tideline
