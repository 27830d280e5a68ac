// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/export/line_changes.h"

#include <QPlainTextEdit>

namespace tideline {

class FileHighlighter;

/// A text to read: monospaced, in the colours of its language, with line numbers; or the comparison of two texts.
class CodeView : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit CodeView(QWidget* parent = nullptr);
    /// `path` says the language.
    void showText(const QString& path, const QString& text);
    void showChanges(const QString& path, std::vector<ChangedLine> lines);
    /// A sentence instead of a text.
    void showRemark(const QString& sentence);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    class Margin;
    void takeTheme();
    void layOutMargin();
    void paintMargin(QPaintEvent* event);
    QString numberOf(int line) const;
    Margin* m_margin;
    FileHighlighter* m_colours;
    std::vector<ChangedLine> m_changes;
    bool m_hasNumbers = true;
};

}  // namespace tideline
