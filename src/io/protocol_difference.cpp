#include "maintien/io/protocol_difference.hpp"

#include <algorithm>
#include <vector>

#include "io/rule_sentences.hpp"
#include "maintien/io/json_writer.hpp"

namespace maintien::io {

namespace {

using namespace detail;

using Lines = std::vector<std::string>;

/// The lines of one that the other lacks, each with its mark: - for the first, + for the second.
std::string marked(const Lines& first, const Lines& second, std::size_t indent) {
    const auto lacking = [&](const Lines& lines, const Lines& others, char mark) {
        std::string text;
        for (const auto& line : lines)
            if (std::find(others.begin(), others.end(), line) == others.end())
                text += wrapped(std::string(1, mark) + " " + line, indent + 2, indent);
        return text;
    };
    return lacking(first, second, '-') + lacking(second, first, '+');
}

/// A heading over what differs, when something does.
std::string under(Language language, std::string_view fr, std::string_view en, const std::string& body) {
    return body.empty() ? body : "\n" + std::string(said(language, fr, en)) + "\n" + body;
}

/// What a row says beside its name, a line for each thing.
Lines lines_of(const Transition& row, Language language) {
    Lines lines{colon(said(language, "événement", "event"), language) + std::string(label_of(row.event, language)) +
                    (row.when.empty() ? "" : " (" + alternatives_of(row.when, language) + ")"),
                colon(said(language, "de", "from"), language) + origin_of_row(row, language), colon(said(language, "vers", "to"), language) + target_of_row(row, language)};
    for (const auto& guard : row.guards) lines.push_back(colon(said(language, "condition", "condition"), language) + guard_sentence(guard, language));
    lines.push_back("[" + std::string(row.source) + "]");
    return lines;
}

Lines lines_of(const ExpectedRule& rule, Language language) {
    return {colon(said(language, "événement", "event"), language) + std::string(label_of(rule.event, language)) + (rule.when.empty() ? "" : " (" + alternatives_of(rule.when, language) + ")"),
            colon(said(language, "attendu", "expected"), language) + expected_words(rule, language), "[" + std::string(rule.source) + "]"};
}

Lines lines_of(const TimeLimit& limit, Language language) {
    return {limit_words(limit, language), colon(said(language, "jusqu'à", "to"), language) + std::string(label_of(limit.to, language)),
            colon(said(language, "à la charge de", "owed by"), language) + std::string(label_of(limit.who, language)), "[" + std::string(limit.source) + "]"};
}

Lines lines_of(const Target& target, Language language) {
    std::string value;
    append_json_number(value, target.value);
    return {std::string(target.indicator) + (target.variant.empty() ? "" : "/" + std::string(target.variant)) + " ≥ " + value +
            (target.per_year ? std::string(said(language, " par an", " a year")) : "")};
}

Lines lines_of(const Relaxation& relaxation, Language) { return {std::string(relaxation.reason)}; }

std::string_view name_of(const Relaxation& relaxation) { return relaxation.rule; }
template <class Rule>
std::string_view name_of(const Rule& rule) {
    return rule.id;
}

template <class Rules>
const auto* named(const Rules& rules, std::string_view name) {
    for (const auto& rule : rules)
        if (name_of(rule) == name) return &rule;
    return static_cast<decltype(rules.begin())>(nullptr);
}

/// Rules matched by name: what only one has, and what differs in those that both have.
template <class Rules>
std::string rules_differing(const Rules& first, const Rules& second, Language language) {
    std::string text;
    const auto one_sided = [&](const auto& rule, char mark) {
        text += wrapped(std::string(1, mark) + " " + std::string(name_of(rule)), 4, 2);
        for (const auto& line : lines_of(rule, language)) text += wrapped(line, 8, 6);
    };
    for (const auto& rule : first) {
        const auto* other = named(second, name_of(rule));
        if (!other) one_sided(rule, '-');
        else if (const auto body = marked(lines_of(rule, language), lines_of(*other, language), 4); !body.empty()) text += "  " + std::string(name_of(rule)) + "\n" + body;
    }
    for (const auto& rule : second)
        if (!named(first, name_of(rule))) one_sided(rule, '+');
    return text;
}

/// Members of the team, horizons, outcomes not followed: what only one has.
template <ClosedList Code>
Lines labels_of(CodeSet<Code> set, Language language) {
    Lines lines;
    for (const auto& term : terms_of<Code>)
        if (set.contains(term.value)) lines.emplace_back(label_of(term.value, language));
    return lines;
}

Lines identity_of(const Protocol& protocol, Language language) {
    return {std::string(in_language(protocol.title, language)),
            std::string(said(language, "depuis le ", "since ")) + iso(protocol.valid_from) + (known(protocol.valid_until) ? std::string(said(language, " jusqu'au ", " until ")) + iso(protocol.valid_until) : "")};
}

Lines follow_up_of(const FollowUpSchedule& schedule, Language language) {
    Lines lines;
    for (const int horizon : schedule.horizons) lines.push_back(std::to_string(horizon) + std::string(said(language, " mois après la sortie", " months after the exit")));
    lines.push_back(std::to_string(schedule.opens_before_days) + std::string(said(language, " jours avant", " days before")));
    lines.push_back(std::to_string(schedule.closes_after_days) + std::string(said(language, " jours après", " days after")));
    for (const auto& label : labels_of(schedule.except, language)) lines.push_back(colon(said(language, "sans suivi", "not followed"), language) + label);
    return lines;
}

Lines outcomes_of(const OutcomeTable& table, Language language) {
    Lines lines;
    for (const auto& term : terms_of<Outcome>) {
        const auto& reading = table[index_of(term.value)];
        lines.push_back(colon(label_of(term.value, language), language) + std::string(label_of(reading.polarity, language)) + (reading.family ? ", " + std::string(label_of(*reading.family, language)) : ""));
    }
    return lines;
}

Lines figures_of(const Protocol& protocol, Language language) {
    const auto yes = [&](bool value) { return std::string(said(language, value ? "oui" : "non", value ? "yes" : "no")); };
    Lines lines{colon(said(language, "un refus est une entrée", "a refusal is an entry"), language) + yes(protocol.profile.refusal_is_entry),
                colon(said(language, "un refus est une sortie", "a refusal is an exit"), language) + yes(protocol.profile.refusal_is_exit),
                colon(said(language, "décimales", "decimals"), language) + std::to_string(protocol.profile.decimals),
                colon(said(language, "préconisations à l'employeur", "recommendations to the employer"), language) + std::string(label_of(protocol.recommendations, language))};
    if (!protocol.digest_days.empty()) lines.push_back(colon(said(language, "liste des visites, jours du mois", "list of visits, days of the month"), language) + numbers_joined(protocol.digest_days));
    return lines;
}

}  // namespace

std::string protocol_difference(const Protocol& first, const Protocol& second, Language language) {
    const auto name = [](const Protocol& protocol) { return std::string(protocol.name) + "/" + std::to_string(protocol.version); };
    std::string body = marked(identity_of(first, language), identity_of(second, language), 2);
    body += under(language, "Équipe", "Team", marked(labels_of(first.team, language), labels_of(second.team, language), 2));
    body += under(language, "Étapes du parcours", "Steps of the pathway", rules_differing(first.transitions, second.transitions, language));
    body += under(language, "Attendu, sans obligation", "Expected, not required", rules_differing(first.expected, second.expected, language));
    body += under(language, "Délais", "Time limits", rules_differing(first.time_limits, second.time_limits, language));
    body += under(language, "Suivi", "Follow-up", marked(follow_up_of(first.follow_up, language), follow_up_of(second.follow_up, language), 2));
    body += under(language, "Résultats", "Outcomes", marked(outcomes_of(first.outcomes, language), outcomes_of(second.outcomes, language), 2));
    body += under(language, "Chiffres et envois", "Figures and sendings", marked(figures_of(first, language), figures_of(second, language), 2));
    body += under(language, "Objectifs", "Targets", rules_differing(first.targets, second.targets, language));
    body += under(language, "Assouplit", "Relaxes", rules_differing(first.relaxes, second.relaxes, language));
    const std::string head = "- " + name(first) + "\n+ " + name(second) + "\n";
    return head + (body.empty() ? std::string(said(language, "Aucune différence.", "No difference.")) + "\n" : "\n" + body);
}

}  // namespace maintien::io
