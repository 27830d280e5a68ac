// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id.h"
#include "core/figures/figures.h"

#include <QWidget>
#include <vector>

namespace tideline {

/// "Monthly cost": the lines of some services with units, money and, in the tooltip, where each number comes from; and
/// their part of the nodes, so that the sum is the one of their cards.
class CostLines : public QWidget {
    Q_OBJECT
public:
    CostLines(const Figures& figures, const std::vector<ServiceId>& ids, QWidget* parent = nullptr);
};

}  // namespace tideline
