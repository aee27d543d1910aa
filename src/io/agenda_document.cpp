#include "maintien/io/agenda_document.hpp"

#include <algorithm>
#include <ostream>
#include <string_view>
#include <vector>

#include "io/agenda_item.hpp"
#include "io/csv_cell.hpp"
#include "io/phrases.hpp"
#include "io/piecewise.hpp"
#include "maintien/io/json_writer.hpp"
#include "maintien/vocabulary/channel.hpp"

namespace maintien::io {

namespace {

using detail::Sink;
using AgendaRows = std::vector<const AgendaItem*>;

/// The items in the order of the agenda; those that tie keep theirs.
AgendaRows rows_of(const Agenda& agenda) {
    AgendaRows rows;
    rows.reserve(agenda.items.size());
    for (const auto& item : agenda.items) rows.push_back(&item);
    std::stable_sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) { return agenda_before(*a, *b); });
    return rows;
}

// ---- JSON ---------------------------------------------------------------------------------------------------------

std::string json_pieces(const Agenda& agenda, Sink sink) {
    JsonWriter json;
    json.begin_object(JsonLayout::one_a_line);
    json.key("format");
    json.string("maintien-agenda/1");
    json.key("protocol");
    json.string(agenda.protocol);
    json.key("as_of");
    json.day_or_null(agenda.as_of);
    json.key("items");
    json.begin_array(JsonLayout::one_a_line);
    for (const auto* item : rows_of(agenda)) {
        detail::write_agenda_item(json, *item);
        sink.take(json.text);
    }
    json.end();
    return detail::finished(json, sink);
}

// ---- CSV ----------------------------------------------------------------------------------------------------------

std::string csv_line(const AgendaItem& item) {
    std::string line;
    const std::string late = std::to_string(item.late_days), held = std::to_string(item.held_days), due = iso(item.due), opens = iso(item.opens);
    for (const std::string_view cell : {std::string_view(item.service), std::string_view(item.case_id), std::string_view(item.rule), std::string_view(item.title.fr),
                                        std::string_view(item.title.en), code_of(item.who), std::string_view(item.manager), std::string_view(due), std::string_view(opens),
                                        std::string_view(late), std::string_view(item.computation.fr), std::string_view(item.computation.en)}) {
        detail::append_csv_cell(line, cell);
        line += ',';
    }
    return line + held + "\n";
}

std::string csv_pieces(const Agenda& agenda, Sink sink) {
    std::string text = "service,case,rule,title_fr,title_en,who,manager,due,opens,late_days,computation_fr,computation_en,held_days\n";
    for (const auto* item : rows_of(agenda)) {
        text += csv_line(*item);
        sink.take(text);
    }
    sink.take_all(text);
    return text;
}

// ---- text ---------------------------------------------------------------------------------------------------------

std::string lateness(int days, Language language) {
    if (days == 0) return "";
    return detail::counted(days, {"jour de retard", "day late"}, {"jours de retard", "days late"}, language);
}

/// When an item is due, or what to say instead: late, open until, from … on.
std::string when_due(const AgendaItem& item, Language language) {
    if (!known(item.due) && !known(item.opens)) return "";
    const bool french = language == Language::fr;
    std::string text = known(item.due) ? iso(item.due) : (french ? "dès " : "from ") + iso(item.opens);
    if (item.late_days > 0) text += ", " + lateness(item.late_days, language);
    return text;
}

std::string text_of_item(const AgendaItem& item, Language language) {
    const bool french = language == Language::fr;
    std::string line = item.late_days > 0 ? "! " : "- ";
    const auto add = [&](const std::string& part) { line += part.empty() ? "" : part + " · "; };
    add(when_due(item, language));
    add(item.service.empty() || item.case_id.empty() ? item.service + item.case_id : item.service + "/" + item.case_id);
    line += french ? item.title.fr : item.title.en;
    line += " [" + std::string(label_of(item.who, language)) + (item.manager.empty() ? "" : ", " + item.manager) + "]";
    std::string text = detail::wrapped(line, 4, 2);
    const auto& computation = french ? item.computation.fr : item.computation.en;
    return computation.empty() ? text : text + detail::wrapped(computation, 6, 6);
}

/// What a place is called within its part: a centre, or a channel.
std::string place_in_words(const AgendaItem& item, Language language) {
    const bool french = language == Language::fr;
    if (item.part == AgendaPart::diary) return item.place.empty() ? (french ? "Centre non précisé" : "Centre not said") : "Centre " + item.place;
    const auto channel = from_code<Channel>(item.place);
    if (!channel) return french ? "Pas encore demandé par un canal noté" : "Not asked yet through a noted channel";
    return (french ? "Dernier canal : " : "Last channel: ") + std::string(label_of(*channel, language));
}

std::string text_head(const Agenda& agenda, Language language) {
    const bool french = language == Language::fr;
    const auto late = std::count_if(agenda.items.begin(), agenda.items.end(), [](const auto& item) { return item.late_days > 0; });
    const std::string day = std::string(weekday_in_words(agenda.as_of, language)) + " " + day_in_words(agenda.as_of, language);
    std::string text = (french ? "Agenda du " : "Agenda of ") + day + ", " + (french ? "protocole " : "protocol ") + agenda.protocol + "\n";
    const auto total = static_cast<std::int64_t>(agenda.items.size());
    if (total == 0) return text + (french ? "Rien à faire.\n" : "Nothing to do.\n");
    text += detail::counted(total, {"ligne", "line"}, {"lignes", "lines"}, language) + ", ";
    return text + detail::counted(late, {"en retard (!)", "late (!)"}, {"en retard (!)", "late (!)"}, language) + ".\n";
}

/// The items of one part, gathered by place where the part has places.
AgendaRows rows_of_part(const AgendaRows& rows, AgendaPart part) {
    AgendaRows found;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(found), [&](const auto* item) { return item->part == part; });
    if (part == AgendaPart::diary || part == AgendaPart::follow_ups)
        std::stable_sort(found.begin(), found.end(), [](const auto* a, const auto* b) { return a->place < b->place; });
    return found;
}

std::string text_pieces(const Agenda& agenda, Language language, Sink sink) {
    std::string text = text_head(agenda, language);
    const auto rows = rows_of(agenda);
    for (const auto& part : terms_of<AgendaPart>) {
        const auto found = rows_of_part(rows, part.value);
        if (!found.empty()) text += "\n" + std::string(label_of(part.value, language)) + " (" + std::to_string(found.size()) + ")\n";
        const bool has_places = part.value == AgendaPart::diary || part.value == AgendaPart::follow_ups;
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (has_places && (i == 0 || found[i]->place != found[i - 1]->place)) text += " " + place_in_words(*found[i], language) + "\n";
            text += text_of_item(*found[i], language);
            sink.take(text);
        }
    }
    sink.take_all(text);
    return text;
}

}  // namespace

std::string agenda_json(const Agenda& agenda) { return json_pieces(agenda, {}); }
void write_agenda_json(std::ostream& out, const Agenda& agenda) { json_pieces(agenda, {&out}); }
std::string agenda_csv(const Agenda& agenda) { return csv_pieces(agenda, {}); }
void write_agenda_csv(std::ostream& out, const Agenda& agenda) { csv_pieces(agenda, {&out}); }
std::string agenda_text(const Agenda& agenda, Language language) { return text_pieces(agenda, language, {}); }
void write_agenda_text(std::ostream& out, const Agenda& agenda, Language language) { text_pieces(agenda, language, {&out}); }

}  // namespace maintien::io
