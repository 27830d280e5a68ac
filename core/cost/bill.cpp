// SPDX-License-Identifier: Apache-2.0
#include "core/cost/bill.h"

#include <algorithm>

namespace tideline {

Money ownMoney(const Bill& bill, const ServiceId& service) {
    const auto total = std::ranges::lower_bound(bill.byService, service, {}, &ServiceTotal::id);
    return total == bill.byService.end() || total->id != service ? Money{} : total->monthly;
}

}  // namespace tideline
