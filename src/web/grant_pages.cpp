// Grants: list, one grant with its claims and money, and what an officer does with it.

#include "domain/grants/claim.h"
#include "formats/grant_claim_json.h"
#include "storage/grant_store.h"
#include "usecases/grant_claims.h"
#include "usecases/grant_money.h"
#include "usecases/reference_data.h"
#include "usecases/show_grant.h"
#include "web/doings.h"
#include "web/json_form.h"
#include "web/messages.h"
#include "web/tables.h"

#include <array>

namespace vierkant::web {

namespace {

using Kind = Field::Kind;

http::Response list(Visit& visit)
{
    auto report = usecases::list_grants(visit.connection, visit.today);
    if (const auto& scheme = visit.request.query["scheme"]; !scheme.empty())
        std::erase_if(report.tables.front().rows, [&](const auto& row) { return row[2] != reporting::Cell{scheme}; });
    return list_page(visit, report, {});
}

constexpr std::array grant_doings{Doing{"worker-claim", "Werknemer declareren", "Claim a worker"},
                                  Doing{"cost-claim", "Kosten declareren", "Claim cost"},
                                  Doing{"verification", "Claim goedkeuren", "Verify a claim"},
                                  Doing{"rejection", "Claim afwijzen", "Reject a claim"},
                                  Doing{"advance", "Voorschot", "Advance"},
                                  Doing{"payment", "Uitbetalen", "Pay"},
                                  Doing{"retention", "Werknemer gebleven", "Worker stayed"},
                                  Doing{"departure", "Werknemer vertrokken", "Worker left"},
                                  Doing{"settlement", "Vaststellen", "Settle"},
                                  Doing{"reclaim", "Terugvorderen", "Reclaim"}};

http::Response show(Visit& visit)
{
    const auto& number = visit.parts["number"];
    const auto report = usecases::show_grant(visit.connection, number, visit.today, visit.language);
    if (!report) return refusal_page(visit, report.refusal());
    if (auto file = exported(visit, *report)) return *file;
    Html content = doings_html(visit, "/grants/" + number, std::span<const Doing>{grant_doings}) +
                   facts_html(visit, report->tables.front());
    for (std::size_t i = 1; i < report->tables.size(); ++i)
        content += table_html(visit, in_words(visit, report->tables[i]));
    return page(visit, visit.t("Subsidie ", "Grant ") + number, content + export_links(visit));
}

Html standing(Visit& visit)
{
    const auto report = usecases::show_grant(visit.connection, visit.parts["number"], visit.today, visit.language);
    return report ? facts_html(visit, report->tables.front())
                  : tag("p", {{"class", "error"}}, words_of(visit, report.refusal()));
}

/// The claims of the grant, each under what it is of and how it stands: "4: HV-104, ingediend".
Field claim_field(Visit& visit)
{
    Field field{"claim", {"Claim", "Claim"}, Kind::select, true, {}, {{"", {"kies", "choose"}}}};
    const auto report = usecases::show_grant(visit.connection, visit.parts["number"], visit.today, visit.language);
    if (!report) return field;
    for (auto table : report->tables) {
        if (table.name != "workers" && table.name != "costs") continue;
        table = in_words(visit, std::move(table));
        std::size_t status = 0;
        while (table.columns[status].key != "status") ++status;
        for (const auto& row : table.rows) {
            const auto shown = [&](std::size_t at) {
                return reporting::people_text(row[at], table.columns[at], visit.language);
            };
            const auto label = shown(0) + ": " + shown(1) + ", " + shown(status);
            field.choices.push_back({reporting::machine_text(row[0], table.columns[0].type), {label, label}});
        }
    }
    return field;
}

std::vector<Field> evidence_fields(const Visit& visit)
{
    std::vector<Choice> kinds;
    for (const auto& kind : grants::evidence_kinds)
        kinds.push_back({std::string{kind.code}, {std::string{kind.nl}, std::string{kind.en}}});
    return {{"evidence", {"Bewijs", "Evidence"}, Kind::select, true, {}, kinds},
            {"seen", {"Gezien op", "Seen on"}, Kind::date, true, {}, {}, to_text(visit.today)}};
}

std::vector<Field> worker_fields(Visit& visit)
{
    std::vector<Choice> levels{{"", {"kies", "choose"}}};
    for (const auto& level : usecases::reference_tables().levels)
        levels.push_back({level.code, {level.title_nl, level.title_en}});
    std::vector<std::string> codes{"NONE"};
    for (const auto& code : usecases::reference_tables().target_groups) {
        if (code != "NONE") codes.push_back(code);
    }
    const auto groups = choices_in_words(visit, "target_group", codes);
    std::vector<Field> fields{
        {"staff",
         {"Personeelsnummer", "Staff reference"},
         Kind::text,
         true,
         {"Nooit een naam of BSN.", "Never a name or BSN."}},
        {"start", {"Begonnen op", "Started on"}, Kind::date, true},
        {"hours", {"Uren per week", "Hours a week"}, Kind::money, true},
        {"required", {"Niveau dat de baan vraagt", "Level that the job asks"}, Kind::select, true, {}, levels},
        {"attained", {"Niveau van de werknemer", "Level of the worker"}, Kind::select, true, {}, levels},
        {"group", {"Doelgroep", "Target group"}, Kind::select, true, {}, groups}};
    for (auto& field : evidence_fields(visit)) fields.push_back(field);
    return fields;
}

std::vector<Field> cost_fields(Visit& visit)
{
    const auto grant = storage::find_grant(visit.connection, visit.parts["number"]);
    std::vector<Field> fields{{"category",
                               {"Kostensoort", "Category"},
                               Kind::select,
                               true,
                               {},
                               category_choices(visit, grant ? grant->scheme : std::string{})},
                              {"amount", {"Bedrag zonder btw", "Amount without VAT"}, Kind::money, true},
                              {"kept_at", {"Waar de factuur ligt", "Where the invoice is kept"}, Kind::text, true}};
    for (auto& field : evidence_fields(visit)) fields.push_back(field);
    return fields;
}

Result<std::string> enter(Visit& visit, formats::GrantClaims claims)
{
    const auto receipt =
        usecases::enter_claims(visit.connection, visit.task("grant claim"), visit.parts["number"], std::move(claims));
    if (!receipt) return receipt.refusal();
    std::string numbers;
    for (const auto claim : receipt->claims) numbers += " " + std::to_string(claim.value);
    return visit.t("Claim ingevoerd:", "Claim entered:") + numbers +
           visit.t(". Een ander keurt haar goed.", ". Someone else verifies it.");
}

Result<std::string> claim_worker(Visit& visit, Reader& read)
{
    const auto staff = read.required("staff");
    const auto start = read.day("start");
    const auto hours = read.money("hours");
    const auto seen = read.day("seen");
    if (read.failed()) return read.refusal();
    formats::GrantClaims claims;
    claims.workers.push_back({{ClaimId{}, "", {read.text("evidence"), seen}},
                              staff,
                              start,
                              Hours{hours.in_cents()},
                              read.required("required"),
                              read.required("attained"),
                              read.text("group")});
    return enter(visit, std::move(claims));
}

Result<std::string> claim_cost(Visit& visit, Reader& read)
{
    const auto category = read.required("category");
    const auto amount = read.money("amount");
    const auto kept_at = read.required("kept_at");
    const auto seen = read.day("seen");
    if (read.failed()) return read.refusal();
    formats::GrantClaims claims;
    claims.costs.push_back({{ClaimId{}, "", {read.text("evidence"), seen}}, {{{category, amount}, kept_at}}});
    return enter(visit, std::move(claims));
}

std::string outcome_in_words(const Visit& visit, const usecases::ClaimOutcome& outcome)
{
    auto words = visit.t("Verdiend is nu ", "Earned is now ") + visit.shown(outcome.earned) +
                 visit.t(", nog te betalen ", ", still to pay ") + visit.shown(outcome.unpaid) + ".";
    if (outcome.undue.is_positive())
        words += visit.t(" Terug te vorderen: ", " To be reclaimed: ") + visit.shown(outcome.undue) + ".";
    return words;
}

using OnClaim = std::function<Result<usecases::ClaimOutcome>(Visit&, Reader&, ClaimId)>;

void add_on_claim(std::vector<Route>& routes, const std::string& name, Word title, Word button, std::vector<Field> more,
                  OnClaim act)
{
    add_action(routes, {"/grants/{number}/" + name, Right::handle, std::move(title), std::move(button),
                        [more = std::move(more)](Visit& visit) {
                            std::vector<Field> fields{claim_field(visit)};
                            fields.insert(fields.end(), more.begin(), more.end());
                            return fields;
                        },
                        [act = std::move(act)](Visit& visit, Reader& read) -> Result<std::string> {
                            const ClaimId claim{read.number("claim")};
                            const auto outcome = act(visit, read, claim);
                            if (read.failed()) return read.refusal();
                            if (!outcome) return outcome.refusal();
                            return outcome_in_words(visit, *outcome);
                        },
                        standing});
}

void add_claim_actions(std::vector<Route>& routes)
{
    using Outcome = Result<usecases::ClaimOutcome>;
    add_on_claim(routes, "verification", {"Claim goedkeuren", "Verify a claim"}, {"Goedkeuren", "Verify"}, {},
                 [](Visit& visit, Reader& read, ClaimId claim) -> Outcome {
                     if (read.failed()) return read.refusal();
                     return usecases::verify_claim(visit.connection, visit.task("grant verify"), visit.parts["number"],
                                                   claim);
                 });
    add_on_claim(routes, "rejection", {"Claim afwijzen", "Reject a claim"}, {"Afwijzen", "Reject"},
                 {{"reason", {"Waarom", "Why"}, Kind::textarea, true}},
                 [](Visit& visit, Reader& read, ClaimId claim) -> Outcome {
                     const auto reason = read.required("reason");
                     if (read.failed()) return read.refusal();
                     return usecases::reject_claim(visit.connection, visit.task("grant reject"), visit.parts["number"],
                                                   claim, reason);
                 });
    const Field seen{"seen", {"Bewijs gezien op", "Proof seen on"}, Kind::date, true};
    add_on_claim(routes, "retention", {"Werknemer is gebleven", "Worker stayed"}, {"Vastleggen", "Record"}, {seen},
                 [](Visit& visit, Reader& read, ClaimId claim) -> Outcome {
                     const auto day = read.day("seen");
                     if (read.failed()) return read.refusal();
                     return usecases::retain_worker(visit.connection, visit.task("grant retain"), visit.parts["number"],
                                                    claim, day);
                 });
    const Field left{"on", {"Eerste dag zonder contract", "First day without contract"}, Kind::date, true};
    add_on_claim(routes, "departure", {"Werknemer is vertrokken", "Worker left"}, {"Vastleggen", "Record"}, {left},
                 [](Visit& visit, Reader& read, ClaimId claim) -> Outcome {
                     const auto day = read.day("on");
                     if (read.failed()) return read.refusal();
                     return usecases::worker_left(visit.connection, visit.task("grant leave"), visit.parts["number"],
                                                  claim, day);
                 });
}

std::string money_in_words(const Visit& visit, const usecases::GrantReceipt& receipt)
{
    auto words = receipt.grant + ": " + visit.shown(receipt.amount) + ".";
    if (receipt.released.is_positive())
        words += visit.t(" Terug naar het fonds: ", " Back to the fund: ") + visit.shown(receipt.released) + ".";
    if (receipt.undue.is_positive())
        words += visit.t(" Terug te vorderen: ", " To be reclaimed: ") + visit.shown(receipt.undue) + ".";
    if (receipt.due_on)
        words += visit.t(" Te betalen voor ", " To be paid by ") + visit.shown(*receipt.due_on) +
                 visit.t(" onder kenmerk ", " under reference ") + receipt.payment_reference + ".";
    return words;
}

void add_money_actions(std::vector<Route>& routes)
{
    const auto nothing = [](Visit&) { return std::vector<Field>{}; };
    add_action(routes, {"/grants/{number}/advance",
                        Right::handle,
                        {"Voorschot verlenen", "Grant an advance"},
                        {"Verlenen", "Grant"},
                        [](Visit&) {
                            return std::vector<Field>{{"amount", {"Bedrag", "Amount"}, Kind::money, true}};
                        },
                        [](Visit& visit, Reader& read) -> Result<std::string> {
                            const auto amount = read.money("amount");
                            if (read.failed()) return read.refusal();
                            const auto receipt = usecases::grant_advance(visit.connection, visit.task("grant advance"),
                                                                         visit.parts["number"], amount);
                            if (!receipt) return receipt.refusal();
                            return money_in_words(visit, *receipt);
                        },
                        standing});
    add_action(routes, {"/grants/{number}/payment",
                        Right::handle,
                        {"Uitbetaling klaarzetten", "Prepare a payment"},
                        {"Klaarzetten", "Prepare"},
                        [](Visit&) {
                            return std::vector<Field>{
                                {"amount",
                                 {"Bedrag", "Amount"},
                                 Kind::money,
                                 false,
                                 {"Leeg: alles wat betaald mag worden.", "Empty: all that may be paid."}},
                                {"iban",
                                 {"Rekening", "Account"},
                                 Kind::text,
                                 false,
                                 {"Leeg: de rekening van de onderneming.", "Empty: the account of the undertaking."}}};
                        },
                        [](Visit& visit, Reader& read) -> Result<std::string> {
                            const auto amount = read.money_if_given("amount");
                            if (read.failed()) return read.refusal();
                            const auto order =
                                usecases::prepare_grant_payment(visit.connection, visit.task("grant pay"),
                                                                visit.parts["number"], amount, read.text("iban"));
                            if (!order) return order.refusal();
                            return visit.t("Opdracht ", "Order ") + order->number +
                                   visit.t(" staat klaar. Een collega geeft haar vrij.",
                                           " is prepared. A colleague releases it.");
                        },
                        standing});
    add_action(routes, {"/grants/{number}/settlement",
                        Right::handle,
                        {"Subsidie vaststellen", "Settle the grant"},
                        {"Vaststellen", "Settle"},
                        nothing,
                        [](Visit& visit, Reader&) -> Result<std::string> {
                            const auto receipt = usecases::settle_grant(visit.connection, visit.task("grant settle"),
                                                                        visit.parts["number"]);
                            if (!receipt) return receipt.refusal();
                            return money_in_words(visit, *receipt);
                        },
                        standing,
                        "",
                        false,
                        true});
    add_action(routes, {"/grants/{number}/reclaim",
                        Right::handle,
                        {"Terugvorderen", "Reclaim"},
                        {"Terugvorderen", "Reclaim"},
                        nothing,
                        [](Visit& visit, Reader&) -> Result<std::string> {
                            const auto receipt = usecases::reclaim_grant(visit.connection, visit.task("grant reclaim"),
                                                                         visit.parts["number"]);
                            if (!receipt) return receipt.refusal();
                            return money_in_words(visit, *receipt);
                        },
                        standing,
                        "",
                        false,
                        true});
}

}  // namespace

std::vector<Route> grant_routes()
{
    std::vector<Route> routes{{http::Method::get, "/grants", Right::read, list},
                              {http::Method::get, "/grants/{number}", Right::read, show}};
    add_action(routes, {"/grants/{number}/worker-claim",
                        Right::handle,
                        {"Werknemer declareren", "Claim a worker"},
                        {"Invoeren", "Enter"},
                        worker_fields,
                        claim_worker,
                        standing});
    add_action(routes, {"/grants/{number}/cost-claim",
                        Right::handle,
                        {"Kosten declareren", "Claim cost"},
                        {"Invoeren", "Enter"},
                        cost_fields,
                        claim_cost,
                        standing});
    add_claim_actions(routes);
    add_money_actions(routes);
    return routes;
}

}  // namespace vierkant::web
