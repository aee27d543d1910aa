#include "maintien/io/protocol_document.hpp"

#include <algorithm>

#include "io/protocol_words.hpp"
#include "maintien/io/json_writer.hpp"
#include "maintien/protocol/built_in/all.hpp"

namespace maintien::io {

namespace {

/// Writes a protocol key by key, in the order of the schema.
struct ProtocolWriter {
    JsonWriter json{};

    void text(std::string_view key, std::string_view content) {
        json.key(key);
        json.string_or_null(content);
    }
    void count(std::string_view key, std::int64_t content) {
        json.key(key);
        json.count(content);
    }
    void truth(std::string_view key, bool content) {
        json.key(key);
        truth(content);
    }
    void truth(bool content) {
        json.separate();
        json.text += content ? "true" : "false";
    }
    void both(std::string_view key, const Text& content) {
        json.key(key);
        json.begin_object();
        text("fr", content.fr);
        text("en", content.en);
        json.end();
    }
    template <ClosedList Code>
    void codes(std::string_view key, CodeSet<Code> set) {
        json.key(key);
        json.begin_array();
        for (const auto& term : terms_of<Code>)
            if (set.contains(term.value)) json.string(term.code);
        json.end();
    }
    template <class Numbers>
    void numbers(std::string_view key, const Numbers& list) {
        json.key(key);
        json.begin_array();
        for (const int number : list) json.count(number);
        json.end();
    }
    template <class Rows, class BaseRows, class Write>
    void rows(std::string_view key, const Rows& list, const BaseRows& of_base, Write write);
    void condition(std::string_view key, const Condition& condition);
    void clause_codes(const Clause& clause);
    void guard_shape(const Guard& guard);
    void guard(const Guard& guard);
    void transition(const Transition& row);
    void expected(const ExpectedRule& rule);
    void time_limit(const TimeLimit& limit);
    void target(const Target& target);
    void head(const Protocol& protocol);
    void rules(const Protocol& protocol, const Protocol& base);
    void figures(const Protocol& protocol, const Protocol& base);
};

/// The rows, then those of the base that are no longer there.
template <class Rows, class BaseRows, class Write>
void ProtocolWriter::rows(std::string_view key, const Rows& list, const BaseRows& of_base, Write write) {
    json.key(key);
    json.begin_array(JsonLayout::one_a_line);
    for (const auto& row : list) {
        json.begin_object();
        write(row);
        json.end();
    }
    for (const auto& row : of_base) {
        if (std::any_of(list.begin(), list.end(), [&](const auto& own) { return own.id == row.id; })) continue;
        json.begin_object();
        text("id", row.id);
        truth("remove", true);
        json.end();
    }
    json.end();
}

void ProtocolWriter::clause_codes(const Clause& clause) {
    const auto& shape = shape_of(clause.attribute);
    json.begin_array();
    if (shape.kind == ValueKind::boolean)
        for (const bool value : {false, true})
            if ((clause.codes >> (value ? 1 : 0) & 1) != 0) truth(value);
    for (std::uint32_t i = 0; i < shape.codes; ++i)
        if ((clause.codes >> i & 1) != 0) json.string(shape.code(i));
    json.end();
}

void ProtocolWriter::condition(std::string_view key, const Condition& condition) {
    json.key(key);
    json.begin_object();
    for (const auto& clause : condition) {
        json.key(code_of(clause.attribute));
        clause_codes(clause);
    }
    json.end();
}

void ProtocolWriter::guard_shape(const Guard& guard) {
    const auto key = detail::key_of(guard.kind);
    switch (guard.kind) {
        case GuardKind::consent:
            text(key, code_of(guard.scope));
            text("party", code_of(guard.party));
            if (guard.implied_by) text("implied_by", code_of(*guard.implied_by));
            return;
        case GuardKind::after:
        case GuardKind::not_after: return text(key, code_of(guard.milestone));
        case GuardKind::age_at_least: return count(key, guard.age);
        case GuardKind::origin_in: return codes(key, guard.origins);
        default: return truth(key, true);
    }
}

void ProtocolWriter::guard(const Guard& guard) {
    json.begin_object();
    guard_shape(guard);
    if (!guard.when.empty()) condition("when", guard.when);
    json.end();
}

void ProtocolWriter::transition(const Transition& row) {
    text("id", row.id);
    text("event", code_of(row.event));
    condition("when", row.when);
    json.key("from");
    json.begin_array();
    if (row.from.none) json.null();
    for (const auto& term : terms_of<Stage>)
        if (row.from.stages.contains(term.value)) json.string(term.code);
    json.end();
    text("to", detail::code_of_move(row.move));
    json.key("guards");
    json.begin_array();
    for (const auto& one : row.guards) guard(one);
    json.end();
    text("source", row.source);
}

void ProtocolWriter::expected(const ExpectedRule& rule) {
    text("id", rule.id);
    text("event", code_of(rule.event));
    condition("when", rule.when);
    switch (rule.kind) {
        case ExpectedKind::guard: guard_shape(rule.guard); break;
        case ExpectedKind::same_day: text("same_day", code_of(rule.beside)); break;
        case ExpectedKind::after_measure: text("after_measure", code_of(rule.measure)); break;
        case ExpectedKind::says: condition("says", rule.said); break;
    }
    text("source", rule.source);
}

void ProtocolWriter::time_limit(const TimeLimit& limit) {
    text("id", limit.id);
    text("from", code_of(limit.from));
    text("to", code_of(limit.to));
    count(detail::key_of(limit.unit), limit.length);
    truth("holds", limit.holds);
    text("who", code_of(limit.who));
    text("source", limit.source);
    both("title", limit.title);
}

void ProtocolWriter::target(const Target& target) {
    text("id", target.id);
    text("indicator", target.indicator);
    text("variant", target.variant);
    text("per", target.per_year ? "year" : "");
    json.key("value");
    json.number(target.value);
}

void ProtocolWriter::head(const Protocol& protocol) {
    text("format", "maintien-protocol/1");
    text("name", protocol.name);
    count("version", protocol.version);
    both("title", protocol.title);
    json.key("valid_from");
    json.day_or_null(protocol.valid_from);
    json.key("valid_until");
    json.day_or_null(protocol.valid_until);
    text("base", protocol.base);
    json.key("relaxes");
    json.begin_array(JsonLayout::one_a_line);
    for (const auto& relaxation : protocol.relaxes) {
        json.begin_object();
        text("rule", relaxation.rule);
        text("reason", relaxation.reason);
        json.end();
    }
    json.end();
}

void ProtocolWriter::rules(const Protocol& protocol, const Protocol& base) {
    codes("team", protocol.team);
    codes("stages", stages_of(protocol));
    rows("transitions", protocol.transitions, base.transitions, [&](const Transition& row) { transition(row); });
    rows("expected", protocol.expected, base.expected, [&](const ExpectedRule& rule) { expected(rule); });
    rows("time_limits", protocol.time_limits, base.time_limits, [&](const TimeLimit& limit) { time_limit(limit); });
    json.key("follow_up");
    json.begin_object();
    numbers("horizons", protocol.follow_up.horizons);
    count("opens_before_days", protocol.follow_up.opens_before_days);
    count("closes_after_days", protocol.follow_up.closes_after_days);
    codes("except", protocol.follow_up.except);
    json.end();
}

void ProtocolWriter::figures(const Protocol& protocol, const Protocol& base) {
    json.key("outcomes");
    json.begin_object(JsonLayout::one_a_line);
    for (const auto& term : terms_of<Outcome>) {
        const auto& reading = protocol.outcomes[index_of(term.value)];
        json.key(term.code);
        json.begin_object();
        text("family", reading.family ? code_of(*reading.family) : "");
        text("polarity", code_of(reading.polarity));
        json.end();
    }
    json.end();
    json.key("profile");
    json.begin_object();
    truth("refusal_is_entry", protocol.profile.refusal_is_entry);
    truth("refusal_is_exit", protocol.profile.refusal_is_exit);
    count("decimals", protocol.profile.decimals);
    json.end();
    rows("targets", protocol.targets, base.targets, [&](const Target& one) { target(one); });
    text("recommendations", code_of(protocol.recommendations));
    numbers("digest_days", protocol.digest_days);
}

}  // namespace

std::string protocol_json(const Protocol& protocol) {
    const auto* base = built_in_protocol(protocol.base);
    static constexpr Protocol nothing{};
    ProtocolWriter writer;
    writer.json.begin_object(JsonLayout::one_a_line);
    writer.head(protocol);
    writer.rules(protocol, base ? *base : nothing);
    writer.figures(protocol, base ? *base : nothing);
    writer.json.end();
    writer.json.text += '\n';
    return std::move(writer.json.text);
}

}  // namespace maintien::io
