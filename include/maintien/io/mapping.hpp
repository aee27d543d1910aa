#pragma once
/// @file
/// Mappings: how a cell's own spreadsheet, one row a case, becomes events (`maintien-mapping/1`).

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "maintien/io/encoding.hpp"
#include "maintien/io/events.hpp"

namespace maintien::io {

/// How dates are written in a table.
enum class DateStyle : std::uint8_t {
    automatic,  ///< as the first date of the file is
    iso,        ///< `YYYY-MM-DD`
    french      ///< `dd/mm/yyyy`
};

/// Where one value of an event comes from: a cell, or a constant.
struct MappedValue {
    std::string field;                                        ///< the attribute, or `service`, `id`
    std::string pointer;                                      ///< where the mapping says it
    std::string column{};                                     ///< the column it is read from; empty for a constant
    bool translated = false;                                  ///< whether only the words of `codes` are allowed
    std::vector<std::pair<std::string, std::string>> codes{}; ///< the table's word and the value it stands for, as JSON
    std::string constant{};                                   ///< the constant, as JSON
};

/// The condition under which a row yields an event.
struct MappedCondition {
    std::string column{};               ///< the column that is looked at; empty when there is no condition
    bool in = true;                     ///< whether the values listed are those that hold, or those that do not
    std::vector<std::string> values{};  ///< the values, trimmed
};

/// One event that a row may yield.
struct MappedEvent {
    std::string pointer;                ///< where the mapping says it
    MappedValue event{};                ///< which event
    std::string on{};                   ///< column of its day
    std::string recorded_on{};          ///< column of the day it became known; empty when there is none
    MappedCondition when{};             ///< its condition
    std::vector<MappedValue> values{};  ///< its attributes
};

/// How a table with one row a case is read as events.
struct Mapping {
    std::string name;                                                         ///< what faults call it
    std::string title{};                                                      ///< for people
    Encoding encoding = Encoding::automatic;                                  ///< of the table
    char delimiter = 0;                                                       ///< `,`, `;`, tab, or 0 to find out from the header
    DateStyle dates = DateStyle::automatic;                                   ///< of the table
    std::string case_column;                                                  ///< column of the case number
    std::vector<MappedValue> case_values{};                                   ///< attributes of the case and `service`, constants included
    std::vector<MappedEvent> events{};                                        ///< the events, in order
    std::vector<std::pair<std::string, std::vector<std::string>>> ignore{};   ///< values of condition columns that yield nothing
};

/// A mapping from its JSON text. @throws DocumentError with every fault, each at its JSON pointer.
/// Documented in docs/formats.md.
Mapping parse_mapping(std::string_view json, const std::string& name);

/// A mapping from a file. @throws DocumentError as `parse_mapping`, and when it cannot be read.
Mapping read_mapping(const Source& source);

/// What an import gives.
struct ImportResult : ReadResult {
    std::vector<std::string> unmapped_columns{};  ///< columns that the mapping does not name, for standard error
};

/// Reads a table with one row a case as events. A row yields an event when its `on` cell is filled and its condition holds; what
/// is said of the case goes on the first event the row yields, in the order of the mapping, `service` on each.
///
/// Faults beside those of an event file: a repeated case number; a filled `on` whose every condition fails; a value of a condition column that
/// neither a condition nor `ignore` lists; a word that `codes` does not list. Documented in docs/formats.md.
/// @throws DocumentError as `read_events`; columns that the mapping names and the table lacks are refused with rejects too.
ImportResult import_table(const Source& table, const Mapping& mapping, const ReadOptions& options = {});

}  // namespace maintien::io
