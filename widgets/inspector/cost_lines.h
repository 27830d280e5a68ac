// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id.h"
#include "core/cost/bill.h"

#include <QWidget>
#include <vector>

namespace tideline {

/// "Monthly cost": the lines of some services with units, money and, in the tooltip, where each number comes from.
class CostLines : public QWidget {
    Q_OBJECT
public:
    CostLines(const Bill& bill, const std::vector<ServiceId>& ids, QWidget* parent = nullptr);
};

}  // namespace tideline
