#pragma once
// Rows of events decoded: from what is said to numbers, every fault noted.

#include <memory>
#include <span>
#include <vector>

#include "maintien/case/name_pool.hpp"
#include "maintien/case/packed_entry.hpp"
#include "maintien/io/json_lines.hpp"
#include "value_decoder.hpp"

namespace maintien::io {

/// A row as numbers; what could not be read is missing and stands among the faults.
struct DecodedRow {
    bool told = false;  // whether the case is known
    NameIndex number = 0, service = 0;
    PackedEntry entry{};
    bool event_known = false;
    std::uint64_t given = 0;  // attributes said, good or not
    NameIndex amends = 0;
    bool id_unclear = false;  // an id is said, and cannot be read
};

/// The row as an entry; it must outlive the view.
inline EntryView entry_of(const DecodedRow& row) { return view_of(row.entry); }

/// Decodes rows one after the other; names are entered in one pool.
class RowDecoder {
public:
    RowDecoder(NamePool& names, DateUse& dates) : names_(names), dates_(dates), values_(names, dates, faults) {}
    RowDecoder(const RowDecoder&) = delete;
    RowDecoder& operator=(const RowDecoder&) = delete;

    /// The row that says this and begins on `line`; the faults found are in `faults`.
    const DecodedRow& decode(std::span<const Said> said, std::size_t line);
    /// Decodes a row as the entry of an amendment whose case is that of `outer`.
    const DecodedRow& decode_inner(std::span<const Said> said, const DecodedRow& outer);
    /// The case a row tells, whatever else is wrong with it.
    void tell_case(std::span<const Said> said, DecodedRow& row);

    /// Whether a value may stand for an attribute at all; else its faults are in `faults`.
    bool check_value(const Said& said);

    std::vector<RowFault> faults;

private:
    void decode_one(const Said& said, std::size_t which);
    void decode_attribute(const Said& said, std::size_t which);
    void inner_entry(const Said& said);
    void inherited(const Said& said);
    void check_event();
    void check_belongs();
    void check_amendment();
    void add_value(AttributeValue value);

    NamePool& names_;
    DateUse& dates_;
    ValueDecoder values_;
    DecodedRow row_;
    const DecodedRow* outer_ = nullptr;
    std::span<const Said> said_;
    JsonScanner scanner_;
    std::vector<JsonMember> members_;
    std::vector<Said> inner_said_;
    std::unique_ptr<RowDecoder> inner_;
};

}  // namespace maintien::io
