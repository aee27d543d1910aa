// How one invented case is made; random_register.cpp puts them together.
#pragma once

#include "slow_reference.hpp"

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace slow {

/// A source of choices that gives the same ones for the same seed on every platform.
struct Dice {
    std::mt19937_64 engine;

    explicit Dice(std::uint64_t seed) : engine(seed) {}

    /// A number from `low` to `high`, both included.
    int between(int low, int high) {
        const auto span = static_cast<std::uint64_t>(high - low) + 1;
        return low + static_cast<int>(engine() % span);
    }
    /// True that many times out of a hundred.
    bool chance(int percent) { return between(1, 100) <= percent; }
    /// One element of a list.
    template <typename T>
    const T& pick(const std::vector<T>& from) {
        return from[static_cast<std::size_t>(between(0, static_cast<int>(from.size()) - 1))];
    }
};

/// The days a register clusters on.
struct HotDays {
    std::vector<int> days;

    /// Mostly one of the clustered days, sometimes another day of the three years.
    int any(Dice& dice) const;
    /// The same day, or one that lies a telling number of days later.
    static int later(Dice& dice, int day);
};

/// A few days of 2020 to 2022, among them days that lie exactly a limit, a window or a year apart.
HotDays hot_days(Dice& dice);

/// An entry of that event on that day with its required attributes and some of the others.
Event event_on(Dice& dice, const std::string& kind, int day);

/// The entries of one case without service and number: a pathway with noise, or any event anywhere.
Register history(Dice& dice, const HotDays& hot);

/// One case that left and was asked again, of 1 to 3 kinds of outcome and age: registers of many of them have enough respondents to
/// weight answers.
Register followed_history(Dice& dice, const HotDays& hot, int kinds);

/// Gives some entries of one case an id and adds amendments of them, and amendments of amendments.
void amend(Dice& dice, const HotDays& hot, Register& history, int& next_id);

}  // namespace slow
