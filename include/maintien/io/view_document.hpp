#pragma once
/// @file
/// A case as one reader may see it, as a document (`maintien-view/1`) or as a page for people.

#include <string>

#include "maintien/sharing/view.hpp"
#include "maintien/vocabulary/language.hpp"

namespace maintien::io {

/// A view as `maintien-view/1` (docs/formats.md): a key whose content is not for the reader is absent, and so is all that names the case
/// when nothing in it is.
std::string view_json(const View& view);

/// A view as a page for people; what is not for the reader is absent.
std::string view_text(const View& view, Language language);

}  // namespace maintien::io
