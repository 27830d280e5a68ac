// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/export_bundle.h"

#include <QWidget>

class QToolButton;

namespace tideline {

class CodeView;
class ElidedLabel;
class SegmentedControl;
class ThemedLabel;

/// One file before it is written: its text with line numbers, or how it differs from the one in the folder.
class FilePreview : public QWidget {
    Q_OBJECT
public:
    explicit FilePreview(QWidget* parent = nullptr);
    /// `onDisk`: the text that stands in the folder now; nothing where there is no such file.
    void showFile(const QString& path, const QString& text, const std::optional<QString>& onDisk);
    CodeView& code() { return *m_code; }
    SegmentedControl& views() { return *m_views; }

private:
    void refresh();
    ElidedLabel* m_path;
    SegmentedControl* m_views;
    QToolButton* m_copy;
    CodeView* m_code;
    QString m_text;
    std::optional<QString> m_onDisk;
};

}  // namespace tideline
