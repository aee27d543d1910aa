#include <algorithm>
#include <iterator>
#include <utility>

#include "maintien/io/errors.hpp"
#include "maintien/io/events_document.hpp"
#include "rows.hpp"

namespace maintien::io {

namespace {

constexpr std::string_view format_name = "maintien-events/1";

/// Reads lines one after the other.
class JsonRows {
public:
    JsonRows(const Block& block, bool first, const Frame& frame)
        : block_(block), frame_(frame), heading_may_come_(first), high_(has_high_byte(block.bytes)), builder_(frame) {}

    Batch read();

private:
    void line(RawRow raw);
    bool heading();
    void row(const RawRow& raw);
    bool says_id_unclearly() const;
    void broken(const RawRow& raw, std::size_t at, Problem problem);
    void recover(std::string_view line, std::string_view key);

    const Block& block_;
    const Frame& frame_;
    bool heading_may_come_, high_;
    BatchBuilder builder_;
    JsonScanner scanner_;
    std::vector<JsonMember> members_;
    std::vector<Said> said_;
    std::vector<RowFault> faults_;
    std::vector<Problem> problems_;
    std::vector<JsonMember> recovered_;
};

Batch JsonRows::read() {
    if (block_.too_long) {
        builder_.fatal(too_long(block_, frame_.file), true);
        return std::move(builder_.batch);
    }
    const std::string_view bytes = block_.bytes;
    auto number = block_.first_line;
    for (std::size_t from = 0; from < bytes.size() && !builder_.batch.stop; ++number) {
        const auto end = std::min(bytes.find('\n', from), bytes.size());
        line({number, bytes.substr(from, end - from)});
        from = end + 1;
    }
    return std::move(builder_.batch);
}

/// Whether the members are those of a heading; another format ends the reading.
bool JsonRows::heading() {
    const auto format = std::find_if(members_.begin(), members_.end(), [](const auto& member) { return member.key == "format"; });
    if (!std::exchange(heading_may_come_, false) || format == members_.end()) return false;
    if (format->value.kind != JsonKind::string || format->value.text != format_name) {
        const auto written = format->value.kind == JsonKind::string ? in_quotes(format->value.text) : std::string(format->value.text);
        problems_.push_back({frame_.file, 0, 0, "/format", written, in_quotes(format_name)});
    }
    for (const auto& member : members_)
        if (member.key != "format") problems_.push_back({frame_.file, 0, 0, pointer_step(member.key), "an unknown field", "format alone"});
    if (members_.size() > 1 && problems_.empty())
        problems_.push_back({frame_.file, 0, 0, "/format", "the same key again", "each key once"});
    return true;
}

void JsonRows::line(RawRow raw) {
    if (raw.bytes.find_first_not_of(" \t\r") == std::string_view::npos) {
        ++builder_.batch.empty_rows;
        return;
    }
    scanner_.forget();
    problems_.clear();
    const auto wrong = high_ ? first_broken_byte(raw.bytes, Encoding::utf_8) : std::string_view::npos;
    if (wrong != std::string_view::npos) return broken(raw, wrong, {{}, 0, 0, {}, "a byte that is no UTF-8", "UTF-8"});
    if (auto fault = scanner_.scan_object(raw.bytes, members_))
        return broken(raw, fault->at, {{}, 0, 0, std::move(fault->pointer), std::move(fault->found), std::move(fault->expected)});
    if (!heading()) return row(raw);
    for (auto& problem : problems_) {
        problem.line = raw.line;
        builder_.fatal(std::move(problem), true);
    }
}

/// Whether the id is said twice, or a key that is not known is probably meant for it.
bool JsonRows::says_id_unclearly() const {
    const auto again = [](const RowFault& fault) { return fault.key == Key::id; };
    const auto misspelt = [](const JsonMember& member) { return !key_called(member.key) && !perhaps(member.key, {name_of(Key::id)}).empty(); };
    return std::any_of(faults_.begin(), faults_.end(), again) || std::any_of(members_.begin(), members_.end(), misspelt);
}

void JsonRows::row(const RawRow& raw) {
    faults_.clear();
    say(members_, said_, faults_);
    const bool id_unclear = !faults_.empty() && says_id_unclearly();
    const auto& row = builder_.decoder.decode(said_, raw.line);
    std::move(builder_.decoder.faults.begin(), builder_.decoder.faults.end(), std::back_inserter(faults_));
    for (auto& fault : faults_)
        problems_.push_back({frame_.file, raw.line, 0, std::move(fault.pointer), std::move(fault.found), std::move(fault.expected)});
    const auto index = builder_.take(raw, row, {&row, 1}, problems_);
    builder_.note_ids(raw, index, row, {raw.line, 0}, {raw.line, 0});
    if (id_unclear) builder_.note_unclear(index);
}

/// Finds a key and its text in a line that is no JSON, so that the case it belongs to is known all the same.
void JsonRows::recover(std::string_view line, std::string_view key) {
    const auto spelt = in_quotes(key);
    auto at = line.find(spelt);
    if (at == std::string_view::npos) return;
    at = line.find_first_not_of(" \t", at + spelt.size());
    if (at == std::string_view::npos || line[at] != ':') return;
    at = line.find('"', at);
    if (at == std::string_view::npos) return;
    auto end = at + 1;
    while (end < line.size() && line[end] != '"') end += line[end] == '\\' ? 2 : 1;
    if (end >= line.size()) return;
    const auto text = line.substr(at, end + 1 - at);
    if (first_broken_byte(text, Encoding::utf_8) != std::string_view::npos) return;
    const auto member = std::string("{\"" + std::string(key) + "\":") + std::string(text) + "}";
    if (scanner_.scan_object(member, recovered_) || recovered_.empty()) return;
    said_.push_back({*key_called(key), Form::string, builder_.batch.table.names.text_of(builder_.batch.table.names.index_of(recovered_[0].value.text))});
}

void JsonRows::broken(const RawRow& raw, std::size_t at, Problem problem) {
    heading_may_come_ = false;
    problem.file = frame_.file;
    problem.line = raw.line;
    problem.column = count_characters(raw.bytes.substr(0, at), Encoding::utf_8) + 1;
    problems_.push_back(std::move(problem));
    said_.clear();
    recover(raw.bytes, name_of(Key::case_number));
    recover(raw.bytes, name_of(Key::service));
    DecodedRow base;
    builder_.decoder.tell_case(said_, base);
    builder_.note_unclear(builder_.take(raw, base, {}, problems_));
}

}  // namespace

Batch read_json_block(const Block& block, bool first, const Frame& frame) { return JsonRows(block, first, frame).read(); }

}  // namespace maintien::io
