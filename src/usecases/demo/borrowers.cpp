#include "usecases/demo/borrowers.h"

#include "base/calendar.h"
#include "domain/lending/replay.h"
#include "usecases/demo/messages.h"
#include "usecases/demo/story_json.h"
#include "usecases/list_bank_lines.h"
#include "usecases/loan_booking.h"
#include "usecases/loan_orders.h"
#include "usecases/match_line.h"
#include "usecases/proof_production.h"
#include "usecases/release_order.h"

#include <algorithm>

namespace vierkant::demo {

namespace {

using lending::Event;
using lending::EventKind;
using storage::OrderKind;

constexpr int days_to_first_draw = 21;
constexpr int days_to_check_invoice = 7;
constexpr int days_to_settle = 60;  // after the last invoice of a proof production
constexpr int days_to_match = 5;    // working through suspense after a statement

bool is_on_invoices(const PlannedApplication& plan)
{
    return plan.scheme == "proof-production-loan";
}

}  // namespace

void Borrowers::awarded(Date day, const Award& award)
{
    const auto stored = storage::find_loan(desk_.connection(), award.number);
    verify(stored.has_value(), "an awarded loan can be found");
    const auto& key = award.plan->key;
    loans_.insert_or_assign(key, Loan{award, *stored});
    const bool told = std::any_of(story_.happenings.begin(), story_.happenings.end(),
                                  [&](const auto& each) { return each.act == "draw" && each.subject == key; });
    if (is_on_invoices(*award.plan)) return prove_by_invoices(award);
    if (told) return;
    desk_.agenda().note(dutch_working_day_from(day + days_to_first_draw),
                        [this, key, amount = award.plan->amount](Date on) { draw(on, key, amount); });
}

void Borrowers::draw(Date day, const std::string& application, Money amount)
{
    auto& loan = loans_.at(application);
    auto& connection = desk_.connection();
    const auto order = desk_.must(
        usecases::prepare_loan_order(connection, desk_.task(treasurer, "loan disburse", day),
                                     {loan.award.number, OrderKind::disbursement, amount, std::nullopt, "", ""}),
        day, application);
    desk_.must(usecases::release_order(connection, desk_.task(releaser, "order release", day), order.number), day,
               application);
    const auto& firm = loan.award.plan->firm;
    desk_.bank().pay(loan.stored.fund, day + 1,
                     {-amount, firm.name, iban_of(firm), order.number, "", "Uitbetaling lening"});
}

/// A proof production is drawn as its invoices come in, and settled on them when the last one is there.
void Borrowers::prove_by_invoices(const Award& award)
{
    auto last = award.awarded_on;
    for (const auto& invoice : award.plan->invoices) {
        desk_.agenda().note(dutch_working_day_from(invoice.claimed_on + days_to_check_invoice),
                            [this, award, &invoice](Date on) { take_invoice(award, invoice, on); });
        last = std::max(last, invoice.claimed_on);
    }
    if (last == award.awarded_on) return;  // the story tells of no invoice
    desk_.agenda().note(dutch_working_day_from(last + days_to_settle), [this, award](Date on) {
        desk_.must(usecases::settle_proof_loan(desk_.connection(), desk_.task(award.plan->decider, "loan settle", on),
                                               award.number),
                   on, award.plan->key);
    });
}

/// What the invoices support is drawn the same day.
void Borrowers::take_invoice(const Award& award, const Invoice& invoice, Date day)
{
    const auto& plan = *award.plan;
    const auto receipt = desk_.must(
        usecases::register_invoice(desk_.connection(), desk_.task(plan.assessor, "loan invoice", day), award.number,
                                   {{invoice.category, invoice.amount},
                                    invoice.supplier,
                                    invoice.claimed_on,
                                    invoice.description + ", " + invoice.evidence,
                                    plan.assessor}),
        day, plan.key);
    if (receipt.drawable > receipt.drawn) draw(day, plan.key, receipt.drawable - receipt.drawn);
}

void Borrowers::begin_month(Date first)
{
    const auto last = last_of_month(first);
    for (auto& [key, loan] : loans_) {
        const auto& terms = loan.stored.terms;
        // What came late leaves a few days of interest that fall due after the last instalment.
        for (int number = 1; number <= 2 * terms.instalments; ++number) {
            const auto due = lending::due_date(terms, number);
            if (due > last) break;
            if (due < first) continue;
            desk_.agenda().note(due, [this, &loan = loan](Date day) { falls_due(loan, day); });
        }
    }
}

/// The borrower pays what the loan's own replay says is open, less what is on its way already.
void Borrowers::falls_due(Loan& loan, Date due)
{
    if (loan.stopped) return;
    auto events = storage::events_of(desk_.connection(), loan.stored);
    Money promised;
    constexpr std::int64_t unknown_to_the_books = 1'000'000;
    for (const auto& [day, amount, by_hand] : loan.promised) {
        if (day > due) promised += amount;
        const auto id = unknown_to_the_books + static_cast<std::int64_t>(events.size());
        if (day <= due) events.push_back({EventId{id}, day, EventKind::payment, amount});
    }
    const auto amount = lending::replay(loan.stored.terms, events, due).open_total() - promised;
    if (!amount.is_positive()) return;
    const auto day = target_day_from(due + loan.award.plan->payer.days_late);
    loan.promised.push_back({day, amount});
    desk_.agenda().note(day, [this, &loan, amount](Date on) { pay(loan, on, amount); });
}

void Borrowers::pay(Loan& loan, Date day, Money amount)
{
    if (loan.stopped) return;
    const auto& plan = *loan.award.plan;
    BankPayment payment{amount,
                        plan.firm.name,
                        iban_of(plan.firm),
                        plan.key + "-" + to_text(day),
                        plan.payer.gives_reference ? loan.award.payment_reference : "",
                        "Termijn lening"};
    if (loan.next_from_elsewhere) {
        loan.next_from_elsewhere = false;
        payment.name = plan.firm.name + " Holding";
        payment.account = other_iban(plan.firm);
        payment.end_to_end_id.clear();
        payment.reference.clear();
        payment.text = "termijn lening namens dochter";
        for (auto& promise : loan.promised) promise.by_hand = promise.by_hand || promise.day == day;
        const auto seen = dutch_working_day_from(last_of_month(day) + 1);
        desk_.agenda().note(dutch_working_day_from(seen + days_to_match),
                            [this, &loan, amount](Date on) { match_by_hand(loan, on, amount); });
    }
    desk_.bank().pay(loan.stored.fund, day, payment);
    loan.last_payment = payment;
}

void Borrowers::imported(Date until)
{
    for (auto& [key, loan] : loans_) {
        std::erase_if(loan.promised, [&](const auto& promise) { return promise.day <= until && !promise.by_hand; });
    }
}

void Borrowers::match_by_hand(Loan& loan, Date day, Money amount)
{
    auto& connection = desk_.connection();
    const auto account = other_iban(loan.award.plan->firm);
    const auto unmatched = desk_.must(usecases::list_unmatched(connection, ""), day, loan.award.plan->key);
    const auto found = std::find_if(unmatched.begin(), unmatched.end(), [&](const auto& each) {
        return each.listed.kept.line.amount == amount && each.listed.kept.line.counterparty_account == account;
    });
    verify(found != unmatched.end(), "the payment from elsewhere waits in suspense");
    usecases::MatchRequest request;
    request.line = storage::number_of(found->listed.kept.id);
    request.loan = loan.award.number;
    request.reason = "De moeder betaalde; bevestigd per brief.";
    desk_.must(usecases::match_line(connection, desk_.task(treasurer, "bank match", day), request), day,
               loan.award.plan->key);
    std::erase_if(loan.promised, [](const auto& promise) { return promise.by_hand; });
}

bool Borrowers::happens(Date day, const Happening& happening)
{
    const auto found = loans_.find(happening.subject);
    if (found == loans_.end()) return false;
    auto& loan = found->second;
    const auto& act = happening.act;
    if (act == "draw") {
        draw(day, happening.subject, happening.amount);
    } else if (act == "prepay") {
        receive_announced(loan, day, happening, EventKind::prepayment);
    } else if (act == "recover") {
        receive_announced(loan, day, happening, EventKind::recovery);
    } else if (act == "write-off") {
        write_off(loan, day, happening);
    } else if (act == "return") {
        give_back(loan, day);
    } else if (act == "rate") {
        const auto rate = parse_percent(happening.detail);
        verify(rate.has_value(), "the detail of a rate change is a percentage");
        Event event{EventId{}, day, EventKind::rate_change};
        event.rate = *rate;
        record(loan, day, event, "loan rate", "Rentewijziging volgens overeenkomst");
    } else if (act == "fee") {
        record(loan, day, {EventId{}, day, EventKind::fee, happening.amount}, "loan fee", happening.detail);
    } else if (act == "stop") {
        loan.stopped = true;
        std::erase_if(loan.promised, [&](const auto& promise) { return promise.day >= day; });
    } else if (act == "resume") {
        loan.stopped = false;
    } else if (act == "from-elsewhere") {
        loan.next_from_elsewhere = true;
    } else {
        return false;
    }
    return true;
}

void Borrowers::record(Loan& loan, Date day, const Event& event, const std::string& task, const std::string& note)
{
    desk_.must(usecases::record_loan_event(desk_.connection(), desk_.task(treasurer, task, day), loan.award.number,
                                           event, note),
               day, loan.award.plan->key);
}

/// Announced to the officer, who books it; the bank shows it the next day.
void Borrowers::receive_announced(Loan& loan, Date day, const Happening& happening, EventKind kind)
{
    record(loan, day, {EventId{}, day, kind, happening.amount},
           kind == EventKind::prepayment ? "loan prepay" : "loan recover", happening.detail);
    const auto& firm = loan.award.plan->firm;
    desk_.bank().pay(loan.stored.fund, day + 1,
                     {happening.amount, firm.name, iban_of(firm), "", loan.award.payment_reference, happening.detail});
}

void Borrowers::write_off(Loan& loan, Date day, const Happening& happening)
{
    auto& connection = desk_.connection();
    const auto order = desk_.must(usecases::prepare_loan_order(connection, desk_.task(treasurer, "loan write-off", day),
                                                               {loan.award.number, OrderKind::write_off,
                                                                happening.amount, std::nullopt, "", happening.detail}),
                                  day, happening.subject);
    desk_.must(usecases::release_order(connection, desk_.task(releaser, "order release", day), order.number), day,
               happening.subject);
}

/// The bank takes the borrower's last payment back.
void Borrowers::give_back(Loan& loan, Date day)
{
    verify(loan.last_payment.has_value(), "a payment is returned after it was made");
    auto back = *loan.last_payment;
    back.amount = -back.amount;
    back.text = "Terugboeking";
    back.return_reason = "AC06";  // ISO 20022: blocked account
    desk_.bank().pay(loan.stored.fund, day, back);
}

}  // namespace vierkant::demo
