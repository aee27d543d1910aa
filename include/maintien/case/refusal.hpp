#pragma once
/// @file
/// Refusals by the worker.

#include <tuple>

#include "maintien/case/field.hpp"
#include "maintien/vocabulary/reason.hpp"

namespace maintien {

/// The worker says no: before entry a refusal, after it a withdrawal.
struct Refusal {
    RefusalReason reason = RefusalReason::does_not_wish;  ///< why
};

template <>
inline constexpr auto fields_of<Refusal> = std::tuple{
    required_field(Attribute::refusal_reason, &Refusal::reason)};

}  // namespace maintien
