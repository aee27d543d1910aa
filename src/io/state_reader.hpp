#pragma once
// Reading `maintien-state/1`, in parts: the question and its sources, the integers, what the integers must have in common.

#include <string>
#include <string_view>
#include <vector>

#include "io/json_grammar.hpp"
#include "maintien/indicators/catalogue.hpp"
#include "maintien/indicators/cell_names.hpp"
#include "maintien/indicators/merge_states.hpp"
#include "maintien/io/state_document.hpp"

namespace maintien::io::detail {

/// Reads a state, noting every fault.
class StateReader {
public:
    explicit StateReader(const std::string& name) : grammar_{name, "maintien-state/1"} { loaded_.state.linked = true; }

    LoadedState read(std::string_view json);

private:
    std::int64_t count(const JsonNode& node, std::int64_t least = 0, std::int64_t most = greatest_state_count);
    std::int64_t required_count(const JsonNode& owner, std::string_view key, std::int64_t least = 0, std::int64_t most = greatest_state_count);
    Day required_day(const JsonNode& owner, std::string_view key);
    const JsonNode* object(const JsonNode& owner, std::string_view key, const std::vector<std::string_view>& keys);
    const JsonNode* array(const JsonNode& owner, std::string_view key);
    void question(const JsonNode& root);
    void keys(const JsonNode& root);
    void rules(const JsonNode& root);
    void sources(const JsonNode& root);
    StateSource source(const JsonNode& node);
    void check_source(const JsonNode& node, const StateSource& source);
    void input(const JsonNode& root);
    void stratum(const JsonNode& node, StateStratum& into);
    void values(const JsonNode& node, StratumTexts& into);
    void value(const JsonNode& node, StratumKey key, StratumTexts& into);
    void persons(const JsonNode& node, StateStratum& into, bool of_one_service);
    void cells_of(const JsonNode& node, StratumTally& into);
    void block(const JsonNode& node, const NamedCells& block, StratumTally& into);
    void days_of(const JsonNode& node, StratumTally& into);
    void services_of(const JsonNode& node, StratumTally& into);
    void service(const JsonNode& item, StratumTally& into);
    void table(const JsonNode& node, DayCounts& into);
    void strata(const JsonNode& root);
    void check_shares(const JsonNode& node, const StateStratum& stratum, const Catalogue& catalogue);
    void check_numbers(const JsonNode& root);

    LoadedState loaded_;
    State& state_ = loaded_.state;
    JsonGrammar grammar_;
};

}  // namespace maintien::io::detail
