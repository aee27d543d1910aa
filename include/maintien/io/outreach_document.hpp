#pragma once
/// @file
/// What was done for many people at once, as a document: `maintien-outreach-report/1`, CSV, or a page for people.

#include <string>

#include "maintien/outreach/outreach_indicators.hpp"
#include "maintien/vocabulary/language.hpp"

namespace maintien::io {

/// A report on collective actions as `maintien-outreach-report/1` (docs/formats.md).
std::string outreach_json(const OutreachReport& report);

/// Its figures as CSV: the same columns, `sources` and `excluded` as `key=value|…`.
std::string outreach_csv(const OutreachReport& report);

/// A report on collective actions for people: the figures with what proves them, the actions, the log of changes.
std::string outreach_text(const OutreachReport& report, Language language);

}  // namespace maintien::io
