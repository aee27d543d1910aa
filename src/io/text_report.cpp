#include "maintien/io/text_report.hpp"

#include "io/text_report_parts.hpp"

namespace maintien::io {

std::string report_text(const Report& report, Language language) {
    const auto figures = detail::figures_of(report, language);
    return detail::published_page(figures) + detail::reading_notes(figures) + detail::other_figures(figures) +
           detail::strata_table(figures) + detail::data_quality_section(figures);
}

}  // namespace maintien::io
