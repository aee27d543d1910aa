#include "bind.hpp"
#include "documents.hpp"
#include "signature.hpp"

namespace maintien::python {

namespace {

/// What an attribute of an entry holds, for reading entries from documents: the list of a code, or how its value is written.
py::object attribute_kind(const AttributeShape& shape) {
    switch (shape.kind) {
        case ValueKind::code: return py::make_tuple("code", py::type::of(members_of_list(shape.list).front()));
        case ValueKind::code_set: return py::make_tuple("codes", py::type::of(members_of_list(shape.list).front()));
        case ValueKind::day: return py::make_tuple("day", py::none());
        case ValueKind::time: return py::make_tuple("time", py::none());
        default: return py::none();
    }
}

py::dict attribute_kinds() {
    py::dict kinds;
    for (const auto& term : terms_of<Attribute>)
        if (auto kind = attribute_kind(shape_of(term.value)); !kind.is_none()) kinds[py::str(term.code)] = kind;
    return kinds;
}

}  // namespace

py::object read_record(const char* name, Document document, const py::dict& more) {
    return value_class(name).attr("_read")(py::cast(std::move(document)), **more);
}

std::size_t place_in(std::size_t size, std::ptrdiff_t index) {
    const auto place = index < 0 ? index + static_cast<std::ptrdiff_t>(size) : index;
    if (place < 0 || place >= static_cast<std::ptrdiff_t>(size)) throw py::index_error("there are " + std::to_string(size) + " rows");
    return static_cast<std::size_t>(place);
}

void bind_documents(py::module_& m) {
    py::class_<Document> cls(m, "_Document", "A result as the documents the library writes.");
    def(cls, "json", "The JSON document.", [](const Document& self) { return written(self.json); });
    def(cls, "text", "The page for people.", [](const Document& self, const std::string& lang) {
        const auto language = to_language(lang);
        return written([&] { return self.text(language); });
    }, py::arg("language"));
    def(cls, "csv", "The table.", [](const Document& self) { return written(self.csv); });
    cls.def("__deepcopy__", [](const py::object& self, const py::dict&) { return self; });
    def(m, "_attribute_kinds", "What the attributes of entries hold.", &attribute_kinds);
}

}  // namespace maintien::python
