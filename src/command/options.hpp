#pragma once
// What several commands are asked for in the same words.

#include <CLI/CLI.hpp>

#include <array>
#include <charconv>
#include <concepts>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <vector>

#include "command/progress.hpp"
#include "maintien/case/canonical_json.hpp"
#include "maintien/indicators/stratum_key.hpp"
#include "maintien/io/events.hpp"
#include "maintien/io/protocol_document.hpp"
#include "maintien/io/text_file.hpp"
#include "maintien/protocol/protocol_versions.hpp"
#include "maintien/vocabulary/code_list.hpp"
#include "maintien/vocabulary/language.hpp"

namespace maintien::command {

/// How a result is written.
enum class Format : std::uint8_t { text, json, csv };

/// The command was misspelt in a way only its meaning shows.
struct WrongUse : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The number that a variable holds, perhaps.
template <class Variable>
struct NumberIn : std::type_identity<Variable> {};
template <class Number>
struct NumberIn<std::optional<Number>> : std::type_identity<Number> {};

/// `name N`: a whole number in a range.
template <class Variable, std::integral Number = typename NumberIn<Variable>::type>
CLI::Option* add_number(CLI::App& command, const std::string& name, Variable& number, std::type_identity_t<Number> least, std::type_identity_t<Number> most,
                        const std::string& help) {
    const auto take = [&number, name, least, most](const std::string& given) {
        Number read{};
        const char* end = given.data() + given.size();
        const auto [read_to, error] = std::from_chars(given.data(), end, read);
        if (error != std::errc{} || read_to != end || read < least || most < read)
            throw CLI::ValidationError(name, "found " + json_string(given) + ", expected a whole number from " + std::to_string(least) + " to " + std::to_string(most));
        number = read;
    };
    return command.add_option_function<std::string>(name, take, help);
}

/// `name DAY`: a civil day.
CLI::Option* add_day(CLI::App& command, const std::string& name, Day& day, const std::string& help);
/// The rule book a command works with.
struct ChosenProtocol {
    std::shared_ptr<const io::LoadedProtocol> loaded{};  ///< what was read, when it comes from a file
    ProtocolVersions versions{};                         ///< the version, or those between which the referral day of each episode chooses
    std::string name{};                                  ///< as it was asked for; of a file its own name and version
};

/// The protocol `P` means: a built-in name, `NAME/VERSION`, or a file. `option` is named when it is none of these.
ChosenProtocol protocol_called(const std::string& name, const std::string& option);
/// `--protocol P`, required; or another option that means a protocol.
void add_protocol(CLI::App& command, ChosenProtocol& protocol, const std::string& option = "--protocol");
/// `--lang fr|en`.
void add_language(CLI::App& command, Language& language);
/// `--threads N`.
void add_threads(CLI::App& command, unsigned& threads);
/// `--format`, with those of the formats that the command has.
void add_format(CLI::App& command, Format& format, std::vector<Format> offered);

/// Where events come from, and where the rows go that cannot be used.
struct EventFiles {
    std::vector<std::string> paths{};  ///< the files, `-` for standard input
    std::string rejects{};             ///< the file of the rows left out, empty when a bad row is refused
};

/// `EVENTS…` and `--rejects FILE`.
void add_event_files(CLI::App& command, EventFiles& files);
/// `--rejects FILE`.
void add_rejects(CLI::App& command, std::string& rejects);

/// How many bytes files have in all; 0 when that cannot be known.
std::uint64_t bytes_of(std::span<const io::Source> sources);
/// Reads sources with `read(options)`, and says on standard error how far it has come.
template <class Read>
auto read_with_progress(std::span<const io::Source> sources, io::ReadOptions options, Read&& read) {
    return with_progress("reading", [&](const auto& progress) {
        options.headway = [&progress, whole = bytes_of(sources)](std::uint64_t done) { progress(done, whole); };
        return read(options);
    });
}
/// Reads the files, and says on standard error what there is to say.
io::ReadResult read_event_files(const EventFiles& files, unsigned threads);
/// Says on standard error what was remarked, and how many rows are left out.
void tell(const io::ReadResult& result, const std::string& rejects);
/// The file of the rows left out, when that was asked for; what was read must outlive it.
std::vector<io::FileToWrite> rejects_of(const io::ReadResult& result, const std::string& rejects);

/// Writes a result to standard output and files beside it, which are not written when nobody takes the result.
void write_result(const std::function<void(std::ostream&)>& write, std::vector<io::FileToWrite> beside = {});

}  // namespace maintien::command
