// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace tideline {

/// Something was not done. `message` says what is wrong with the values and what was expected or what to do:
/// lower-case start, no full stop. `where` is the place, printed first: "/services/0/name", "kinds/cache.yaml:12:7".
struct Error {
    std::string message;
    std::string where;
    bool operator==(const Error&) const = default;
};

/// "where: message", or the message alone where there is no place.
inline std::string describe(const Error& error) {
    return error.where.empty() ? error.message : error.where + ": " + error.message;
}

/// A value, or why there is none. Dropping one is a warning, so an error.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
public:
    using tl::expected<T, Error>::expected;
};

inline tl::unexpected<Error> failure(std::string message, std::string where = {}) {
    return tl::unexpected<Error>(Error{std::move(message), std::move(where)});
}

namespace detail {
template <class R>
auto valueOf(R&& result) {
    if constexpr (!std::is_void_v<typename std::remove_cvref_t<R>::value_type>) {
        return std::move(*result);
    }
}
}  // namespace detail

}  // namespace tideline

/// The value of a Result; where there is none, the enclosing function returns the error. Not for a part of an
/// initialiser in braces: g++ does not destroy the parts before it when the function returns from there.
#define TRY(expression)                                                     \
    __extension__({                                                         \
        auto tidelineResult = (expression);                                 \
        if (!tidelineResult) {                                              \
            return tl::unexpected<tideline::Error>(tidelineResult.error()); \
        }                                                                   \
        tideline::detail::valueOf(std::move(tidelineResult));               \
    })
