#pragma once
// What a row of an imported table says, in the words of events: of its case, and of each event it yields.

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "imported_row.hpp"

namespace maintien::io {

/// Says what a row means by a plan.
class RowWords {
public:
    RowWords(ImportedRow& row, const TablePlan& plan) : row_(row), plan_(plan) {}

    /// Begins anew with the case and its service.
    void say_case();
    /// Begins anew with all of an event; the first of a row says the attributes of the case too.
    void say_event(const EventPlan& event, bool first);

    std::vector<Said> said;
    std::set<Key> failed;  // keys whose word could not be translated

private:
    void say_value(const ValuePlan& plan);
    void say_translated(const ValuePlan& plan);
    const Meaning* translate(const ValuePlan& plan, std::string_view word);

    ImportedRow& row_;
    const TablePlan& plan_;
    std::vector<std::unique_ptr<std::string>> built_;  // texts of what is said that stand nowhere else
};

}  // namespace maintien::io
