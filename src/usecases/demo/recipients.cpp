#include "usecases/demo/recipients.h"

#include "base/calendar.h"
#include "formats/grant_claim_json.h"
#include "storage/grant_store.h"
#include "usecases/demo/story_json.h"
#include "usecases/grant_claims.h"
#include "usecases/grant_money.h"
#include "usecases/release_order.h"

#include <algorithm>
#include <map>

namespace vierkant::demo {

namespace {

// Days between the steps of an officer.
constexpr int to_verify = 7;
constexpr int to_pay = 10;
constexpr int to_hear_of_leaver = 10;
constexpr int to_reclaim = 60;
constexpr int to_repay = 35;
constexpr int to_see_proof = 14;
constexpr int to_settle = 60;

constexpr int months_kept = 24;  // of the scheme (data/schemes/reshoring-grant.2014.json)

}  // namespace

void Recipients::awarded(Date, const Award& award)
{
    const auto& plan = *award.plan;
    Date last = award.awarded_on;
    std::map<Date, std::vector<Worker>> workers;
    for (const auto& worker : plan.claims) {
        workers[worker.claimed_on].push_back(worker);
        last = std::max(last, worker.left_on.value_or(add_months(worker.started_on, months_kept)));
    }
    for (const auto& [day, claimed] : workers) {
        desk_.agenda().note(day, [this, award, claimed = claimed](Date on) {
            claim(award, on, worker_claims_json(claimed, on), claimed);
        });
    }
    std::map<Date, std::vector<Invoice>> invoices;
    for (const auto& invoice : plan.invoices) {
        invoices[invoice.claimed_on].push_back(invoice);
        last = std::max(last, invoice.claimed_on);
    }
    for (const auto& [day, claimed] : invoices) {
        desk_.agenda().note(
            day, [this, award, json = cost_claim_json(claimed, day)](Date on) { claim(award, on, json, {}); });
    }
    if (last == award.awarded_on) return;  // the story tells of no claim
    desk_.agenda().note(dutch_working_day_from(last + to_settle), [this, award](Date on) {
        desk_.must(usecases::settle_grant(desk_.connection(), desk_.task(award.plan->decider, "grant settle", on),
                                          award.number),
                   on, award.plan->key);
    });
}

/// One officer enters the claim, another verifies it a week later, and it is paid.
void Recipients::claim(const Award& award, Date day, const std::string& json, const std::vector<Worker>& workers)
{
    const auto& plan = *award.plan;
    auto claims = formats::read_grant_claims(json, plan.key + ".json");
    if (!claims) throw Stuck{day, plan.key, claims.refusal()};
    const auto receipt =
        desk_.must(usecases::enter_claims(desk_.connection(), desk_.task(plan.assessor, "grant claim", day),
                                          award.number, std::move(*claims)),
                   day, plan.key);
    desk_.agenda().note(dutch_working_day_from(day + to_verify), [this, award, receipt, workers](Date on) {
        for (const auto claim : receipt.claims) {
            desk_.must(usecases::verify_claim(desk_.connection(), desk_.task(award.plan->decider, "grant verify", on),
                                              award.number, claim),
                       on, award.plan->key);
        }
        for (std::size_t i = 0; i < workers.size(); ++i) follow_worker(award, workers[i], receipt.claims[i]);
    });
    desk_.agenda().note(dutch_working_day_from(day + to_pay), [this, award](Date on) { pay(award, on); });
}

void Recipients::pay(const Award& award, Date day)
{
    auto& connection = desk_.connection();
    const auto& plan = *award.plan;
    const auto order = desk_.must(usecases::prepare_grant_payment(connection, desk_.task(treasurer, "grant pay", day),
                                                                  award.number, std::nullopt, ""),
                                  day, plan.key);
    desk_.must(usecases::release_order(connection, desk_.task(releaser, "order release", day), order.number), day,
               plan.key);
    desk_.bank().pay(
        order.order.fund, day + 1,
        {-order.order.amount, plan.firm.name, iban_of(plan.firm), order.number, "", "Uitbetaling subsidie"});
}

void Recipients::follow_worker(const Award& award, const Worker& worker, ClaimId claim)
{
    if (worker.left_on) {
        desk_.agenda().note(dutch_working_day_from(*worker.left_on + to_hear_of_leaver),
                            [this, award, claim, left_on = *worker.left_on](Date on) {
                                desk_.must(usecases::worker_left(desk_.connection(),
                                                                 desk_.task(award.plan->assessor, "grant leave", on),
                                                                 award.number, claim, left_on),
                                           on, award.plan->key);
                            });
        desk_.agenda().note(dutch_working_day_from(*worker.left_on + to_reclaim),
                            [this, award](Date on) { reclaim(award, on); });
        return;
    }
    desk_.agenda().note(
        dutch_working_day_from(add_months(worker.started_on, months_kept) + to_see_proof),
        [this, award, claim](Date on) {
            desk_.must(usecases::retain_worker(desk_.connection(), desk_.task(award.plan->assessor, "grant retain", on),
                                               award.number, claim, on),
                       on, award.plan->key);
        });
}

/// Decided by another than who recorded the leaver; the company pays it back within its six weeks.
void Recipients::reclaim(const Award& award, Date day)
{
    const auto receipt =
        desk_.must(usecases::reclaim_grant(desk_.connection(), desk_.task(award.plan->decider, "grant reclaim", day),
                                           award.number),
                   day, award.plan->key);
    const auto grant = storage::find_grant(desk_.connection(), award.number);
    verify(grant.has_value(), "a reclaimed grant is there");
    desk_.agenda().note(day + to_repay, [this, award, receipt, fund = grant->fund](Date on) {
        const auto& firm = award.plan->firm;
        desk_.bank().pay(fund, on,
                         {receipt.amount, firm.name, iban_of(firm), award.plan->key + "-" + to_text(on),
                          receipt.payment_reference, "Terugbetaling subsidie"});
    });
}

}  // namespace vierkant::demo
