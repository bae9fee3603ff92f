#pragma once

#include "reporting/report.h"
#include "web/api/call.h"

#include <optional>

/// What use cases give, as JSON: money and percentages as texts, counts as numbers, days ISO 8601, nothing as null.
namespace vierkant::api {

/// The rows of a table as objects.
Json items_of(const reporting::Table& table);

/// A thing with its lists: the first table has one row, whose fields are the thing's own; each other table is a list
/// under its name.
Json thing_of(const reporting::Report& report);

/// Each table as a list under its name.
Json tables_of(const reporting::Report& report);

/// A paper: the JSON, or with ?format=pdf the page that the desk prints.
Result<Reply> paper_of(const Call& call, const reporting::Report& report, Json json);

/// A reply that is a list; what asks for it gets a page of it.
Reply list_of(const reporting::Report& report);

/// A day from the query; `otherwise` where it is not there.
Result<Date> day_in(const Call& call, std::string_view name, Date otherwise);

/// The body as the text of a JSON file, and its name in a refusal.
inline constexpr std::string_view body_name = "body";
Result<Json> body_of(const Call& call);

}  // namespace vierkant::api
