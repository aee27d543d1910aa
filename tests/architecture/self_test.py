#!/usr/bin/env python3
"""Plants one fault at a time in a small sound tree, and expects the check that is there for it to find it."""

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from check import CHECKS, faults_of

COLOUR = """#pragma once
/// A colour.
enum class Colour : unsigned char { red, dark_blue };
template <> inline constexpr std::string_view list_name_of<Colour> = "colour";
template <> inline constexpr auto terms_of<Colour> = std::to_array<Term<Colour>>({
    {Colour::red, "red", "rouge", "red"},
    {Colour::dark_blue,
     "dark_blue", "bleu foncé", "dark blue"},
});
"""
SOUND = {
    "CMakeLists.txt": "project(sound)\n",
    "include/maintien/maintien.hpp": '#pragma once\n#include "maintien/pathway/walk.hpp"\n',
    "include/maintien/vocabulary/colour.hpp": COLOUR,
    "include/maintien/vocabulary/day.hpp": "#pragma once\n#include <date/date.h>\n",
    "include/maintien/protocol/rule.hpp": '#pragma once\n#include "maintien/vocabulary/colour.hpp"\n',
    "include/maintien/case/fact.hpp": "#pragma once\n// date::parse is only named here\n",
    "include/maintien/pathway/walk.hpp": '#pragma once\n#include "maintien/case/fact.hpp"\n#include "maintien/protocol/rule.hpp"\n',
    "src/io/reading.cpp": "#include <nlohmann/json.hpp>\n",
    "bindings/python/maintien/_core.pyi": "import enum\nclass Colour(enum.Enum):\n    red = 0\n    dark_blue = 1\n",
    **{
        f"tests/{header}_test.cpp": ""
        for header in ["vocabulary/colour", "vocabulary/day", "protocol/rule", "case/fact", "pathway/walk"]
    },
}
WALK = "include/maintien/pathway/walk.hpp"
FACT = "include/maintien/case/fact.hpp"
LONG_BODY = "    step();\n" * 45


def included(name: str) -> str:
    return f"#pragma once\n#include <{name}>\n"


# What is planted: (rule expected, file, its text, words of the message).
PLANTED = {
    "an include upwards": ("layers", FACT, '#pragma once\n#include "maintien/pathway/walk.hpp"\n', "above"),
    "an include upwards with angles": ("layers", FACT, "#pragma once\n#  include <maintien/register/x.hpp>\n", "above"),
    "a case that knows a protocol": ("layers", FACT, included("maintien/protocol/rule.hpp"), "do not know"),
    "an unknown layer": ("layers", WALK, included("maintien/helpers/x.hpp"), "no layer"),
    "the umbrella inside": ("layers", WALK, included("maintien/maintien.hpp"), "umbrella"),
    "a climbing include": ("layers", WALK, '#pragma once\n#include "../case/fact.hpp"\n', "climbs"),
    "a source that reaches up": ("layers", "src/io/reading.cpp", '#include "command/x.hpp"\n', "above"),
    "JSON in a header": ("doors", WALK, included("nlohmann/json.hpp"), "nlohmann"),
    "JSON in a binding": ("doors", "bindings/python/module.cpp", "#include <nlohmann/json_fwd.hpp>\n", "nlohmann"),
    "dates elsewhere": ("doors", FACT, included("date/date.h"), "date"),
    "time zones": ("doors", "include/maintien/vocabulary/day.hpp", included("date/tz.h"), "tz"),
    "Boost elsewhere": ("doors", WALK, included("boost/math/distributions/beta.hpp"), "boost"),
    "CLI11 elsewhere": ("doors", "src/io/reading.cpp", "#include <CLI/CLI.hpp>\n", "CLI"),
    "date::parse": ("forbidden", "src/io/reading.cpp", "auto day = date::parse(text);\n", "01/02/24"),
    "a clock": ("forbidden", WALK, "#pragma once\nauto now = std::chrono::system_clock::now();\n", "clock"),
    "a header without test": ("mirror", "include/maintien/case/new.hpp", "#pragma once\n", "tests/case/new_test.cpp"),
    "a header in no layer": ("places", "include/maintien/stray.hpp", "#pragma once\n", "no layer"),
    "a stranger at the top": ("top level", "scripts/x.py", "", "scripts"),
    "no pragma once": ("pragma once", FACT, "int x;\n", "pragma"),
    "an unfinished mark": ("unfinished", "src/io/reading.cpp", "// TO" + "DO: later\n", "finish"),
    "a machine path": ("machine path", "docs/x.md", "see /ho" + "me/somebody/x\n", "machine"),
    "a long header": ("header size", FACT, "#pragma once\n" * 251, "251"),
    "a long function": ("function size", "src/io/reading.cpp", f"int f(int a) noexcept {{\n{LONG_BODY}}}\n", "47"),
    "a long method": ("function size", WALK, f"#pragma once\nstruct W {{\n  int f() const {{\n{LONG_BODY}  }}\n}};\n", "47"),
    "a long constructor": ("function size", WALK, f"#pragma once\nW::W(int a) : a_(a), b_(f(a)) {{\n{LONG_BODY}}}\n", "47"),
    "a long returning function": ("function size", WALK, f"#pragma once\nauto f() -> std::vector<int> {{\n{LONG_BODY}}}\n", "47"),
    "a long lambda": ("function size", WALK, f"#pragma once\nauto f = [](int a) {{\n{LONG_BODY}}};\n", "47"),
    "a long lambda, no list": ("function size", WALK, f"#pragma once\nauto x = [] {{\n{LONG_BODY}}}();\n", "47"),
    "a long Python function": ("function size", "bindings/python/maintien/x.py", f"def f():\n{LONG_BODY}", "45"),
    "a code misspelt": ("spelling", "include/maintien/vocabulary/colour.hpp", COLOUR.replace('"red", "r', '"rouge", "r'), "rouge"),
    "a row forgotten": (
        "spelling",
        "include/maintien/vocabulary/colour.hpp",
        COLOUR.replace('    {Colour::red, "red", "rouge", "red"},\n', ""),
        "each once",
    ),
    "an enumerator in capitals": ("spelling", "include/maintien/vocabulary/colour.hpp", COLOUR.replace("dark_blue", "darkBlue"), "snake_case"),
    "a list misnamed": ("spelling", "include/maintien/vocabulary/colour.hpp", COLOUR.replace('"colour"', '"colors"'), "colors"),
    "a file in capitals": ("spelling", "src/io/Reading.cpp", "", "snake_case"),
    "another Python member": (
        "spelling",
        "bindings/python/maintien/_core.pyi",
        "import enum\nclass Colour(enum.Enum):\n    RED = 0\n    dark_blue = 1\n",
        "members",
    ),
}
# Harmless look-alikes: none of them may be reported.
HARMLESS = {
    "a long table": (WALK, "#pragma once\ninline constexpr auto t = std::to_array<T>({\n" + "  {1, f(2)},\n" * 60 + "});\n"),
    "a long class of short methods": (WALK, "#pragma once\nstruct W {\n" + "  int f() { return 1; }\n" * 60 + "};\n"),
    "a long namespace": (WALK, "#pragma once\nnamespace maintien {\n" + "int f(int a);\n" * 60 + "}\n"),
    "braces in strings": ("src/io/reading.cpp", 'auto a = "{";\nauto b = R"({{{)";\nauto c = \'{\';\n' + "int f() { return 1'000; }\n" * 45),
    "an include in a comment": (FACT, "#pragma once\n// #include <nlohmann/json.hpp>\n"),
}


def plant(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


class ArchitectureChecks(unittest.TestCase):
    def setUp(self) -> None:
        self.root = Path(self.enterContext(tempfile.TemporaryDirectory()))
        plant(self.root, SOUND)

    def test_a_sound_tree_has_no_fault(self) -> None:
        self.assertEqual([], faults_of(self.root))

    def test_every_planted_fault_is_found_where_it_is(self) -> None:
        for name, (rule, path, text, words) in PLANTED.items():
            with self.subTest(name):
                faults = self.faults_with({path: text})
                self.assertTrue(
                    any(f.rule == rule and f.path == path and words in f.text for f in faults),
                    f"expected [{rule}] {words} in {path}, found {[str(f) for f in faults]}",
                )

    def test_two_folders_that_include_each_other_are_found(self) -> None:
        faults = self.faults_with({
            "include/maintien/sharing/view.hpp": included("maintien/pathway/walk.hpp"),
            WALK: included("maintien/sharing/view.hpp"),
        })  # fmt: skip
        self.assertTrue(any("include each other" in fault.text for fault in faults), faults)

    def test_harmless_look_alikes_are_not_reported(self) -> None:
        for name, (path, text) in HARMLESS.items():
            with self.subTest(name):
                self.assertEqual([], self.faults_with({path: text}))

    def test_every_check_is_caught_failing(self) -> None:
        silent = set(CHECKS)
        for _, path, text, _ in PLANTED.values():
            with tempfile.TemporaryDirectory() as folder:
                plant(Path(folder), {**SOUND, path: text})
                silent = {check for check in silent if not list(check(Path(folder)))}
        self.assertEqual(set(), {check.__name__ for check in silent})

    def faults_with(self, files: dict[str, str]) -> list:
        with tempfile.TemporaryDirectory() as folder:
            plant(Path(folder), {**SOUND, **files})
            return faults_of(Path(folder))


class HeadersAlone(unittest.TestCase):
    """The build itself is the check that a header compiles alone; a header that leans on another must break it."""

    def build(self, header: str) -> subprocess.CompletedProcess:
        root = Path(self.enterContext(tempfile.TemporaryDirectory()))
        module = Path(__file__).with_name("headers_alone.cmake").as_posix()
        plant(root, {
            "CMakeLists.txt": "cmake_minimum_required(VERSION 3.25)\nproject(alone LANGUAGES CXX)\n"
                              f"include({module})\nheaders_alone(alone ${{PROJECT_SOURCE_DIR}}/include)\n",
            "include/leaning.hpp": header,
        })  # fmt: skip
        cmake = os.environ.get("CMAKE", "cmake")
        subprocess.run([cmake, "-S", root, "-B", root / "build"], check=True, capture_output=True)
        return subprocess.run([cmake, "--build", root / "build"], capture_output=True, text=True)

    def test_a_header_that_brings_what_it_needs_passes(self) -> None:
        built = self.build("#pragma once\n#include <vector>\ninline std::vector<int> numbers;\n")
        self.assertEqual(0, built.returncode, built.stdout + built.stderr)

    def test_a_header_that_leans_on_another_breaks_the_build(self) -> None:
        built = self.build("#pragma once\ninline std::vector<int> numbers;\n")
        self.assertNotEqual(0, built.returncode)
        self.assertIn("leaning.hpp", built.stdout + built.stderr)


if __name__ == "__main__":
    if not shutil.which(os.environ.get("CMAKE", "cmake")):
        raise SystemExit("CMake is needed to test that headers compile alone")
    unittest.main()
