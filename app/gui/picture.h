// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "widgets/look/theme.h"

#include <QSize>
#include <QString>

class QWidget;

namespace tideline {

class DesignSession;

enum class PictureSubject { Canvas, Chart };

struct PictureRequest {
    QString path;  ///< *.png, *.svg or *.pdf
    PictureSubject subject = PictureSubject::Canvas;
    bool isDark = false;
    QSize size{1440, 900};
};

/// Draws the analysed design of the session into a file: shapes in SVG and PDF, twice the size in PNG.
Result<void> savePicture(DesignSession& session, const PictureRequest& request);
/// The same after asking where; what to say in the status line, empty where the person cancelled.
QString askAndSavePicture(DesignSession& session, QWidget* parent);

}  // namespace tideline
