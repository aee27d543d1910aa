#pragma once
/// @file
/// The names the compiler gives to enumerators and types, to check that there is one spelling everywhere.

#include <string>
#include <string_view>

namespace maintien::test {

namespace detail {

/// What follows `key` in a compiler's description of a template, up to its end, without any qualification.
constexpr std::string_view unqualified_after(std::string_view description, std::string_view key) {
    description.remove_prefix(description.find(key) + key.size());
    description = description.substr(0, description.find_first_of(";]"));
    const auto colon = description.rfind(':');
    return colon == std::string_view::npos ? description : description.substr(colon + 1);
}

template <auto Value>
constexpr std::string_view description_of_value() {
    return __PRETTY_FUNCTION__;
}

template <class Type>
constexpr std::string_view description_of_type() {
    return __PRETTY_FUNCTION__;
}

}  // namespace detail

/// The enumerator's own name, as written in its header.
template <auto Value>
constexpr std::string_view enumerator_name() {
    return detail::unqualified_after(detail::description_of_value<Value>(), "Value = ");
}

/// The type's own name, as written in its header.
template <class Type>
constexpr std::string_view type_name() {
    return detail::unqualified_after(detail::description_of_type<Type>(), "Type = ");
}

/// The code that an enumerator's name stands for: `_11_49` is `11_49`, `public_` is `public`.
constexpr std::string_view code_spelt_by(std::string_view enumerator) {
    if (enumerator.starts_with('_')) enumerator.remove_prefix(1);
    if (enumerator.ends_with('_')) enumerator.remove_suffix(1);
    return enumerator;
}

/// A name in PascalCase turned into snake_case: `RefusalReason` is `refusal_reason`.
inline std::string snake_case(std::string_view pascal) {
    std::string snake;
    for (const char c : pascal) {
        const bool upper = c >= 'A' && c <= 'Z';
        if (upper && !snake.empty()) snake += '_';
        snake += upper ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return snake;
}

}  // namespace maintien::test
