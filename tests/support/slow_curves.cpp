#include "slow_curves.hpp"

#include "slow_reference.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace slow {

namespace {

/// What happened on one day: to how many of those still seen.
struct DayOfCurve {
    int day = 0;
    double at_risk = 0, events = 0;
    std::map<int, double> by_cause;
    double before = 1, after = 1;  // the share that goes on
};

std::vector<DayOfCurve> days_of(const FollowedList& all) {
    std::set<int> when;
    for (const Followed& one : all) when.insert(one.days);
    std::vector<DayOfCurve> days;
    double goes_on = 1;
    for (const int on : when) {
        DayOfCurve day;
        day.day = on;
        for (const Followed& one : all) {
            if (one.days >= on) ++day.at_risk;
            if (one.days != on || one.cause == 0) continue;
            ++day.events;
            ++day.by_cause[one.cause];
        }
        day.before = goes_on;
        goes_on *= 1 - day.events / day.at_risk;
        if (day.events == day.at_risk) goes_on = 0;
        day.after = goes_on;
        days.push_back(day);
    }
    return days;
}

Given without(const std::string& reason) {
    Given given;
    given.null_reason = reason;
    return given;
}

int last_seen(const FollowedList& all) {
    int last = 0;
    for (const Followed& one : all) last = std::max(last, one.days);
    return last;
}

/// The interval on the scale log(−log p).
std::pair<double, double> on_log_log(double p, double error, double level) {
    const double z = normal_quantile(0.5 + level / 2);
    const double centre = std::log(-std::log(p));
    const double half = z * error / std::abs(p * std::log(p));
    return {std::exp(-std::exp(centre + half)), std::exp(-std::exp(centre - half))};
}

Given point(double p, double error, double level) {
    Given given;
    given.value = p;
    if (p <= 0 || p >= 1 || error <= 0) {
        given.null_reason = "degenerate_variance";
        return given;
    }
    const auto [lower, upper] = on_log_log(p, error, level);
    given.lower = lower;
    given.upper = upper;
    return given;
}

/// Where a height falls to a share for the first time; the middle of the flat when it lies on it.
std::optional<double> falls_to(const std::vector<std::pair<int, double>>& heights, double share, int last) {
    for (std::size_t i = 0; i < heights.size(); ++i) {
        if (heights[i].second > share + 1e-9) continue;
        double end = last;
        for (std::size_t j = i; j < heights.size(); ++j)
            if (heights[j].second <= share - 1e-9) {
                end = heights[j].first;
                break;
            }
        return (heights[i].first + end) / 2;
    }
    return std::nullopt;
}

double choose_probability(long n, long x, double p) {
    double log = std::lgamma(static_cast<double>(n) + 1) - std::lgamma(static_cast<double>(x) + 1) - std::lgamma(static_cast<double>(n - x) + 1);
    log += static_cast<double>(x) * std::log(p) + static_cast<double>(n - x) * std::log(1 - p);
    return std::exp(log);
}

/// Where the binomial law passes a probability, between whole numbers.
double passes(double rate, long n, double probability) {
    double sum = 0;
    for (long x = 0; x <= n; ++x) {
        const double here = choose_probability(n, x, rate);
        sum += here;
        if (sum >= probability || x == n) return static_cast<double>(x) - (sum - probability) / here;
    }
    return static_cast<double>(n);
}

}  // namespace

double normal_quantile(double probability) {
    double low = -40;
    double high = 40;
    for (int step = 0; step < 200; ++step) {
        const double middle = (low + high) / 2;
        (0.5 * std::erfc(-middle / std::sqrt(2.0)) < probability ? low : high) = middle;
    }
    return (low + high) / 2;
}

/// The covariance of the share that goes on (0) and of those that ended (1 to `causes`) is carried from day to day.
Given incidence(const FollowedList& all, int causes, int cause, int day, double level) {
    if (all.empty()) return without("denominator_zero");
    if (day > last_seen(all)) return without("beyond_follow_up");
    const auto size = static_cast<std::size_t>(causes) + 1;
    std::vector<double> share(size, 0.0);
    share[0] = 1;
    std::vector<std::vector<double>> held(size, std::vector<double>(size, 0.0));
    for (const DayOfCurve& on : days_of(all)) {
        if (on.day > day) break;
        std::vector<double> step(size, 0.0);
        for (const auto& [which, events] : on.by_cause) step[static_cast<std::size_t>(which)] = events / on.at_risk;
        step[0] = 1 - on.events / on.at_risk;
        auto next = held;
        for (std::size_t a = 0; a < size; ++a)
            for (std::size_t b = 0; b < size; ++b) {
                const double from_a = a == 0 ? 0 : held[a][0], from_b = b == 0 ? 0 : held[0][b], both = a == 0 || b == 0 ? 0 : held[a][b];
                const double drawn = ((a == b ? step[a] : 0) - step[a] * step[b]) / on.at_risk;
                next[a][b] = both + from_a * step[b] + from_b * step[a] + step[a] * step[b] * held[0][0] + share[0] * share[0] * drawn;
            }
        held = next;
        for (std::size_t a = 1; a < size; ++a) share[a] += share[0] * step[a];
        share[0] = on.after;
    }
    const auto which = static_cast<std::size_t>(cause);
    double p = share[which];
    const bool certain = std::abs(p - 1) < 1e-12;
    if (certain) p = 1;
    return point(p, std::sqrt(std::max(0.0, held[which][which])), level);
}

Given ended_by(const FollowedList& all, double share, double level) {
    if (all.empty()) return without("denominator_zero");
    std::vector<std::pair<int, double>> middle, lower, upper;
    double greenwood = 0;
    for (const DayOfCurve& on : days_of(all)) {
        if (on.events > 0 && on.events < on.at_risk) greenwood += on.events / (on.at_risk * (on.at_risk - on.events));
        middle.push_back({on.day, on.after});
        if (on.after <= 0 || on.after >= 1) continue;
        const auto [low, high] = on_log_log(on.after, on.after * std::sqrt(greenwood), level);
        lower.push_back({on.day, low});
        upper.push_back({on.day, high});
    }
    const int last = last_seen(all);
    Given given;
    given.value = falls_to(middle, 1 - share, last);
    if (!given.value) return without("not_reached");
    given.lower = falls_to(lower, 1 - share, last);
    given.upper = falls_to(upper, 1 - share, last);
    if (!given.lower || !given.upper) given.null_reason = "not_reached";
    return given;
}

Given mean_within(const FollowedList& all, int tau, double level) {
    if (all.empty()) return without("denominator_zero");
    if (tau > last_seen(all)) return without("beyond_follow_up");
    const auto days = days_of(all);
    const auto mean_from = [&](int first) {
        double sum = 0, goes_on = 1;
        int since = first;
        for (const DayOfCurve& on : days) {
            if (on.day > first && on.day < tau) {
                sum += goes_on * (on.day - since);
                since = on.day;
            }
            if (on.day < tau) goes_on = on.after;
        }
        return sum + goes_on * (tau - since);
    };
    Given given;
    // Up to the first end everybody goes on.
    given.value = mean_from(-1) - 1;
    double variance = 0;
    for (const DayOfCurve& on : days) {
        if (on.day >= tau || on.events == 0 || on.events == on.at_risk) continue;
        const double later = mean_from(on.day);
        variance += later * later * on.events / (on.at_risk * (on.at_risk - on.events));
    }
    if (variance <= 0) {
        given.null_reason = "degenerate_variance";
        return given;
    }
    const double reach = normal_quantile(0.5 + level / 2) * std::sqrt(variance);
    given.lower = std::max(0.0, *given.value - reach);
    given.upper = std::min(static_cast<double>(tau), *given.value + reach);
    return given;
}

Given standardised(const std::vector<Part>& parts, double level) {
    double total = 0;
    for (const Part& part : parts) total += part.weight;
    if (total <= 0) return without("no_reference");
    double rate = 0, below = 0, above = 0;
    for (const Part& part : parts) {
        if (part.weight <= 0) continue;
        if (part.n == 0) return without("empty_stratum");
        const double p = static_cast<double>(part.x) / static_cast<double>(part.n);
        const auto [lower, upper] = wilson(part.x, part.n, level);
        rate += part.weight * p / total;
        below += std::pow(part.weight / total * (p - lower), 2);
        above += std::pow(part.weight / total * (upper - p), 2);
    }
    Given given;
    given.value = rate;
    given.lower = std::max(0.0, rate - std::sqrt(below));
    given.upper = std::min(1.0, rate + std::sqrt(above));
    return given;
}

std::pair<double, double> funnel(double rate, long n, double level) {
    if (rate <= 0 || rate >= 1) return {rate, rate};
    const double size = static_cast<double>(n);
    return {std::max(0.0, passes(rate, n, (1 - level) / 2) / size), std::min(1.0, passes(rate, n, (1 + level) / 2) / size)};
}

Given overdispersion(const std::vector<std::pair<long, long>>& services) {
    double x = 0, n = 0, compared = 0, sum = 0;
    for (const auto& [positive, exits] : services) {
        x += static_cast<double>(positive);
        n += static_cast<double>(exits);
        if (exits > 0) ++compared;
    }
    if (compared < 2) return without("denominator_zero");
    const double rate = x / n;
    if (x == 0 || x == n) return without("degenerate_variance");
    for (const auto& [positive, exits] : services) {
        const double size = static_cast<double>(exits);
        if (exits > 0) sum += std::pow(static_cast<double>(positive) / size - rate, 2) * size / (rate * (1 - rate));
    }
    Given given;
    given.value = sum / compared;
    return given;
}

}  // namespace slow
