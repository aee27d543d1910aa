#include "said.hpp"

#include <array>

#include "maintien/io/errors.hpp"

namespace maintien::io {

std::string found_text(const Said& said) {
    switch (said.form) {
        case Form::cell:
        case Form::string: return in_quotes(said.text);
        case Form::array: return "an array";
        case Form::object: return "an object";
        default: return std::string(said.text.substr(0, 60));
    }
}

Form form_of(JsonKind kind) {
    constexpr std::array forms{Form::cell, Form::truth, Form::number, Form::string, Form::array, Form::object};
    return forms[static_cast<std::size_t>(kind)];
}

Form mapped_form(Key key, JsonKind kind) {
    const bool list = is_attribute(key) && shape_of(attribute_of(key)).kind == ValueKind::code_set;
    return list && kind == JsonKind::string ? Form::cell : form_of(kind);
}

void say(std::span<const JsonMember> members, std::vector<Said>& said, std::vector<RowFault>& faults) {
    said.clear();
    std::uint64_t low = 0, high = 0;
    for (const auto& [name, value] : members) {
        const auto key = key_called(name);
        if (!key) {
            faults.push_back({Key::case_number, not_said, pointer_step(name), "an unknown field", expected_key(name)});
            continue;
        }
        const auto position = static_cast<unsigned>(*key);
        auto& seen = position < 64 ? low : high;
        const auto bit = std::uint64_t{1} << (position & 63);
        if ((seen & bit) != 0) faults.push_back({*key, not_said, pointer_step(name), "the same key again", "each key once"});
        const bool again = (seen & bit) != 0;
        seen |= bit;
        if (again || value.kind == JsonKind::null) continue;
        said.push_back({*key, form_of(value.kind), value.text, value.at});
    }
}

}  // namespace maintien::io
