#include "io/agenda_item.hpp"

#include "io/write_reason.hpp"

namespace maintien::io::detail {

void write_agenda_item(JsonWriter& json, const AgendaItem& item) {
    json.begin_object();
    json.key("service");
    json.string_or_null(item.service);
    json.key("case");
    json.string_or_null(item.case_id);
    json.key("rule");
    json.string(item.rule);
    json.key("title");
    write_text(json, item.title.fr, item.title.en);
    json.key("who");
    json.string(code_of(item.who));
    json.key("manager");
    json.string_or_null(item.manager);
    json.key("due");
    json.day_or_null(item.due);
    json.key("opens");
    json.day_or_null(item.opens);
    json.key("late_days");
    json.count(item.late_days);
    json.key("computation");
    write_text(json, item.computation.fr, item.computation.en);
    json.key("held_days");
    json.count(item.held_days);
    json.end();
}

}  // namespace maintien::io::detail
