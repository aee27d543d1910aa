#pragma once
// Chance that falls alike everywhere: whole numbers only, no library distribution, no floating point.

#include <array>
#include <cstddef>
#include <cstdint>

namespace maintien::detail {

/// The finaliser of splitmix64 (Steele, Lea and Flood, OOPSLA 2014): spreads every bit over all the others.
constexpr std::uint64_t mixed(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

/// A source of choices of its own for everything that has a number. Make one choice a statement: which of two arguments is worked out first is the
/// compiler's choice.
class Chance {
public:
    /// The choices for thing `number` of one kind, in the register of a seed.
    constexpr Chance(std::uint64_t seed, std::uint64_t kind, std::uint64_t number)
        : state_(mixed(mixed(seed + kind * 0xD1B54A32D192ED03u) + number * 0x9E3779B97F4A7C15u)) {}

    /// A number from 0 to `count` - 1, all as likely as one another.
    constexpr int below(int count) {
        state_ += 0x9E3779B97F4A7C15u;
        return static_cast<int>(static_cast<std::uint64_t>(count) * (mixed(state_) >> 32) >> 32);
    }

    /// A number from `least` to `most`.
    constexpr int between(int least, int most) { return least + below(most - least + 1); }

    /// A number from 0 to `span` - 1, mostly small: half of them below an eighth of the span.
    constexpr int mostly_small(int span) {
        const std::int64_t x = below(65536);
        return static_cast<int>(span * (x * x >> 16) * x >> 32);
    }

    /// Whether something happens that happens so many times in a thousand.
    constexpr bool happens(int per_thousand) { return below(1000) < per_thousand; }

private:
    std::uint64_t state_;
};

/// A code and how often it comes, beside the others of its table.
template <class Code>
struct Weighted {
    Code code;   ///< the code
    int weight;  ///< its share
};

/// One code of a table, by the shares.
template <class Code, std::size_t N>
constexpr Code one_of(Chance& chance, const std::array<Weighted<Code>, N>& table) {
    int total = 0;
    for (const auto& row : table) total += row.weight;
    int left = chance.below(total);
    for (const auto& row : table)
        if ((left -= row.weight) < 0) return row.code;
    return table.back().code;
}

}  // namespace maintien::detail
