#pragma once
/// @file
/// The scales on which the interval of a point of a survival curve is drawn.

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "maintien/indicators/beta_gamma.hpp"
#include "maintien/indicators/estimate.hpp"

namespace maintien {

/// The scale on which a probability is taken as normal to put an interval around it.
enum class IntervalScale : std::uint8_t {
    log_log,  ///< log(−log p), the default: within 0 and 1 by itself, good coverage for few cases
    log,      ///< log p, the default of R
    plain,    ///< p itself: too short below, cut at 0 and 1
    logit,    ///< log(p / (1 − p))
    arcsine   ///< arcsine of the square root of p
};

namespace detail {

inline constexpr std::array<std::string_view, 5> interval_scale_codes{"log_log", "log", "plain", "logit", "arcsine"};

inline double expit(double x) { return 1.0 / (1.0 + std::exp(-x)); }

inline double squared_sine(double angle) { return std::sin(angle) * std::sin(angle); }

}  // namespace detail

/// The spelling of a scale in reports and arguments.
constexpr std::string_view scale_code(IntervalScale scale) { return detail::interval_scale_codes[static_cast<std::size_t>(scale)]; }

/// The scale spelt `text`, or nothing.
constexpr std::optional<IntervalScale> scale_from_code(std::string_view text) {
    for (std::size_t i = 0; i < detail::interval_scale_codes.size(); ++i)
        if (detail::interval_scale_codes[i] == text) return static_cast<IntervalScale>(i);
    return std::nullopt;
}

/// The interval of a probability p known with a standard error s: g⁻¹(g(p) ± z·s·|g′(p)|), cut at 0 and 1, for g the scale and z the normal
/// quantile of the level. Preconditions: 0 < p < 1, s > 0 (elsewhere there is no such interval), 0 < level < 1.
/// Source: Ø. Borgan and K. Liestøl, Scand. J. Stat. 17 (1990) 35–41; J. D. Kalbfleisch and R. L. Prentice, The Statistical
/// Analysis of Failure Time Data, 2nd ed. (2002), §1.4; as R's survfit draws them.
inline Interval scaled_interval(double p, double s, IntervalScale scale = IntervalScale::log_log, double level = default_level) {
    assert(p > 0.0 && p < 1.0 && s > 0.0);
    constexpr double right_angle = 1.57079632679489661923;
    const double reach = normal_critical_value(level) * s;
    switch (scale) {
        case IntervalScale::log:
            return clamped_to_unit({p * std::exp(-reach / p), p * std::exp(reach / p)});
        case IntervalScale::plain:
            return clamped_to_unit({p - reach, p + reach});
        case IntervalScale::logit: {
            const double odds = std::log(p / (1.0 - p)), half = reach / (p * (1.0 - p));
            return {detail::expit(odds - half), detail::expit(odds + half)};
        }
        case IntervalScale::arcsine: {
            const double angle = std::asin(std::sqrt(p)), half = reach / (2.0 * std::sqrt(p * (1.0 - p)));
            return {detail::squared_sine(std::max(0.0, angle - half)), detail::squared_sine(std::min(right_angle, angle + half))};
        }
        case IntervalScale::log_log:
            break;
    }
    const double half = reach / (p * -std::log(p));
    return {std::pow(p, std::exp(half)), std::pow(p, std::exp(-half))};
}

/// A probability with its standard error and interval. At exactly 0 and 1, and without a standard error, no scale has an interval:
/// `degenerate_variance` (R prints 1–1 on some scales where nobody has had the event: that would be a certainty nobody has).
inline Estimate estimate_on_scale(double p, double s, IntervalScale scale, double level) {
    if (!(p > 0.0 && p < 1.0) || !(s > 0.0)) return without_limits(p, std::nullopt, NullReason::degenerate_variance);
    return with_limits(p, s, scaled_interval(p, s, scale, level));
}

}  // namespace maintien
