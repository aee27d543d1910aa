#include "io/write_reason.hpp"

namespace maintien::io::detail {

void write_text(JsonWriter& json, std::string_view fr, std::string_view en) {
    json.begin_object();
    json.key("fr");
    json.string(fr);
    json.key("en");
    json.string(en);
    json.end();
}

void write_reason(JsonWriter& json, const Reason& reason) {
    json.begin_object();
    json.key("condition");
    json.string(reason.condition);
    json.key("why");
    json.string(reason.why);
    json.key("source");
    json.string_or_null(reason.source);
    json.key("text");
    write_text(json, reason.fr, reason.en);
    json.key("lifted_by");
    json.string_or_null(reason.lifted_by ? code_of(*reason.lifted_by) : std::string_view{});
    json.key("earliest");
    json.day_or_null(reason.earliest);
    json.end();
}

}  // namespace maintien::io::detail
