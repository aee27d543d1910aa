#pragma once
/// @file
/// Recommendations: on whose word the physician's recommendations go to the employer.

#include <cstdint>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// How the worker's word on the consent `recommendations` is asked for.
enum class Recommendations : std::uint8_t {
    opt_in,  ///< they go once the worker has agreed
    opt_out  ///< they go unless the worker objects (code du travail, R4624-30)
};

template <>
inline constexpr std::string_view list_name_of<Recommendations> = "recommendations";

template <>
inline constexpr auto terms_of<Recommendations> = std::to_array<Term<Recommendations>>({
    {Recommendations::opt_in, "opt_in", "avec l'accord du salarié", "with the worker's agreement"},
    {Recommendations::opt_out, "opt_out", "sauf opposition du salarié", "unless the worker objects"},
});
static_assert(well_formed(terms_of<Recommendations>));

}  // namespace maintien
