#pragma once
/// @file
/// Figures as people read them: rounded half up from the counts themselves, never from a rounded value, in French or in
/// English.
///
/// French: decimal comma, narrow no-break space (U+202F) between thousands, no-break space (U+00A0) before %. English:
/// decimal point, comma between thousands, % without a space. No locale is read. All text is UTF-8. A half goes away
/// from zero, so −x prints as x with a minus sign, and what rounds to zero has no sign.

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <system_error>

#include "maintien/vocabulary/language.hpp"

namespace maintien {

namespace detail {

/// A number without sign in decimal digits, as many after the point as asked for.
struct Decimal {
    std::string whole;     ///< digits before the point, at least one
    std::string fraction;  ///< digits after the point, maybe none
};

constexpr std::uint64_t magnitude(std::int64_t value) {
    return value < 0 ? 0u - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}

/// Brings `rest`, below twice the divisor, below the divisor; 1 if it had to, else 0.
constexpr int carry_out(std::uint64_t& rest, std::uint64_t divisor) {
    if (rest < divisor) return 0;
    rest -= divisor;
    return 1;
}

/// The next digit of remainder / divisor; keeps the new remainder. Doubles and adds (ten is 1010 in binary) because ten
/// times the remainder may not fit in 64 bits, while twice a remainder of a 63-bit divisor does.
constexpr char next_digit(std::uint64_t& remainder, std::uint64_t divisor) {
    const std::uint64_t once = remainder;
    int digit = 0;
    std::uint64_t rest = 0;
    for (const bool one : {true, false, true, false}) {
        digit = 2 * digit + carry_out(rest += rest, divisor);
        if (one) digit += carry_out(rest += once, divisor);
    }
    remainder = rest;
    return static_cast<char>('0' + digit);
}

/// One more in the last place of a string of digits; a carry out of the first place adds a digit.
inline void add_one(std::string& digits) {
    for (std::size_t i = digits.size(); i-- > 0;) {
        if (digits[i] != '9') {
            ++digits[i];
            return;
        }
        digits[i] = '0';
    }
    digits.insert(digits.begin(), '1');
}

inline Decimal split_digits(const std::string& digits, std::size_t decimals) {
    const std::size_t whole = digits.size() - decimals;
    const std::size_t first = digits.find_first_not_of('0');
    const std::size_t start = first == std::string::npos || first >= whole ? whole - 1 : first;
    return {digits.substr(start, whole - start), digits.substr(whole)};
}

/// numerator / divisor × 10^shift with that many decimals, half up; exact for every 63-bit numerator and divisor.
inline Decimal divide(std::uint64_t numerator, std::uint64_t divisor, std::size_t shift, std::size_t decimals) {
    std::string digits = std::to_string(numerator / divisor);
    std::uint64_t remainder = numerator % divisor;
    for (std::size_t i = 0; i < shift + decimals; ++i) digits += next_digit(remainder, divisor);
    if (remainder >= divisor - remainder) add_one(digits);
    return split_digits(digits, decimals);
}

/// |value| × 10^shift with that many decimals, half up on the exact binary value.
inline Decimal expand(double value, std::size_t shift, std::size_t decimals) {
    constexpr int all_binary_digits = 1074;
    std::array<char, 1400> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), std::fabs(value), std::chars_format::fixed,
                                   all_binary_digits);
    assert(end.ec == std::errc{});
    std::string digits(text.data(), end.ptr);
    const std::size_t point = digits.find('.');
    digits.erase(point, 1);
    const bool up = digits[point + shift + decimals] >= '5';
    digits.resize(point + shift + decimals);
    if (up) add_one(digits);
    return split_digits(digits, decimals);
}

inline std::string grouped_digits(const std::string& digits, Language language) {
    const std::string_view separator = language == Language::fr ? "\xE2\x80\xAF" : ",";
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i != 0 && (digits.size() - i) % 3 == 0) text += separator;
        text += digits[i];
    }
    return text;
}

inline std::string written(const Decimal& decimal, bool negative, Language language) {
    const bool zero = (decimal.whole + decimal.fraction).find_first_not_of('0') == std::string::npos;
    std::string text = negative && !zero ? "-" : "";
    text += grouped_digits(decimal.whole, language);
    if (!decimal.fraction.empty()) text += (language == Language::fr ? ',' : '.') + decimal.fraction;
    return text;
}

inline std::string with_percent_sign(std::string text, Language language) {
    return text + (language == Language::fr ? "\xC2\xA0%" : "%");
}

constexpr std::size_t places(int decimals) {
    assert(decimals >= 0 && decimals <= 300);
    return static_cast<std::size_t>(decimals);
}

}  // namespace detail

/// A whole number with its thousands apart: `12 345` (narrow no-break space), `12,345`.
inline std::string grouped(std::int64_t value, Language language) {
    return detail::written({std::to_string(detail::magnitude(value)), ""}, value < 0, language);
}

/// A sum shared among n, rounded half up: a mean number of days. Exact integer arithmetic.
/// Precondition: n > 0 (a mean over nobody has no value: the caller gives the reason).
inline std::string rounded(std::int64_t sum, std::int64_t n, int decimals, Language language) {
    assert(n > 0);
    return detail::written(detail::divide(detail::magnitude(sum), detail::magnitude(n), 0, detail::places(decimals)),
                           sum < 0, language);
}

/// Numerator out of denominator as a percentage, rounded half up from the counts: 31 out of 43 is `72,09 %` or
/// `72.09%`. Exact integer arithmetic. Precondition: denominator > 0.
inline std::string percentage(std::int64_t numerator, std::int64_t denominator, int decimals, Language language) {
    assert(denominator > 0);
    const auto decimal =
        detail::divide(detail::magnitude(numerator), detail::magnitude(denominator), 2, detail::places(decimals));
    return detail::with_percent_sign(detail::written(decimal, numerator < 0, language), language);
}

/// A value known only as a binary number (an interval end, a median), rounded half up on its exact value. Precondition:
/// finite.
inline std::string rounded_value(double value, int decimals, Language language) {
    assert(std::isfinite(value));
    return detail::written(detail::expand(value, 0, detail::places(decimals)), value < 0.0, language);
}

/// A proportion known only as a binary number (an interval end) as a percentage, rounded half up on its exact value.
/// Precondition: finite.
inline std::string percentage_value(double proportion, int decimals, Language language) {
    assert(std::isfinite(proportion));
    return detail::with_percent_sign(
        detail::written(detail::expand(proportion, 2, detail::places(decimals)), proportion < 0.0, language), language);
}

}  // namespace maintien
