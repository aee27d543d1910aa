#include "maintien/io/protocol_text.hpp"

#include <array>

#include "io/phrases.hpp"
#include "io/protocol_words.hpp"
#include "maintien/indicators/percentage.hpp"
#include "maintien/pathway/wording.hpp"

namespace maintien::io {

namespace {

using detail::said;

constexpr std::array<Text, 3> units{{{"jours", "days"}, {"mois", "months"}, {"jours ouvrables", "working days"}}};

/// « étiquette : », "label: ".
std::string colon(std::string_view label, Language language) {
    return std::string(label) + std::string(said(language, " : ", ": "));
}

std::string alternatives_of(const Condition& condition, Language language) {
    std::string text;
    for (const auto& clause : condition) {
        std::string codes;
        for (const auto& code : detail::codes_of(clause)) codes += (codes.empty() ? "" : ", ") + code;
        text += (text.empty() ? "" : " ; ") + colon(label_of(clause.attribute, language), language) + codes;
    }
    return text;
}

std::string consent_words(const Guard& guard, Language language) {
    using namespace maintien::detail;
    const bool french = language == Language::fr;
    std::string text = french ? "consentement " + of_actor_fr(guard.party) + " " + std::string(to_scope_fr(guard.scope))
                              : "consent " + of_actor_en(guard.party) + " " + std::string(to_scope_en(guard.scope));
    if (guard.implied_by) text += (french ? ", acquis quand il agit lui-même : " : ", implied by his own act: ") + std::string(label_of(*guard.implied_by, language));
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

std::string row_text(const Transition& row, Language language) {
    std::string head = std::string(row.id) + "  " + std::string(label_of(row.event, language));
    if (!row.when.empty()) head += " (" + alternatives_of(row.when, language) + ")";
    std::string text = detail::wrapped(head, 6, 2);
    text += detail::wrapped(origin_of_row(row, language) + " → " + target_of_row(row, language), 8, 6);
    for (const auto& guard : row.guards) {
        std::string words = "- " + guard_words(guard, language);
        if (!guard.when.empty()) words += std::string(said(language, ", si ", ", if ")) + alternatives_of(guard.when, language);
        text += detail::wrapped(words, 8, 6);
    }
    return text + detail::wrapped("[" + std::string(row.source) + "]", 8, 6);
}

std::string expected_text(const ExpectedRule& rule, Language language) {
    std::string head = std::string(rule.id) + "  " + std::string(label_of(rule.event, language));
    if (!rule.when.empty()) head += " (" + alternatives_of(rule.when, language) + ")";
    std::string words;
    switch (rule.kind) {
        case ExpectedKind::guard: words = guard_words(rule.guard, language); break;
        case ExpectedKind::same_day: words = colon(said(language, "le même jour", "the same day"), language) + std::string(label_of(rule.beside, language)); break;
        case ExpectedKind::after_measure: words = colon(said(language, "après une action", "after an action"), language) + std::string(label_of(rule.measure, language)); break;
        case ExpectedKind::says: words = alternatives_of(rule.said, language); break;
    }
    return detail::wrapped(head, 6, 2) + detail::wrapped("- " + words, 8, 6) + detail::wrapped("[" + std::string(rule.source) + "]", 8, 6);
}

std::string limit_words(const TimeLimit& limit, Language language) {
    std::string text = colon(in_language(limit.title, language), language) + std::to_string(limit.length) + " " + std::string(in_language(units[static_cast<std::size_t>(limit.unit)], language));
    text += std::string(said(language, " après ", " after ")) + std::string(label_of(limit.from, language));
    if (limit.holds) text += said(language, ", une suspension arrête le délai", ", a suspension stops the clock");
    return text;
}

template <class Numbers>
std::string numbers_joined(const Numbers& numbers) {
    std::string text;
    for (const int number : numbers) text += (text.empty() ? "" : ", ") + std::to_string(number);
    return text;
}

template <ClosedList Code>
std::string labels_joined(CodeSet<Code> set, Language language) {
    std::string text;
    for (const auto& term : terms_of<Code>)
        if (set.contains(term.value)) text += (text.empty() ? "" : ", ") + std::string(label_of(term.value, language));
    return text;
}

std::string heading(Language language, std::string_view fr, std::string_view en) { return "\n" + std::string(said(language, fr, en)) + "\n"; }

std::string line(std::string text) { return detail::wrapped(text, 4, 2); }

std::string base_text(const Protocol& protocol, Language language) {
    if (protocol.base.empty()) return {};
    std::string text = line(colon(said(language, "Variante de", "Variant of"), language) + std::string(protocol.base));
    for (const auto& [rule, reason] : protocol.relaxes)
        text += detail::wrapped("- " + colon(said(language, "assouplit", "relaxes"), language) + std::string(rule) + " (" + std::string(reason) + ")", 6, 4);
    return text;
}

std::string follow_up_text(const Protocol& protocol, Language language) {
    const auto& schedule = protocol.follow_up;
    std::string text = heading(language, "Suivi", "Follow-up");
    text += line(colon(said(language, "Mois après la sortie", "Months after the exit"), language) + numbers_joined(schedule.horizons));
    text += line(std::string(said(language, "De ", "From ")) + std::to_string(schedule.opens_before_days) + std::string(said(language, " jours avant à ", " days before to ")) +
                 std::to_string(schedule.closes_after_days) + std::string(said(language, " jours après", " days after")));
    text += line(colon(said(language, "Sans suivi", "Not followed"), language) + labels_joined(schedule.except, language));
    return text;
}

/// The outcomes a protocol reads otherwise than the field does.
std::string outcome_text(const Protocol& protocol, Language language) {
    std::string text;
    const auto usual = default_outcomes();
    for (const auto& term : terms_of<Outcome>) {
        const auto& reading = protocol.outcomes[index_of(term.value)];
        if (reading == usual[index_of(term.value)]) continue;
        text += line(colon(label_of(term.value, language), language) + std::string(label_of(reading.polarity, language)) +
                     (reading.family ? ", " + std::string(label_of(*reading.family, language)) : ""));
    }
    return text.empty() ? text : heading(language, "Résultats lus autrement", "Outcomes read otherwise") + text;
}

std::string figures_text(const Protocol& protocol, Language language) {
    const auto yes = [&](bool value) { return std::string(said(language, value ? "oui" : "non", value ? "yes" : "no")); };
    std::string text = heading(language, "Chiffres et envois", "Figures and sendings");
    text += line(colon(said(language, "Un refus est une entrée", "A refusal is an entry"), language) + yes(protocol.profile.refusal_is_entry));
    text += line(colon(said(language, "Un refus est une sortie", "A refusal is an exit"), language) + yes(protocol.profile.refusal_is_exit));
    for (const auto& target : protocol.targets)
        text += line(colon(said(language, "Objectif", "Target"), language) + std::string(target.id) + ", " + std::string(target.indicator) +
                     (target.variant.empty() ? "" : "/" + std::string(target.variant)) + " ≥ " +
                     (target.per_year ? grouped(static_cast<std::int64_t>(target.value), language) + std::string(said(language, " par an", " a year"))
                                      : detail::short_percentage(target.value, language)));
    text += line(colon(said(language, "Préconisations à l'employeur", "Recommendations to the employer"), language) + std::string(label_of(protocol.recommendations, language)));
    if (!protocol.digest_days.empty())
        text += line(colon(said(language, "Liste des visites, jours du mois", "List of visits, days of the month"), language) + numbers_joined(protocol.digest_days));
    return text;
}

std::string identity(const Protocol& protocol, Language language) {
    std::string text = std::string(protocol.name) + "/" + std::to_string(protocol.version) + "  " + std::string(said(language, "depuis le ", "since ")) + iso(protocol.valid_from);
    if (known(protocol.valid_until)) text += std::string(said(language, " jusqu'au ", " until ")) + iso(protocol.valid_until);
    return text + "\n" + line(std::string(in_language(protocol.title, language)));
}

}  // namespace

std::string protocol_summary(const Protocol& protocol, Language language) {
    std::string text = identity(protocol, language);
    text += line(std::string(said(language, "suivi à ", "follow-up at ")) + numbers_joined(protocol.follow_up.horizons) + std::string(said(language, " mois", " months")));
    if (protocol.time_limits.empty()) text += line(std::string(said(language, "aucune échéance", "no time limit")));
    for (const auto& limit : protocol.time_limits)
        text += line(colon(in_language(limit.title, language), language) + std::to_string(limit.length) + " " +
                     std::string(in_language(units[static_cast<std::size_t>(limit.unit)], language)));
    return text;
}

std::string protocol_text(const Protocol& protocol, Language language) {
    std::string text = identity(protocol, language) + base_text(protocol, language);
    text += line(colon(said(language, "Équipe", "Team"), language) + labels_joined(protocol.team, language));
    text += heading(language, "Étapes du parcours", "Steps of the pathway");
    for (const auto& row : protocol.transitions) text += row_text(row, language);
    if (!protocol.expected.empty()) text += heading(language, "Attendu, sans obligation", "Expected, not required");
    for (const auto& rule : protocol.expected) text += expected_text(rule, language);
    if (!protocol.time_limits.empty()) text += heading(language, "Délais", "Time limits");
    for (const auto& limit : protocol.time_limits) text += line(limit_words(limit, language)) + detail::wrapped("[" + std::string(limit.source) + "]", 8, 6);
    return text + follow_up_text(protocol, language) + outcome_text(protocol, language) + figures_text(protocol, language);
}

}  // namespace maintien::io
