#pragma once
/// @file
/// Targets: what a service has promised.

#include <string_view>

namespace maintien {

/// A promised figure and the indicator it is measured with.
struct Target {
    std::string_view id;         ///< the target's name in reports
    std::string_view indicator;  ///< the indicator it is about
    std::string_view variant;    ///< its variant, empty for the plain one
    bool per_year = false;       ///< whether the value is a yearly count, prorated to the period
    double value = 0;            ///< cases a year, or a proportion
    constexpr bool operator==(const Target&) const = default;
};

}  // namespace maintien
