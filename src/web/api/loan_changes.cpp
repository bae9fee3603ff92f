// What happens to a loan, and the orders that a second officer releases.

#include "formats/loan_event_json.h"
#include "formats/terms_fields.h"
#include "usecases/call_in.h"
#include "usecases/loan_booking.h"
#include "usecases/loan_debtor.h"
#include "usecases/loan_orders.h"
#include "usecases/preview_loan.h"
#include "usecases/release_order.h"
#include "web/api/change.h"
#include "web/api/messages.h"
#include "web/api/resource.h"

#include <algorithm>
#include <array>
#include <memory>

namespace vierkant::api {

namespace {

using formats::Fields;
using lending::Event;
using lending::EventKind;
using storage::OrderKind;
using Type = Field::Type;

constexpr std::string_view loan_pattern = "/loans/{number}";

/// Every type of event: those of the calculator, and those that an administration has besides.
const formats::Names<EventKind>& event_types()
{
    static const auto types = [] {
        auto all = formats::calculator_events();
        all.insert(all.end(), {{"recovery", EventKind::recovery},
                               {"reversal", EventKind::reversal},
                               {"transfer", EventKind::transfer},
                               {"milestone", EventKind::milestone},
                               {"closing", EventKind::closing}});
        return all;
    }();
    return types;
}

bool is_in_calculator(EventKind kind)
{
    const auto& known = formats::calculator_events();
    return std::any_of(known.begin(), known.end(), [&](const auto& one) { return one.second == kind; });
}

Result<Event> read_other(Call& call, Fields& f, EventKind kind)
{
    constexpr std::int64_t most = 10'000;
    Event event{EventId{}, f.date("date"), kind};
    if (kind == EventKind::recovery) event.amount = f.positive_money("amount");
    if (kind == EventKind::reversal) event.reverses = EventId{f.integer("event", 1, std::int64_t{1} << 40)};
    if (kind == EventKind::milestone) event.number = static_cast<std::int32_t>(f.integer("tranche", 1, most));
    if (kind == EventKind::transfer) {
        const auto kvk = f.text("kvk");
        if (!f.refusal()) {
            const auto debtor = usecases::debtor_called(call.connection, call.parts["number"], kvk);
            if (!debtor) return debtor.refusal();
            event.debtor = *debtor;
        }
    }
    return event;
}

/// The event and its note, as the body has them.
struct Told {
    Event event;
    std::string note;
};
Result<Told> event_in(Call& call, Fields& f)
{
    const auto note = f.text_or("note", "");
    const auto kind = f.one_of("type", event_types());
    if (!f.refusal() && !is_in_calculator(kind)) {
        const auto event = read_other(call, f, kind);
        if (!event) return event.refusal();
        return Told{*event, note};
    }
    const auto terms = usecases::terms_in_force(call.connection, call.parts["number"], call.today);
    if (!terms) return terms.refusal();
    return Told{formats::read_event_fields(f, *terms), note};
}

Result<Reply> preview(Call& call, const Event& event)
{
    const auto report =
        usecases::preview_loan_event(call.connection, call.parts["number"], event, call.today, call.language);
    if (!report) return report.refusal();
    auto json = tables_of(*report);
    json["dry_run"] = true;
    return Reply{200, std::move(json)};
}

Result<Reply> add_event(Call& call)
{
    const auto told = read_body(call, [&](Fields& f) { return event_in(call, f); });
    if (!told) return told.refusal();
    const auto& [event, note] = *told;
    if (event.kind == EventKind::remission) return refuse(order_needed);
    if (call.is_dry_run()) return preview(call, event);
    const auto& number = call.parts["number"];
    const auto receipt = usecases::record_loan_event(call.connection, call.task("loan event"), number, event, note);
    if (!receipt) return receipt.refusal();
    return Reply{201,
                 {{"loan", number},
                  {"event", receipt->event.value},
                  {"outstanding", to_text(receipt->outstanding)},
                  {"entry", receipt->entry_no == 0 ? Json(nullptr) : Json(receipt->entry_no)}},
                 "/loans/" + number};
}

Json order_of(const storage::StoredOrder& order)
{
    return {{"order", order.number},
            {"amount", to_text(order.order.amount)},
            {"prepared_by", order.prepared_by},
            {"prepared_on", to_text(order.prepared_on)}};
}

usecases::LoanOrderRequest order_in(const Call& call, Fields& f)
{
    return {call.parts["number"],
            f.one_of<OrderKind>("kind", {{"disbursement", OrderKind::disbursement},
                                         {"refund", OrderKind::refund},
                                         {"remission", OrderKind::remission},
                                         {"interest-waiver", OrderKind::interest_waiver},
                                         {"write-off", OrderKind::write_off}}),
            f.positive_money("amount"),
            f.optional_date("date"),
            f.text_or("iban", ""),
            f.text_or("note", "")};
}

Result<Reply> prepare_order(Call& call)
{
    const auto request = read_body(call, [&](Fields& f) { return order_in(call, f); });
    if (!request) return request.refusal();
    if (call.is_dry_run()) {
        return preview(call, {EventId{}, request->value_date.value_or(call.today), usecases::event_kind(request->kind),
                              request->amount});
    }
    const auto order = usecases::prepare_loan_order(call.connection, call.task("loan order"), *request);
    if (!order) return order.refusal();
    return Reply{201, order_of(*order), "/orders"};
}

Result<Reply> call_in(Call& call)
{
    struct CallIn {
        std::optional<Money> amount;
        Date day;
        std::string ground;
    };
    const auto told = read_body(call, [&](Fields& f) {
        return CallIn{positive_money_if_there(f, "amount"), f.optional_date("date").value_or(call.today),
                      f.text_or("ground", "")};
    });
    if (!told) return told.refusal();
    const auto& [amount, day, ground] = *told;
    const auto& number = call.parts["number"];
    if (call.is_dry_run()) {
        const auto event = usecases::call_in_event(call.connection, number, amount, day, ground, call.today);
        if (!event) return event.refusal();
        return preview(call, *event);
    }
    const auto receipt =
        usecases::call_in_loan(call.connection, call.task("loan call-in"), number, amount, day, ground);
    if (!receipt) return receipt.refusal();
    return Reply{201,
                 {{"loan", number}, {"event", receipt->event.value}, {"outstanding", to_text(receipt->outstanding)}},
                 "/loans/" + number};
}

Result<Reply> release(Call& call)
{
    const auto receipt = usecases::release_order(call.connection, call.task("order release"), call.parts["number"]);
    if (!receipt) return receipt.refusal();
    auto json = order_of(receipt->order);
    json["entry"] = receipt->entry_no;
    return Reply{201, std::move(json), "/orders"};
}

Result<Reply> withdraw(Call& call)
{
    const auto reason = read_body(call, [](Fields& f) { return f.text_or("reason", ""); });
    if (!reason) return reason.refusal();
    const auto order =
        usecases::withdraw_order(call.connection, call.task("order withdraw"), call.parts["number"], *reason);
    if (!order) return order.refusal();
    return Reply{201, order_of(*order), "/orders"};
}

const Field dry_run{"dry-run", Type::flag, false, "true: boekt niets, maar toont het gevolg"};

Route with_dry_run(Route route)
{
    route.query = {dry_run};
    return route;
}

}  // namespace

std::vector<Route> loan_changes()
{
    constexpr auto loans = Scope::loans_write;
    auto release_route = change("/orders/{number}/releases", Right::release, Scope::orders_write, "releaseOrder",
                                "Geeft een opdracht vrij die een ander klaarzette", {}, release);
    release_route.body_kind = Body::none;
    return {
        with_dry_run(guarded(
            loan_pattern,
            change(
                "/loans/{number}/events", Right::handle, loans, "addLoanEvent",
                "Legt een gebeurtenis vast: payment, prepayment, rate, fee, holiday, reschedule, recovery, reversal, "
                "transfer, milestone of closing",
                {{"type", Type::text, true, "soort"},
                 {"date", Type::date, true, "de dag waarop het gebeurde"},
                 {"amount", Type::money, false, "van payment, prepayment, fee en recovery"},
                 {"excess", Type::text, false, "van een betaling: shorten, lower of advance; anders als afgesproken"},
                 {"annual_percent", Type::percent, false, "van rate"},
                 {"instalments", Type::integer, false, "van holiday"},
                 {"interest", Type::text, false, "van holiday: due, deferred of capitalised"},
                 {"extend", Type::flag, false, "van holiday: de lening wordt zoveel langer"},
                 {"terms", Type::object, false, "van reschedule: het nieuwe plan"},
                 {"event", Type::integer, false, "van reversal: het nummer dat wordt teruggedraaid"},
                 {"tranche", Type::integer, false, "van milestone"},
                 {"kvk", Type::text, false, "van transfer: de nieuwe schuldenaar"},
                 {"note", Type::text, false, "toelichting; geen namen"}},
                add_event))),
        with_dry_run(
            guarded(loan_pattern,
                    change("/loans/{number}/orders", Right::handle, loans, "prepareLoanOrder",
                           "Zet een opdracht klaar; een ander geeft haar vrij",
                           {{"kind", Type::text, true, "disbursement, refund, remission, interest-waiver of write-off"},
                            {"amount", Type::money, true, "bedrag"},
                            {"date", Type::date, false, "de dag waarop het ingaat; anders de dag van vrijgave"},
                            {"iban", Type::text, false, "anders de rekening van de onderneming"},
                            {"note", Type::text, false, "toelichting; geen namen"}},
                           prepare_order))),
        with_dry_run(guarded(loan_pattern, change("/loans/{number}/call-ins", Right::handle, loans, "callInLoan",
                                                  "Eist een lening op die te laat is, of om de grond die u noemt",
                                                  {{"amount", Type::money, false, "anders alles"},
                                                   {"date", Type::date, false, "anders vandaag"},
                                                   {"ground", Type::text, false, "als zij niet te laat is"}},
                                                  call_in))),
        release_route,
        change("/orders/{number}/withdrawals", Right::withdraw, Scope::orders_write, "withdrawOrder",
               "Trekt een opdracht in die nog niet is vrijgegeven", {{"reason", Type::text, false, "reden"}}, withdraw),
    };
}

}  // namespace vierkant::api
