/// @file
/// Writes the tables of docs/pathway/agenda.md on standard output.

#include <iostream>

#include "support/agenda_page.hpp"

int main() { std::cout << maintien::test::agenda_tables(); }
