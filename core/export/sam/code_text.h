// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tideline {

/// A piece of source code with its marks ("@NAME@") replaced. What is put in are names that the exporter made, never a
/// person's text.
std::string filledCode(std::string_view code, const std::vector<std::pair<std::string_view, std::string>>& marks);

/// "email-sending" as email_sending.
std::string snakeCase(std::string_view slug);
/// "email-sending" as emailSending.
std::string camelCase(std::string_view slug);

}  // namespace tideline
