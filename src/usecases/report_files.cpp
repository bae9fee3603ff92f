#include "usecases/report_files.h"

#include "embedded/embedded.h"
#include "reporting/render.h"

namespace vierkant::usecases {

std::string report_page(const reporting::Report& report, Language language)
{
    const auto style = embedded::file("assets/report.css");
    verify(style.has_value(), "the style of reports ships with the program");
    return reporting::render_html(report, language, *style);
}

Result<std::string> report_pdf(const reporting::Report& report, Language language, const PdfPrinter& printer)
{
    const auto day = report.drawn_up_on.value_or(report.as_of);
    return print_pdf(report_page(report, language), {report.name + "-" + to_text(report.as_of), day}, printer);
}

}  // namespace vierkant::usecases
