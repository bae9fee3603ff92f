// Jobs, arrears, security and provisions.

#include "usecases/charge_arrears.h"
#include "usecases/collateral.h"
#include "usecases/job_tables.h"
#include "usecases/provisions.h"
#include "web/api/change.h"
#include "web/api/resource.h"

namespace vierkant::api {

namespace {

using arrears::CollateralKind;
using arrears::Stage;
using formats::Fields;
using Type = Field::Type;

constexpr std::string_view loan_pattern = "/loans/{number}";

Result<Reply> jobs_reply(Call& call, const Result<usecases::JobsOfDossier>& jobs, int status)
{
    if (!jobs) return jobs.refusal();
    Json json;
    for (const auto& table : usecases::report_of(call.connection, *jobs, call.today).tables) {
        json[table.name] = items_of(table);
    }
    return Reply{status, std::move(json), "/applications/" + call.parts["number"] + "/jobs"};
}

Result<Reply> show_jobs(Call& call)
{
    return jobs_reply(call, usecases::show_jobs(call.connection, call.parts["number"]), 200);
}

Result<Reply> measure_jobs(Call& call)
{
    const auto jobs = usecases::realise_jobs(call.connection, call.task("jobs realise"), call.parts["number"],
                                             call.request.body, std::string{body_name});
    return jobs_reply(call, jobs, 201);
}

Result<Reply> list_due_measurements(Call& call)
{
    return list_of(usecases::list_due_measurements(call.connection, call.today));
}

Result<Reply> charge(Call& call)
{
    const auto request = read_body(call, [&](Fields& f) {
        return usecases::ChargeRequest{call.parts["number"], f.flag_or("interest", false), f.flag_or("costs", false)};
    });
    if (!request) return request.refusal();
    const auto receipt = usecases::charge_arrears(call.connection, call.task("arrears charge"), *request);
    if (!receipt) return receipt.refusal();
    return Reply{201,
                 {{"loan", request->loan_number},
                  {"default_interest", to_text(receipt->default_interest)},
                  {"collection_costs", to_text(receipt->collection_costs)},
                  {"owed", to_text(receipt->owed)}},
                 "/loans/" + request->loan_number};
}

storage::StoredCollateral collateral_in(const Call& call, Fields& f)
{
    constexpr std::int64_t most_rank = 100;
    const arrears::Collateral value{f.one_of<CollateralKind>("kind", {{"mortgage", CollateralKind::mortgage},
                                                                      {"pledge", CollateralKind::pledge},
                                                                      {"guarantee", CollateralKind::guarantee},
                                                                      {"deposit", CollateralKind::deposit},
                                                                      {"other", CollateralKind::other}}),
                                    f.positive_money("value"),
                                    static_cast<int>(f.integer_or("rank", 1, most_rank, 1)),
                                    f.money_or("prior", Money{}),
                                    f.optional_date("valued_on").value_or(call.today),
                                    f.optional_date("expires_on"),
                                    {}};
    return {0, value, f.text("description"), {}};
}

Result<Reply> add_collateral(Call& call)
{
    const auto item = read_body(call, [&](Fields& f) { return collateral_in(call, f); });
    if (!item) return item.refusal();
    const auto& loan = call.parts["number"];
    const auto number = usecases::add_collateral(call.connection, call.task("loan collateral add"), loan, *item);
    if (!number) return number.refusal();
    return Reply{201, {{"loan", loan}, {"number", *number}}, "/loans/" + loan + "/risk"};
}

struct Judgement {
    std::optional<Stage> stage;  ///< none: by the days that it is late
    Date from;
    std::string reason;
};
Judgement judgement_in(const Call& call, Fields& f)
{
    const auto stage = f.one_of<std::optional<Stage>>("stage", {{"performing", Stage::performing},
                                                                {"watch", Stage::watch},
                                                                {"default", Stage::defaulted},
                                                                {"days-late", std::nullopt}});
    const auto from = f.optional_date("from").value_or(call.today);
    return {stage, from, f.text("reason")};
}

Result<Reply> judge_risk(Call& call)
{
    const auto told = read_body(call, [&](Fields& f) { return judgement_in(call, f); });
    if (!told) return told.refusal();
    const auto& loan = call.parts["number"];
    const auto done =
        usecases::override_risk(call.connection, call.task("loan risk"), loan, told->stage, told->from, told->reason);
    if (!done) return done.refusal();
    return Reply{201, {{"loan", loan}}, "/loans/" + loan + "/risk"};
}

Result<Reply> list_provisions(Call& call)
{
    const auto day = day_in(call, "as-of", call.today);
    if (!day) return day.refusal();
    const auto report = usecases::calculate_provisions(call.connection, *day, call.language);
    if (!report) return report.refusal();
    return list_of(*report);
}

Result<Reply> book_provisions(Call& call)
{
    const auto day = read_body(call, [](Fields& f) { return f.date("as_of"); });
    if (!day) return day.refusal();
    const auto receipt = usecases::book_provisions(call.connection, call.task("provision book"), *day);
    if (!receipt) return receipt.refusal();
    return Reply{
        201,
        {{"loans", receipt->loans}, {"provision", to_text(receipt->provision)}, {"change", to_text(receipt->change)}},
        "/provisions"};
}

}  // namespace

std::vector<Route> risk_changes()
{
    constexpr auto loans = Scope::loans_write;
    return {
        {.pattern = "/applications/{number}/jobs",
         .operation = "getJobs",
         .nl = "De banen van een dossier: toegezegd, en bij elke meting gevonden",
         .handle = show_jobs},
        {.pattern = "/due-job-measurements",
         .operation = "listDueMeasurements",
         .nl = "De metingen die nog moeten worden gedaan",
         .handle = list_due_measurements},
        {.pattern = "/provisions",
         .operation = "listProvisions",
         .nl = "Per lening de voorziening op een dag, wat is geboekt en het verschil",
         .query = {{"as-of", Type::date, false, "anders vandaag"}},
         .handle = list_provisions},
        change("/applications/{number}/job-measurements", Right::handle, Scope::applications_write, "measureJobs",
               "Legt een meting van banen vast; de velden staan in docs/reference/job-realisation.schema.json", {},
               measure_jobs),
        guarded(loan_pattern, change("/loans/{number}/arrears-charges", Right::handle, loans, "chargeArrears",
                                     "Brengt rente en kosten van een achterstand in rekening",
                                     {{"interest", Type::flag, false, "rente over wat te laat is"},
                                      {"costs", Type::flag, false, "incassokosten volgens de staffel"}},
                                     charge)),
        guarded(loan_pattern, change("/loans/{number}/collateral-items", Right::handle, loans, "addCollateral",
                                     "Legt een zekerheid bij een lening vast",
                                     {{"kind", Type::text, true, "mortgage, pledge, guarantee, deposit of other"},
                                      {"description", Type::text, true, "wat het is, en waar de akte ligt; geen namen"},
                                      {"value", Type::money, true, "waarde"},
                                      {"rank", Type::integer, false, "anders 1"},
                                      {"prior", Type::money, false, "wat voor ons gaat"},
                                      {"valued_on", Type::date, false, "anders vandaag"},
                                      {"expires_on", Type::date, false, "laatste dag"}},
                                     add_collateral)),
        guarded(loan_pattern, change("/loans/{number}/risk-stages", Right::handle, loans, "judgeRisk",
                                     "Legt het oordeel over het risico van een lening vast",
                                     {{"stage", Type::text, true, "performing, watch, default of days-late"},
                                      {"from", Type::date, false, "anders vandaag"},
                                      {"reason", Type::text, true, "reden"}},
                                     judge_risk)),
        change("/provisions", Right::close, Scope::close_write, "bookProvisions", "Boekt de voorzieningen op een dag",
               {{"as_of", Type::date, true, "dag"}}, book_provisions),
    };
}

}  // namespace vierkant::api
