#include "maintien/io/encoding.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

using namespace maintien::io;

std::string utf_8(std::string_view text, Encoding encoding) {
    std::string out;
    append_utf_8(out, text, encoding);
    return out;
}

TEST(Encoding, PlainAsciiDoesNotTell) { EXPECT_EQ(detect_encoding("Statut;Sexe"), std::nullopt); }

TEST(Encoding, AccentsTell) {
    EXPECT_EQ(detect_encoding("Année"), Encoding::utf_8);
    EXPECT_EQ(detect_encoding("Ann\xE9" "e"), Encoding::windows_1252);
}

TEST(Encoding, OneDamagedCharacterLeavesAUtf8FileUtf8) {
    EXPECT_EQ(detect_encoding("Année Médecin \xE9"), Encoding::utf_8);
    EXPECT_EQ(first_broken_byte("Année Médecin \xE9", Encoding::utf_8), 16u);
}

TEST(Encoding, TheUndefinedBytesOfWindows1252AreBroken) {
    for (int byte = 0; byte < 256; ++byte) {
        const std::string text(1, static_cast<char>(byte));
        const bool undefined = byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D;
        EXPECT_EQ(first_broken_byte(text, Encoding::windows_1252) == 0, undefined) << byte;
    }
    EXPECT_EQ(utf_8("\x9D", Encoding::windows_1252), "\uFFFD");
}

TEST(Encoding, Windows1252BecomesUtf8) {
    EXPECT_EQ(utf_8("N\xB0 \x80 \x9Cuvre \xE0\xA0 \x92", Encoding::windows_1252), "N° € œuvre à\u00A0 ’");
}

TEST(Encoding, OverlongFormsSurrogatesAndWhatLiesBeyondUnicodeAreBroken) {
    for (const std::string text : {"\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\x80", "\xE2\x82", "\xF0\x9F\x98"})
        EXPECT_EQ(first_broken_byte("abcdefgh" + text, Encoding::utf_8), 8u);
    for (const std::string text : {"\xC2\x80", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
        EXPECT_EQ(first_broken_byte(text, Encoding::utf_8), std::string::npos);
}

TEST(Encoding, CharactersAreCountedNotBytes) {
    EXPECT_EQ(count_characters("N° é€😀", Encoding::utf_8), 6u);
    EXPECT_EQ(count_characters("N\xB0 \xE9", Encoding::windows_1252), 4u);
    EXPECT_EQ(count_characters("a\xFF" "b", Encoding::utf_8), 3u);
}

TEST(Encoding, TrimmingTakesBlanksAndNoBreakSpaces) {
    EXPECT_EQ(trimmed(" \t\u00A0 a b\u00A0\r\n"), "a b");
    EXPECT_EQ(trimmed("\u00A0 \u00A0"), "");
    EXPECT_EQ(trimmed("é"), "é");
}

RC_GTEST_PROP(Encoding, AnyBytesBecomeValidUtf8, (const std::string& bytes, bool single)) {
    const auto text = utf_8(bytes, single ? Encoding::windows_1252 : Encoding::utf_8);
    RC_ASSERT(first_broken_byte(text, Encoding::utf_8) == std::string::npos);
    if (first_broken_byte(bytes, Encoding::utf_8) == std::string::npos && !single) RC_ASSERT(text == bytes);
}

}  // namespace
