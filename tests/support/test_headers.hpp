// What nearly every test includes, precompiled once for all of them.
#pragma once

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "maintien/indicators/make_report.hpp"
#include "maintien/pathway/admission.hpp"
