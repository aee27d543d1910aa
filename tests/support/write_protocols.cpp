/// @file
/// Writes docs/pathway/protocols.md on standard output.

#include <iostream>

#include "support/protocols_page.hpp"

int main() { std::cout << maintien::test::protocols_page(); }
