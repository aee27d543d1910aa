#include "io/rule_sentences.hpp"

#include <array>

#include "io/protocol_words.hpp"
#include "maintien/pathway/wording.hpp"

namespace maintien::io::detail {

namespace {

constexpr std::array<Text, 3> units{{{"jours", "days"}, {"mois", "months"}, {"jours ouvrables", "working days"}}};

std::string consent_words(const Guard& guard, Language language) {
    using namespace maintien::detail;
    const bool french = language == Language::fr;
    std::string text = french ? "consentement " + of_actor_fr(guard.party) + " " + std::string(to_scope_fr(guard.scope))
                              : "consent " + of_actor_en(guard.party) + " " + std::string(to_scope_en(guard.scope));
    if (guard.implied_by) text += (french ? ", acquis quand il agit lui-même : " : ", implied by his own act: ") + std::string(label_of(*guard.implied_by, language));
    return text;
}

}  // namespace

std::string_view unit_words(LimitUnit unit, Language language) { return in_language(units[static_cast<std::size_t>(unit)], language); }

std::string colon(std::string_view label, Language language) {
    return std::string(label) + std::string(said(language, " : ", ": "));
}

std::string alternatives_of(const Condition& condition, Language language) {
    std::string text;
    for (const auto& clause : condition) {
        std::string codes;
        for (const auto& code : codes_of(clause)) codes += (codes.empty() ? "" : ", ") + code;
        text += (text.empty() ? "" : " ; ") + colon(label_of(clause.attribute, language), language) + codes;
    }
    return text;
}

std::string guard_words(const Guard& guard, Language language) {
    switch (guard.kind) {
        case GuardKind::consent: return consent_words(guard, language);
        case GuardKind::consent_by_recipient:
            return std::string(said(language, "consentement pour chaque destinataire hors de l'équipe", "consent for every recipient outside the team"));
        case GuardKind::after: return colon(said(language, "après", "after"), language) + std::string(label_of(guard.milestone, language));
        case GuardKind::not_after: return colon(said(language, "pas après", "not after"), language) + std::string(label_of(guard.milestone, language));
        case GuardKind::age_at_least:
            return std::to_string(guard.age) + std::string(said(language, " ans ou plus au signalement", " years or more at referral"));
        case GuardKind::origin_in:
            return colon(said(language, "origine", "origin"), language) + maintien::detail::origins_named(guard.origins, language);
        case GuardKind::on_sick_leave: return std::string(said(language, "en arrêt de travail ce jour-là", "on sick leave that day"));
        case GuardKind::anchored: return std::string(said(language, "dans la fenêtre de suivi d'une sortie", "inside the follow-up window of an exit"));
    }
    return {};
}

std::string target_of_row(const Transition& row, Language language) {
    if (row.move.kind == MoveKind::same) return std::string(said(language, "même étape", "same stage"));
    if (row.move.kind == MoveKind::before) return std::string(said(language, "étape d'avant la suspension", "the stage before the suspension"));
    return std::string(label_of(row.move.stage, language));
}

std::string origin_of_row(const Transition& row, Language language) {
    if (row.from == any_stage) return std::string(said(language, "toute étape", "any stage"));
    std::string text = row.from.none ? "—" : "";
    for (const auto& term : terms_of<Stage>)
        if (row.from.stages.contains(term.value)) text += (text.empty() ? "" : " · ") + std::string(label_of(term.value, language));
    return text;
}

std::string guard_sentence(const Guard& guard, Language language) {
    std::string words = guard_words(guard, language);
    if (!guard.when.empty()) words += std::string(said(language, ", si ", ", if ")) + alternatives_of(guard.when, language);
    return words;
}

std::string expected_words(const ExpectedRule& rule, Language language) {
    switch (rule.kind) {
        case ExpectedKind::guard: return guard_words(rule.guard, language);
        case ExpectedKind::same_day: return colon(said(language, "le même jour", "the same day"), language) + std::string(label_of(rule.beside, language));
        case ExpectedKind::after_measure: return colon(said(language, "après une action", "after an action"), language) + std::string(label_of(rule.measure, language));
        case ExpectedKind::says: return alternatives_of(rule.said, language);
    }
    return {};
}

std::string limit_length(const TimeLimit& limit, Language language) {
    std::string text = std::to_string(limit.length) + " " + std::string(unit_words(limit.unit, language));
    text += std::string(said(language, " après ", " after ")) + std::string(label_of(limit.from, language));
    if (limit.holds) text += said(language, ", une suspension arrête le délai", ", a suspension stops the clock");
    return text;
}

std::string limit_words(const TimeLimit& limit, Language language) {
    return colon(in_language(limit.title, language), language) + limit_length(limit, language);
}

}  // namespace maintien::io::detail
