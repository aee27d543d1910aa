#pragma once
/// @file
/// What is wrong in a document, and exactly where.

#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

namespace maintien::io {

/// One fault of a document: its place, what stands there, and what should.
///
/// The place is that of the original file. `line` is the physical line, counted from 1: a line end inside a quoted cell counts.
/// `column` is counted from 1 in characters of that line, a byte order mark left out; a fault of a cell stands where the
/// cell begins, just after the delimiter (at its opening quote), a broken character where it stands.
struct Problem {
    std::string file;        ///< the file as the user named it, `-` for standard input
    std::size_t line = 0;    ///< physical line from 1; 0 when the whole file is meant
    std::size_t column = 0;  ///< character of the line from 1; 0 when `pointer` says it
    std::string pointer;     ///< JSON pointer from the line's object (JSON Lines) or from the document, keys as they are; empty when there is none
    std::string found;       ///< what stands there; texts are quoted as JSON strings
    std::string expected;    ///< what should stand there

    bool operator==(const Problem&) const = default;
};

/// The line a person reads for a fault: `FILE:LINE:COLUMN: found … expected …`; in JSON Lines `FILE:LINE: /pointer: found … expected …`;
/// inside the JSON of a CSV cell both; in a JSON document `FILE: /pointer: found … expected …`. A line of a JSON Lines
/// file that is no JSON at all has a column instead of a pointer. Always one line: control characters, in names of files too, are escaped.
std::string text_of(const Problem& problem);

/// The faults of a reading: the first thousand are kept, all are counted.
struct Problems {
    static constexpr std::size_t kept = 1000;  ///< how many faults are kept

    std::vector<Problem> first{};  ///< the faults that are kept, in the order of files, lines and columns
    std::int64_t total = 0;        ///< how many faults there are

    /// Adds a fault at the end.
    void add(Problem problem);
    /// Adds the faults of another reading at the end.
    void add(Problems others);
    /// Whether there is none.
    bool empty() const { return total == 0; }
};

/// The faults that are kept, a line each, then a line with their number in all.
std::string text_of(const Problems& problems);

/// The document cannot be used as it is; nothing was written. It carries every fault, not the first only.
/// A file that cannot be opened, read or written is reported the same way, with a fault that has no line.
class DocumentError : public std::exception {
public:
    /// The error of a document with these faults, of which there is at least one.
    explicit DocumentError(Problems all);
    /// The error of a document with a single fault.
    explicit DocumentError(Problem only);

    /// The text of `problems`.
    const char* what() const noexcept override { return text_.c_str(); }

    const Problems problems;  ///< the faults

private:
    std::string text_;
};

/// A text as it is named in a fault: a JSON string, cut after 60 characters.
std::string in_quotes(std::string_view text);

}  // namespace maintien::io
