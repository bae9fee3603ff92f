// Bank statements in, their lines matched, and days and periods closed.

#include "usecases/close_period.h"
#include "usecases/match_line.h"
#include "web/api/bank_json.h"
#include "web/api/change.h"
#include "web/api/resource.h"

#include <sstream>

namespace vierkant::api {

namespace {

using formats::Fields;
using Type = Field::Type;

Result<Reply> import_statement(Call& call)
{
    std::istringstream file{call.request.body};
    const auto receipt =
        usecases::import_statement(call.connection, call.task("bank import"), file, std::string{body_name});
    if (!receipt) return receipt.refusal();
    return Reply{201, receipt_of(*receipt, call.language), "/bank-lines"};
}

Result<Reply> match_line(Call& call)
{
    const auto request = read_body(call, [&](Fields& f) {
        return usecases::MatchRequest{call.parts["line"],         f.text_or("loan", ""),      f.text_or("grant", ""),
                                      f.text_or("transfer", ""),  f.text_or("return_of", ""), f.text_or("funder", ""),
                                      f.flag_or("ignore", false), f.text_or("reason", "")};
    });
    if (!request) return request.refusal();
    const auto receipt = usecases::match_line(call.connection, call.task("bank match"), *request);
    if (!receipt) return receipt.refusal();
    return Reply{201,
                 {{"line", storage::number_of(receipt->line.id)},
                  {"kind", storage::name_of(receipt->match.kind)},
                  {"target", receipt->target}},
                 "/bank-lines"};
}

Result<Reply> close_days(Call& call)
{
    const auto request = read_body(call, [&](Fields& f) {
        return usecases::CloseDaysRequest{f.date("until"), f.text_or("fund", ""), std::nullopt};
    });
    if (!request) return request.refusal();
    const auto receipts = usecases::close_days(call.connection, call.task("close day"), *request);
    if (!receipts) return receipts.refusal();
    return Reply{
        201, {{"funds", items_of(usecases::report_of(*receipts, request->until).tables.front())}}, "/closings"};
}

Result<Reply> close_period(Call& call)
{
    const auto request = read_body(call, [&](Fields& f) {
        return usecases::ClosePeriodRequest{f.date("until"), f.text_or("fund", ""), f.text_or("note", "")};
    });
    if (!request) return request.refusal();
    const auto receipts = usecases::close_period(call.connection, call.task("close period"), *request, call.language);
    if (!receipts) return receipts.refusal();
    return Reply{201, tables_of(usecases::report_of(*receipts, request->until)), "/closings"};
}

Result<Reply> choose_interest_booking(Call& call)
{
    using storage::InterestBooking;
    const auto booking = read_body(call, [](Fields& f) {
        return f.one_of<InterestBooking>("interest",
                                         {{"day", InterestBooking::daily}, {"month", InterestBooking::monthly}});
    });
    if (!booking) return booking.refusal();
    const auto fund =
        usecases::set_interest_booking(call.connection, call.task("close interest"), call.parts["fund"], *booking);
    if (!fund) return fund.refusal();
    return Reply{201,
                 {{"fund", fund->code}, {"interest", fund->booking == InterestBooking::daily ? "day" : "month"}},
                 "/closings"};
}

}  // namespace

std::vector<Route> bank_changes()
{
    auto import = change("/bank-statements", Right::bank, Scope::bank_write, "importStatement",
                         "Leest een bankafschrift (camt.053) in en boekt wat erop staat", {}, import_statement);
    import.body_kind = Body::xml;
    const Field of_fund{"fund", Type::text, false, "alleen dit fonds"};
    return {
        import,
        change("/bank-lines/{line}/matches", Right::bank, Scope::bank_write, "matchLine",
               "Koppelt een bankregel die op vraagposten staat: geef precies één van loan, grant, transfer, return_of, "
               "funder of ignore",
               {{"loan", Type::text, false, "betaling op deze lening"},
                {"grant", Type::text, false, "terugbetaling op deze subsidie"},
                {"transfer", Type::text, false, "deze betaling van ons"},
                {"return_of", Type::text, false, "draait deze regel terug"},
                {"funder", Type::text, false, "gestort door deze financier"},
                {"ignore", Type::flag, false, "blijft op vraagposten"},
                {"reason", Type::text, false, "reden"}},
               match_line),
        change("/closed-days", Right::close, Scope::close_write, "closeDays", "Sluit elke dag die nog open is",
               {{"until", Type::date, true, "laatste dag"}, of_fund}, close_days),
        change("/closed-periods", Right::close, Scope::close_write, "closePeriod",
               "Sluit een periode; daarna wordt er niets meer in geboekt",
               {{"until", Type::date, true, "laatste dag van een maand"},
                of_fund,
                {"note", Type::text, false, "waarom het mag terwijl er iets openstaat; geen namen"}},
               close_period),
        change("/funds/{fund}/interest-bookings", Right::close, Scope::close_write, "chooseInterestBooking",
               "Kiest of een fonds rente voortaan per dag of per maand boekt",
               {{"interest", Type::text, true, "day of month"}}, choose_interest_booking),
    };
}

}  // namespace vierkant::api
