#pragma once
/// @file
/// Opinions of unfitness.

#include <optional>
#include <tuple>

#include "maintien/case/field.hpp"

namespace maintien {

/// The occupational physician's opinion that the worker is unfit for the post.
struct UnfitnessOpinion {
    std::optional<int> examination{};  ///< first or second examination
    std::optional<bool> redeployment_possible{};  ///< whether another post in the company is possible
};

template <>
inline constexpr auto fields_of<UnfitnessOpinion> = std::tuple{
    number_field(Attribute::examination, &UnfitnessOpinion::examination, 1, 2),
    optional_field(Attribute::redeployment_possible, &UnfitnessOpinion::redeployment_possible)};

}  // namespace maintien
