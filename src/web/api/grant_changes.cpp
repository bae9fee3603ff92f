// What happens to a grant: claims, their verification, and its money.

#include "formats/grant_claim_json.h"
#include "usecases/grant_claims.h"
#include "usecases/grant_money.h"
#include "web/api/change.h"
#include "web/api/messages.h"
#include "web/api/resource.h"

namespace vierkant::api {

namespace {

using formats::Fields;
using Type = Field::Type;

constexpr std::string_view grant_pattern = "/grants/{number}";

Result<Reply> enter_claims(Call& call)
{
    auto claims = formats::read_grant_claims(call.request.body, std::string{body_name});
    if (!claims) return claims.refusal();
    const auto& number = call.parts["number"];
    const auto receipt = usecases::enter_claims(call.connection, call.task("grant claim"), number, *claims);
    if (!receipt) return receipt.refusal();
    auto numbers = Json::array();
    for (const auto claim : receipt->claims) numbers.push_back(claim.value);
    return Reply{201, {{"grant", number}, {"claims", std::move(numbers)}}, "/grants/" + number};
}

Result<ClaimId> claim_in(const Call& call)
{
    const auto& text = call.parts["claim"];
    const auto number = number_of(text);
    if (!number) return refuse(claim_unknown, {{"grant", call.parts["number"]}, {"claim", text}});
    return ClaimId{*number};
}

Result<Reply> outcome(const Call& call, const Result<usecases::ClaimOutcome>& done)
{
    if (!done) return done.refusal();
    return Reply{201,
                 {{"grant", done->grant},
                  {"claim", done->claim.value},
                  {"earned", to_text(done->earned)},
                  {"unpaid", to_text(done->unpaid)},
                  {"undue", to_text(done->undue)}},
                 "/grants/" + call.parts["number"]};
}

Result<Reply> verify_claim(Call& call)
{
    const auto claim = claim_in(call);
    if (!claim) return claim.refusal();
    return outcome(call,
                   usecases::verify_claim(call.connection, call.task("grant verify"), call.parts["number"], *claim));
}

Result<Reply> reject_claim(Call& call)
{
    const auto claim = claim_in(call);
    if (!claim) return claim.refusal();
    const auto reason = read_body(call, [](Fields& f) { return f.text("reason"); });
    if (!reason) return reason.refusal();
    return outcome(call, usecases::reject_claim(call.connection, call.task("grant reject"), call.parts["number"],
                                                *claim, *reason));
}

using OnDay = Result<usecases::ClaimOutcome> (*)(storage::Connection&, const storage::Task&, const std::string&,
                                                 ClaimId, Date);

Result<Reply> note_day(Call& call, const std::string& task, OnDay act)
{
    const auto claim = claim_in(call);
    if (!claim) return claim.refusal();
    const auto day = read_body(call, [](Fields& f) { return f.date("date"); });
    if (!day) return day.refusal();
    return outcome(call, act(call.connection, call.task(task), call.parts["number"], *claim, *day));
}

Result<Reply> retain_worker(Call& call)
{
    return note_day(call, "grant retain", usecases::retain_worker);
}

Result<Reply> worker_left(Call& call)
{
    return note_day(call, "grant leave", usecases::worker_left);
}

Result<Reply> receipt_of(const Result<usecases::GrantReceipt>& done)
{
    if (!done) return done.refusal();
    Json json{{"grant", done->grant},
              {"amount", to_text(done->amount)},
              {"released", to_text(done->released)},
              {"undue", to_text(done->undue)}};
    if (done->due_on) json["due_on"] = to_text(*done->due_on);
    if (!done->payment_reference.empty()) json["payment_reference"] = done->payment_reference;
    return Reply{201, std::move(json), "/grants/" + done->grant};
}

Result<Reply> advance(Call& call)
{
    const auto amount = read_body(call, [](Fields& f) { return f.positive_money("amount"); });
    if (!amount) return amount.refusal();
    return receipt_of(
        usecases::grant_advance(call.connection, call.task("grant advance"), call.parts["number"], *amount));
}

Result<Reply> prepare_payment(Call& call)
{
    struct Payment {
        std::optional<Money> amount;
        std::string iban;
    };
    const auto told = read_body(call, [](Fields& f) {
        return Payment{positive_money_if_there(f, "amount"), f.text_or("iban", "")};
    });
    if (!told) return told.refusal();
    const auto order = usecases::prepare_grant_payment(call.connection, call.task("grant pay"), call.parts["number"],
                                                       told->amount, told->iban);
    if (!order) return order.refusal();
    return Reply{201, {{"order", order->number}, {"amount", to_text(order->order.amount)}}, "/orders"};
}

Result<Reply> settle(Call& call)
{
    return receipt_of(usecases::settle_grant(call.connection, call.task("grant settle"), call.parts["number"]));
}

Result<Reply> reclaim(Call& call)
{
    return receipt_of(usecases::reclaim_grant(call.connection, call.task("grant reclaim"), call.parts["number"]));
}

Route without_body(Route route)
{
    route.body_kind = Body::none;
    return route;
}

}  // namespace

std::vector<Route> grant_changes()
{
    const auto on = [](Route route) { return guarded(grant_pattern, std::move(route)); };
    const auto grant = [](std::string_view pattern, std::string_view operation, std::string_view nl,
                          std::vector<Field> body, Result<Reply> (*handle)(Call&)) {
        return change(pattern, Right::handle, Scope::grants_write, operation, nl, std::move(body), handle);
    };
    const Field amount{"amount", Type::money, true, "bedrag"};
    const Field part{"amount", Type::money, false, "anders alles wat betaald mag worden"};
    const Field iban{"iban", Type::text, false, "anders de rekening van de ontvanger"};
    return {
        on(grant("/grants/{number}/claims", "enterClaims",
                 "Legt claims vast; de velden staan in docs/examples/grant-claim-workers.json en grant-claim-cost.json",
                 {{"workers", Type::objects, false, "werknemers"}, {"costs", Type::objects, false, "kostenopgaven"}},
                 enter_claims)),
        on(without_body(grant("/grants/{number}/claims/{claim}/verifications", "verifyClaim",
                              "Keurt een claim goed die een ander invoerde", {}, verify_claim))),
        on(grant("/grants/{number}/claims/{claim}/rejections", "rejectClaim", "Wijst een claim af",
                 {{"reason", Type::text, true, "reden"}}, reject_claim)),
        on(grant("/grants/{number}/claims/{claim}/retentions", "retainWorker",
                 "Legt vast dat bewijs is gezien dat een werknemer bleef",
                 {{"date", Type::date, true, "dag waarop het bewijs is gezien"}}, retain_worker)),
        on(grant("/grants/{number}/claims/{claim}/departures", "recordDeparture", "Legt vast dat een werknemer vertrok",
                 {{"date", Type::date, true, "eerste dag zonder contract"}}, worker_left)),
        on(grant("/grants/{number}/advances", "grantAdvance", "Verleent een voorschot", {amount}, advance)),
        on(grant("/grants/{number}/payment-orders", "prepareGrantPayment",
                 "Zet een betaling klaar; een ander geeft haar vrij", {part, iban}, prepare_payment)),
        on(without_body(grant("/grants/{number}/settlements", "settleGrant", "Stelt de subsidie vast", {}, settle))),
        on(without_body(grant("/grants/{number}/reclaims", "reclaimGrant",
                              "Vordert terug wat onverschuldigd is betaald", {}, reclaim))),
    };
}

}  // namespace vierkant::api
