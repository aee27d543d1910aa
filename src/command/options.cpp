#include "command/options.hpp"

#include <filesystem>
#include <iostream>
#include <system_error>

#include "maintien/io/rejects.hpp"
#include "maintien/protocol/built_in/all.hpp"

namespace maintien::command {
namespace {

std::string names_of_protocols() {
    std::string names;
    std::string_view last;
    for (const auto* protocol : built_in_protocols) {
        if (protocol->name != last) names += (names.empty() ? "" : ", ") + std::string(protocol->name);
        last = protocol->name;
    }
    return names;
}

/// An option with one value, which `take` understands or refuses.
CLI::Option* add_value(CLI::App& command, const std::string& name, const std::string& help, std::function<void(const std::string&)> take) {
    const std::function<bool(const CLI::results_t&)> all = [take = std::move(take)](const CLI::results_t& given) {
        take(given.back());
        return true;
    };
    return command.add_option(name, all, help)->expected(1);
}

}  // namespace

CLI::Option* add_day(CLI::App& command, const std::string& name, Day& day, const std::string& help) {
    return add_value(command, name, help, [&day, name](const std::string& text) {
        const auto parsed = parse_iso(text);
        if (!parsed) throw CLI::ValidationError(name, "found " + json_string(text) + ", expected a day of the calendar, YYYY-MM-DD");
        day = *parsed;
    })->type_name("YYYY-MM-DD");
}

ChosenProtocol protocol_called(const std::string& name, const std::string& option) {
    ChosenProtocol chosen{.versions = built_in_versions(name), .name = name};
    if (!chosen.versions.empty()) return chosen;
    if (!std::filesystem::is_regular_file(name))
        throw CLI::ValidationError(option, "found " + json_string(name) + ", expected a built-in protocol (" + names_of_protocols() + "), NAME/VERSION or a file");
    chosen.loaded = std::make_shared<const io::LoadedProtocol>(io::read_protocol({.name = name}));
    chosen.versions = chosen.loaded->protocol;
    chosen.name = std::string(chosen.loaded->protocol.name) + "/" + std::to_string(chosen.loaded->protocol.version);
    return chosen;
}

void add_protocol(CLI::App& command, ChosenProtocol& protocol, const std::string& option) {
    const std::string help = "the rule book: " + names_of_protocols() + ", NAME/VERSION, or a file";
    add_value(command, option, help, [&protocol, option](const std::string& text) { protocol = protocol_called(text, option); })->type_name("P")->required();
}

void add_language(CLI::App& command, Language& language) {
    add_value(command, "--lang", "language of what people read: fr (usual) or en", [&language](const std::string& text) {
        if (text != "fr" && text != "en") throw CLI::ValidationError("--lang", "found " + json_string(text) + ", expected fr or en");
        language = text == "fr" ? Language::fr : Language::en;
    })->type_name("fr|en");
}

void add_threads(CLI::App& command, unsigned& threads) {
    add_value(command, "--threads", "how many threads work (all cores); no result depends on it", [&threads](const std::string& text) {
        const auto number = text.size() <= 4 ? maintien::detail::digits(text) : std::nullopt;
        if (!number || *number == 0 || *number > 1024) throw CLI::ValidationError("--threads", "found " + json_string(text) + ", expected a number from 1 to 1024");
        threads = *number;
    })->type_name("N");
}

void add_format(CLI::App& command, Format& format, std::vector<Format> offered) {
    static constexpr std::array<std::string_view, 3> names{"text", "json", "csv"};
    std::string choice;
    for (const auto one : offered) choice += (choice.empty() ? "" : "|") + std::string(names[static_cast<std::size_t>(one)]);
    add_value(command, "--format", "how the result is written (text)", [&format, offered = std::move(offered), choice](const std::string& text) {
        for (const auto one : offered)
            if (text == names[static_cast<std::size_t>(one)]) return void(format = one);
        throw CLI::ValidationError("--format", "found " + json_string(text) + ", expected " + choice);
    })->type_name(choice);
}

void add_rejects(CLI::App& command, std::string& rejects) {
    command.add_option("--rejects", rejects, "go on without the cases that have a bad row, and write their rows to FILE")->type_name("FILE");
}

void add_event_files(CLI::App& command, EventFiles& files) {
    command.add_option("EVENTS", files.paths, "event files, JSON Lines or CSV; - is standard input")->type_name("")->required();
    add_rejects(command, files.rejects);
}

void tell(const io::ReadResult& result, const std::string& rejects) {
    for (const auto& remark : result.remarks) std::cerr << "maintien: " << remark << '\n';
    if (!rejects.empty()) std::cerr << "maintien: " << result.rejected_cases << " cases left out, their " << result.rejected_rows << " rows go to " << rejects << '\n';
}

std::vector<io::FileToWrite> rejects_of(const io::ReadResult& result, const std::string& rejects) {
    if (rejects.empty()) return {};
    return {{rejects, [&result](std::ostream& out) { io::write_rejects(out, result.rejects); }}};
}

std::uint64_t bytes_of(std::span<const io::Source> sources) {
    std::uint64_t bytes = 0;
    for (const auto& source : sources) {
        std::error_code unknown;
        const bool file = source.name != "-" && std::filesystem::is_regular_file(source.name, unknown);
        const auto size = file ? std::filesystem::file_size(source.name, unknown) : 0;
        if (!file || unknown) return 0;
        bytes += size;
    }
    return bytes;
}

io::ReadResult read_event_files(const EventFiles& files, unsigned threads) {
    std::vector<io::Source> sources;
    for (const auto& path : files.paths) sources.push_back({.name = path});
    auto result = read_with_progress(sources, {.keep_rejects = !files.rejects.empty(), .threads = threads}, [&](const io::ReadOptions& options) {
        return io::read_events(sources, options);
    });
    tell(result, files.rejects);
    return result;
}

void write_result(const std::function<void(std::ostream&)>& write, std::vector<io::FileToWrite> beside) {
    std::ios::sync_with_stdio(false);
    beside.push_back({"-", write});
    io::write_all(beside);
}

}  // namespace maintien::command
