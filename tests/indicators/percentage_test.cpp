#include "maintien/indicators/percentage.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maintien {
namespace {

constexpr auto fr = Language::fr;
constexpr auto en = Language::en;

TEST(Percentage, PrintsThePublishedTableToTheLastDigit) {
    EXPECT_EQ(percentage(31, 43, 2, fr), "72,09\u00a0%");
    EXPECT_EQ(percentage(1, 43, 2, fr), "2,33\u00a0%");
    EXPECT_EQ(percentage(2, 43, 2, fr), "4,65\u00a0%");
    EXPECT_EQ(percentage(9, 43, 2, fr), "20,93\u00a0%");
    EXPECT_EQ(percentage(43, 43, 2, fr), "100,00\u00a0%");
    EXPECT_EQ(percentage(4, 12, 2, fr), "33,33\u00a0%");
    EXPECT_EQ(percentage(1, 12, 2, fr), "8,33\u00a0%");
    EXPECT_EQ(percentage(3, 12, 2, fr), "25,00\u00a0%");
    EXPECT_EQ(percentage(0, 12, 2, fr), "0,00\u00a0%");
    EXPECT_EQ(percentage(2, 12, 2, fr), "16,67\u00a0%");
    EXPECT_EQ(percentage(9, 12, 2, fr), "75,00\u00a0%");
    EXPECT_EQ(percentage(9, 11, 2, fr), "81,82\u00a0%");
    EXPECT_EQ(percentage(40, 43, 2, fr), "93,02\u00a0%");
}

TEST(Percentage, IsWrittenTheEnglishWayInEnglish) {
    EXPECT_EQ(percentage(31, 43, 2, en), "72.09%");
    EXPECT_EQ(percentage(31, 43, 0, en), "72%");
    EXPECT_EQ(percentage(12'345, 100, 1, en), "12,345.0%");
}

TEST(Percentage, RoundsAHalfUpFromTheCounts) {
    EXPECT_EQ(percentage(1, 8, 1, en), "12.5%");
    EXPECT_EQ(percentage(1, 8, 0, en), "13%");
    EXPECT_EQ(percentage(1, 80'000, 2, en), "0.00%");
    EXPECT_EQ(percentage(1, 20'000, 2, en), "0.01%");
    EXPECT_EQ(percentage(201, 40'000, 2, en), "0.50%");
    EXPECT_EQ(percentage(1'005, 100'000, 2, en), "1.01%") << "1.005 % has no exact double and would print 1.00 %";
    EXPECT_EQ(percentage(99'995, 100'000, 2, en), "100.00%");
}

TEST(Percentage, StandsTheGreatestCounts) {
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    EXPECT_EQ(percentage(most, most, 2, en), "100.00%");
    EXPECT_EQ(percentage(most - 1, most, 18, en), "99.999999999999999989%");
    EXPECT_EQ(percentage(most - 1, most, 15, en), "100.000000000000000%");
    EXPECT_EQ(percentage(most / 2, most, 2, en), "50.00%");
    EXPECT_EQ(percentage(1, most, 2, en), "0.00%");
}

TEST(Rounded, MeanOfSixtyNineDays) {
    EXPECT_EQ(rounded(2'967, 43, 0, fr), "69");
    EXPECT_EQ(rounded(2'967, 43, 1, fr), "69,0");
    EXPECT_EQ(rounded(137, 2, 0, fr), "69");
    EXPECT_EQ(rounded(137, 2, 1, en), "68.5");
}

TEST(Rounded, WritesBelowZeroWithASignUnlessItRoundsToZero) {
    EXPECT_EQ(rounded(-137, 2, 0, en), "-69");
    EXPECT_EQ(rounded(-1, 3, 0, en), "0");
    EXPECT_EQ(rounded(-1, 3, 1, en), "-0.3");
}

TEST(Grouped, SetsThousandsApart) {
    EXPECT_EQ(grouped(0, fr), "0");
    EXPECT_EQ(grouped(999, fr), "999");
    EXPECT_EQ(grouped(1'000, fr), "1\u202f000");
    EXPECT_EQ(grouped(10'000'000, fr), "10\u202f000\u202f000");
    EXPECT_EQ(grouped(10'000'000, en), "10,000,000");
    EXPECT_EQ(grouped(-123'456, en), "-123,456");
    EXPECT_EQ(grouped(std::numeric_limits<std::int64_t>::min(), en), "-9,223,372,036,854,775,808");
}

TEST(RoundedValue, RoundsTheExactBinaryValueHalfUp) {
    EXPECT_EQ(rounded_value(12.5, 0, fr), "13");
    EXPECT_EQ(rounded_value(13.5, 0, fr), "14");
    EXPECT_EQ(rounded_value(12.25, 1, fr), "12,3");
    EXPECT_EQ(rounded_value(0.285, 2, en), "0.28") << "the double nearest to 0.285 lies below it";
    EXPECT_EQ(rounded_value(-0.4, 0, en), "0");
    EXPECT_EQ(rounded_value(1234.5, 1, fr), "1\u202f234,5");
    EXPECT_EQ(rounded_value(999.96, 1, en), "1,000.0");
}

TEST(PercentageValue, PrintsTheEndsOfAnInterval) {
    EXPECT_EQ(percentage_value(0.46769466506643426, 2, fr), "46,77\u00a0%");
    EXPECT_EQ(percentage_value(0.9110583316059453, 2, fr), "91,11\u00a0%");
    EXPECT_EQ(percentage_value(0.0, 2, en), "0.00%");
    EXPECT_EQ(percentage_value(1.0, 2, en), "100.00%");
    EXPECT_EQ(percentage_value(0.0625, 1, en), "6.3%");
}

/// A percentage by schoolbook arithmetic on small numbers: the count of hundredths of a percent, half up.
std::string naive_percentage(std::int64_t numerator, std::int64_t denominator) {
    const std::int64_t hundredths = (2 * numerator * 10'000 + denominator) / (2 * denominator);
    std::string text = std::to_string(hundredths % 100);
    if (text.size() < 2) text.insert(0, "0");
    return std::to_string(hundredths / 100) + "." + text + "%";
}

RC_GTEST_PROP(Percentage, AgreesWithSchoolbookArithmetic, ()) {
    const auto denominator =
        *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(1, 300), rc::gen::inRange<std::int64_t>(1, 100'000'000));
    const auto numerator = *rc::gen::inRange<std::int64_t>(0, denominator + 1);
    RC_ASSERT(percentage(numerator, denominator, 2, en) == naive_percentage(numerator, denominator));
}

/// A whole number of any size in decimal digits, the least significant first.
using Digits = std::vector<int>;

Digits digits_of(const std::string& text) {
    Digits digits;
    for (auto it = text.rbegin(); it != text.rend(); ++it)
        if (*it >= '0' && *it <= '9') digits.push_back(*it - '0');
    return digits;
}

Digits times(const Digits& a, const Digits& b) {
    Digits product(a.size() + b.size() + 1, 0);
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = 0; j < b.size(); ++j) product[i + j] += a[i] * b[j];
    for (std::size_t i = 0; i + 1 < product.size(); ++i) {
        product[i + 1] += product[i] / 10;
        product[i] %= 10;
    }
    return product;
}

Digits plus(Digits a, const Digits& b) {
    a.resize(std::max(a.size(), b.size()) + 1, 0);
    for (std::size_t i = 0; i + 1 < a.size(); ++i) {
        a[i] += i < b.size() ? b[i] : 0;
        a[i + 1] += a[i] / 10;
        a[i] %= 10;
    }
    return a;
}

bool at_most(Digits a, Digits b) {
    const auto size = std::max(a.size(), b.size());
    a.resize(size, 0);
    b.resize(size, 0);
    return !std::lexicographical_compare(b.rbegin(), b.rend(), a.rbegin(), a.rend());
}

// q is sum·10^k / n rounded half up exactly when 2q·n ≤ 2·sum·10^k + n < 2q·n + 2n.
RC_GTEST_PROP(Rounded, IsTheNearestDecimalForAnyCounts, ()) {
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    const auto n = *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(1, most), rc::gen::inRange<std::int64_t>(1, 100));
    const auto sum = *rc::gen::inRange<std::int64_t>(0, most);
    const int decimals = *rc::gen::inRange(0, 25);
    const Digits quotient = digits_of(rounded(sum, n, decimals, en));
    const Digits divisor = digits_of(std::to_string(n));
    const std::string twice_unit = "2" + std::string(static_cast<std::size_t>(decimals), '0');
    const Digits twice_sum = times(digits_of(twice_unit), digits_of(std::to_string(sum)));
    const Digits twice_product = times(times(quotient, divisor), Digits{2});
    RC_ASSERT(at_most(twice_product, plus(twice_sum, divisor)));
    RC_ASSERT(!at_most(plus(twice_product, divisor), twice_sum));
}

}  // namespace
}  // namespace maintien
