#pragma once
/// @file
/// Merge fields: what a template may name in a letter of each kind.

#include <cstdint>
#include <string>
#include <vector>

#include "maintien/sharing/letter.hpp"

namespace maintien::io::detail {

struct MergeField;

/// The fields of a letter, or of one line of a list in it.
using MergeFields = std::vector<MergeField>;

/// What a merge field holds.
enum class MergeKind : std::uint8_t { text, flag, rows };

/// One merge field by its name: a text, which may be empty; yes or no; or a list.
struct MergeField {
    std::string name;
    MergeKind kind = MergeKind::text;
    std::string text{};
    bool flag = false;
    std::vector<MergeFields> rows{};
};

/// The fields of a letter; a kind of letter always has the same ones, whatever the letter holds.
MergeFields fields_of(const Letter& letter);

/// The names of the fields of a kind of letter, with one line in each list; texts are empty.
MergeFields field_names_of(LetterKind kind);

}  // namespace maintien::io::detail
