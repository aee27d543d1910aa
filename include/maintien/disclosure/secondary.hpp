#pragma once
/// @file
/// Secondary suppression: hiding further rows until no small number can be worked out.

#include "maintien/disclosure/attacker.hpp"

namespace maintien {

/// How a protected number came off.
struct ProtectionProof {
    std::optional<std::size_t> least{};  ///< the world in which it is 1
    std::optional<std::size_t> most{};   ///< the world in which it is limit − 1
    /// Whether an outsider learns nothing but that it is small.
    bool protects() const { return least.has_value() && most.has_value(); }
};

/// How the rows of a system protect what they may not give away.
struct Protection {
    std::vector<World> worlds{};             ///< the worlds an outsider cannot tell from the truth
    std::vector<ProtectionProof> proofs{};   ///< of each protected number
    bool finished = true;                    ///< whether those without proof are told by what was published before
};

namespace detail {

/// Hides rows of a system one after the other.
class Suppressor {
public:
    explicit Suppressor(CountSystem& system) : system_(system), outlook_(system), attacker_(outlook_), by_count_(system.truth.size()) {
        for (std::size_t i = 0; i < system.protected_counts.size(); ++i)
            for (const auto& term : system.protected_counts[i].form) by_count_[term.first].push_back(static_cast<std::uint32_t>(i));
        hits_.resize(2 * system.protected_counts.size());
        for (std::size_t goal = 0; goal < hits_.size(); ++goal)
            if (value_of(count_of_goal(goal).form, system.truth) == value_of_goal(goal)) hits_[goal].push_back(truth_world);
        worlds_.emplace_back();
    }

    /// Stops at the first number that no hiding is found to protect, unless what was published before tells it outright.
    void run(const std::vector<std::size_t>& order) {
        for (const auto goal : order) {
            if (reached(goal) || told_before(goal)) continue;
            reach(goal);
            if (!reached(goal)) return void(finished_ = false);
        }
        prune();
    }

    Protection result() const {
        Protection protection{worlds_, {}, finished_};
        for (std::size_t i = 0; i < system_.protected_counts.size(); ++i) protection.proofs.push_back({world_for(2 * i), world_for(2 * i + 1)});
        return protection;
    }

private:
    static constexpr std::size_t truth_world = 0;  // the truth itself is a world

    // A goal is that a protected number can be 1 (even) or limit - 1 (odd).
    const ProtectedCount& count_of_goal(std::size_t goal) const { return system_.protected_counts[goal / 2]; }
    std::int64_t value_of_goal(std::size_t goal) const { return goal % 2 == 0 ? 1 : count_of_goal(goal).limit - 1; }

    std::optional<std::size_t> world_for(std::size_t goal) const {
        for (const auto world : hits_[goal])
            if (looks_the_same(outlook_, worlds_[world])) return world;
        return std::nullopt;
    }
    bool reached(std::size_t goal) const { return world_for(goal).has_value(); }

    /// Keeps a world and notes every goal that it reaches.
    void keep(World world) {
        std::vector<std::uint32_t> near;
        for (const auto& change : world.changes) near.insert(near.end(), by_count_[change.first].begin(), by_count_[change.first].end());
        std::sort(near.begin(), near.end());
        near.erase(std::unique(near.begin(), near.end()), near.end());
        for (const auto i : near) {
            const auto value = system_.protected_counts[i].value + change_of(system_.protected_counts[i].form, world);
            for (const std::size_t goal : {2 * std::size_t{i}, 2 * std::size_t{i} + 1})
                if (value == value_of_goal(goal)) hits_[goal].push_back(worlds_.size());
        }
        worlds_.push_back(std::move(world));
    }

    bool find(std::size_t goal) {
        if (reached(goal)) return true;
        auto world = attacker_.world_with(count_of_goal(goal).form, value_of_goal(goal));
        if (world) keep(std::move(*world));
        return world.has_value();
    }

    /// Whether a number follows at once from what was published before.
    bool told_before(std::size_t goal) const {
        const auto& settled = outlook_.settled(true);
        const auto& form = count_of_goal(goal).form;
        return std::all_of(form.begin(), form.end(), [&](const auto& term) { return settled[term.first] != 0; });
    }

    void hide_rows_that_say(const std::vector<std::uint32_t>& sums) {
        for (auto& row : system_.rows) {
            if (row.hiding != Hiding::shown || row.fixed) continue;
            const auto says = [&](std::uint32_t sum) { return std::find(row.says.begin(), row.says.end(), sum) != row.says.end(); };
            if (std::any_of(sums.begin(), sums.end(), says)) row.hiding = Hiding::secondary;
        }
        outlook_.look();
    }

    /// Hides what has to be hidden for a goal, everything in the end.
    void reach(std::size_t goal) {
        if (find(goal)) return;
        auto world = attacker_.cheapest_world_with(count_of_goal(goal).form, value_of_goal(goal));
        if (!world) return hide_around(goal);
        std::vector<std::uint32_t> sums;
        for (const auto sum : world->changed_sums)
            if (outlook_.shown(sum) > 0) sums.push_back(sum);
        keep(std::move(*world));
        hide_rows_that_say(sums);
    }

    /// Where no world was found in time: hides every row that says something about the counts near the number, looks again,
    /// and in the end hides all rows there are.
    void hide_around(std::size_t goal) {
        for (const bool all : {false, true}) {
            std::vector<std::uint32_t> sums(system_.sums.size());
            std::iota(sums.begin(), sums.end(), 0u);
            hide_rows_that_say(all ? sums : attacker_.sums_near(count_of_goal(goal).form));
            if (find(goal)) return;
        }
    }

    /// Shows again what was hidden in vain, what weighs most first.
    void prune() {
        std::vector<std::size_t> hidden, wanted;
        for (std::size_t i = 0; i < system_.rows.size(); ++i)
            if (system_.rows[i].hiding == Hiding::secondary && !system_.rows[i].fixed) hidden.push_back(i);
        std::stable_sort(hidden.begin(), hidden.end(), [&](std::size_t a, std::size_t b) { return system_.rows[a].weight > system_.rows[b].weight; });
        for (std::size_t goal = 0; goal < hits_.size(); ++goal)
            if (reached(goal)) wanted.push_back(goal);
        for (const auto i : hidden) {
            system_.rows[i].hiding = Hiding::shown;
            outlook_.look();
            if (std::all_of(wanted.begin(), wanted.end(), [&](std::size_t goal) { return find(goal); })) continue;
            system_.rows[i].hiding = Hiding::secondary;
            outlook_.look();
        }
    }

    CountSystem& system_;
    Outlook outlook_;
    Attacker attacker_;
    std::vector<std::vector<std::uint32_t>> by_count_;
    std::vector<std::vector<std::size_t>> hits_{};
    std::vector<World> worlds_{};
    bool finished_ = true;
};

/// What is lost by what is hidden.
inline double loss_of(const CountSystem& system) {
    double loss = 0;
    for (const auto& row : system.rows)
        if (row.hiding == Hiding::secondary && !row.fixed) loss += row.weight;
    return loss;
}

/// The orders in which goals are taken up: as they come, backwards, the greatest numbers first.
inline std::vector<std::vector<std::size_t>> goal_orders(const CountSystem& system) {
    std::vector<std::size_t> order(2 * system.protected_counts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<std::vector<std::size_t>> orders{order};
    if (system.rows.size() > 600) return orders;
    std::reverse(order.begin(), order.end());
    orders.push_back(order);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return system.protected_counts[a / 2].value > system.protected_counts[b / 2].value; });
    orders.push_back(order);
    return orders;
}

}  // namespace detail

/// Hides rows until every protected number can be 1 and can be limit − 1 for all that an outsider sees, and says how that
/// is proven: by two worlds each, checked in whole numbers. Rows published before stay as they were; a number that they
/// give away stays without proof, and so does one for which the search does not get far enough: see `controlled`. Several orders are tried on small
/// systems and the one that hides least is taken.
inline Protection protect(CountSystem& system) {
    std::vector<Hiding> before, best;
    for (const auto& row : system.rows) before.push_back(row.hiding);
    std::optional<Protection> protection;
    double least = 0;
    for (const auto& order : detail::goal_orders(system)) {
        for (std::size_t i = 0; i < before.size(); ++i) system.rows[i].hiding = before[i];
        detail::Suppressor suppressor(system);
        suppressor.run(order);
        auto found = suppressor.result();
        if (protection && (detail::loss_of(system) >= least || !found.finished) && protection->finished) continue;
        least = detail::loss_of(system);
        protection = std::move(found);
        best.clear();
        for (const auto& row : system.rows) best.push_back(row.hiding);
    }
    for (std::size_t i = 0; i < best.size(); ++i) system.rows[i].hiding = best[i];
    return *protection;
}

}  // namespace maintien
