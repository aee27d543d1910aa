#pragma once
/// @file
/// How people reach each other.

#include <array>
#include <cstdint>
#include <string_view>

#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// The means by which the cell and a person reach each other.
enum class Channel : std::uint8_t {
    in_person,     ///< in French: en face à face
    phone,         ///< in French: téléphone
    video,         ///< in French: visioconférence
    letter,        ///< in French: courrier
    email,         ///< in French: courriel
    questionnaire  ///< filled in by the worker, at follow-up
};

template <>
inline constexpr std::string_view list_name_of<Channel> = "channel";

template <>
inline constexpr auto terms_of<Channel> = std::to_array<Term<Channel>>({
    {Channel::in_person, "in_person", "en face à face", "in person"},
    {Channel::phone, "phone", "téléphone", "phone"},
    {Channel::video, "video", "visioconférence", "video call"},
    {Channel::letter, "letter", "courrier", "letter"},
    {Channel::email, "email", "courriel", "e-mail"},
    {Channel::questionnaire, "questionnaire", "questionnaire", "questionnaire"},
});
static_assert(well_formed(terms_of<Channel>));

}  // namespace maintien
