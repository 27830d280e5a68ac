// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace tideline {

/// Who reads a schedule. Kubernetes: five fields, days of the week 0 to 6. EventBridge: the same with 7 for Sunday, one
/// of the two days open, or its own rate(…) and cron(…).
enum class CronReader { Kubernetes, EventBridge };

/// What the reader does not take about a schedule, as the second half of a sentence: "its hour '25' is none of 0 to
/// 23"; nothing where it takes it and it starts at some time. By the grammar of robfig/cron v3, which CronJobs follow.
std::optional<std::string> cronFault(std::string_view text, CronReader reader);

/// The same schedule with the names of its days of the week, "0 6 * * MON,FRI", for readers that count them from
/// 1 = Sunday (Cloudflare Workers). `text` is five fields in which a reader of Kubernetes finds no fault.
std::string cronWithDayNames(std::string_view text);

}  // namespace tideline
