// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QDialog>

class QLineEdit;
class QPushButton;

namespace tideline {

class DesignSession;
class ElidedLabel;
class ExportTargets;
class FilePreview;
class FileTree;
class TargetList;
class ThemedLabel;
struct BundlePlan;
struct DataFolder;

/// Chooses targets, shows every file before it is written, says what writing would do to the folder, and writes.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    ExportDialog(const DesignSession& session, const DataFolder& folder, QWidget* parent = nullptr);
    QString folder() const;
    void setFolder(const QString& folder);
    ExportTargets& targets() { return *m_targets; }
    QPushButton& writeButton() { return *m_write; }
    /// After writing: "67 files written to ~/work/deploy".
    QString writtenText() const { return m_written; }

private:
    QWidget* makeHead(const QString& title);
    QWidget* makeColumns();
    QWidget* makeFoot();
    void refresh();
    void refreshPlan();
    void showFile(const QString& path);
    std::optional<QString> textInFolder(const QString& path) const;
    void chooseFolder();
    void write();
    ExportTargets* m_targets;
    TargetList* m_list = nullptr;
    FileTree* m_tree = nullptr;
    ThemedLabel* m_count = nullptr;
    FilePreview* m_preview = nullptr;
    QLineEdit* m_folder = nullptr;
    ElidedLabel* m_plan = nullptr;
    ThemedLabel* m_problem = nullptr;
    QPushButton* m_write = nullptr;
    QString m_written;
};

}  // namespace tideline
