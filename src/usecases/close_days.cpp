#include "usecases/close_days.h"

#include "domain/lending/booking.h"
#include "domain/lending/day_walk.h"
#include "storage/loan_rows.h"
#include "usecases/closing_messages.h"
#include "usecases/messages.h"
#include "usecases/report_cells.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>

namespace vierkant::usecases {

namespace {

using lending::DayWalk;
using lending::Totals;
using storage::ClosingFund;
using storage::ClosingLoan;
using storage::InterestBooking;
using storage::InterestByDay;
using storage::Work;

constexpr std::size_t loans_at_once = 1'000;  // bounds the memory; postings of one entry, too

/// The open days that one work closes: within one year, so that a long catching-up goes on where it was broken off.
struct Days {
    Date first;
    Date last;
    bool ever_first;  ///< no day of this fund was closed before
};

std::optional<Days> next_days(const ClosingFund& fund, const CloseDaysRequest& request)
{
    const auto first = fund.closed_day ? *fund.closed_day + 1 : request.from.value_or(fund.begins_on);
    if (first > request.until) return std::nullopt;
    return Days{first, std::min(request.until, date(first.year(), 12, 31)), !fund.closed_day};
}

/// What a thousand loans did on the days that are closed, before it is written.
struct Passed {
    std::vector<storage::PassedLoan> loans;
    std::vector<lending::Fallen> fallen;
    std::vector<storage::DueChange> due_changes;
    storage::FlowsByDay flows;
    std::map<Date, std::vector<ledger::Posting>> postings;
    std::map<Date, std::vector<ledger::Posting>> lapsed;  ///< commitments that return to the fund
    InterestByDay accrued;
    InterestByDay booked;
};

/// All but interest: what else the passing of days may bring about is booked on the day itself.
bool differs_beside_interest(Totals now, const Totals& booked)
{
    now.interest_accrued = booked.interest_accrued;
    return now != booked;
}

/// Lets one loan pass through the days: what accrued on each, and what is booked on some of them.
class LoanPassing {
public:
    LoanPassing(const ClosingFund& fund, const Days& days, ClosingLoan& loan, Passed& passed)
        : fund_{fund}, days_{days}, loan_{loan}, passed_{passed}
    {
    }

    /// `events` are all of the loan, where it was told something dated after the days before these.
    void pass(std::span<const lending::Event> events)
    {
        const auto reached = loan_.position.state.reached;
        DayWalk past{*loan_.terms, events};
        DayWalk from_checkpoint{*loan_.terms, loan_.position.state};
        if (loan_.position.booked_until > reached) {
            lending::Trace booked;
            from_checkpoint.at(loan_.position.booked_until, &booked);
            fallen_before_ = static_cast<std::ptrdiff_t>(booked.fallen.size());
        }
        auto before = Money{};
        if (!days_.ever_first)
            before = (reached < days_.first ? from_checkpoint : past).interest_accrued_until(days_.first - 1);
        for (auto day = days_.first; day <= days_.last; day = day + 1) {
            const bool known = day < reached;  // already told by an event: nothing to book
            lending::Trace trace;
            auto state = known ? past.at(day) : from_checkpoint.at(day, &trace);
            const auto flows = lending::totals(*loan_.terms, state);
            const auto accrued = lending::interest_accrued_on(*loan_.terms, day, flows);
            passed_.accrued[{loan_.scheme, day}] += accrued - before;
            before = accrued;
            const auto booked_until = loan_.position.booked_until;
            if (known || day <= booked_until) continue;
            trace.fallen.erase(trace.fallen.begin(), trace.fallen.begin() + fallen_before_);
            const bool over =
                !storage::is_active(*loan_.terms, loan_.position, state) && flows == loan_.position.booked;
            if (!over && is_booked_on(day, flows, trace)) book(day, flows, trace, std::move(state));
        }
        if (changed_) passed_.loans.push_back({&loan_, active_, std::move(open_)});
    }

private:
    [[nodiscard]] bool is_booked_on(Date day, const Totals& flows, const lending::Trace& trace) const
    {
        return fund_.booking == InterestBooking::daily || day.is_last_of_month() || !trace.fallen.empty() ||
               differs_beside_interest(flows, loan_.position.booked);
    }

    void book(Date day, const Totals& flows, const lending::Trace& trace, lending::State state)
    {
        auto& position = loan_.position;
        auto postings = lending::postings_for(position.booked, flows, loan_.id, {});
        for (auto& posting : postings) {
            const bool lapses = posting.debit == ledger::Account::committed;
            (lapses ? passed_.lapsed : passed_.postings)[day].push_back(std::move(posting));
        }
        passed_.booked[{loan_.scheme, day}] += flows.interest_accrued - position.booked.interest_accrued;
        auto& moved = passed_.flows[{loan_.scheme, day}];
        const auto difference = storage::flows_between(position.booked, flows);
        for (std::size_t i = 0; i < moved.size(); ++i) moved[i] += difference[i];
        if (!trace.fallen.empty()) change_dues(day);
        passed_.fallen.insert(passed_.fallen.end(), trace.fallen.begin(), trace.fallen.end());
        fallen_before_ += static_cast<std::ptrdiff_t>(trace.fallen.size());
        position.booked = flows;
        position.booked_until = day;
        changed_ = true;
        active_ = storage::is_active(*loan_.terms, position, state);
        if (!trace.fallen.empty() || !open_.empty()) open_ = std::move(state.open);
    }

    /// What fell due by `day` in the place of what was planned.
    void change_dues(Date day)
    {
        const auto& position = loan_.position;
        const auto add = [&](const lending::DueOnDay& row, std::int64_t sign) {
            const auto signed_of = [&](Money amount) { return sign > 0 ? amount : -amount; };
            passed_.due_changes.push_back(
                {loan_.id.value,
                 loan_.scheme,
                 {row.due, signed_of(row.principal), signed_of(row.interest), signed_of(row.costs)}});
        };
        const auto was = lending::calendar_until(*loan_.terms, position.state, {}, position.booked_until).dues;
        const auto is = lending::calendar_until(*loan_.terms, position.state, {}, day).dues;
        std::map<Date, lending::DueOnDay> planned;
        for (const auto& row : was) planned.emplace(row.due, row);
        for (const auto& row : is) {
            const auto found = planned.find(row.due);
            if (found != planned.end() && found->second == row) {
                planned.erase(found);
                continue;
            }
            add(row, 1);
        }
        for (const auto& [due, row] : planned) add(row, -1);
    }

    const ClosingFund& fund_;
    const Days& days_;
    ClosingLoan& loan_;
    Passed& passed_;
    std::ptrdiff_t fallen_before_ = 0;  // of what falls due after the checkpoint: booked already
    bool changed_ = false;
    bool active_ = true;
    std::vector<lending::DueItem> open_;  // where something fell due
};

std::vector<lending::Event> events_known(const std::vector<storage::KnownEvent>& known, std::int64_t until_work)
{
    std::vector<lending::Event> events;
    for (const auto& one : known) {
        if (one.work_no <= until_work) events.push_back(one.event);
    }
    return events;
}

/// A loan about which something became known late: as it was known when the last day was closed, and as it is now.
class LateLoan {
public:
    LateLoan(const storage::LateKnown& late, const storage::KnownLoan& loan, std::vector<storage::KnownEvent> known)
        : late_{late}, loan_{loan}, known_{std::move(known)}
    {
    }

    /// What it changed about the interest accrued on each day from `first` to `last`.
    void correct(Date first, Date last, InterestByDay& difference) const
    {
        const auto from = std::max(first, first_changed(last));
        const bool was_there = loan_.work_no <= late_.known_until;
        DayWalk was{loan_.terms, events_known(known_, late_.known_until)};
        DayWalk is{loan_.terms, events_known(known_, std::numeric_limits<std::int64_t>::max())};
        const auto moved_by = [&](Date day) {
            return is.interest_accrued_until(day) - (was_there ? was.interest_accrued_until(day) : Money{});
        };
        auto before = from > first ? moved_by(from - 1) : Money{};
        for (auto day = from; day <= last; day = day + 1) {
            const auto moved = moved_by(day);
            difference[{loan_.scheme, day}] += moved - before;
            before = moved;
        }
    }

private:
    /// The first day that it can have changed.
    [[nodiscard]] Date first_changed(Date otherwise) const
    {
        auto first = otherwise;
        if (loan_.terms.opening) first = std::min(first, loan_.terms.opening->on);
        for (const auto& one : known_) {
            if (one.work_no <= late_.known_until) continue;
            first = std::min(first, one.event.value_date);
            for (const auto& other : known_) {
                if (other.event.id == one.event.reverses) first = std::min(first, other.event.value_date);
            }
        }
        return first;
    }

    const storage::LateKnown& late_;
    const storage::KnownLoan& loan_;
    std::vector<storage::KnownEvent> known_;
};

/// What became known since the last close about days closed then: the difference it makes to what accrued on each.
void correct_closed_days(Work& work, const ClosingFund& fund)
{
    if (!fund.closed_day) return;
    const auto late = storage::late_known(work.connection(), fund.id, *fund.closed_day);
    for (std::size_t begin = 0; begin < late.loans.size(); begin += loans_at_once) {
        const auto end = std::min(late.loans.size(), begin + loans_at_once);
        const std::vector<std::int64_t> some(late.loans.begin() + static_cast<std::ptrdiff_t>(begin),
                                             late.loans.begin() + static_cast<std::ptrdiff_t>(end));
        InterestByDay difference;
        auto events = storage::known_events_of(work.connection(), fund.id, some);
        for (const auto& [id, loan] : storage::known_loans(work.connection(), fund.id, some)) {
            LateLoan{late, loan, std::move(events[id])}.correct(*fund.first_closed, *fund.closed_day, difference);
        }
        storage::add_interest_accrued(work, fund.id, difference);
    }
}

/// The loans among these that were told something dated on or after a day.
std::vector<std::int64_t> told_since(const std::vector<ClosingLoan>& loans, Date day)
{
    std::vector<std::int64_t> told;
    for (const auto& loan : loans) {
        if (loan.position.state.reached >= day) told.push_back(loan.id.value);
    }
    return told;
}

void write(Work& work, const ClosingFund& fund, Passed& passed, ClosedDays& receipt)
{
    std::vector<ledger::Entry> entries;
    for (auto& [day, postings] : passed.postings) {
        if (postings.empty()) continue;
        entries.push_back({fund.id, day, "Rente tot en met " + dutch(day), std::move(postings)});
    }
    for (auto& [day, postings] : passed.lapsed) {
        receipt.lapsed_count += static_cast<std::int64_t>(postings.size());
        for (const auto& posting : postings) receipt.lapsed += posting.amount;
        entries.push_back({fund.id, day, "Niet opgenomen en vervallen op " + dutch(day), std::move(postings)});
    }
    work.post_all(entries);
    storage::save_passed(work, fund.id, passed.loans);
    storage::change_dues(work, fund.id, passed.due_changes);
    storage::add_flows(work, fund.id, passed.flows);
    storage::add_interest_accrued(work, fund.id, passed.accrued);
    storage::add_interest_booked(work, fund.id, passed.booked);
    for (const auto& [key, amount] : passed.booked) receipt.interest_booked += amount;
    for (const auto& item : passed.fallen) {
        ++receipt.fell_due_count;
        receipt.fell_due += item.total();
    }
}

/// Closes some days of a fund in one work. False where none were open.
bool close_some(storage::Connection& connection, const storage::Task& task, const CloseDaysRequest& request,
                const OnCloseProgress& progress, ClosedDays& receipt)
{
    auto named = task;
    if (!named.idempotency_key.empty()) {
        named.idempotency_key += "/" + receipt.fund.code + "/" +
                                 (receipt.fund.closed_day ? to_text(*receipt.fund.closed_day) : std::string{});
    }
    Work work{connection, named};
    const auto fund = storage::closing_fund(connection, receipt.fund.id);  // as nobody else can change it now
    const auto days = next_days(fund, request);
    if (!days) return false;

    correct_closed_days(work, fund);
    storage::LoansToClose to_close{connection, fund.id, days->ever_first ? std::nullopt : std::optional{days->first}};
    const auto count = to_close.count();
    std::int64_t done = 0;
    for (auto loans = to_close.next(loans_at_once); !loans.empty(); loans = to_close.next(loans_at_once)) {
        const auto events = storage::known_events_of(connection, fund.id, told_since(loans, days->first));
        Passed passed;
        for (auto& loan : loans) {
            const auto known = events.find(loan.id);
            LoanPassing{fund, *days, loan, passed}.pass(
                known == events.end() ? std::vector<lending::Event>{}
                                      : events_known(known->second, std::numeric_limits<std::int64_t>::max()));
        }
        write(work, fund, passed, receipt);
        done += static_cast<std::int64_t>(loans.size());
        if (progress) progress({fund.code, days->last, done, count});
    }
    storage::add_closed_days(work, fund.id, days->first, days->last);
    if (!receipt.first) receipt.first = days->first;
    receipt.last = days->last;
    receipt.loans = std::max(receipt.loans, count);
    work.commit(fund.code + " " + to_text(days->first) + " " + to_text(days->last));
    return true;
}

}  // namespace

Result<std::vector<ClosingFund>> funds_to_close(storage::Connection& connection, const std::string& fund)
{
    auto funds = storage::closing_funds(connection);
    if (fund.empty()) return funds;
    std::string known;
    for (const auto& one : funds) {
        if (one.code == fund) return std::vector{one};
        known += (known.empty() ? "" : ", ") + one.code;
    }
    return refuse(fund_unknown, {{"fund", fund}, {"known", known}});
}

namespace {

/// The funds whose days are to be closed, where that can be done.
Result<std::vector<ClosingFund>> funds_asked(storage::Connection& connection, const CloseDaysRequest& request,
                                             Date today)
{
    if (request.until > today) {
        return refuse(day_not_come, {{"day", request.until}, {"today", today}});
    }
    if (request.from && *request.from > request.until) {
        return refuse(first_day_after_last, {{"first", *request.from}, {"last", request.until}});
    }
    const auto funds = funds_to_close(connection, request.fund);
    if (!funds) return funds.refusal();
    for (const auto& fund : *funds) {
        if (request.from && fund.first_closed && *fund.first_closed != *request.from) {
            return refuse(first_day_known, {{"fund", fund.code}, {"first", *fund.first_closed}});
        }
    }
    return funds;
}

}  // namespace

Result<reporting::Report> weigh_days(storage::Connection& connection, const CloseDaysRequest& request, Date today)
{
    const auto funds = funds_asked(connection, request, today);
    if (!funds) return funds.refusal();
    reporting::Table table{"days",
                           {"Dagen die dichtgaan", "Days to be closed"},
                           {text_column("fund", "Fonds", "Fund"), day_column("first", "Van", "From"),
                            day_column("last", "Tot en met", "Up to"), count_column("days", "Dagen", "Days"),
                            count_column("loans", "Leningen", "Loans"),
                            count_column("dues", "Termijnen die vervallen", "Instalments that fall due"),
                            money_column("due", "Vervalt", "Falls due")},
                           {},
                           {},
                           {"Al deze dagen zijn gesloten.", "All these days are closed."}};
    for (const auto& fund : *funds) {
        const auto first = fund.closed_day ? *fund.closed_day + 1 : request.from.value_or(fund.begins_on);
        if (first > request.until) continue;
        const auto dues = storage::dues_between(connection, fund.id, first, request.until);
        const storage::LoansToClose loans{connection, fund.id, fund.closed_day ? std::optional{first} : std::nullopt};
        table.rows.push_back({fund.code, cell(first), cell(request.until), count_cell(request.until - first + 1),
                              count_cell(loans.count()), count_cell(dues.count), cell(dues.amount)});
    }
    return reporting::Report{"days-to-close", {"Dagafsluiting", "Close of day"}, request.until, {}, {std::move(table)}};
}

Result<std::vector<ClosedDays>> close_days(storage::Connection& connection, const storage::Task& task,
                                           const CloseDaysRequest& request, const OnCloseProgress& progress)
{
    const auto funds = funds_asked(connection, request, task.today);
    if (!funds) return funds.refusal();
    std::vector<ClosedDays> receipts;
    for (const auto& fund : *funds) {
        auto& receipt = receipts.emplace_back();
        receipt.fund = fund;
        while (next_days(receipt.fund, request) && close_some(connection, task, request, progress, receipt)) {
            receipt.fund = storage::closing_fund(connection, fund.id);
        }
        receipt.fund = storage::closing_fund(connection, fund.id);
        if (!receipt.fund.closed_day) continue;
        receipt.late = storage::late_loans(connection, fund.id, *receipt.fund.closed_day + 1);
        receipt.accrued_unbooked = storage::accrued_unbooked(connection, fund.id, *receipt.fund.closed_day);
    }
    return receipts;
}

Result<ClosingFund> set_interest_booking(storage::Connection& connection, const storage::Task& task,
                                         const std::string& fund, InterestBooking booking)
{
    const auto funds = funds_to_close(connection, fund);
    if (!funds) return funds.refusal();
    const auto& chosen = funds->front();
    if (chosen.booking == booking) return chosen;
    Work work{connection, task};
    storage::add_closing_rule(work, chosen.id, booking);
    work.commit(chosen.code);
    return storage::closing_fund(connection, chosen.id);
}

}  // namespace vierkant::usecases
