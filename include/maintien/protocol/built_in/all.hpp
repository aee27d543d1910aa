#pragma once
/// @file
/// The protocols that come with the library.

#include <array>

#include "maintien/protocol/built_in/aist43_cme.hpp"
#include "maintien/protocol/built_in/common_core.hpp"
#include "maintien/protocol/soundness.hpp"

namespace maintien {

static_assert(unsoundness_of(common_core) == Unsoundness::none);
static_assert(unsoundness_of(aist43_cme) == Unsoundness::none);

/// The built-in protocols, in the order in which they are listed; versions of one name ascend.
inline constexpr std::array<const Protocol*, 2> built_in_protocols{&common_core, &aist43_cme};

/// The built-in protocol called `name` (its latest version) or `name/version`, or none.
constexpr const Protocol* built_in_protocol(std::string_view wanted) {
    const Protocol* found = nullptr;
    const auto slash = wanted.find('/');
    for (const Protocol* protocol : built_in_protocols) {
        if (wanted.substr(0, slash) != protocol->name) continue;
        const bool any_version = slash == std::string_view::npos;
        if (any_version || detail::digits(wanted.substr(slash + 1)) == static_cast<unsigned>(protocol->version)) found = protocol;
    }
    return found;
}

}  // namespace maintien
