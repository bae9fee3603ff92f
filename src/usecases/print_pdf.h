#pragma once

#include "base/date.h"
#include "base/result.h"

#include <chrono>
#include <string>
#include <string_view>

namespace vierkant::usecases {

/// The program that makes a PDF of a page: WeasyPrint, which is installed beside this one, or is not.
struct PdfPrinter {
    std::string program = "weasyprint";  ///< a name to look for in PATH, or a path
    std::chrono::seconds patience{120};  ///< after this the program is ended and the page refused
};

/// Whether the program is there.
bool can_print_pdf(const PdfPrinter& printer = {});

/// Who and when a document is: the same page with the same identity prints the same bytes.
struct PdfIdentity {
    std::string identifier;
    Date day;
};

/// Prints a page that stands alone as PDF/A. The program gets it on its standard input, may take `patience`, and is
/// told to fetch nothing; a page names no other file (render_html). Refuses where the program is not there, where two
/// pages are being printed already, and where it takes too long or fails.
Result<std::string> print_pdf(std::string_view html, const PdfIdentity& identity, const PdfPrinter& printer = {});

}  // namespace vierkant::usecases
