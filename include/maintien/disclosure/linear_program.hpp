#pragma once
/// @file
/// Linear programs: the least cost of numbers between bounds that satisfy linear equations.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace maintien {

/// No bound.
inline constexpr double unbounded = std::numeric_limits<double>::infinity();

/// One equation: some columns with their coefficients, and what they sum to.
struct LinearEquation {
    std::vector<std::pair<std::size_t, double>> terms{};  ///< column and coefficient, each column once
    double sum = 0;                                       ///< the right-hand side
};

/// The least cost of columns between bounds under equations. Every column has a finite bound on one side at least, or is free.
struct LinearProgram {
    std::vector<double> lower{};              ///< least value of each column, or -`unbounded`
    std::vector<double> upper{};              ///< greatest value of each column, or `unbounded`
    std::vector<double> cost{};               ///< cost of one unit of each column
    std::vector<LinearEquation> equations{};  ///< what holds between them

    /// Adds a column and says which one it is.
    std::size_t add(double least, double most, double unit_cost = 0) {
        lower.push_back(least);
        upper.push_back(most);
        cost.push_back(unit_cost);
        return lower.size() - 1;
    }
};

namespace detail {

/// The simplex method on a dense table, for columns with bounds, from 0 or the bound nearest to it: two phases, Dantzig's
/// choice, Bland's when it stalls.
class Simplex {
public:
    explicit Simplex(const LinearProgram& program) : program_(program), columns_(program.lower.size()), rows_(program.equations.size()) {
        for (std::size_t j = 0; j < columns_; ++j) value_.push_back(std::clamp(0.0, program.lower[j], program.upper[j]));
        table_.assign(rows_ * columns_, 0.0);
        for (std::size_t i = 0; i < rows_; ++i) begin_row(i);
    }

    /// The columns' values at the least cost; none when nothing satisfies the equations or the work goes on for too long.
    std::optional<std::vector<double>> solve() {
        std::vector<double> phase(columns_, 0.0);
        set_costs(phase, 1.0);
        if (!descend() || infeasibility() > tolerance) return std::nullopt;
        for (std::size_t i = 0; i < rows_; ++i)
            if (basis_[i] >= columns_) most_[i] = 0;
        set_costs(program_.cost, 0.0);
        if (!descend()) return std::nullopt;
        for (std::size_t i = 0; i < rows_; ++i)
            if (basis_[i] < columns_) value_[basis_[i]] = basic_[i];
        return value_;
    }

private:
    static constexpr double tolerance = 1e-7, tiny = 1e-9;

    /// Sets a row with an artificial column of its own in the basis.
    void begin_row(std::size_t i) {
        const auto& equation = program_.equations[i];
        double missing = equation.sum;
        for (const auto& [j, a] : equation.terms) missing -= a * value_[j];
        const double sign = missing < 0 ? -1.0 : 1.0;
        for (const auto& [j, a] : equation.terms) at(i, j) = sign * a;
        basis_.push_back(columns_ + i);
        basic_.push_back(std::fabs(missing));
        most_.push_back(unbounded);
    }

    double& at(std::size_t i, std::size_t j) { return table_[i * columns_ + j]; }

    double infeasibility() const {
        double sum = 0;
        for (std::size_t i = 0; i < rows_; ++i)
            if (basis_[i] >= columns_) sum += std::fabs(basic_[i]);
        return sum;
    }

    void set_costs(const std::vector<double>& cost, double artificial) {
        reduced_ = cost;
        in_basis_.assign(columns_, 0);
        for (std::size_t i = 0; i < rows_; ++i) {
            const double c = basis_[i] < columns_ ? cost[basis_[i]] : artificial;
            if (basis_[i] < columns_) in_basis_[basis_[i]] = 1;
            if (c == 0) continue;
            for (std::size_t j = 0; j < columns_; ++j) reduced_[j] -= c * at(i, j);
        }
    }

    /// The column that comes in, and which way: +1 up, -1 down; 0 when none lowers the cost.
    std::pair<std::size_t, int> entering(bool careful) const {
        std::size_t best = 0;
        int way = 0;
        double most = tiny * 10;
        for (std::size_t j = 0; j < columns_; ++j) {
            if (in_basis_[j] || std::fabs(reduced_[j]) <= most) continue;
            const bool up = reduced_[j] < 0;
            if (up ? value_[j] >= program_.upper[j] : value_[j] <= program_.lower[j]) continue;
            best = j;
            way = up ? 1 : -1;
            if (careful) break;
            most = std::fabs(reduced_[j]);
        }
        return {best, way};
    }

    /// How far a row lets its basic column go when it changes by `rate` a step.
    double room(std::size_t i, double rate) const {
        const std::size_t b = basis_[i];
        const double least = b < columns_ ? program_.lower[b] : 0, most = b < columns_ ? program_.upper[b] : most_[i];
        const double space = rate > 0 ? most - basic_[i] : basic_[i] - least;
        return space <= 0 ? 0 : space / std::fabs(rate);
    }

    struct Step {
        double length = unbounded;
        std::size_t row = 0;
        bool pivots = false;
    };

    Step ratio_test(std::size_t j, int way, bool careful) {
        Step step{way > 0 ? program_.upper[j] - value_[j] : value_[j] - program_.lower[j], 0, false};
        for (std::size_t i = 0; i < rows_; ++i) {
            const double rate = -way * at(i, j);
            if (std::fabs(rate) <= tiny) continue;
            const double length = room(i, rate);
            const bool tie = step.pivots && std::fabs(length - step.length) <= tiny;
            const bool better = tie && (careful ? basis_[i] < basis_[step.row] : std::fabs(rate) > std::fabs(at(step.row, j)));
            if (length < step.length - tiny || better || (!step.pivots && length <= step.length)) step = {length, i, true};
        }
        return step;
    }

    void move(std::size_t j, int way, double length) {
        for (std::size_t i = 0; i < rows_; ++i) basic_[i] -= way * at(i, j) * length;
        value_[j] += way * length;
    }

    /// Puts column `j` into the basis in the place of what stands in `row`.
    void pivot(std::size_t row, std::size_t j) {
        const std::size_t leaving = basis_[row];
        if (leaving < columns_) {
            const bool low = std::fabs(basic_[row] - program_.lower[leaving]) <= std::fabs(basic_[row] - program_.upper[leaving]);
            value_[leaving] = low ? program_.lower[leaving] : program_.upper[leaving];
            in_basis_[leaving] = 0;
        }
        basis_[row] = j;
        basic_[row] = value_[j];
        in_basis_[j] = 1;
        eliminate(row, j);
    }

    void eliminate(std::size_t row, std::size_t j) {
        const double by = 1.0 / at(row, j);
        used_.clear();
        for (std::size_t c = 0; c < columns_; ++c) {
            double& cell = at(row, c);
            if (cell == 0) continue;
            cell *= by;
            if (std::fabs(cell) < 1e-11) cell = 0;
            else used_.push_back(c);
        }
        for (std::size_t i = 0; i < rows_; ++i) {
            const double factor = at(i, j);
            if (i == row || factor == 0) continue;
            for (const auto c : used_) at(i, c) -= factor * at(row, c);
            at(i, j) = 0;
        }
        const double factor = reduced_[j];
        for (const auto c : used_) reduced_[c] -= factor * at(row, c);
        reduced_[j] = 0;
    }

    /// Lowers the cost until nothing does; false when it goes on for too long or has no end.
    bool descend() {
        std::size_t still = 0;
        const std::size_t most_steps = 50 * (rows_ + columns_) + 1000;
        for (std::size_t steps = 0; steps < most_steps; ++steps) {
            const bool careful = still > 2 * (rows_ + 10);
            const auto [j, way] = entering(careful);
            if (way == 0) return true;
            const Step step = ratio_test(j, way, careful);
            if (!std::isfinite(step.length)) return false;
            still = step.length > tiny ? 0 : still + 1;
            move(j, way, step.length);
            if (step.pivots) pivot(step.row, j);
        }
        return false;
    }

    const LinearProgram& program_;
    std::size_t columns_, rows_;
    std::vector<double> table_{}, value_{}, basic_{}, most_{}, reduced_{};
    std::vector<std::size_t> basis_{}, used_{};
    std::vector<std::uint8_t> in_basis_{};
};

}  // namespace detail

/// The cheapest values of a program's columns, up to rounding; none when there are none, when the cost has no lower
/// bound, or when the simplex method does not end in time. Whoever needs certainty checks the values in whole numbers.
inline std::optional<std::vector<double>> cheapest(const LinearProgram& program) { return detail::Simplex(program).solve(); }

}  // namespace maintien
