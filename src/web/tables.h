#pragma once

#include "reporting/report.h"
#include "storage/list_part.h"
#include "web/visit.h"

#include <string>

/// Lists and reports on a page: the same values that the command line prints.
namespace vierkant::web {

/// A table with its caption and totals; numbers of loans, dossiers and the like lead to their pages.
Html table_html(const Visit& visit, const reporting::Table& table);
/// The one row of a table as a list of facts.
Html facts_html(const Visit& visit, const reporting::Table& table);

/// The table with words where it holds codes: of funds, accounts, schemes, municipalities and whatever else a column is
/// named after. Files keep the codes.
reporting::Table in_words(const Visit& visit, reporting::Table table);
std::vector<reporting::Table> in_words(const Visit& visit, std::vector<reporting::Table> tables);

/// A list that sorts (?sort=key, ?order=desc), filters (?q=words), pages (?page=2) and exports (?format=csv or json).
/// `above` stands over it.
http::Response list_page(Visit& visit, const reporting::Report& report, const Html& above);

/// What part of a list the address asks for; all of it where a file is asked for.
storage::ListPart part_asked(const Visit& visit);
/// The same, newest or best first where the address asks for no order.
storage::ListPart part_asked(const Visit& visit, const std::string& sort, bool down);
/// The same page of a list of which the database gave the part that was asked for, of `rows` in all.
http::Response part_page(Visit& visit, const reporting::Report& part, std::int64_t rows, const Html& above);

/// The answer to ?format=csv, json, xlsx, html or pdf; nothing where none was asked.
std::optional<http::Response> exported(const Visit& visit, const reporting::Report& report);
/// Links to CSV, JSON and XLSX.
Html export_links(const Visit& visit);
/// And of a report also to the page to print and to PDF, or how to do without.
Html report_export_links(const Visit& visit);

/// A cell as a page shows it.
Html cell_html(const Visit& visit, const reporting::Cell& cell, const reporting::Column& column);

}  // namespace vierkant::web
