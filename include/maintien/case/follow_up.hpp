#pragma once
/// @file
/// Follow-up answers.

#include <optional>
#include <tuple>

#include "maintien/case/field.hpp"
#include "maintien/vocabulary/channel.hpp"
#include "maintien/vocabulary/follow_up_answer.hpp"

namespace maintien {

/// What is known of the worker at a horizon after the exit, or that nobody answered.
struct FollowUp {
    Answer answer = Answer::not_sent;  ///< the answer
    int horizon = 12;  ///< months after the exit
    std::optional<Channel> channel{};  ///< how the worker was asked
    std::optional<int> attempt{};  ///< number of the attempt
};

template <>
inline constexpr auto fields_of<FollowUp> = std::tuple{
    required_field(Attribute::answer, &FollowUp::answer),
    Field<FollowUp, int>{Attribute::horizon, &FollowUp::horizon, true, 1, 255},
    optional_field(Attribute::channel, &FollowUp::channel),
    number_field(Attribute::attempt, &FollowUp::attempt, 1, 65535)};

}  // namespace maintien
