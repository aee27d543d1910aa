#include "io/case_parts.hpp"

#include <algorithm>

#include "io/entry_words.hpp"
#include "io/phrases.hpp"
#include "maintien/io/events_document.hpp"

namespace maintien::io::detail {

namespace {

void write_milestones(JsonWriter& json, const Episode& episode) {
    json.key("milestones");
    json.begin_object();
    for (const auto& term : terms_of<Milestone>) {
        json.key(term.code);
        json.day_or_null(episode.day_of(term.value));
    }
    json.end();
}

void write_horizon(JsonWriter& json, const Episode& episode, const FollowUpSchedule& schedule, std::size_t i) {
    const Day exit = episode.day_of(Milestone::exit);
    const Period window = answer_window(schedule, exit, schedule.horizons[i]);
    json.key(std::to_string(schedule.horizons[i]));
    json.begin_object();
    json.key("opens");
    json.day_or_null(window.from);
    json.key("due");
    json.day_or_null(due_day(exit, schedule.horizons[i]));
    json.key("closes");
    json.day_or_null(window.to);
    json.key("answered");
    json.day_or_null(episode.answered[i]);
    json.end();
}

/// Writes the horizons of a followed exit; none of an episode that is not followed.
void write_follow_up(JsonWriter& json, const Episode& episode, const FollowUpSchedule& schedule) {
    json.key("follow_up");
    json.begin_object();
    for (std::size_t i = 0; anchored(episode, schedule) && i < schedule.horizons.size(); ++i) write_horizon(json, episode, schedule, i);
    json.end();
}

std::string heading(Language language, std::string_view fr, std::string_view en) { return "\n" + std::string(said(language, fr, en)) + "\n"; }

std::string stage_in_words(const Episode& episode, Language language) {
    return episode.stage ? std::string(label_of(*episode.stage, language)) : std::string("—");
}

std::string horizons_text(const Episode& episode, const FollowUpSchedule& schedule, Language language) {
    std::string text;
    for (std::size_t i = 0; anchored(episode, schedule) && i < schedule.horizons.size(); ++i) {
        const Day exit = episode.day_of(Milestone::exit);
        const Period window = answer_window(schedule, exit, schedule.horizons[i]);
        std::string line = std::string(said(language, "suivi à ", "follow-up at ")) + std::to_string(schedule.horizons[i]) + std::string(said(language, " mois : ", " months: "));
        line += std::string(said(language, "dû le ", "due on ")) + day_in_words(due_day(exit, schedule.horizons[i]), language);
        line += std::string(said(language, ", possible du ", ", possible from ")) + day_in_words(window.from, language) + std::string(said(language, " au ", " to ")) + day_in_words(window.to, language);
        if (known(episode.answered[i])) line += std::string(said(language, ", répondu le ", ", answered on ")) + day_in_words(episode.answered[i], language);
        text += wrapped(line, 6, 4);
    }
    return text;
}

}  // namespace

void write_about(JsonWriter& json, const CaseAttributes& about) {
    NamePool names;
    PackedEntry said;
    maintien::detail::pack_fields(about, names, said);
    json.key("about");
    json.begin_object();
    for (const auto& value : said.attributes) {
        json.key(code_of(value.attribute));
        json.value(maintien::detail::value_json(value, names));
    }
    json.end();
}

void write_episodes(JsonWriter& json, const View& view) {
    json.key("episodes");
    json.begin_array(JsonLayout::one_a_line);
    for (const auto& episode : view.episodes) {
        json.begin_object();
        json.key("stage");
        json.string_or_null(episode.stage ? code_of(*episode.stage) : std::string_view{});
        write_milestones(json, episode);
        json.key("outcome");
        json.string_or_null(episode.outcome != no_code ? code_of(static_cast<Outcome>(episode.outcome)) : std::string_view{});
        write_follow_up(json, episode, view.follow_up);
        json.end();
    }
    json.end();
}

void write_consents(JsonWriter& json, std::span<const ConsentLine> lines) {
    json.key("consents");
    json.begin_array(JsonLayout::one_a_line);
    for (const auto& line : lines) {
        json.begin_object();
        json.key("scope");
        json.string(code_of(line.scope));
        json.key("party");
        json.string(code_of(line.party));
        json.key("partner");
        json.string_or_null(line.partner ? code_of(*line.partner) : std::string_view{});
        json.key("standing");
        json.string(code_of(line.standing));
        json.key("since");
        json.day_or_null(line.since);
        json.key("until");
        json.day_or_null(line.until);
        json.end();
    }
    json.end();
}

void write_entries(JsonWriter& json, std::string_view name, const CaseKey& key, std::span<const Entry> entries) {
    json.key(name);
    json.begin_array(JsonLayout::one_a_line);
    for (const auto& entry : entries) {
        NamePool names;
        const auto numbers = packed(entry, names);
        std::string line;
        append_event_line(line, key, view_of(numbers), names);
        line.pop_back();
        json.value(line);
    }
    json.end();
}

std::string about_text(const CaseAttributes& about, Language language) {
    const auto words = said_in_words(about, language);
    return words.empty() ? std::string() : wrapped(words, 2, 0);
}

std::string episodes_text(const View& view, Language language) {
    std::string text = heading(language, "Parcours", "Pathway");
    for (std::size_t i = 0; i < view.episodes.size(); ++i) {
        const auto& episode = view.episodes[i];
        text += "  " + std::to_string(i + 1) + ". " + stage_in_words(episode, language);
        if (episode.outcome != no_code) text += std::string(said(language, " — résultat : ", " — outcome: ")) + std::string(label_of(static_cast<Outcome>(episode.outcome), language));
        text += "\n";
        for (const auto& term : terms_of<Milestone>)
            if (known(episode.day_of(term.value)))
                text += "    " + padded(in_language(Text{term.fr, term.en}, language), 30) + day_in_words(episode.day_of(term.value), language) + "\n";
        text += horizons_text(episode, view.follow_up, language);
    }
    return text;
}

std::string consent_in_words(const ConsentLine& line, Language language) {
    std::string words(label_of(line.scope, language));
    if (line.party != Actor::worker) words += " (" + std::string(label_of(line.party, language)) + ")";
    if (line.partner) words += std::string(said(language, " — vers ", " — towards ")) + std::string(label_of(*line.partner, language));
    words += std::string(said(language, " : ", ": ")) + std::string(label_of(line.standing, language));
    if (known(line.since)) words += std::string(said(language, ", depuis le ", ", since ")) + day_in_words(line.since, language);
    if (known(line.until)) words += std::string(said(language, ", jusqu'au ", ", until ")) + day_in_words(line.until, language);
    return words;
}

std::string consents_text(std::span<const ConsentLine> lines, Language language) {
    std::string text = heading(language, "Consentements", "Consents");
    for (const auto& line : lines) text += wrapped(consent_in_words(line, language), 4, 2);
    return text;
}

std::string entries_text(std::span<const Entry> entries, Language language) {
    std::string text = heading(language, "Historique", "History");
    for (const auto& entry : entries) {
        std::string words = iso(entry.on) + " " + std::string(label_of(event_of(entry), language));
        const auto more = said_in_words(entry, language);
        if (!more.empty()) words += " — " + more;
        text += wrapped(words, 13, 2);
    }
    return text;
}

}  // namespace maintien::io::detail
