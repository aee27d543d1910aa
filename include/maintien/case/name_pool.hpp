#pragma once
/// @file
/// Pseudonyms and case numbers, each kept once: names become numbers at the edge.

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace maintien {

/// The number of a text in a `NamePool`; 0 is the empty text, which means not given.
using NameIndex = std::uint32_t;

/// Texts kept once each and numbered in the order in which they came. Texts stay where they are while the pool lives.
class NamePool {
public:
    NamePool() { texts_.push_back({}); }

    /// The number of `text`, which is added when it is new.
    NameIndex index_of(std::string_view text) {
        if (text.empty()) return 0;
        if (texts_.size() * 2 > slots_.size()) grow();
        std::size_t slot = hash(text) & (slots_.size() - 1);
        for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1))
            if (texts_[slots_[slot]] == text) return slots_[slot];
        texts_.push_back(kept(text));
        return slots_[slot] = static_cast<NameIndex>(texts_.size() - 1);
    }

    /// The text with a number this pool gave.
    std::string_view text_of(NameIndex index) const { return texts_[index]; }

    /// How many numbers are in use, the empty text included.
    std::size_t size() const { return texts_.size(); }

private:
    static constexpr std::size_t block_size = std::size_t{1} << 18;

    static std::size_t hash(std::string_view text) {
        std::uint64_t h = 0xcbf29ce484222325u;
        for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
        return static_cast<std::size_t>(h ^ (h >> 32));
    }

    std::string_view kept(std::string_view text) {
        if (text.size() > room_) open_block(text.size());
        char* at = blocks_.back().get() + used_;
        text.copy(at, text.size());
        used_ += text.size();
        room_ -= text.size();
        return {at, text.size()};
    }

    void open_block(std::size_t least) {
        room_ = least > block_size ? least : block_size;
        blocks_.push_back(std::make_unique<char[]>(room_));
        used_ = 0;
    }

    void grow() {
        slots_.assign(slots_.empty() ? 64 : slots_.size() * 2, 0);
        for (std::size_t i = 1; i < texts_.size(); ++i) {
            std::size_t slot = hash(texts_[i]) & (slots_.size() - 1);
            while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
            slots_[slot] = static_cast<NameIndex>(i);
        }
    }

    std::vector<std::string_view> texts_;
    std::vector<NameIndex> slots_;
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t used_ = 0, room_ = 0;
};

}  // namespace maintien
