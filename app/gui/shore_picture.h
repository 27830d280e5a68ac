// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QWidget>

namespace tideline {

/// The shoreline of the start page with the mark on it, painted from the theme.
class ShorePicture : public QWidget {
    Q_OBJECT
public:
    explicit ShorePicture(QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// A rounded panel with a frame, for lists on the ground of bars.
class Plate : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace tideline
