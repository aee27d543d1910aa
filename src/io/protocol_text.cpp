#include "maintien/io/protocol_text.hpp"

#include <array>

#include "io/phrases.hpp"
#include "io/protocol_words.hpp"
#include "io/rule_sentences.hpp"
#include "maintien/indicators/percentage.hpp"
#include "maintien/pathway/wording.hpp"

namespace maintien::io {

namespace {

using detail::said;
using namespace detail;

std::string row_text(const Transition& row, Language language) {
    std::string head = std::string(row.id) + "  " + std::string(label_of(row.event, language));
    if (!row.when.empty()) head += " (" + alternatives_of(row.when, language) + ")";
    std::string text = detail::wrapped(head, 6, 2);
    text += detail::wrapped(origin_of_row(row, language) + " → " + target_of_row(row, language), 8, 6);
    for (const auto& guard : row.guards) text += detail::wrapped("- " + guard_sentence(guard, language), 8, 6);
    return text + detail::wrapped("[" + std::string(row.source) + "]", 8, 6);
}

std::string expected_text(const ExpectedRule& rule, Language language) {
    std::string head = std::string(rule.id) + "  " + std::string(label_of(rule.event, language));
    if (!rule.when.empty()) head += " (" + alternatives_of(rule.when, language) + ")";
    return detail::wrapped(head, 6, 2) + detail::wrapped("- " + expected_words(rule, language), 8, 6) + detail::wrapped("[" + std::string(rule.source) + "]", 8, 6);
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
                     std::string(unit_words(limit.unit, language)));
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
