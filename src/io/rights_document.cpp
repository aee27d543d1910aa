#include "maintien/io/rights_document.hpp"

#include <algorithm>

#include "io/case_parts.hpp"
#include "io/write_case_key.hpp"
#include "io/write_reason.hpp"

namespace maintien::io {

namespace {

/// Writes why something is kept: the text and its source, or null when nothing is kept.
void write_why(JsonWriter& json, bool kept) {
    json.key("why");
    if (!kept) return json.null();
    json.begin_object();
    json.key("text");
    detail::write_text(json, medical_retention_text.fr, medical_retention_text.en);
    json.key("source");
    json.string(medical_retention_source);
    json.end();
}

void write_retention(JsonWriter& json, const Retention& retention) {
    const auto kept = std::count(retention.kept.begin(), retention.kept.end(), true);
    json.key("retention");
    json.begin_object();
    json.key("medical_entries");
    json.count(kept);
    json.key("kept_until");
    json.day_or_null(retention.until);
    write_why(json, kept > 0);
    json.end();
}

void write_tombstone(JsonWriter& json, const Tombstone& tombstone) {
    json.begin_object();
    detail::write_case_key(json, {tombstone.service.text, tombstone.case_id.text});
    json.key("erased_on");
    json.day_or_null(tombstone.erased_on);
    json.key("erased_entries");
    json.count(tombstone.erased);
    json.key("kept");
    json.begin_array();
    for (const auto& [event, on] : tombstone.kept) {
        json.begin_object();
        json.key("event");
        json.string(code_of(event));
        json.key("on");
        json.day_or_null(on);
        json.end();
    }
    json.end();
    json.key("kept_until");
    json.day_or_null(tombstone.kept_until);
    write_why(json, !tombstone.kept.empty());
    json.end();
}

}  // namespace

std::string person_json(std::span<const CaseFile> files, Day day) {
    JsonWriter json;
    json.begin_object(JsonLayout::one_a_line);
    json.key("format");
    json.string("maintien-person/1");
    json.key("as_of");
    json.day_or_null(day);
    json.key("cases");
    json.begin_array(JsonLayout::one_a_line);
    for (const auto& file : files) {
        json.begin_object(JsonLayout::one_a_line);
        detail::write_case_key(json, {file.service.text, file.case_id.text});
        detail::write_entries(json, "entries", {file.service.text, file.case_id.text}, file.entries);
        write_retention(json, retention_of(file, day));
        json.end();
    }
    json.end();
    json.end();
    return json.text + "\n";
}

std::string tombstones_json(std::span<const Tombstone> tombstones) {
    JsonWriter json;
    json.begin_object(JsonLayout::one_a_line);
    json.key("format");
    json.string("maintien-tombstone/1");
    json.key("cases");
    json.begin_array(JsonLayout::one_a_line);
    for (const auto& tombstone : tombstones) write_tombstone(json, tombstone);
    json.end();
    json.end();
    return json.text + "\n";
}

}  // namespace maintien::io
