#include "maintien/io/case_document.hpp"

#include "io/agenda_item.hpp"
#include "io/case_parts.hpp"
#include "io/phrases.hpp"
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

void write_blocked(JsonWriter& json, const std::vector<Possibility>& events) {
    json.key("blocked");
    json.begin_array(JsonLayout::one_a_line);
    for (const auto& next : events) {
        if (next.verdict) continue;
        json.begin_object();
        json.key("event");
        json.string(code_of(next.event));
        json.key("reasons");
        json.begin_array();
        for (const auto& reason : next.verdict.reasons) detail::write_reason(json, reason);
        json.end();
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

std::string blocked_text(const std::vector<Possibility>& events, Language language) {
    std::string text = "\n" + std::string(said(language, "Impossible maintenant, et pourquoi", "Not possible now, and why")) + "\n";
    for (const auto& next : events) {
        if (next.verdict) continue;
        text += "  " + std::string(label_of(next.event, language)) + "\n";
        for (const auto& reason : next.verdict.reasons) text += detail::wrapped("- " + text_of(reason, language), 6, 4);
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
    return {view_of(file, {AudienceRole::physician, {}}, protocol, as_of), possible_now(file, protocol, as_of), agenda_of(file, protocol, {.as_of = as_of})};
}

std::string case_json(const CaseAccount& account) {
    const auto& whole = account.whole;
    JsonWriter json;
    json.begin_object(JsonLayout::one_a_line);
    json.key("format");
    json.string("maintien-case/1");
    json.key("service");
    json.string_or_null(whole.service.text);
    json.key("case");
    json.string(whole.case_id.text);
    json.key("as_of");
    json.day_or_null(whole.as_of);
    detail::write_episodes(json, whole);
    detail::write_consents(json, whole.consents);
    detail::write_entries(json, "history", {whole.service.text, whole.case_id.text}, whole.history);
    write_possible(json, account.events);
    write_blocked(json, account.events);
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
    return text + detail::entries_text(whole.history, language) + possible_text(account.events, language) + blocked_text(account.events, language) +
           agenda_page(account.agenda, language);
}

}  // namespace maintien::io
