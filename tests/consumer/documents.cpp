// A user of the compiled library.
#include <iostream>
#include <string>

#include "maintien/io/json_writer.hpp"

int main() {
    std::string json;
    maintien::io::append_json_string(json, "dossier \"12\"");
    std::cout << json << '\n';
}
