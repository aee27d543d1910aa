#include <iostream>
#include <memory>

#include "command/command.hpp"
#include "command/options.hpp"
#include "maintien/io/event_file.hpp"
#include "maintien/io/mapping.hpp"

namespace maintien::command {
namespace {

constexpr auto help_of_import = R"(Reads a spreadsheet with one row a case, as cells keep it, and writes it as events.

The mapping says which column is what; a value it does not know is an error, never a guess.
Columns that the mapping does not name are listed, and not read.

Example:
  maintien import cellule.csv --mapping cellule.mapping.json -o events.jsonl)";

struct WantedImport {
    std::string table{}, mapping{}, output = "-", rejects{};
};

void import_file(const WantedImport& wanted) {
    const auto mapping = io::read_mapping({.name = wanted.mapping});
    const io::Source table{.name = wanted.table};
    const auto result = read_with_progress({&table, 1}, {.keep_rejects = !wanted.rejects.empty()}, [&](const io::ReadOptions& options) {
        return io::import_table(table, mapping, options);
    });
    for (const auto& column : result.unmapped_columns) std::cerr << "maintien: column " << json_string(column) << " is not in the mapping and was not read\n";
    tell(result, wanted.rejects);
    auto files = rejects_of(result, wanted.rejects);
    files.push_back(io::event_file(wanted.output, result.table));
    io::write_all(files);
}

}  // namespace

void add_import(CLI::App& program, int&) {
    auto* command = program.add_subcommand("import", "turn a cell's spreadsheet into events");
    auto wanted = std::make_shared<WantedImport>();
    command->footer(help_of_import);
    command->add_option("TABLE", wanted->table, "the spreadsheet, saved as CSV; - is standard input")->type_name("")->required();
    command->add_option("--mapping", wanted->mapping, "how its columns become events (maintien-mapping/1)")->type_name("FILE")->required();
    command->add_option("-o,--output", wanted->output, "where the events go: .jsonl, or .csv (standard output, as JSON Lines)")->type_name("FILE");
    add_rejects(*command, wanted->rejects);
    command->callback([wanted] { import_file(*wanted); });
}

}  // namespace maintien::command
