#pragma once
/// @file
/// The profile: how a service counts refusals and prints percentages.

namespace maintien {

/// The counting habits of a service that change its published figures.
struct Profile {
    bool refusal_is_entry = false;  ///< a refused file is among the entries, on its refusal day
    bool refusal_is_exit = false;   ///< a refused file is among the exits, on its refusal day
    int decimals = 2;               ///< decimals of printed percentages
    constexpr bool operator==(const Profile&) const = default;
};

}  // namespace maintien
