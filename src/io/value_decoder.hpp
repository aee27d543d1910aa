#pragma once
// Values decoded: from what is said under one key to a number, every fault noted.

#include <optional>
#include <span>
#include <vector>

#include "maintien/case/name_pool.hpp"
#include "maintien/io/json_lines.hpp"
#include "said.hpp"

namespace maintien::io {

/// Decodes the values of rows, whatever row they stand in; names are entered in one pool, faults in one list.
class ValueDecoder {
public:
    ValueDecoder(NamePool& names, DateUse& dates, std::vector<RowFault>& faults) : names_(names), dates_(dates), faults_(faults) {}

    /// Begins anew: without faults, and without the texts kept for the row before.
    void begin_row();
    /// The value of any attribute but an entry.
    std::optional<std::uint32_t> value(const Said& said, Attribute attribute);
    /// A pseudonym, a case number or an id.
    std::optional<NameIndex> name(const Said& said);
    /// A civil day.
    std::optional<Day> day(const Said& said);

    /// Notes that nothing is said under a key.
    void missing(Key key, std::string expected);
    /// Notes that what is said is wrong, at a step inside of it.
    void wrong(const Said& said, std::string expected, std::string step = {});

    std::size_t which = not_said;  // of the things said, the one being decoded
    std::size_t line = 0;          // where the row begins

private:
    std::optional<std::uint32_t> code(const Said& said, Attribute attribute);
    std::optional<std::uint32_t> codes(const Said& said, Attribute attribute);
    std::optional<std::uint32_t> code_list(const Said& said, Attribute attribute, std::span<const std::string_view> spellings);
    std::optional<std::uint32_t> boolean(const Said& said);
    std::optional<std::uint32_t> number(const Said& said, Attribute attribute);
    std::optional<std::uint32_t> time(const Said& said);
    std::optional<Day> day_of_cell(const Said& said);

    NamePool& names_;
    DateUse& dates_;
    std::vector<RowFault>& faults_;
    JsonScanner scanner_;
    std::vector<JsonValue> items_;
    std::vector<std::string_view> spellings_;
};

}  // namespace maintien::io
