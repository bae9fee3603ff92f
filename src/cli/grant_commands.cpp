#include "cli/commands.h"
#include "cli/grant_messages.h"
#include "cli/loan_messages.h"
#include "cli/print_page.h"
#include "cli/read_value.h"
#include "domain/banking/payment_reference.h"
#include "usecases/grant_claims.h"
#include "usecases/grant_money.h"
#include "usecases/show_grant.h"

namespace vierkant::cli {

namespace {

void print_line(Context& context, const Text& text, const Arguments& arguments)
{
    context.print(say(text, arguments, context.language()) + "\n");
}

void run_list(Context& context, const Values&)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto report = usecases::list_grants(*connection, context.today());
    context.print_report(report);
}

void run_show(Context& context, const Values& values)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto report = usecases::show_grant(*connection, values["number"], context.today(), context.language());
    if (!report) return context.refuse_with(report.refusal());
    print_page(context, *report);
}

/// One worker as typed; the file takes more.
Result<formats::GrantClaims> worker_from_options(const Values& values, Date today)
{
    const auto start = read_date(values, "--start", today);
    if (!start) return start.refusal();
    const auto seen = read_date(values, "--seen", today);
    if (!seen) return seen.refusal();
    const auto hours = read_amount(values, "--hours");
    if (!hours) return hours.refusal();
    formats::GrantClaims claims;
    claims.workers.push_back({{ClaimId{}, "", {values["--evidence"], *seen}},
                              values["--staff"],
                              *start,
                              Hours{hours->in_cents()},
                              values["--required"],
                              values["--attained"],
                              values["--group"].empty() ? "NONE" : values["--group"]});
    return claims;
}

/// One cost as typed.
Result<formats::GrantClaims> cost_from_options(const Values& values, Date today)
{
    const auto seen = read_date(values, "--seen", today);
    if (!seen) return seen.refusal();
    const auto amount = read_amount(values, "--amount");
    if (!amount) return amount.refusal();
    formats::GrantClaims claims;
    claims.costs.push_back(
        {{ClaimId{}, "", {values["--evidence"], *seen}}, {{{values["--category"], *amount}, values["--kept-at"]}}});
    return claims;
}

Result<formats::GrantClaims> read_claims(const Values& values, Date today)
{
    if (!values.has("--file")) {
        return values.has("--category") ? cost_from_options(values, today) : worker_from_options(values, today);
    }
    const auto text = read_file(values["--file"]);
    if (!text) return text.refusal();
    return formats::read_grant_claims(*text, values["--file"]);
}

void run_claim(Context& context, const Values& values)
{
    const auto claims = read_claims(values, context.today());
    if (!claims) return context.refuse_with(claims.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto receipt = usecases::enter_claims(*connection, context.task("grant claim"), values["number"], *claims);
    if (!receipt) return context.refuse_with(receipt.refusal());
    std::string numbers;
    for (const auto claim : receipt->claims) numbers += (numbers.empty() ? "" : ", ") + std::to_string(claim.value);
    print_line(context, claims_entered, {{"grant", receipt->grant}, {"claims", numbers}});
}

/// What the commands on one claim share; `act` calls the use case.
using ActOnClaim =
    std::function<Result<usecases::ClaimOutcome>(storage::Connection&, Context&, const Values&, ClaimId)>;

void run_on_claim(Context& context, const Values& values, const ActOnClaim& act)
{
    const auto claim = read_number(values, "claim");
    if (!claim) return context.refuse_with(claim.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto outcome = act(*connection, context, values, ClaimId{*claim});
    if (!outcome) return context.refuse_with(outcome.refusal());
    print_line(context, claim_concluded,
               {{"claim", std::to_string(outcome->claim.value)},
                {"grant", outcome->grant},
                {"earned", outcome->earned},
                {"unpaid", outcome->unpaid},
                {"undue", outcome->undue}});
}

Result<usecases::ClaimOutcome> verify_one(storage::Connection& connection, Context& context, const Values& values,
                                          ClaimId claim)
{
    return usecases::verify_claim(connection, context.task("grant verify"), values["number"], claim);
}

Result<usecases::ClaimOutcome> reject_one(storage::Connection& connection, Context& context, const Values& values,
                                          ClaimId claim)
{
    return usecases::reject_claim(connection, context.task("grant reject"), values["number"], claim,
                                  values["--reason"]);
}

Result<usecases::ClaimOutcome> retain_one(storage::Connection& connection, Context& context, const Values& values,
                                          ClaimId claim)
{
    const auto seen = read_date(values, "--seen", context.today());
    if (!seen) return seen.refusal();
    return usecases::retain_worker(connection, context.task("grant retain"), values["number"], claim, *seen);
}

Result<usecases::ClaimOutcome> left_one(storage::Connection& connection, Context& context, const Values& values,
                                        ClaimId claim)
{
    const auto day = read_date(values, "--on", context.today());
    if (!day) return day.refusal();
    return usecases::worker_left(connection, context.task("grant leave"), values["number"], claim, *day);
}

void run_advance(Context& context, const Values& values)
{
    const auto amount = read_amount(values, "--amount");
    if (!amount) return context.refuse_with(amount.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto receipt = usecases::grant_advance(*connection, context.task("grant advance"), values["number"], *amount);
    if (!receipt) return context.refuse_with(receipt.refusal());
    print_line(context, advance_granted, {{"amount", receipt->amount}, {"grant", receipt->grant}});
}

void run_pay(Context& context, const Values& values)
{
    std::optional<Money> amount;
    if (values.has("--amount")) {
        const auto typed = read_amount(values, "--amount");
        if (!typed) return context.refuse_with(typed.refusal());
        amount = *typed;
    }
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto order = usecases::prepare_grant_payment(*connection, context.task("grant pay"), values["number"], amount,
                                                       values["--iban"]);
    if (!order) return context.refuse_with(order.refusal());
    print_line(context, order_prepared, {{"order", order->number}, {"amount", order->order.amount}});
}

void run_settle(Context& context, const Values& values)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto receipt = usecases::settle_grant(*connection, context.task("grant settle"), values["number"]);
    if (!receipt) return context.refuse_with(receipt.refusal());
    print_line(context, grant_settled,
               {{"grant", receipt->grant},
                {"amount", receipt->amount},
                {"released", receipt->released},
                {"undue", receipt->undue}});
}

void run_reclaim(Context& context, const Values& values)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto receipt = usecases::reclaim_grant(*connection, context.task("grant reclaim"), values["number"]);
    if (!receipt) return context.refuse_with(receipt.refusal());
    print_line(context, grant_reclaimed,
               {{"grant", receipt->grant},
                {"amount", receipt->amount},
                {"due", *receipt->due_on},
                {"reference", banking::print_reference(receipt->payment_reference)}});
}

Command on_claim(std::string_view words, std::string_view nl, std::string_view en, std::vector<Option> more,
                 Result<usecases::ClaimOutcome> (*act)(storage::Connection&, Context&, const Values&, ClaimId))
{
    std::vector<Option> options{{"number", "nummer van de subsidie, zoals S-000001", "number of the grant", true},
                                {"claim", "nummer van de claim", "number of the claim", true}};
    options.insert(options.end(), more.begin(), more.end());
    return {words, nl, en, options,
            [act](Context& context, const Values& values) { run_on_claim(context, values, act); }};
}

}  // namespace

std::vector<Command> grant_commands()
{
    const Option number{"number", "nummer van de subsidie, zoals S-000001", "number of the grant, such as S-000001",
                        true};
    return {
        {"grant list",
         "Toont de subsidies: verleend, goedgekeurd, betaald en terug te vorderen.",
         "Lists the grants: awarded, verified, paid and to be reclaimed.",
         {},
         run_list},
        {"grant show",
         "Toont een subsidie met haar claims en wat er met het geld gebeurde.",
         "Shows a grant with its claims and what happened to its money.",
         {number},
         run_show},
        {"grant claim",
         "Voert claims in op een subsidie: uit een bestand, of één werknemer of kostenpost met opties. Nooit een naam "
         "of BSN.",
         "Enters claims on a grant: from a file, or one worker or cost with options. Never a name or BSN.",
         {number,
          {"--file", "JSON-bestand met werknemers of kosten", "JSON file with workers or costs"},
          {"--staff", "personeelsnummer van de werkgever zelf", "the employer's own staff reference"},
          {"--start", "eerste werkdag, jjjj-mm-dd", "first day of work, yyyy-mm-dd"},
          {"--hours", "uren per week, zoals 36.00", "hours a week, such as 36.00"},
          {"--required", "niveau dat de baan vraagt, zoals mbo-2", "level that the job asks for, such as mbo-2"},
          {"--attained", "niveau van de werknemer", "level of the worker"},
          {"--group", "doelgroep, zoals PW_LT2; anders NONE", "target group, such as PW_LT2; else NONE"},
          {"--category", "kostensoort van de regeling", "cost category of the scheme"},
          {"--amount", "kosten zonder btw", "cost without VAT"},
          {"--kept-at", "waar de factuur bewaard is", "where the invoice is kept"},
          {"--evidence", "gezien bewijs, zoals contract of invoice", "evidence seen, such as contract or invoice"},
          {"--seen", "dag waarop het gezien is; anders vandaag", "day it was seen; else today"}},
         run_claim},
        on_claim("grant verify", "Keurt een claim goed die een ander invoerde; wat zij verdient wordt te betalen.",
                 "Approves a claim that someone else entered; what it earns becomes payable.", {}, verify_one),
        on_claim("grant reject", "Wijst een claim af, met de reden.", "Turns a claim down, with the reason.",
                 {{"--reason", "waarom", "why", true}}, reject_one),
        {"grant advance",
         "Verleent een voorschot: zoveel mag betaald worden voordat het bewezen is.",
         "Grants an advance: so much may be paid before it is proven.",
         {number, {"--amount", "bedrag, zoals 10000.00", "amount, such as 10000.00", true}},
         run_advance},
        {"grant pay",
         "Zet een betaling klaar van wat goedgekeurd of voorgeschoten is; een ander geeft haar vrij met order release.",
         "Prepares a payment of what is verified or advanced; someone else releases it with order release.",
         {number,
          {"--amount", "bedrag; anders alles wat betaald mag worden", "amount; else all that may be paid"},
          {"--iban", "rekening; anders die van de onderneming", "account; else that of the undertaking"}},
         run_pay},
        on_claim("grant retain", "Legt vast dat een werknemer de afgesproken maanden bleef.",
                 "Records that a worker stayed the agreed months.",
                 {{"--seen", "dag waarop het bewijs gezien is; anders vandaag",
                   "day on which the proof was seen; else today"}},
                 retain_one),
        on_claim("grant leave",
                 "Legt vast dat een werknemer vertrok; te vroeg is aanleiding om terug te vorderen. Nogmaals "
                 "verbetert de datum.",
                 "Records that a worker left; too early is a reason to reclaim. Again corrects the date.",
                 {{"--on", "eerste dag zonder contract; anders vandaag", "first day without contract; else today"}},
                 left_one),
        {"grant reclaim",
         "Vordert terug wat zonder grond betaald is, met een eigen kenmerk en zes weken om te betalen.",
         "Reclaims what was paid without ground, with a reference of its own and six weeks to pay.",
         {number},
         run_reclaim},
        {"grant settle",
         "Stelt een subsidie vast; wat niet nodig is valt vrij, wat te veel betaald is wordt terug te vorderen.",
         "Settles a grant; what is not needed is released, what was paid too much is to be reclaimed.",
         {number},
         run_settle},
    };
}

}  // namespace vierkant::cli
