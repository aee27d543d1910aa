#pragma once
// The bytes of a source, once or twice, without keeping them.

#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "maintien/io/source.hpp"

namespace maintien::io {

struct CloseFile {
    bool owned = true;
    void operator()(std::FILE* file) const {
        if (owned) std::fclose(file);
    }
};
using OwnedFile = std::unique_ptr<std::FILE, CloseFile>;

/// The bytes of a file, of standard input or of a text.
class ByteStream {
public:
    /// @param again whether it will be read twice: what cannot be rewound is kept aside in a temporary file then.
    /// @param told what every reading is counted with.
    /// @throws DocumentError when it cannot be opened.
    ByteStream(const Source& source, bool again, std::function<void(std::size_t)> told = {});

    /// Reads up to `size` bytes; fewer at the end only. @throws DocumentError when it cannot be read.
    std::size_t read(char* into, std::size_t size);
    /// Begins anew; only when it was opened to be read again.
    void rewind();

private:
    std::size_t read_some(char* into, std::size_t size);
    [[noreturn]] void refuse(const std::string& found, const std::string& expected) const;
    void keep_aside(const char* bytes, std::size_t size);

    std::string name_;
    std::function<void(std::size_t)> told_;
    const std::string* text_ = nullptr;
    std::size_t at_ = 0;
    OwnedFile file_;
    OwnedFile aside_;
};

}  // namespace maintien::io
