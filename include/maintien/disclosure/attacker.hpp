#pragma once
/// @file
/// The attacker: an outsider who works out what the published rows leave open.

#include <array>
#include <optional>

#include "maintien/disclosure/integer_program.hpp"
#include "maintien/disclosure/world.hpp"

namespace maintien {

/// What an outsider can tell of a number.
struct AttackerBounds {
    std::int64_t lower = 0;               ///< it is at least this
    std::optional<std::int64_t> upper{};  ///< it is at most this; none: the rows set no limit
    bool exact = false;                   ///< whether these are the very bounds; otherwise the true range is at least as wide
};

/// How far the attacker looks around a number.
struct AttackSize {
    std::size_t counts = 0;    ///< how many counts may differ from the truth at once
    std::size_t in_a_sum = 0;  ///< how many of them in one equation
    std::size_t nodes = 0;     ///< how many linear programs are solved at most
};

/// The neighbourhoods looked at, one after the other: the first are small and find most worlds at once. A system whose open
/// counts fit into the last is solved exactly.
inline constexpr std::array<AttackSize, 4> attack_sizes{{{50, 2, 40}, {150, 4, 40}, {400, 6, 40}, {900, 10000, 20}}};

/// An outsider who knows the rows that are shown, what holds between counts, the rule and its limit. Counts far from
/// those asked about keep their true value in the attacker's worlds when the system is large: that leaves worlds out and
/// never adds one, so that what is found to be protected is.
class Attacker {
public:
    /// The attacker who sees this.
    explicit Attacker(const Outlook& outlook) : outlook_(outlook), system_(outlook.system()) {}

    /// A world in which a number has another value, everything shown staying the same; none when none was found.
    std::optional<World> world_with(const CountForm& form, std::int64_t value) const { return search_for(form, value, false); }

    /// A world in which a number has another value and as little as possible of what is shown would come out differently:
    /// what comes out differently has to be hidden.
    std::optional<World> cheapest_world_with(const CountForm& form, std::int64_t value) const { return search_for(form, value, true); }

    /// The sums that rows show of the counts near a number.
    std::vector<std::uint32_t> sums_near(const CountForm& form) const {
        std::vector<std::uint32_t> sums;
        for (const auto i : outlook_.around_all(ball_around(form, attack_sizes[1], true).counts))
            if (outlook_.is_sum(i) && outlook_.shown(outlook_.sum_of_constraint(i)) > 0) sums.push_back(outlook_.sum_of_constraint(i));
        return sums;
    }

    /// Between which values an outsider can place a number: the very bounds where few counts hang together, otherwise what a small neighbourhood tells.
    AttackerBounds bounds_of(const CountForm& form) const {
        auto ball = ball_around(form, exact_size, false);
        if (!ball.complete) ball = ball_around(form, attack_sizes[1], false);
        const auto least = extreme(form, ball, 1), most = extreme(form, ball, -1);
        AttackerBounds bounds{least.first, most.first, ball.complete && least.second && most.second};
        if (*bounds.upper > value_of(form, system_.truth) + far / 2) bounds.upper.reset();
        return bounds;
    }

private:
    static constexpr std::int64_t far = 100000;  // what is farther than this is no limit
    static constexpr AttackSize exact_size{400, 10000, 0};  // up to so many counts their very bounds are looked for

    /// Counts that may differ, and whether nothing beyond them matters.
    struct Ball {
        std::vector<std::uint32_t> counts{};
        bool complete = true;
    };

    // ---- where to look ------------------------------------------------------------------------------------------

    /// The counts near a number: those in its equations, those in theirs, until there are enough.
    Ball ball_around(const CountForm& form, const AttackSize& size, bool elastic) const {
        const auto& settled = outlook_.settled(elastic);
        Ball ball;
        std::vector<std::uint8_t> in(system_.truth.size(), 0), seen(outlook_.constraints(), 0);
        const auto add = [&](std::uint32_t count) {
            if (in[count] || settled[count]) return;
            if (ball.counts.size() >= size.counts) ball.complete = false;
            else in[count] = 1, ball.counts.push_back(count);
        };
        for (const auto& term : form) add(term.first);
        for (std::size_t at = 0; at < ball.counts.size(); ++at)
            for (const auto i : outlook_.around(ball.counts[at])) {
                if (seen[i] || !outlook_.binds(i, false)) continue;
                seen[i] = 1;
                add_neighbours(i, size.in_a_sum, settled, in, ball, add);
            }
        return ball;
    }

    /// How firmly a count is tied down: by so many shown sums, then by being small.
    std::pair<std::ptrdiff_t, std::int64_t> ties_of(std::uint32_t count) const {
        const auto& near = outlook_.around(count);
        return {std::count_if(near.begin(), near.end(), [&](std::uint32_t i) { return outlook_.is_sum(i) && outlook_.binds(i, false); }), -system_.truth[count]};
    }

    /// The counts of one equation; of a long one only some while there is little room, those least tied down first.
    template <class Add>
    void add_neighbours(std::uint32_t i, std::size_t most, const std::vector<std::uint8_t>& settled, const std::vector<std::uint8_t>& in, Ball& ball, const Add& add) const {
        std::vector<std::uint32_t> next;
        for (const auto& term : outlook_.form_at(i))
            if (!in[term.first] && !settled[term.first]) next.push_back(term.first);
        if (next.size() > most) {
            std::stable_sort(next.begin(), next.end(), [&](std::uint32_t a, std::uint32_t b) { return ties_of(a) < ties_of(b); });
            next.resize(most);
            ball.complete = false;
        }
        for (const auto count : next) add(count);
    }

    // ---- looking ------------------------------------------------------------------------------------------------

    /// The program of a ball: how much more each of its counts is; then slacks, then what would come out differently.
    LinearProgram program_of(const Ball& ball, bool elastic) const {
        LinearProgram program;
        std::map<std::uint32_t, std::size_t> columns;
        for (const auto count : ball.counts) columns.emplace(count, program.add(-static_cast<double>(system_.truth[count]), unbounded));
        for (const auto i : outlook_.around_all(ball.counts))
            if (outlook_.binds(i, false)) add_equation(program, i, columns, elastic);
        return program;
    }

    void add_equation(LinearProgram& program, std::uint32_t i, const std::map<std::uint32_t, std::size_t>& columns, bool elastic) const {
        LinearEquation equation;
        for (const auto& [count, times] : outlook_.form_at(i))
            if (const auto found = columns.find(count); found != columns.end()) equation.terms.emplace_back(found->second, times);
        if (!outlook_.is_equation(i))
            equation.terms.emplace_back(program.add(static_cast<double>(value_of(outlook_.form_at(i), system_.truth)), unbounded), 1.0);
        if (outlook_.is_sum(i) && elastic && !outlook_.was_published(outlook_.sum_of_constraint(i))) {
            const double cost = outlook_.cost(outlook_.sum_of_constraint(i));
            equation.terms.emplace_back(program.add(0, unbounded, cost), -1.0);
            equation.terms.emplace_back(program.add(0, unbounded, cost), 1.0);
        }
        program.equations.push_back(std::move(equation));
    }

    /// The terms of a number in the columns of a ball.
    static LinearEquation asked(const CountForm& form, const Ball& ball) {
        LinearEquation equation;
        for (const auto& [count, times] : form)
            if (const auto at = std::find(ball.counts.begin(), ball.counts.end(), count); at != ball.counts.end())
                equation.terms.emplace_back(static_cast<std::size_t>(at - ball.counts.begin()), times);
        return equation;
    }

    std::optional<World> search_for(const CountForm& form, std::int64_t value, bool elastic) const {
        for (const auto& size : attack_sizes) {
            const auto ball = ball_around(form, size, elastic);
            auto program = program_of(ball, elastic);
            auto equation = asked(form, ball);
            equation.sum = static_cast<double>(value - value_of(form, system_.truth));
            program.equations.push_back(std::move(equation));
            const auto solution = cheapest_whole(program, ball.counts.size(), size.nodes, !elastic);
            if (solution.found)
                if (auto world = world_of(ball, solution.values); can_be(outlook_, world, elastic) && reaches(world, form, value)) return world;
            if (ball.complete) break;
        }
        return std::nullopt;
    }

    World world_of(const Ball& ball, const std::vector<std::int64_t>& values) const {
        std::vector<std::pair<std::uint32_t, std::int64_t>> changes;
        for (std::size_t i = 0; i < ball.counts.size(); ++i)
            if (values[i] != 0) changes.emplace_back(ball.counts[i], values[i]);
        return make_world(outlook_, std::move(changes));
    }

    bool reaches(const World& world, const CountForm& form, std::int64_t value) const { return value_of(form, system_.truth) + change_of(form, world) == value; }

    /// The least (`sense` 1) or greatest (-1) value of a number over a ball, and whether the search was finished.
    std::pair<std::int64_t, bool> extreme(const CountForm& form, const Ball& ball, int sense) const {
        auto program = program_of(ball, false);
        for (std::size_t j = 0; j < ball.counts.size(); ++j) program.upper[j] = static_cast<double>(far);
        for (const auto& [j, times] : asked(form, ball).terms) program.cost[j] = sense * times;
        const auto solution = cheapest_whole(program, ball.counts.size(), 4 * attack_sizes.back().nodes);
        const auto here = value_of(form, system_.truth);
        if (!solution.found) return {here, false};
        const auto world = world_of(ball, solution.values);
        return {can_be(outlook_, world) ? here + change_of(form, world) : here, solution.end == SearchEnd::optimal};
    }

    const Outlook& outlook_;
    const CountSystem& system_;
};

}  // namespace maintien
