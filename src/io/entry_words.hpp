#pragma once
/// @file
/// An entry of a file in words.

#include <string>
#include <string_view>

#include "io/phrases.hpp"
#include "maintien/case/entry.hpp"
#include "maintien/pathway/wording.hpp"

namespace maintien::io::detail {

/// What an entry says, beside its event and its day: "origine : visite de préreprise, cause : …"; empty when it says nothing more.
std::string said_in_words(const Entry& entry, Language language);

/// What is said of a case: "salarié (pseudonyme) : w1, …".
std::string said_in_words(const CaseAttributes& about, Language language);

}  // namespace maintien::io::detail
