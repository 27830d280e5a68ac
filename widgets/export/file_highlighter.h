// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QSyntaxHighlighter>

namespace tideline {

/// Keys, texts, numbers and comments of YAML, JSON and TOML in the colours of the theme.
class FileHighlighter : public QSyntaxHighlighter {
    Q_OBJECT
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString& text) override;
};

}  // namespace tideline
