#include "maintien/io/case_document.hpp"

#include "io/agenda_item.hpp"
#include "io/case_parts.hpp"
#include "io/entry_words.hpp"
#include "io/phrases.hpp"
#include "io/write_case_key.hpp"
#include "io/write_reason.hpp"

namespace maintien::io {

namespace {

using detail::said;

void write_possible(JsonWriter& json, const std::vector<Possibility>& events) {
    json.key("possible");
    json.begin_array(JsonLayout::one_a_line);
    for (const auto& next : events) {
        if (!next.verdict) continue;
        json.begin_object();
        json.key("event");
        json.string(code_of(next.event));
        json.key("codes");
        json.begin_array();
        for (const auto code : next.codes) json.string(code);
        json.end();
        json.end();
    }
    json.end();
}

void write_step(JsonWriter& json, const PathStep& step) {
    json.begin_object();
    json.key("event");
    json.string(code_of(event_of(step.entry)));
    json.key("codes");
    json.begin_array();
    for (const auto code : step.codes) json.string(code);
    json.end();
    json.key("by");
    json.string(code_of(step.by));
    json.key("on");
    json.day_or_null(step.entry.on);
    json.end();
}

/// The shortest path to an event, or null: nothing leads there. An empty one: only time is to pass.
void write_path(JsonWriter& json, const std::optional<Path>& path) {
    json.key("path");
    if (!path) return json.null();
    json.begin_array();
    for (const auto& step : path->steps) write_step(json, step);
    json.end();
}

void write_blocked(JsonWriter& json, const std::vector<BlockedEvent>& blocked) {
    json.key("blocked");
    json.begin_array(JsonLayout::one_a_line);
    for (const auto& one : blocked) {
        json.begin_object();
        json.key("event");
        json.string(code_of(one.event));
        json.key("reasons");
        json.begin_array();
        for (const auto& reason : one.verdict.reasons) detail::write_reason(json, reason);
        json.end();
        write_path(json, one.path);
        json.end();
    }
    json.end();
}

std::string possible_text(const std::vector<Possibility>& events, Language language) {
    std::string text = "\n" + std::string(said(language, "Possible maintenant", "Possible now")) + "\n";
    for (const auto& next : events)
        if (next.verdict) text += "  " + std::string(label_of(next.event, language)) + "\n";
    return text;
}

/// The steps that lead to an event, or that only time is to pass.
std::string path_text(const Path& path, Language language) {
    std::string text(said(language, "→ possible le ", "→ possible on "));
    text += detail::day_in_words(path.day, language);
    for (const auto& step : path.steps) {
        text += (&step == &path.steps.front() ? std::string(said(language, " après : ", " after: ")) : std::string(said(language, " ; ", "; ")));
        text += std::string(label_of(event_of(step.entry), language)) + " (" + std::string(label_of(step.by, language)) + ")";
        if (const auto words = detail::said_in_words(step.entry, language); !words.empty()) text += " — " + words;
    }
    return text;
}

std::string blocked_text(const std::vector<BlockedEvent>& blocked, Language language) {
    std::string text = "\n" + std::string(said(language, "Impossible maintenant, et pourquoi", "Not possible now, and why")) + "\n";
    for (const auto& one : blocked) {
        text += "  " + std::string(label_of(one.event, language)) + "\n";
        for (const auto& reason : one.verdict.reasons) text += detail::wrapped("- " + text_of(reason, language), 6, 4);
        if (one.path) text += detail::wrapped(path_text(*one.path, language), 6, 4);
    }
    return text;
}

/// An item: what, by when or since when late, by whom, and how the day was worked out.
std::string item_text(const AgendaItem& item, Language language) {
    const bool french = language == Language::fr;
    std::string line = "- " + (french ? item.title.fr : item.title.en);
    if (known(item.due)) line += std::string(said(language, " — pour le ", " — due on ")) + detail::day_in_words(item.due, language);
    if (item.late_days > 0) line += std::string(said(language, ", en retard, jours : ", ", late, days: ")) + std::to_string(item.late_days);
    line += " (" + std::string(label_of(item.who, language)) + ")";
    if (const auto& why = french ? item.computation.fr : item.computation.en; !why.empty()) line += " — " + why;
    return detail::wrapped(line, 4, 2);
}

std::string agenda_page(const std::vector<AgendaItem>& items, Language language) {
    std::string text = "\n" + std::string(said(language, "À faire", "To do")) + "\n";
    for (const auto& item : items) text += item_text(item, language);
    return items.empty() ? text + std::string(said(language, "  rien\n", "  nothing\n")) : text;
}

}  // namespace

CaseAccount account_of(const CaseFile& file, const ProtocolVersions& protocol, Day as_of) {
    return {.whole = view_of(file, {AudienceRole::physician, {}}, protocol, as_of),
            .events = possible_now(file, protocol, as_of),
            .blocked = blocked_now(file, protocol, as_of),
            .agenda = agenda_of(file, protocol, {.as_of = as_of})};
}

std::string case_json(const CaseAccount& account) {
    const auto& whole = account.whole;
    JsonWriter json;
    json.begin_object(JsonLayout::one_a_line);
    json.key("format");
    json.string("maintien-case/1");
    detail::write_case_key(json, {whole.service.text, whole.case_id.text});
    json.key("as_of");
    json.day_or_null(whole.as_of);
    detail::write_episodes(json, whole);
    detail::write_consents(json, whole.consents);
    detail::write_entries(json, "history", {whole.service.text, whole.case_id.text}, whole.history);
    write_possible(json, account.events);
    write_blocked(json, account.blocked);
    json.key("agenda");
    json.begin_array(JsonLayout::one_a_line);
    for (const auto& item : account.agenda) detail::write_agenda_item(json, item);
    json.end();
    json.end();
    return json.text + "\n";
}

std::string case_text(const CaseAccount& account, Language language) {
    const auto& whole = account.whole;
    std::string text = std::string(said(language, "Dossier ", "Case ")) + (known(whole.service) ? whole.service.text + "/" : std::string()) + whole.case_id.text;
    text += std::string(said(language, ", au ", ", as of ")) + detail::day_in_words(whole.as_of, language) + "\n";
    text += detail::about_text(whole.about, language) + detail::episodes_text(whole, language) + detail::consents_text(whole.consents, language);
    return text + detail::entries_text(whole.history, language) + possible_text(account.events, language) + blocked_text(account.blocked, language) +
           agenda_page(account.agenda, language);
}

}  // namespace maintien::io
