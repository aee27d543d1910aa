// A user of the headers alone.
#include <iostream>

#include "maintien/version.hpp"
#include "maintien/vocabulary/day.hpp"

int main() {
    const maintien::Day leap_day = maintien::make_day(2024, 2, 29);
    std::cout << "maintien " << maintien::library_version << ": " << maintien::iso(maintien::months_after(leap_day, 12)) << '\n';
}
