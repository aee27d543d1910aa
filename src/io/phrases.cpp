#include "io/phrases.hpp"

#include <algorithm>
#include <cmath>

#include "maintien/indicators/percentage.hpp"

namespace maintien::io::detail {

namespace {

constexpr std::array<std::array<Text, 2>, count_of<Severity>> severity_nouns{
    {{{{"manquement", "violation"}, {"manquements", "violations"}}},
     {{{"non enregistré", "unrecorded"}, {"non enregistrés", "unrecorded"}}},
     {{{"remarque", "note"}, {"remarques", "notes"}}}}};

}  // namespace

std::size_t display_width(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string padded(std::string_view text, std::size_t width) {
    const auto taken = display_width(text);
    return std::string(text) + std::string(width > taken ? width - taken : 0, ' ');
}

std::string padded_left(std::string_view text, std::size_t width) {
    const auto taken = display_width(text);
    return std::string(width > taken ? width - taken : 0, ' ') + std::string(text);
}

std::string wrapped(std::string_view text, std::size_t indent, std::size_t first) {
    std::string out(first, ' ');
    std::size_t column = first;
    bool line_empty = true;
    while (!text.empty()) {
        const auto word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        const auto width = display_width(word);
        if (!line_empty && column + 1 + width > page_width) {
            out += "\n" + std::string(indent, ' ');
            column = indent;
        } else if (!line_empty) {
            out += ' ';
            ++column;
        }
        out += word;
        column += width;
        line_empty = false;
    }
    return out + "\n";
}

std::string counted(std::int64_t count, const Text& one, const Text& many, Language language) {
    const bool singular = language == Language::fr ? 0 <= count && count < 2 : count == 1;
    return (count < 0 ? std::string(said(language, "[masqué]", "[suppressed]")) : grouped(count, language)) + " " + std::string(in_language(singular ? one : many, language));
}

std::string deviations_phrase(const std::array<std::int64_t, count_of<Severity>>& counts, Language language) {
    std::string text;
    for (std::size_t i = 0; i < counts.size(); ++i)
        text += (i > 0 ? ", " : "") + counted(counts[i], severity_nouns[i][0], severity_nouns[i][1], language);
    return text;
}

std::string short_percentage(double proportion, Language language) {
    int decimals = 0;
    double scaled = proportion * 100;
    while (decimals < 2 && std::fabs(scaled - std::round(scaled)) > 1e-9) {
        scaled *= 10;
        ++decimals;
    }
    return percentage_value(proportion, decimals, language);
}

}  // namespace maintien::io::detail
