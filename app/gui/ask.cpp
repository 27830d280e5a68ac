// SPDX-License-Identifier: Apache-2.0
#include "app/gui/ask.h"

#include "widgets/controls/themed_label.h"
#include "widgets/look/palette.h"
#include "widgets/look/style.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QDialog>
#include <QPushButton>

namespace tideline {

void tell(QWidget* parent, const QString& title, const QString& text) {
    ask(parent, title, text, {QCoreApplication::translate("tideline", "Close")});
}

int ask(QWidget* parent, const QString& title, const QString& text, const QStringList& buttons) {
    QDialog dialog(parent);
    dialog.setWindowTitle(QCoreApplication::translate("tideline", "Tideline"));
    dialog.setPalette(panelPaletteOf(currentTheme()));
    auto* column = new QVBoxLayout(&dialog);
    column->setContentsMargins(20, 20, 20, 18);
    column->setSpacing(8);
    auto* head = new ThemedLabel(title, FontRole::Section, &Theme::t1, &dialog);
    auto* body = new ThemedLabel(text, FontRole::Body, &Theme::t2, &dialog);
    head->setWrapping();
    body->setWrapping();
    body->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(head);
    column->addWidget(body);
    column->addSpacing(10);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    const QString cancel = QCoreApplication::translate("tideline", "Cancel");
    int chosen = static_cast<int>(buttons.contains(cancel) ? buttons.indexOf(cancel) : buttons.size() - 1);
    for (int i = static_cast<int>(buttons.size()) - 1; i >= 0; --i) {
        auto* button = new QPushButton(buttons[i], &dialog);
        button->setAutoDefault(false);
        button->setDefault(i == 0);
        button->setMinimumHeight(32);
        QObject::connect(button, &QPushButton::clicked, &dialog, [&dialog, &chosen, i] {
            chosen = i;
            dialog.accept();
        });
        row->addWidget(button);
    }
    column->addLayout(row);
    constexpr int kWidth = 440;
    dialog.setMinimumWidth(kWidth);
    dialog.resize(kWidth, column->totalHeightForWidth(kWidth));
    dialog.exec();
    return chosen;
}

}  // namespace tideline
