// SPDX-License-Identifier: Apache-2.0
#include "app/gui/about_dialog.h"

#include "app/gui/studio_data.h"
#include "widgets/controls/themed_label.h"
#include "widgets/look/icons.h"
#include "widgets/look/palette.h"
#include "widgets/look/style.h"
#include "widgets/look/words.h"

#include <QBoxLayout>
#include <QPushButton>

namespace tideline {

AboutDialog::AboutDialog(const StudioData& studio, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("About Tideline"));
    setPalette(panelPaletteOf(currentTheme()));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 18);
    column->setSpacing(8);
    auto* mark = new QLabel(this);
    mark->setPixmap(brandPixmap(64, devicePixelRatioF()));
    column->addWidget(mark);
    column->addWidget(
        new ThemedLabel(tr("Tideline %1").arg(QStringLiteral(TIDELINE_VERSION)), FontRole::Start, &Theme::t1, this));
    const QStringList lines{
        tr("Draw a hybrid system, see what it costs, take the files with you."),
        tr("Works without a network or an account."),
        tr("%1 of %2, as of %3")
            .arg(countedText(static_cast<qsizetype>(studio.prices.prices.size()), tr("price")),
                 QString::fromStdString(studio.prices.title), asOfText(studio.prices.asOf)),
        tr("Licence: Apache-2.0"),
    };
    for (const QString& line : lines) {
        auto* label = new ThemedLabel(line, FontRole::Body, &Theme::t2, this);
        label->setWrapping();
        column->addWidget(label);
    }
    auto* close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    column->addSpacing(10);
    column->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    setMinimumWidth(420);
}

}  // namespace tideline
