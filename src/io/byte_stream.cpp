#include "byte_stream.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "maintien/io/errors.hpp"

namespace maintien::io {

namespace {

std::string reason(int error) {
    if (error == ENOENT || error == ENOTDIR) return "no such file";
    if (error == EISDIR) return "a folder";
    if (error == EACCES || error == EPERM) return "a file that may not be read";
    return std::generic_category().message(error);
}

}  // namespace

void ByteStream::refuse(const std::string& found, const std::string& expected) const {
    throw DocumentError(Problem{name_, 0, 0, {}, found, expected});
}

ByteStream::ByteStream(const Source& source, bool again, std::function<void(std::size_t)> told) : name_(source.name), told_(std::move(told)) {
    if (source.text) {
        text_ = &*source.text;
        return;
    }
    const bool standard = source.name == "-";
    file_ = standard ? OwnedFile(stdin, CloseFile{false}) : OwnedFile(std::fopen(source.name.c_str(), "rb"));
    if (!file_) refuse(reason(errno), "a file that can be read");
    // A pipe answers no to a seek, and stays where it is.
    if (!again || (!standard && std::fseek(file_.get(), 0, SEEK_SET) == 0)) return;
    aside_ = OwnedFile(std::tmpfile());
    if (!aside_) refuse("no room for a temporary file", "a place for it");
}

void ByteStream::keep_aside(const char* bytes, std::size_t size) {
    if (aside_ && std::fwrite(bytes, 1, size, aside_.get()) != size) refuse(reason(errno), "room for a temporary file");
}

std::size_t ByteStream::read(char* into, std::size_t size) {
    const auto count = read_some(into, size);
    if (told_) told_(count);
    return count;
}

std::size_t ByteStream::read_some(char* into, std::size_t size) {
    if (text_) {
        const auto count = text_->copy(into, size, at_);
        at_ += count;
        return count;
    }
    const auto count = std::fread(into, 1, size, file_.get());
    if (std::ferror(file_.get()) != 0) refuse(reason(errno), "a file that can be read");
    keep_aside(into, count);
    return count;
}

void ByteStream::rewind() {
    at_ = 0;
    if (aside_) file_ = std::move(aside_);
    if (file_) std::rewind(file_.get());
}

}  // namespace maintien::io
