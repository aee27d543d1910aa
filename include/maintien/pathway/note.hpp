#pragma once
/// @file
/// Notes: what was expected beside an event and is missing, in words.

#include "maintien/pathway/expectation.hpp"
#include "maintien/pathway/refusal.hpp"

namespace maintien {

namespace detail {

/// The sentence of an event that did not come on the same day.
inline Sentence not_that_day_wording(Event event) {
    const std::string space(no_break);
    return {"Attendu le même jour et absent" + space + ": " + std::string(label_of(event, Language::fr)) + ".",
            "Expected on the same day and missing: " + std::string(label_of(event, Language::en)) + "."};
}

/// The sentence of a measure that no action of the episode names.
inline Sentence without_measure_wording(Measure measure) {
    const std::string space(no_break);
    return {"Attendu plus tôt dans l'épisode et absent" + space + ": " + std::string(label_of(measure, Language::fr)) + ".",
            "Expected earlier in the episode and missing: " + std::string(label_of(measure, Language::en)) + "."};
}

/// The sentence of a word that an event does not say.
inline Sentence unsaid_wording(const Condition& said) {
    std::string fr, en;
    for (const auto& clause : said) {
        fr += (fr.empty() ? "" : ", ") + std::string(label_of(clause.attribute, Language::fr));
        en += (en.empty() ? "" : ", ") + std::string(label_of(clause.attribute, Language::en));
    }
    const std::string space(no_break);
    return {"L'événement ne dit pas ce qui est attendu" + space + ": " + fr + ".", "The event does not say what is expected: " + en + "."};
}

/// The reason of an expected rule that is no guard.
inline Reason reason_of_kind(const ExpectedRule& rule) {
    const auto reason = [](std::string_view condition, Sentence said) {
        return Reason{.condition = condition, .why = "unmet", .fr = std::move(said.fr), .en = std::move(said.en)};
    };
    if (rule.kind == ExpectedKind::same_day) return reason("same_day", not_that_day_wording(rule.beside));
    if (rule.kind == ExpectedKind::after_measure) return reason("after_measure", without_measure_wording(rule.measure));
    return reason("says", unsaid_wording(rule.said));
}

}  // namespace detail

/// Why an event that met `before` lacks what an expected rule of its protocol looks for.
inline std::vector<Reason> reasons_of(const ExpectedRule& rule, const Position& before, const Mark& mark, const Protocol& protocol) {
    std::vector<Reason> reasons;
    if (rule.kind == ExpectedKind::guard) {
        const Judgement judgement{};
        detail::Refused lacking{before, mark, judgement, protocol, {}};
        detail::add_guard(lacking, rule.guard, detail::measured(rule.guard, before, mark, protocol) != GuardStanding::not_recorded);
        reasons = std::move(lacking.reasons);
    } else {
        reasons.push_back(detail::reason_of_kind(rule));
    }
    for (auto& reason : reasons) reason.source = rule.source;
    return reasons;
}

}  // namespace maintien
