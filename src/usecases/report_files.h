#pragma once

#include "reporting/report.h"
#include "usecases/print_pdf.h"

#include <string>

namespace vierkant::usecases {

/// A report as a page that stands alone, with the style of reports in it.
std::string report_page(const reporting::Report& report, Language language);

/// The same page as PDF; refusals: print_pdf.
Result<std::string> report_pdf(const reporting::Report& report, Language language, const PdfPrinter& printer = {});

}  // namespace vierkant::usecases
