#pragma once
/// @file
/// Outlooks: what an outsider sees of a system of counts, and what follows at once.

#include <numeric>

#include "maintien/disclosure/count_system.hpp"

namespace maintien {

/// A system as an outsider sees it: its constraints are the relations, which always bind, then the sums that rows say,
/// which bind as long as a row shows them.
class Outlook {
public:
    /// What is seen of a system, which must outlive it.
    explicit Outlook(const CountSystem& system) : system_(system), by_count_(system.truth.size()) {
        for (std::size_t i = 0; i < constraints(); ++i)
            for (const auto& term : form_at(i)) by_count_[term.first].push_back(static_cast<std::uint32_t>(i));
        look();
    }

    /// Takes in what is shown now.
    void look() {
        shown_ = shown_sums(system_);
        fixed_.assign(system_.sums.size(), 0);
        cost_.assign(system_.sums.size(), 0.0);
        for (const auto& row : system_.rows) {
            if (row.hiding != Hiding::shown) continue;
            for (const auto sum : row.says) {
                cost_[sum] += row.weight;
                if (row.fixed) fixed_[sum] = 1;
            }
        }
        known_ = known_counts(false);
        given_ = known_counts(true);
    }

    /// The system.
    const CountSystem& system() const { return system_; }
    /// The constraints in which a count stands.
    const std::vector<std::uint32_t>& around(std::uint32_t count) const { return by_count_[count]; }
    /// The counts that follow at once from what is shown; `given`: from what was published before.
    const std::vector<std::uint8_t>& settled(bool given) const { return given ? given_ : known_; }
    /// How many rows show a sum.
    std::uint32_t shown(std::uint32_t sum) const { return shown_[sum]; }
    /// Whether a sum was published before.
    bool was_published(std::uint32_t sum) const { return fixed_[sum] != 0; }
    /// What is lost when all rows that show a sum are hidden.
    double cost(std::uint32_t sum) const { return cost_[sum]; }

    /// How many constraints there are.
    std::size_t constraints() const { return system_.relations.size() + system_.sums.size(); }
    /// Whether a constraint is a sum that rows say.
    bool is_sum(std::size_t i) const { return i >= system_.relations.size(); }
    /// The sum that a constraint is.
    std::uint32_t sum_of_constraint(std::size_t i) const { return static_cast<std::uint32_t>(i - system_.relations.size()); }
    /// The left-hand side of a constraint.
    const CountForm& form_at(std::size_t i) const { return is_sum(i) ? system_.sums[sum_of_constraint(i)] : system_.relations[i].form; }

    /// Whether a constraint binds: relations always, sums as long as they are shown (or, `fixed_only`, were shown before).
    bool binds(std::size_t i, bool fixed_only) const {
        return !is_sum(i) || (fixed_only ? fixed_[sum_of_constraint(i)] != 0 : shown_[sum_of_constraint(i)] > 0);
    }

    /// Whether a constraint is an equation.
    bool is_equation(std::size_t i) const { return is_sum(i) || system_.relations[i].equation; }

    /// The constraints in which some counts stand, each once.
    template <class Counts>
    std::vector<std::uint32_t> around_all(const Counts& counts) const {
        std::vector<std::uint32_t> touched;
        for (const auto count : counts) touched.insert(touched.end(), by_count_[count].begin(), by_count_[count].end());
        std::sort(touched.begin(), touched.end());
        touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
        return touched;
    }

private:
    /// The counts that follow at once from what is shown, one equation after the other.
    std::vector<std::uint8_t> known_counts(bool fixed_only) const {
        std::vector<std::uint8_t> known(system_.truth.size(), 0);
        std::vector<std::uint32_t> open(constraints());
        std::iota(open.begin(), open.end(), 0u);
        while (!open.empty()) {
            const auto i = open.back();
            open.pop_back();
            if (!binds(i, fixed_only)) continue;
            for (const auto count : follows(i, known)) {
                known[count] = 1;
                open.insert(open.end(), by_count_[count].begin(), by_count_[count].end());
            }
        }
        return known;
    }

    /// The counts that one constraint tells: the last unknown of an equation, or all when they add up to nobody.
    std::vector<std::uint32_t> follows(std::uint32_t i, const std::vector<std::uint8_t>& known) const {
        std::vector<std::uint32_t> unknown;
        std::int64_t left = 0;
        bool same_sign = true;
        int sign = 0;
        for (const auto& [count, times] : form_at(i)) {
            if (known[count]) continue;
            if (sign == 0) sign = times > 0 ? 1 : -1;
            same_sign = same_sign && (times > 0) == (sign > 0);
            left += times * system_.truth[count];
            unknown.push_back(count);
        }
        const bool equation = is_equation(i);
        if (equation && (unknown.size() == 1 || (same_sign && left == 0))) return unknown;
        const bool no_room = !equation && same_sign && sign > 0 && left == 0 && value_of(form_at(i), system_.truth) == 0;
        return no_room ? unknown : std::vector<std::uint32_t>{};
    }

    const CountSystem& system_;
    std::vector<std::vector<std::uint32_t>> by_count_;
    std::vector<std::uint32_t> shown_{};
    std::vector<std::uint8_t> fixed_{}, known_{}, given_{};
    std::vector<double> cost_{};
};

}  // namespace maintien
