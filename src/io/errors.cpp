#include "maintien/io/errors.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "maintien/case/canonical_json.hpp"
#include "maintien/io/encoding.hpp"
#include "one_line.hpp"

namespace maintien::io {

std::string text_of(const Problem& problem) {
    std::string text = problem.file;
    if (problem.line != 0) text += ':' + std::to_string(problem.line);
    if (problem.column != 0) text += ':' + std::to_string(problem.column);
    text += ": ";
    if (!problem.pointer.empty()) text += problem.pointer + ": ";
    return on_one_line(text + "found " + problem.found + " expected " + problem.expected);
}

void Problems::add(Problem problem) {
    ++total;
    if (first.size() < kept) first.push_back(std::move(problem));
}

void Problems::add(Problems others) {
    const auto room = std::min(kept - first.size(), others.first.size());
    std::move(others.first.begin(), others.first.begin() + static_cast<std::ptrdiff_t>(room), std::back_inserter(first));
    total += others.total;
}

std::string text_of(const Problems& problems) {
    std::string text;
    for (const auto& problem : problems.first) text += text_of(problem) + '\n';
    return text + std::to_string(problems.total) + (problems.total == 1 ? " error" : " errors");
}

DocumentError::DocumentError(Problems all) : problems(std::move(all)), text_(text_of(problems)) {}

namespace {

Problems alone(Problem problem) {
    Problems problems;
    problems.add(std::move(problem));
    return problems;
}

}  // namespace

DocumentError::DocumentError(Problem only) : DocumentError(alone(std::move(only))) {}

std::string in_quotes(std::string_view text) {
    constexpr std::size_t longest = 60;
    std::string readable;
    append_utf_8(readable, text, Encoding::utf_8);
    if (count_characters(readable, Encoding::utf_8) <= longest) return json_string(readable);
    std::size_t end = 0, characters = 0;
    while (characters < longest) {
        ++end;
        if ((static_cast<unsigned char>(readable[end]) & 0xC0) != 0x80) ++characters;
    }
    return json_string(readable.substr(0, end) + "…");
}

}  // namespace maintien::io
