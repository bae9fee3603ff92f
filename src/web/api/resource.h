#pragma once

#include "reporting/report.h"
#include "web/api/call.h"

#include <optional>
#include <type_traits>

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
/// A list of which the report is the page asked for, of so many.
Reply page_of(const reporting::Report& report, std::int64_t total);

/// A whole number and nothing else; empty where the text is none.
std::optional<std::int64_t> number_of(std::string_view text);

/// An amount from the query.
Result<Money> money_in(const Call& call, std::string_view name);

/// A day from the query; `otherwise` where it is not there.
Result<Date> day_in(const Call& call, std::string_view name, Date otherwise);

/// The body's name in a refusal, as that of a file.
inline constexpr std::string_view body_name = "body";

/// The JSON of the body, read by `read(fields)`, which gives a value or a Result of one. A field that it did not ask
/// for is refused.
template <class Read, class Told = std::invoke_result_t<Read, formats::Fields&>>
auto read_body(const Call& call, const Read& read)
{
    if constexpr (requires(Told told) { told.refusal(); }) {
        const auto json = formats::parse_json(call.request.body, std::string{body_name});
        if (!json) return Told{json.refusal()};
        formats::Fields f{*json, std::string{body_name}};
        auto told = read(f);
        f.refuse_unknown();
        return told && f.refusal() ? Told{*f.refusal()} : told;
    } else {
        return read_body(call, [&](formats::Fields& f) { return Result<Told>{read(f)}; });
    }
}

/// An amount that may be left out.
std::optional<Money> positive_money_if_there(formats::Fields& f, std::string_view key);

}  // namespace vierkant::api
