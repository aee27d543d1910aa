#pragma once
/// @file
/// Tables of text whose columns line up on a terminal.

#include <string>
#include <vector>

#include "io/phrases.hpp"

namespace maintien::io::detail {

/// A table: labels on the left, figures in columns on the right.
struct TextTable {
    std::size_t label_width = 0;              ///< columns of the labels
    std::vector<std::size_t> widths{};        ///< columns of each figure, the space before it included
    std::string text{};                       ///< the lines so far

    /// Adds a line: a label, then its figures from the left; a label too long for its columns has a line to itself.
    void line(std::string_view label, const std::vector<std::string>& figures) {
        const bool too_long = display_width(label) > label_width && !figures.empty();
        if (too_long) text += std::string(label) + "\n";
        std::string written = padded(too_long ? "" : label, label_width);
        for (std::size_t i = 0; i < figures.size(); ++i) written += " " + padded_left(figures[i], widths[i] - 1);
        written.erase(written.find_last_not_of(' ') + 1);
        text += written + "\n";
    }

    /// Adds a rule across the table.
    void rule() {
        std::size_t width = label_width;
        for (const auto column : widths) width += column;
        for (std::size_t i = 0; i < width; ++i) text += "─";
        text += "\n";
    }
};

}  // namespace maintien::io::detail
