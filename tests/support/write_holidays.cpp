/// @file
/// Writes tests/golden/holidays.csv on standard output.

#include <iostream>

#include "support/holiday_table.hpp"

int main() { std::cout << maintien::test::holiday_table(); }
