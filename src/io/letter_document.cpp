#include "maintien/io/letter_document.hpp"

#include <kainjow/mustache.hpp>

#include <set>

#include "io/letter_fields.hpp"
#include "io/utf_8_text.hpp"
#include "maintien/io/errors.hpp"
#include "maintien/io/json_writer.hpp"

namespace maintien::io {

namespace {

using detail::MergeField;
using detail::MergeFields;
using detail::MergeKind;

// ---- JSON ---------------------------------------------------------------------------------------------------------

void write_fields(JsonWriter& json, const MergeFields& fields, JsonLayout layout) {
    json.begin_object(layout);
    for (const auto& field : fields) {
        json.key(field.name);
        if (field.kind == MergeKind::text) json.string_or_null(field.text);
        if (field.kind == MergeKind::flag) json.value(field.flag ? "true" : "false");
        if (field.kind != MergeKind::rows) continue;
        json.begin_array(JsonLayout::one_a_line);
        for (const auto& row : field.rows) write_fields(json, row, JsonLayout::one_line);
        json.end();
    }
    json.end();
}

void write_copies(JsonWriter& json, AudienceSet copies) {
    json.begin_array();
    for (const auto& term : terms_of<AudienceRole>)
        if (copies.contains(term.value)) json.string(term.code);
    json.end();
}

// ---- Mustache -----------------------------------------------------------------------------------------------------

using Data = kainjow::mustache::data;

/// Finds fields by their name, and keeps the names that no field has.
class StrictContext : public kainjow::mustache::context<std::string> {
public:
    StrictContext(const Data* data, std::set<std::string>& unknown) : context(data), unknown_(unknown) {}

    const Data* get(const std::string& name) const override { return noted(context::get(name), name); }
    const Data* get_partial(const std::string& name) const override { return noted(context::get_partial(name), name); }

private:
    const Data* noted(const Data* found, const std::string& name) const {
        if (!found) unknown_.insert(name);
        return found;
    }

    std::set<std::string>& unknown_;
};

Data data_of(const MergeFields& fields) {
    Data all{Data::type::object};
    for (const auto& field : fields) {
        if (field.kind == MergeKind::rows) {
            Data list{Data::type::list};
            for (const auto& row : field.rows) list.push_back(data_of(row));
            all.set(field.name, list);
        } else if (field.kind == MergeKind::text && !field.text.empty()) {
            all.set(field.name, field.text);
        } else {
            all.set(field.name, Data{field.kind == MergeKind::flag && field.flag ? Data::type::bool_true : Data::type::bool_false});
        }
    }
    return all;
}

/// The same fields all filled, so that a template goes through every section.
MergeFields filled(MergeFields fields) {
    for (auto& field : fields) {
        field.flag = true;
        if (field.kind == MergeKind::text) field.text = "x";
        for (auto& row : field.rows) row = filled(row);
    }
    return fields;
}

std::string rendered(kainjow::mustache::mustache& form, const MergeFields& fields, std::set<std::string>& unknown) {
    const Data data = data_of(fields);
    StrictContext context(&data, unknown);
    return form.render(context);
}

/// Refuses a template that is not well formed or names what a letter of this kind never has, wherever it does.
void check_template(kainjow::mustache::mustache& form, LetterKind kind, const std::string& name) {
    if (!form.is_valid()) throw DocumentError(Problem{.file = name, .pointer = {}, .found = form.error_message(), .expected = "a Mustache template"});
    const auto hollow = detail::field_names_of(kind);
    std::set<std::string> unknown;
    rendered(form, hollow, unknown);
    rendered(form, filled(hollow), unknown);
    Problems problems;
    for (const auto& field : unknown)
        problems.add({.file = name, .pointer = {}, .found = "{{" + field + "}}", .expected = "a field of the letter " + std::string(code_of(kind)) + "; --format json lists them"});
    if (!problems.empty()) throw DocumentError(std::move(problems));
}

}  // namespace

std::string letter_json(const Letter& letter) {
    JsonWriter json;
    json.begin_object(JsonLayout::one_a_line);
    json.key("format");
    json.string("maintien-letter/1");
    json.key("kind");
    json.string(code_of(letter.kind));
    json.key("signer");
    json.string(code_of(letter.signer));
    json.key("addressee");
    json.string(code_of(letter.addressee));
    json.key("partner");
    json.string_or_null(letter.partner ? code_of(*letter.partner) : std::string_view{});
    json.key("copies");
    write_copies(json, letter.copies);
    json.key("as_of");
    json.day_or_null(letter.as_of);
    json.key("fields");
    write_fields(json, detail::fields_of(letter), JsonLayout::one_a_line);
    json.end();
    return json.text + "\n";
}

std::string letter_text(const Letter& letter, std::string_view template_text, const std::string& name) {
    kainjow::mustache::mustache form{std::string(utf_8_text(template_text, name))};
    form.set_custom_escape([](const std::string& text) { return text; });
    check_template(form, letter.kind, name);
    std::set<std::string> unknown;
    return rendered(form, detail::fields_of(letter), unknown);
}

std::string letter_text(const Letter& letter) { return letter_text(letter, letter_template(letter.kind), std::string(code_of(letter.kind))); }

std::string refusal_text(const LetterReply& reply, Language language) {
    std::string text;
    for (const auto& reason : reply.reasons) text += std::string(in_language(reason.text, language)) + "\n";
    return text;
}

}  // namespace maintien::io
