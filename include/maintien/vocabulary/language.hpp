#pragma once
/// @file
/// The languages the field is spoken to in.

#include <cstdint>

namespace maintien {

/// The language a label, a letter or a table is written in. It is always an argument, never a locale.
enum class Language : std::uint8_t {
    fr,  ///< French, the language of the services and of the law
    en   ///< English
};

}  // namespace maintien
