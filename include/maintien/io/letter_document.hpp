#pragma once
/// @file
/// Letters as text, by a Mustache template, or as merge fields for a program that has its own (`maintien-letter/1`).

#include <string>
#include <string_view>

#include "maintien/io/source.hpp"
#include "maintien/sharing/letter.hpp"

namespace maintien::io {

/// The merge fields of a letter as `maintien-letter/1`: `format`, `kind`, `signer`, `addressee`, `partner`, `copies`, `as_of`, then
/// `fields`, the very ones a template may name. Each day and each code comes three times: as in documents, in French (`_fr`) and in English (`_en`).
std::string letter_json(const Letter& letter);

/// The French template that comes with the library for a kind of letter. Names and addresses are not in the library: it prints pseudonyms,
/// which the service replaces.
std::string_view letter_template(LetterKind kind);

/// A letter in the words of a Mustache template, as plain text: nothing is escaped.
/// @throws DocumentError when the template, called `name` in its faults, is not UTF-8, is not well formed, or names a field the letter does not have.
std::string letter_text(const Letter& letter, std::string_view template_text, const std::string& name);

/// A letter in the words of the library's own template.
std::string letter_text(const Letter& letter);

/// The reasons against a letter, a line each.
std::string refusal_text(const LetterReply& reply, Language language);

}  // namespace maintien::io
