#pragma once
// A report on collective actions as a page for people.

#include <string>

#include "maintien/outreach/outreach_indicators.hpp"
#include "maintien/vocabulary/language.hpp"

namespace maintien::io::detail {

std::string outreach_page(const OutreachReport& report, Language language);

}  // namespace maintien::io::detail
