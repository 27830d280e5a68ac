// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/host.h"

#include <QWidget>
#include <optional>

class QButtonGroup;

namespace tideline {

/// A row of places of which at most one filters the palette.
class HostChips : public QWidget {
    Q_OBJECT
public:
    explicit HostChips(QWidget* parent = nullptr);
    std::optional<Host> chosen() const { return m_chosen; }

Q_SIGNALS:
    void choiceChanged();

private:
    std::optional<Host> m_chosen;
};

}  // namespace tideline
