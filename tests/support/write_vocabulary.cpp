/// @file
/// Writes docs/vocabulary.md on standard output.

#include <iostream>

#include "support/vocabulary_page.hpp"

int main() { std::cout << maintien::test::vocabulary_page(); }
