// SPDX-License-Identifier: Apache-2.0
#include "widgets/export/file_tree.h"

#include "widgets/look/fonts.h"
#include "widgets/look/icons.h"
#include "widgets/look/style.h"

#include <QHeaderView>
#include <QSignalBlocker>
#include <map>

namespace tideline {

namespace {

constexpr int kPathRole = Qt::UserRole;

QString stateText(FileState state) {
    switch (state) {
    case FileState::New: return FileTree::tr("new");
    case FileState::Changed: return FileTree::tr("changed");
    case FileState::Edited: return FileTree::tr("edited");
    case FileState::Obsolete: return FileTree::tr("removed");
    case FileState::ObsoleteKept: return FileTree::tr("kept");
    case FileState::Same: break;
    }
    return {};
}

QString stateTip(const PlannedFile& file) {
    if (file.state == FileState::Edited) {
        return FileTree::tr("You edited this file. It is kept; ours is written beside it as %1.")
            .arg(QString::fromStdString(file.beside));
    }
    return file.state == FileState::ObsoleteKept
               ? FileTree::tr("Not part of this export any more, but you edited it: it stays.")
               : QString();
}

/// What a person reads first.
bool isReadMe(const QString& path) {
    return path.endsWith(QLatin1String("/README.md"));
}

/// The row of a path, with the folders above it.
QTreeWidgetItem* rowFor(QTreeWidget& tree, std::map<QString, QTreeWidgetItem*>& rows, const QString& path) {
    if (const auto at = rows.find(path); at != rows.end()) {
        return at->second;
    }
    const qsizetype slash = path.lastIndexOf(QLatin1Char('/'));
    auto* row = slash < 0 ? new QTreeWidgetItem(&tree) : new QTreeWidgetItem(rowFor(tree, rows, path.left(slash)));
    row->setText(0, path.mid(slash + 1));
    row->setIcon(0, coloredIcon(QStringLiteral("folder"), currentTheme().t2));
    row->setSizeHint(0, QSize(100, 24));
    row->setExpanded(true);
    rows[path] = row;
    return row;
}

}  // namespace

FileTree::FileTree(QWidget* parent) : QTreeWidget(parent) {
    setColumnCount(2);
    setHeaderHidden(true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    setFrameShape(QFrame::NoFrame);
    setIndentation(16);
    setUniformRowHeights(true);
    setFont(fontOf(FontRole::Small));
    setAccessibleName(tr("Files"));
    connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* row) {
        const QString path = row ? row->data(0, kPathRole).toString() : QString();
        if (!path.isEmpty()) {
            Q_EMIT fileChosen(path);
        }
    });
}

void FileTree::showFiles(const std::vector<TargetBundle>& bundles, const BundlePlan& plan) {
    const QString before = currentItem() ? currentItem()->data(0, kPathRole).toString() : QString();
    QTreeWidgetItem* chosen = nullptr;
    {
        const QSignalBlocker quiet(this);
        clear();
        std::map<QString, QTreeWidgetItem*> rows;
        bool hasReadMe = false;
        for (const TargetBundle& bundle : bundles) {
            for (const ExportFile& file : bundle.bundle.files) {
                const QString path = QString::fromStdString(bundle.target + "/" + file.path);
                QTreeWidgetItem* row = rowFor(*this, rows, path);
                row->setIcon(0, coloredIcon(QStringLiteral("file"), currentTheme().t2));
                row->setSizeHint(0, QSize(100, 24));
                row->setData(0, kPathRole, path);
                const bool isFirst = !chosen || (before.isEmpty() && isReadMe(path) && !hasReadMe);
                hasReadMe = hasReadMe || isReadMe(path);
                chosen = path == before || isFirst ? row : chosen;
            }
        }
        for (const PlannedFile& file : plan.files) {
            const auto at = rows.find(QString::fromStdString(file.path));
            if (at != rows.end()) {
                at->second->setText(1, stateText(file.state));
                at->second->setToolTip(1, stateTip(file));
            }
        }
    }
    if (chosen) {
        setCurrentItem(nullptr);
        setCurrentItem(chosen);
    }
}

}  // namespace tideline
