#pragma once
/// @file
/// Which cases stand behind a figure, as a document (`maintien-explanation/1`) or as a list for people.

#include <iosfwd>
#include <string>
#include <string_view>

#include "maintien/indicators/explain.hpp"
#include "maintien/vocabulary/language.hpp"

namespace maintien::io {

/// An explanation as `maintien-explanation/1`: the names of the figure, then its numerator, its denominator and what is left
/// out, each as a list of `{service, case, episode, times}` in the order of the cases' keys. `protocol` is the protocol as it was asked for.
/// The figure counts each episode `times` times: the times of the numerator add up to its numerator. A mean or median lists the
/// episodes it is taken over as its denominator; `persons` counts a worker of several listed cases once.
std::string explanation_json(const Study& study, const Explanation& explanation, std::string_view protocol);

/// The same, written to a stream piece by piece.
void write_explanation_json(std::ostream& out, const Study& study, const Explanation& explanation, std::string_view protocol);

/// An explanation for people: the figure by name, its number, then a line for each episode; of `persons` the number of persons and of episodes.
std::string explanation_text(const Study& study, const Explanation& explanation, Language language);

/// The same, written to a stream piece by piece.
void write_explanation_text(std::ostream& out, const Study& study, const Explanation& explanation, Language language);

}  // namespace maintien::io
