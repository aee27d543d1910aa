#pragma once
/// @file
/// The key of a case.

#include <compare>
#include <string_view>

namespace maintien {

/// The key of a case: two services may use the same case number.
struct CaseKey {
    std::string_view service{};  ///< the service, empty when the file has none
    std::string_view case_id{};  ///< the case's number in its service
    auto operator<=>(const CaseKey&) const = default;
};

}  // namespace maintien
