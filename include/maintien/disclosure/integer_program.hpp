#pragma once
/// @file
/// Integer programs: linear programs whose columns are whole numbers, by branch and bound.

#include <algorithm>

#include "maintien/disclosure/linear_program.hpp"

namespace maintien {

/// How an integer program ended.
enum class SearchEnd : std::uint8_t {
    optimal,     ///< the cheapest values were found
    none,        ///< there are no values
    unfinished   ///< the search was cut off: what was found, when anything was, may not be the cheapest
};

/// What a search found.
struct IntegerSolution {
    SearchEnd end = SearchEnd::none;    ///< how the search ended
    bool found = false;                 ///< whether there are values
    std::vector<std::int64_t> values{};  ///< of each whole column, then 0 for the others
    double cost = 0;                    ///< what they cost
};

namespace detail {

/// The depth-first search of an integer program.
struct BranchAndBound {
    LinearProgram program;      ///< the program, its bounds those of the branch looked at
    std::size_t whole = 0;      ///< the first so many columns are whole numbers
    std::size_t nodes_left = 0;  ///< how many branches may still be looked at
    bool first_only = false;    ///< whether any values will do
    bool cut_off = false;       ///< whether a branch was left
    IntegerSolution best{};     ///< the best values so far

    /// The whole column farthest from a whole number, or `whole`.
    std::size_t most_broken(const std::vector<double>& values) const {
        std::size_t chosen = whole;
        double farthest = 1e-6;
        for (std::size_t j = 0; j < whole; ++j) {
            const double off = std::fabs(values[j] - std::round(values[j]));
            if (off > farthest) farthest = off, chosen = j;
        }
        return chosen;
    }

    double cost_of(const std::vector<double>& values) const {
        double cost = 0;
        for (std::size_t j = 0; j < values.size(); ++j) cost += program.cost[j] * values[j];
        return cost;
    }

    void keep(const std::vector<double>& values, double cost) {
        best.found = true;
        best.cost = cost;
        best.values.assign(values.size(), 0);
        for (std::size_t j = 0; j < whole; ++j) best.values[j] = static_cast<std::int64_t>(std::llround(values[j]));
    }

    void branch(std::size_t j, double at, bool up) {
        auto& bound = up ? program.lower[j] : program.upper[j];
        const double before = bound;
        bound = up ? std::ceil(at) : std::floor(at);
        search();
        bound = before;
    }

    void search() {
        if (first_only && best.found) return;
        if (nodes_left == 0) {
            cut_off = true;
            return;
        }
        --nodes_left;
        const auto values = cheapest(program);
        if (!values) return;
        const double cost = cost_of(*values);
        if (best.found && cost >= best.cost - 1e-6) return;
        const auto j = most_broken(*values);
        if (j == whole) return keep(*values, cost);
        const double at = (*values)[j];
        const bool up_first = at - std::floor(at) > 0.5;
        branch(j, at, up_first);
        branch(j, at, !up_first);
    }
};

}  // namespace detail

/// The cheapest values of a program whose first `whole` columns are whole numbers. At most `nodes` linear programs are
/// solved; with `first_only` the first values found are taken.
inline IntegerSolution cheapest_whole(const LinearProgram& program, std::size_t whole, std::size_t nodes, bool first_only = false) {
    detail::BranchAndBound search{.program = program, .whole = whole, .nodes_left = nodes, .first_only = first_only};
    search.search();
    auto& best = search.best;
    best.end = search.cut_off && !(first_only && best.found) ? SearchEnd::unfinished : best.found ? SearchEnd::optimal : SearchEnd::none;
    return best;
}

}  // namespace maintien
