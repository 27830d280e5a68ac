// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/moved_bill.h"
#include "core/figures/design_model.h"
#include "core/figures/figures.h"

#include <atomic>

namespace tideline {

/// Each service on each host: the bill of the design with this one service moved. Several threads may bill a part each,
/// with shelves of their own for one model.
class HostOptions {
public:
    /// The model and the hosts of the drawn design must outlive it.
    HostOptions(const CostModel& model, const Hosts& drawn);
    /// Bills services until none is left. `drawn` is the bill of the drawn design by the lines of that shelf.
    void bill(UsageShelf& shelf, BillModel& drawn);
    /// In the order of kHosts, by service. `bill` is that of the drawn design; once, when all are billed.
    std::map<ServiceId, std::vector<HostOption>> take(const Bill& bill);

private:
    void billService(UsageShelf& shelf, MovedBill& moved, std::size_t service);

    const CostModel& m_model;
    const Hosts& m_drawn;
    std::vector<std::vector<HostOption>> m_rows;  ///< by service
    std::atomic<std::size_t> m_taken = 0;
};

}  // namespace tideline
