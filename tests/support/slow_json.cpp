#include "slow_reference.hpp"

#include <cstdio>
#include <set>

namespace slow {

namespace {

std::string in_quotes(const std::string& text) {
    std::string out = "\"";
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if (character == '"' || character == '\\') {
            out += '\\';
            out += character;
        } else if (byte < 0x20) {
            char escaped[8];
            std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(byte));
            out += escaped;
        } else {
            out += character;
        }
    }
    return out + "\"";
}

std::string list_of(const std::string& joined) {
    std::string out = "[";
    std::string item;
    for (const char character : joined + "|") {
        if (character != '|') {
            item += character;
            continue;
        }
        if (item.empty()) continue;
        if (out.size() > 1) out += ",";
        out += in_quotes(item);
        item.clear();
    }
    return out + "]";
}

std::string typed(const std::string& attribute, const std::string& value) {
    static const std::set<std::string> bare = {
        "redeployment_possible", "consent",     "on_sick_leave", "in_working_time", "incoming", "withdraw",
        "disabled_worker",       "examination", "appointment",   "horizon",         "attempt",  "birth_year"};
    static const std::set<std::string> lists = {"needs", "aspect", "audience"};
    if (bare.count(attribute) > 0) return value;
    return lists.count(attribute) > 0 ? list_of(value) : in_quotes(value);
}

}  // namespace

std::string canonical_json(const Event& event) {
    std::map<std::string, std::string> fields;  // sorted by key
    for (const auto& [attribute, value] : event.attributes) fields[attribute] = typed(attribute, value);
    const auto field = [&fields](const std::string& key, const std::string& value) {
        if (!value.empty()) fields[key] = in_quotes(value);
    };
    field("service", event.service);
    field("case", event.case_id);
    field("event", event.event);
    field("on", event.on);
    field("recorded_on", event.recorded_on);
    field("id", event.id);
    if (event.entry) fields["entry"] = canonical_json(*event.entry);
    std::string out = "{";
    for (const auto& [key, json] : fields) {
        if (out.size() > 1) out += ",";
        out += in_quotes(key) + ":" + json;
    }
    return out + "}";
}

std::string to_json_lines(const Register& entries) {
    std::string out;
    for (const Event& event : entries) out += canonical_json(event) + "\n";
    return out;
}

}  // namespace slow
