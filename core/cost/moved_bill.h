// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/bill_model.h"

#include <optional>
#include <utility>
#include <vector>

namespace tideline {

/// The bill of a design with one service on another host, at the drawn load. It changes the drawn bill by the lines of
/// that service, those of the cluster and the nodes; where lots or whole sums hang on more, it bills everything again.
class MovedBill {
public:
    /// Both must outlive it; `drawn` is asked for the drawn load here and for no other while this is used.
    MovedBill(UsageShelf& shelf, BillModel& drawn);

    /// Dollars a month: of the design, and of the service's own lines.
    struct Dollars {
        double all = 0, own = 0;
    };
    Dollars on(std::size_t service, Host host);

private:
    /// Units that a price has more or less than in the drawn bill.
    using Changes = std::vector<std::pair<const Price*, double>>;

    Dollars billedAnew(std::size_t service, Host host);
    std::optional<Dollars> billedByChange(std::size_t service, Host host);
    std::optional<Dollars> dollarsOf(Changes changes, const Usages& own);
    std::optional<double> nodesOf(std::size_t service, Host host, const Usages& shared);
    void change(Changes& changes, const Usage& usage, double nodes, double times) const;
    bool isPod(std::size_t service, Host host) const;
    std::vector<std::size_t> sharersWith(std::size_t service) const;

    UsageShelf& m_shelf;
    BillModel& m_drawn;
    bool m_isOfLines = false;  ///< nothing in the drawn bill but priced lines
    Hosts m_hosts;  ///< drawn, with one moved while it is billed
    Changes m_withoutShared;  ///< the data between zones stays: only the connections of the moved service change it
    std::vector<std::size_t> m_sharers;  ///< of lines that services share, enough for any one move
};

}  // namespace tideline
