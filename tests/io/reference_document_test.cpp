#include "maintien/io/reference_document.hpp"

#include <gtest/gtest.h>

#include "maintien/io/errors.hpp"

namespace maintien::io {
namespace {

std::string refused_reference(const std::string& json) {
    try {
        parse_reference(json, "r.json");
    } catch (const DocumentError& error) {
        return text_of(error.problems);
    }
    return "taken";
}

TEST(ReferenceDocument, GivesEachAgeBandAndSectorItsWeight) {
    const auto reference = parse_reference(R"({"format": "maintien-reference/1", "title": "Région 2023",
        "cells": [{"age_band": "under_30", "sector": "C", "weight": 12.5}, {"age_band": "unknown", "sector": "unknown", "weight": 3}]})", "r.json");
    EXPECT_EQ(reference.title, "Région 2023");
    EXPECT_EQ(reference.weights[mix_place(0, index_of(Sector::C))], 12.5);
    EXPECT_EQ(reference.weights[mix_size - 1], 3);
    EXPECT_EQ(reference.weights[0], 0);
}

TEST(ReferenceDocument, EveryFaultIsToldAtItsPlace) {
    const auto faults = refused_reference(R"({"format": "maintien-reference/1", "titel": "x", "cells": [
        {"age_band": "young", "sector": "C", "weight": 0}, {"age_band": "30_39", "sector": "C", "weight": 1}, {"age_band": "30_39", "sector": "C", "weight": 1}, {"sector": "V"}]})");
    for (const auto* place : {"/title", "/titel", "/cells/0/age_band", "/cells/0/weight", "/cells/2", "/cells/3/age_band", "/cells/3/sector", "/cells/3/weight"})
        EXPECT_NE(faults.find("r.json: " + std::string(place) + ": "), std::string::npos) << place << "\n" << faults;
}

TEST(ReferenceDocument, APopulationWithoutAnybodyIsRefused) {
    EXPECT_NE(refused_reference(R"({"format": "maintien-reference/1", "title": "x", "cells": []})").find("/cells"), std::string::npos);
    EXPECT_NE(refused_reference(R"({"format": "maintien-protocol/1", "title": "x", "cells": []})").find("/format"), std::string::npos);
    EXPECT_NE(refused_reference("[]"), "taken");
}

}  // namespace
}  // namespace maintien::io
