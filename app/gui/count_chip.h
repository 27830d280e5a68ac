// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/controls/themed_label.h"
#include "widgets/look/style.h"
#include "widgets/look/style_paint.h"

#include <QPainter>

namespace tideline {

/// A number on a rounded ground, on the tab of the findings.
class CountChip : public ThemedLabel {
    Q_OBJECT
public:
    explicit CountChip(QWidget* parent) : ThemedLabel(QString(), FontRole::CaptionTitle, &Theme::warn, parent) {
        setAlignment(Qt::AlignCenter);
        setContentsMargins(6, 0, 6, 0);
        setFixedHeight(18);
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        QPainter painter(this);
        paintRounded(&painter, rect(), 9, currentTheme().warnBg, QColor());
        ThemedLabel::paintEvent(event);
    }
};

}  // namespace tideline
