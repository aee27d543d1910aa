// The public holidays of 2000 to 2040 as a table, which a test in Python holds against the package `holidays`.
#pragma once

#include <string>

#include "maintien/vocabulary/holidays.hpp"

namespace maintien::test {

/// `region,day`: every holiday of the country, and what each other region has beside.
inline std::string holiday_table() {
    std::string table = "region,day\n";
    for (const auto& region : terms_of<HolidayRegion>)
        for (int year = 2000; year <= 2040; ++year)
            for (const Day day : public_holidays(year, region.value))
                if (region.value == HolidayRegion::metropolitan || !is_public_holiday(day)) table += std::string(region.code) + "," + iso(day) + "\n";
    return table;
}

}  // namespace maintien::test
