// SPDX-License-Identifier: Apache-2.0
#include "widgets/palette/host_chips.h"

#include "widgets/look/host_look.h"
#include "widgets/look/icons.h"
#include "widgets/look/style.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace tideline {

namespace {

/// A chip that takes its place's colour from the theme of the moment.
class HostChip : public QToolButton {
public:
    HostChip(Host host, QWidget* parent) : QToolButton(parent), m_host(host) {
        setCheckable(true);
        setAutoRaise(true);
        setFocusPolicy(Qt::StrongFocus);
        takeColor();
        const QString title = hostLook(host, currentTheme()).title;
        setToolTip(HostChips::tr("Only what can run here: %1").arg(title));
        setAccessibleName(toolTip());
    }

protected:
    void changeEvent(QEvent* event) override {
        if (event->type() == QEvent::PaletteChange) {
            takeColor();
        }
        QToolButton::changeEvent(event);
    }

private:
    void takeColor() {
        const HostLook look = hostLook(m_host, currentTheme());
        setIcon(coloredIcon(look.icon, look.text));
    }
    Host m_host;
};

}  // namespace

HostChips::HostChips(QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (const Host host : kHosts) {
        auto* chip = new HostChip(host, this);
        row->addWidget(chip);
        connect(chip, &QToolButton::clicked, this, [this, host, chip](bool isOn) {
            for (QToolButton* other : findChildren<QToolButton*>()) {
                other->setChecked(other == chip && isOn);
            }
            m_chosen = isOn ? std::optional(host) : std::nullopt;
            Q_EMIT choiceChanged();
        });
    }
    row->addStretch(1);
}

}  // namespace tideline
