#pragma once
/// @file
/// The protocols that come with the library.

#include <array>

#include "maintien/protocol/built_in/aist43_cme.hpp"
#include "maintien/protocol/built_in/aist63_cme.hpp"
#include "maintien/protocol/built_in/ast_btp_ain.hpp"
#include "maintien/protocol/built_in/common_core.hpp"
#include "maintien/protocol/built_in/mt2i_pspme.hpp"
#include "maintien/protocol/protocol_versions.hpp"

namespace maintien {

static_assert(agree_on_figures(ast_btp_ain_1, ast_btp_ain_2));

/// The built-in protocols, in the order in which they are listed; versions of one name ascend.
inline constexpr std::array<const Protocol*, 6> built_in_protocols{&common_core, &aist63_cme, &ast_btp_ain_1,
                                                                    &ast_btp_ain_2, &mt2i_pspme, &aist43_cme};

/// What a name of the command line means: `name` all its versions, each episode under the one in force on its referral day;
/// `name/version` that version for every episode. Empty when no built-in protocol is called so.
constexpr ProtocolVersions built_in_versions(std::string_view wanted) {
    ProtocolVersions found;
    const auto slash = wanted.find('/');
    for (const Protocol* protocol : built_in_protocols) {
        if (wanted.substr(0, slash) != protocol->name) continue;
        const bool any_version = slash == std::string_view::npos;
        if (any_version || detail::digits(wanted.substr(slash + 1)) == static_cast<unsigned>(protocol->version)) add_version(found, *protocol);
    }
    return found;
}

/// The built-in protocol called `name` (its latest version) or `name/version`, or none.
constexpr const Protocol* built_in_protocol(std::string_view wanted) {
    const auto versions = built_in_versions(wanted);
    return versions.empty() ? nullptr : &latest(versions);
}

}  // namespace maintien
