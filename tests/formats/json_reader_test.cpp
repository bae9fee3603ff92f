#include "formats/json_reader.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using formats::Fields;

namespace {

/// What the officer sees when `json` is read as a small document of each kind of field.
std::string complaint(std::string_view json)
{
    const auto document = formats::parse_json(json, "f.json");
    if (!document) return document.refusal().in(Language::en);
    Fields fields{*document, "f.json"};
    fields.money_or("amount", Money{});
    fields.percent_or("rate", Rate{});
    fields.optional_date("day");
    fields.integer_or("count", 1, 600, 1);
    fields.flag_or("started", false);
    for (auto& row : fields.objects_or_none("rows")) {
        row.positive_money("amount");
        row.refuse_unknown();
    }
    fields.refuse_unknown();
    return fields.refusal() ? fields.refusal()->in(Language::en) : "";
}

}  // namespace

TEST_CASE("JSON that is wrong is refused with the place", "[formats]")
{
    CHECK(complaint(R"({"amount": "1234.50", "_why": 1, "rows": [{"amount": "0.01"}]})").empty());
    CHECK(
        complaint("{\n \"amount\": \"1\",\n \"day\" }").starts_with("f.json: This is not valid JSON. Look at line 3"));
    CHECK(complaint("").starts_with("f.json: This is not valid JSON"));
    CHECK(complaint("[]") == "f.json: An object is expected here, in braces.");
    CHECK(complaint(R"({"amount": 12.5})").starts_with("f.json /amount: \"12.5\" is not an amount."));
    CHECK(complaint(R"({"amount": "1.005"})").starts_with("f.json /amount: \"1.005\" is not an amount."));
    CHECK(complaint(R"({"amount": "-1"})") == "f.json /amount: This amount cannot be negative.");
    CHECK(complaint(R"({"rows": [{"amount": "1"}, {"amount": "0.00"}]})") ==
          "f.json /rows/1/amount: This amount must be more than zero.");
    CHECK(complaint(R"({"rows": [{"amount": "1", "ammount": "2"}]})").starts_with("f.json /rows/0/ammount: The field"));
    CHECK(complaint(R"({"day": "2026-02-30"})").starts_with("f.json /day: \"2026-02-30\" is not an existing date."));
    CHECK(complaint(R"({"count": 601})") == "f.json /count: A whole number from 1 to 600 is expected here.");
    CHECK(complaint(R"({"count": 18446744073709551615})") ==
          "f.json /count: A whole number from 1 to 600 is expected here.");
    CHECK(complaint(R"({"started": "yes"})") == "f.json /started: true or false is expected here.");
    CHECK(complaint(R"({"day": "2026-01-01", "day": "2026-01-02"})").find("given twice") != std::string::npos);
    CHECK(complaint(std::string(100000, '[')).find("nested too deeply") != std::string::npos);
    CHECK(complaint("{\"amount\": \"\xff\"}").starts_with("f.json: This is not valid JSON"));
}
