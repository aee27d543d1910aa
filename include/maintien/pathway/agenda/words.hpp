#pragma once
/// @file
/// The computation of a day, in words: whoever reads an agenda can check it with a calendar.

#include <span>
#include <string>

#include "maintien/pathway/agenda/clock.hpp"
#include "maintien/pathway/wording.hpp"
#include "maintien/vocabulary/day_in_words.hpp"

namespace maintien {

/// Adds words to a sentence.
inline void append(Sentence& sentence, std::string_view fr, std::string_view en) {
    sentence.fr += fr;
    sentence.en += en;
}

/// Adds the same words, a code or a number, to a sentence.
inline void append(Sentence& sentence, std::string_view both) { append(sentence, both, both); }

/// Adds a day in words to a sentence.
inline void append(Sentence& sentence, Day day) {
    append(sentence, day_in_words(day, Language::fr), day_in_words(day, Language::en));
}

/// Adds the word for a code to a sentence.
template <ClosedList Code>
void append(Sentence& sentence, Code code) {
    append(sentence, label_of(code, Language::fr), label_of(code, Language::en));
}

/// A number of things: 0 jour, 1 jour, 2 jours; 0 days, 1 day, 2 days.
struct Noun {
    std::string_view fr;   ///< French, one of it
    std::string_view frs;  ///< French, several
    std::string_view en;   ///< English, one of it
    std::string_view ens;  ///< English, several
};

inline constexpr Noun day_noun{"jour", "jours", "day", "days"};                                               ///< civil days
inline constexpr Noun month_noun{"mois", "mois", "month", "months"};                                          ///< calendar months
inline constexpr Noun working_day_noun{"jour ouvrable", "jours ouvrables", "working day", "working days"};    ///< Monday to Saturday except public holidays

/// Adds a counted noun to a sentence.
inline void append(Sentence& sentence, int count, const Noun& noun) {
    const std::string number = std::to_string(count) + " ";
    append(sentence, number + std::string(count < 2 ? noun.fr : noun.frs), number + std::string(count == 1 ? noun.en : noun.ens));
}

/// The noun of a unit.
constexpr const Noun& noun_of(LimitUnit unit) {
    if (unit == LimitUnit::months) return month_noun;
    return unit == LimitUnit::days ? day_noun : working_day_noun;
}

/// A sentence that begins with a capital: the first computation of an item.
inline Sentence sentence_of(std::string_view fr, std::string_view en) { return {capitalised(std::string(fr)), capitalised(std::string(en))}; }

/// "What, on a day, and a length is a day": Signalement le 2 janvier 2024 + 15 jours = 17 janvier 2024.
inline Sentence sum_in_words(std::string_view fr, std::string_view en, Day start, int length, LimitUnit unit, Day result) {
    Sentence said = sentence_of(fr, en);
    append(said, " le ", " on ");
    append(said, start);
    append(said, " + ");
    append(said, length, noun_of(unit));
    append(said, " = ");
    append(said, result);
    return said;
}

/// "What, on a day".
inline Sentence fact_in_words(std::string_view fr, std::string_view en, Day on) {
    Sentence said = sentence_of(fr, en);
    append(said, " le ", " on ");
    append(said, on);
    return said;
}

/// "What: a day", for a day that stands in the file itself.
inline Sentence noted_in_words(std::string_view fr, std::string_view en, Day day) {
    Sentence said = sentence_of(fr, en);
    append(said, "\u00A0: ", ": ");
    append(said, day);
    return said;
}

/// Adds a further clause to a computation.
inline void next_clause(Sentence& said) { append(said, "\u00A0; ", "; "); }

/// Adds the suspensions that held a clock to its computation, and when it runs out.
inline void append_held(Sentence& said, std::span<const Pause> pauses, Day start, const ClockEnd& end) {
    if (end.held == 0) return;
    for (const auto& pause : pauses) {
        if (known(pause.to) && pause.to <= start) continue;
        next_clause(said);
        append(said, known(pause.to) ? "suspendu du " : "suspendu depuis le ", known(pause.to) ? "suspended from " : "suspended since ");
        append(said, std::max(pause.from, start));
        if (!known(pause.to)) continue;
        append(said, " au ", " to ");
        append(said, pause.to);
    }
    next_clause(said);
    append(said, "horloge arrêtée ", "clock held for ");
    append(said, end.held, day_noun);
    append(said, " = ");
    append(said, end.due);
    if (!pauses.empty() && !known(pauses.back().to)) append(said, " si la reprise a lieu ce jour", " if the file is resumed today");
}

}  // namespace maintien
