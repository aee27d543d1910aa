#pragma once
// Columns of a table in memory as what the rows of events say.

#include <array>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "maintien/io/arrow.hpp"
#include "said.hpp"

namespace maintien::io {

/// What a column holds, as far as reading differs.
enum class ArrowKind : std::uint8_t { unreadable, nothing, text, large_text, view, truth, whole, positive, real, day, instant, time, list, large_list };

/// How a column is to be read.
struct ArrowType {
    ArrowKind kind = ArrowKind::unreadable;
    int width = 0;             // bytes of a value
    std::int64_t per_day = 0;  // of days, instants and times: how many units a day has
};

/// The type spelt `format`. A time zone makes an instant unreadable: its day depends on who looks.
ArrowType type_of(const ArrowSchema& schema);

/// A type as a fault names it.
std::string type_in_words(const ArrowSchema& schema);

/// Whether a column of this type can hold what a key means; else what could, in words.
std::string expected_type(Key key, const ArrowSchema& schema);

/// Texts made from values, which stay where they are until the next rows are read.
class MadeTexts {
public:
    std::string_view day(std::int64_t days);
    std::string_view instant(std::int64_t value, std::int64_t per_day);
    std::string_view time(std::int64_t value, std::int64_t per_day);
    std::string_view keep(std::string text);
    template <class Number>
    std::string_view number(Number value);
    void forget();

private:
    char* room(std::size_t size);
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t block_ = 0, used_ = 0;
    std::deque<std::string> long_;
};

/// Adds what rows `first` … of a chunk say in one column: each filled cell to the row's list. `shift` is how far the chunk itself is cut off.
void say_column(const ArrowSchema& schema, const ArrowArray& array, std::int64_t shift, std::int64_t first, std::span<std::vector<Said>> rows, Key key, std::size_t column, MadeTexts& texts);

/// Whether a value of an array is there.
inline bool is_filled(const ArrowArray& array, std::int64_t at) {
    if (array.null_count == 0 || array.n_buffers == 0 || !array.buffers[0]) return true;
    const auto place = static_cast<std::uint64_t>(at + array.offset);
    return (static_cast<const std::uint8_t*>(array.buffers[0])[place / 8] >> (place % 8) & 1) != 0;
}

}  // namespace maintien::io
