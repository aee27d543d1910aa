#pragma once
/// @file
/// Contacts with the worker and with the employer.

#include <optional>
#include <tuple>

#include "maintien/case/field.hpp"
#include "maintien/vocabulary/channel.hpp"

namespace maintien {

/// The cell tried to reach the worker and nobody answered.
struct ContactAttempt {
    Channel channel = Channel::phone;  ///< how
};

template <>
inline constexpr auto fields_of<ContactAttempt> = std::tuple{
    required_field(Attribute::channel, &ContactAttempt::channel)};

/// The worker and the cell are in touch; by default the worker calls.
struct FirstContact {
    Channel channel = Channel::phone;  ///< how
};

template <>
inline constexpr auto fields_of<FirstContact> = std::tuple{
    required_field(Attribute::channel, &FirstContact::channel)};

/// The cell and the employer are in touch.
struct EmployerContact {
    Channel channel = Channel::phone;  ///< how
    std::optional<bool> incoming{};  ///< whether the employer called
};

template <>
inline constexpr auto fields_of<EmployerContact> = std::tuple{
    required_field(Attribute::channel, &EmployerContact::channel),
    optional_field(Attribute::incoming, &EmployerContact::incoming)};

}  // namespace maintien
