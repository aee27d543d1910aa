#include "maintien/io/text_file.hpp"

#include <cerrno>
#include <cstdio>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <system_error>
#include <utility>

#include "byte_stream.hpp"
#include "maintien/io/errors.hpp"

namespace maintien::io {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_document = std::size_t{64} << 20;
constexpr int most_links = 40;

[[noreturn]] void refuse(const std::string& path, std::string found, std::string expected) {
    throw DocumentError(Problem{path, 0, 0, {}, std::move(found), std::move(expected)});
}

std::string last_reason() { return std::generic_category().message(errno != 0 ? errno : EIO); }

/// A file beside the one that is to be, removed unless it takes its name.
class TemporaryFile {
public:
    explicit TemporaryFile(const fs::path& path) : path_(path), temporary_(path) {
        for (int number = 0; number < 100; ++number) {
            temporary_ = path;
            temporary_ += ".part" + (number == 0 ? std::string() : std::to_string(number));
            errno = 0;
            if (std::FILE* file = std::fopen(temporary_.string().c_str(), "wbx")) {
                std::fclose(file);
                made_ = true;
                hide();
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
        if (made_) fs::remove(temporary_, ignored);
    }

    const fs::path& path() const { return temporary_; }

    void take_name() {
        std::error_code error;
        if (replaced_) fs::permissions(temporary_, *replaced_, error);
        fs::rename(temporary_, path_, error);
        if (error) refuse(path_.string(), error.message(), "a file that can be written");
        made_ = false;
    }

private:
    /// Who may read the file that is replaced is who may read the new one, and until then nobody else.
    void hide() {
        std::error_code ignored;
        const auto status = fs::status(path_, ignored);
        if (!fs::exists(status)) return;
        replaced_ = status.permissions();
        fs::permissions(temporary_, fs::perms::owner_read | fs::perms::owner_write, ignored);
    }

    fs::path path_, temporary_;
    std::optional<fs::perms> replaced_{};
    bool made_ = false;
};

void flush(std::ostream& out, const std::string& path) {
    if (!out.flush()) refuse(path == "-" ? "standard output" : path, last_reason(), "room to write");
}

/// What can be renamed over; a device or a pipe is written as it is.
bool is_plain(const std::string& path) {
    std::error_code ignored;
    const auto status = fs::status(path, ignored);
    return path != "-" && (!fs::exists(status) || fs::is_regular_file(status));
}

/// The file a name stands for: links are followed, to a file that is not there yet too.
fs::path target_of(fs::path path) {
    std::error_code ignored;
    for (int links = 0; links < most_links && fs::is_symlink(path, ignored); ++links) path = path.parent_path() / fs::read_symlink(path, ignored);
    return path;
}

fs::path whole_path_of(const fs::path& path) {
    std::error_code ignored;
    return fs::weakly_canonical(fs::absolute(target_of(path), ignored), ignored);
}

void write_directly(const std::string& path, const std::function<void(std::ostream&)>& write) {
    errno = 0;
    std::ofstream file;
    if (path != "-") file.open(path, std::ios::binary);
    if (!file) refuse(path, last_reason(), "a file that can be written");
    std::ostream& out = path == "-" ? std::cout : file;
    write(out);
    flush(out, path);
}

}  // namespace

bool is_same_file(const std::string& one, const std::string& other) {
    std::error_code ignored;
    if (fs::exists(one, ignored) && fs::exists(other, ignored)) return fs::is_regular_file(one, ignored) && fs::equivalent(one, other, ignored);
    return whole_path_of(one) == whole_path_of(other);
}

void write_all(std::span<const FileToWrite> files) {
    std::deque<TemporaryFile> temporaries;
    for (const auto& [path, write] : files)
        if (is_plain(path)) write_directly(temporaries.emplace_back(target_of(path)).path().string(), write);
    for (const auto& [path, write] : files)
        if (!is_plain(path)) write_directly(path, write);
    for (auto& temporary : temporaries) temporary.take_name();
}

void write_whole(const std::string& path, const std::function<void(std::ostream&)>& write) {
    const FileToWrite file{path, write};
    write_all({&file, 1});
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
