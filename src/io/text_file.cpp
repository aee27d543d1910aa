#include "maintien/io/text_file.hpp"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>
#include <utility>

#include "byte_stream.hpp"
#include "maintien/io/errors.hpp"

namespace maintien::io {

namespace {

constexpr std::size_t longest_document = std::size_t{64} << 20;

[[noreturn]] void refuse(const std::string& path, std::string found, std::string expected) {
    throw DocumentError(Problem{path, 0, 0, {}, std::move(found), std::move(expected)});
}

std::string last_reason() { return std::generic_category().message(errno != 0 ? errno : EIO); }

/// A file beside the one that is to be, removed unless it takes its name.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::filesystem::path& path) : path_(path), temporary_(path) {
        for (int number = 0; number < 100; ++number) {
            temporary_ = path;
            temporary_ += ".part" + (number == 0 ? std::string() : std::to_string(number));
            errno = 0;
            if (std::FILE* file = std::fopen(temporary_.string().c_str(), "wbx")) {
                std::fclose(file);
                made_ = true;
                return;
            }
            if (errno != EEXIST) break;
        }
        refuse(path.string(), last_reason(), "a file that can be written");
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        std::error_code ignored;
        if (made_) std::filesystem::remove(temporary_, ignored);
    }

    const std::filesystem::path& path() const { return temporary_; }

    void take_name() {
        std::error_code error;
        std::filesystem::rename(temporary_, path_, error);
        if (error) refuse(path_.string(), error.message(), "a file that can be written");
        made_ = false;
    }

private:
    std::filesystem::path path_, temporary_;
    bool made_ = false;
};

void flush(std::ostream& out, const std::string& path) {
    errno = 0;
    if (!out.flush()) refuse(path, last_reason(), "room to write");
}

/// What can be renamed over; a device or a pipe is written as it is.
bool is_plain(const std::string& path) {
    std::error_code ignored;
    const auto status = std::filesystem::status(path, ignored);
    return !std::filesystem::exists(status) || std::filesystem::is_regular_file(status);
}

void write_directly(const std::string& path, const std::function<void(std::ostream&)>& write) {
    errno = 0;
    std::ofstream out(path, std::ios::binary);
    if (!out) refuse(path, last_reason(), "a file that can be written");
    write(out);
    flush(out, path);
}

}  // namespace

void write_whole(const std::string& path, const std::function<void(std::ostream&)>& write) {
    if (path == "-") {
        write(std::cout);
        return flush(std::cout, path);
    }
    if (!is_plain(path)) return write_directly(path, write);
    // A link keeps pointing where it did: the file it names is the one that is replaced.
    std::error_code ignored;
    const auto target = std::filesystem::is_symlink(path, ignored) ? std::filesystem::weakly_canonical(path, ignored) : std::filesystem::path(path);
    TemporaryFile temporary(target);
    write_directly(temporary.path().string(), write);
    temporary.take_name();
}

void write_whole(const std::string& path, std::string_view content) {
    write_whole(path, [&](std::ostream& out) { out.write(content.data(), static_cast<std::streamsize>(content.size())); });
}

std::string read_whole(const Source& source) {
    ByteStream stream(source, false);
    std::string content;
    for (std::size_t count = 1; count != 0;) {
        const auto before = content.size();
        content.resize(before + (std::size_t{1} << 16));
        count = stream.read(content.data() + before, content.size() - before);
        content.resize(before + count);
        if (content.size() > longest_document) refuse(source.name, "a document longer than 64 MiB", "a shorter one");
    }
    return content;
}

}  // namespace maintien::io
