#pragma once
/// @file
/// Quantiles of the beta, gamma and normal laws, from which exact intervals are made, and the binomial law. The only header
/// that includes Boost.Math.
///
/// Policy: all is computed in `double`, never promoted to `long double`, so that platforms whose `long double` differ
/// give the same figures; nothing is thrown and `errno` is left alone: valid arguments have finite answers, others are
/// the caller's bug (assertion). Accuracy: about 1e-13 relative up to 100 000 cases; 1e-10 for beta quantiles of one
/// case in ten million, 1e-15 for gamma quantiles up to a million.

#include <cassert>
#include <cstdint>

#include <boost/math/constants/constants.hpp>
#include <boost/math/policies/policy.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include "maintien/indicators/estimate.hpp"

namespace maintien {

namespace detail {

using QuantilePolicy = boost::math::policies::policy<
    boost::math::policies::domain_error<boost::math::policies::ignore_error>,
    boost::math::policies::pole_error<boost::math::policies::ignore_error>,
    boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::underflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::denorm_error<boost::math::policies::ignore_error>,
    boost::math::policies::evaluation_error<boost::math::policies::ignore_error>,
    boost::math::policies::rounding_error<boost::math::policies::ignore_error>,
    boost::math::policies::indeterminate_result_error<boost::math::policies::ignore_error>,
    boost::math::policies::promote_float<false>, boost::math::policies::promote_double<false>>;

constexpr bool is_open_probability(double p) { return p > 0.0 && p < 1.0; }

}  // namespace detail

/// The value below which a beta variable of shapes `a`, `b` falls with probability `p`.
/// Preconditions: 0 < p < 1, a > 0, b > 0. Source: inverse of the regularised incomplete beta function, DLMF 8.17.
inline double beta_quantile(double p, double a, double b) {
    assert(detail::is_open_probability(p) && a > 0.0 && b > 0.0);
    return boost::math::ibeta_inv(a, b, p, detail::QuantilePolicy{});
}

/// The value above which a beta variable of shapes `a`, `b` lies with probability `q`: `beta_quantile(1 - q, a, b)`
/// without the loss of digits of 1 - q. Preconditions: 0 < q < 1, a > 0, b > 0.
inline double beta_quantile_upper(double q, double a, double b) {
    assert(detail::is_open_probability(q) && a > 0.0 && b > 0.0);
    return boost::math::ibetac_inv(a, b, q, detail::QuantilePolicy{});
}

/// The value below which a gamma variable of that shape and of scale 1 falls with probability `p`; half the chi-square
/// quantile of 2 × shape degrees of freedom. Preconditions: 0 < p < 1, shape > 0. Source: DLMF 8.2.
inline double gamma_quantile(double p, double shape) {
    assert(detail::is_open_probability(p) && shape > 0.0);
    return boost::math::gamma_p_inv(shape, p, detail::QuantilePolicy{});
}

/// The value above which a gamma variable of that shape and of scale 1 lies with probability `q`.
/// Preconditions: 0 < q < 1, shape > 0.
inline double gamma_quantile_upper(double q, double shape) {
    assert(detail::is_open_probability(q) && shape > 0.0);
    return boost::math::gamma_q_inv(shape, q, detail::QuantilePolicy{});
}

/// The value below which a standard normal variable falls with probability `p`: 1.96 for 0.975. Precondition: 0 < p
/// < 1. Within two units in the last place; antisymmetric about p = 0.5, where it is 0. Source: DLMF 7.17.
inline double normal_quantile(double p) {
    assert(detail::is_open_probability(p));
    if (p == 0.5) return 0.0;
    return -boost::math::constants::root_two<double>() * boost::math::erfc_inv(2.0 * p, detail::QuantilePolicy{});
}

/// How many standard errors a two-sided interval reaches on each side: 1.96 at level 0.95. Precondition: 0 < level < 1.
inline double normal_critical_value(double level) { return -normal_quantile(tail_of(level)); }

/// The probability that exactly x of n cases have something each has with probability `p`. Preconditions: 0 ≤ x ≤ n, 0 < p < 1.
/// Source: DLMF 8.17: the derivative of the regularised incomplete beta function.
inline double binomial_probability(std::int64_t x, std::int64_t n, double p) {
    assert(x >= 0 && x <= n && detail::is_open_probability(p));
    const auto with = static_cast<double>(x), without = static_cast<double>(n - x);
    return boost::math::ibeta_derivative(with + 1.0, without + 1.0, p, detail::QuantilePolicy{}) / (static_cast<double>(n) + 1.0);
}

/// The probability that at most x of n cases have something each has with probability `p`. Preconditions as for `binomial_probability`.
inline double binomial_at_most(std::int64_t x, std::int64_t n, double p) {
    assert(x >= 0 && x <= n && detail::is_open_probability(p));
    if (x == n) return 1.0;
    return boost::math::ibetac(static_cast<double>(x) + 1.0, static_cast<double>(n - x), p, detail::QuantilePolicy{});
}

/// The probability that more than x of n cases have it: `1 - binomial_at_most(x, n, p)` without the loss of digits of a small tail.
inline double binomial_more_than(std::int64_t x, std::int64_t n, double p) {
    assert(x >= 0 && x <= n && detail::is_open_probability(p));
    if (x == n) return 0.0;
    return boost::math::ibeta(static_cast<double>(x) + 1.0, static_cast<double>(n - x), p, detail::QuantilePolicy{});
}

}  // namespace maintien
