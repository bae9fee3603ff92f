#include "usecases/reset_rates.h"

#include "domain/lending/replay.h"
#include "storage/loan_query.h"
#include "usecases/booking_batch.h"
#include "usecases/reference_data.h"
#include "usecases/report_cells.h"

#include <algorithm>

namespace vierkant::usecases {

namespace {

using lending::Event;
using lending::EventKind;
using lending::LoanTerms;
using reporting::Table;
using storage::StoredLoan;

struct Reset {
    Date day;
    Rate before;
    Rate after;
};

/// The rate that a loan's terms ask for from a reset on; empty where the table does not go back so far.
std::optional<Rate> rate_asked(const lending::RateResets& resets, Date day)
{
    const auto base = state_aid::base_rate_on(reference_tables().base_rates, day);
    if (!base) return std::nullopt;
    return std::max(resets.floor, base->rate + resets.margin);
}

/// The resets of a loan up to a day that change its rate, in order.
std::vector<Reset> resets_of(const StoredLoan& loan, std::vector<Event> events, Date today)
{
    const auto terms = lending::in_force(loan.terms, lending::replay(loan.terms, events, today));
    std::vector<Reset> found;
    if (!terms.resets) return found;
    const auto end = lending::period_end(terms, terms.instalments);
    for (int i = 0;; ++i) {
        const auto day = add_months(terms.resets->first, i * terms.resets->every_months);
        if (day > today || day >= end) return found;
        const auto state = lending::replay(loan.terms, events, day);
        const auto owes = state.principal.is_positive() || !state.drawn;
        const auto rate = rate_asked(*terms.resets, day);
        const auto before = state.has_rate ? state.rate : lending::rate_on(terms, day);
        if (state.closed || !owes || !rate || *rate == before) continue;
        found.push_back({day, before, *rate});
        Event event{EventId{static_cast<std::int64_t>(events.size()) + 1}, day, EventKind::rate_change};
        event.rate = *rate;
        events.push_back(event);
    }
}

}  // namespace

Result<reporting::Report> reset_rates(storage::Connection& connection, const storage::Task& task, bool book,
                                      Language language)
{
    storage::Work work{connection, task};
    BookingBatch batch{work};
    Table table{"resets",
                {"Renteherzieningen", "Rate resets"},
                {text_column("loan", "Lening", "Loan"), text_column("borrower", "Leningnemer", "Borrower"),
                 day_column("day", "Vanaf", "From"), percent_column("before", "Was", "Before"),
                 percent_column("after", "Wordt", "After")},
                {},
                {}};
    for (const auto& number : storage::loans_that_follow(connection)) {
        const auto loan = storage::find_loan(connection, number);
        batch.take(*loan);
        for (const auto& reset : resets_of(*loan, storage::events_of(connection, *loan), task.today)) {
            Event event{EventId{}, reset.day, EventKind::rate_change};
            event.rate = reset.after;
            const auto note = language == Language::nl ? "Renteherziening volgens de basisrente van de EU"
                                                       : "Rate reset by the EU base rate";
            const auto booked = batch.book(loan->fund, loan->id, event, {}, note);
            if (!booked) return booked.refusal();
            table.rows.push_back({number, storage::borrower_of(connection, *loan).name, cell(reset.day),
                                  cell(reset.before), cell(reset.after)});
        }
    }
    table.empty = {"Er is geen rente te herzien.", "No rate is to be reset."};
    if (book && !table.rows.empty()) {
        batch.flush();
        work.commit(std::to_string(table.rows.size()));
    }
    return reporting::Report{"rate-resets", {"Renteherzieningen", "Rate resets"}, task.today, {}, {std::move(table)}};
}

}  // namespace vierkant::usecases
