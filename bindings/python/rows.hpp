#pragma once
// Lists as long as a register, whose rows become Python values one by one, or column by column.

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "documents.hpp"
#include "signature.hpp"

namespace maintien::python {

/// A column of a list: its name, and the value of an item.
template <class Item>
struct ItemColumn {
    const char* name;
    py::object (*value)(const Item&);
};

/// An item as a value of a class of the package, whose fields are the columns.
template <class Item>
py::object row_of(const char* class_name, std::span<const ItemColumn<Item>> columns, const Item& item) {
    py::tuple values(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) values[i] = columns[i].value(item);
    return value_class(class_name)(*values);
}

/// One column of a list. @throws KeyError
template <class Item>
py::list column_of(std::span<const ItemColumn<Item>> columns, const std::vector<Item>& items, const std::string& name) {
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& one) { return one.name == name; });
    if (found == columns.end()) throw py::key_error("no column '" + name + "'; see columns");
    py::list values(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) values[i] = found->value(items[i]);
    return values;
}

template <class Item>
py::tuple names_of(std::span<const ItemColumn<Item>> columns) {
    py::tuple names(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) names[i] = py::str(columns[i].name);
    return names;
}

/// A text in French and in English.
template <class Words>
py::object both_languages(const Words& words) {
    return value_class("Text")(words.fr, words.en);
}

}  // namespace maintien::python
