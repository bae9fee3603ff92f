// What a forecast starts from: the fund, its loans and its applications on a day.

#include "domain/dossiers/progress.h"
#include "storage/forecast_store.h"
#include "storage/fund_store.h"
#include "usecases/arrears_tables.h"
#include "usecases/assess_application.h"
#include "usecases/forecast.h"
#include "usecases/messages.h"
#include "usecases/risk_messages.h"

#include <algorithm>
#include <array>

namespace vierkant::usecases {

namespace {

using arrears::Stage;
using lending::State;
using storage::LoanInBooks;

/// The loan at the end of the day: its checkpoint taken further, or a replay where something happened after it.
State state_on(storage::Connection& connection, const LoanInBooks& item, Date day)
{
    const auto& state = item.position.state;
    if (item.position.last_event_no > 0 && state.reached <= day) {
        return lending::advance(item.loan.terms, state, {}, day);
    }
    auto events = storage::events_of(connection, item.loan);
    std::erase_if(events, [&](const lending::Event& event) { return event.value_date > day; });
    return lending::replay(item.loan.terms, events, day);
}

forecast::RunningLoan running(const lending::LoanTerms& terms, const State& state, Date day)
{
    forecast::RunningLoan loan;
    loan.outstanding = state.principal;
    auto ahead = state;
    ahead.principal = state.not_yet_due();
    ahead.open.clear();
    auto schedule = lending::plan_ahead(terms, ahead);
    for (const auto& item : state.open) {
        if (item.due <= day) {
            loan.overdue_principal += item.principal;
            loan.overdue_interest += item.all_interest() + item.costs;
        } else {
            schedule.rows.push_back({lending::ScheduleRow::Kind::instalment,
                                     item.number,
                                     item.due,
                                     0,
                                     item.principal,
                                     item.all_interest() + item.costs,
                                     {}});
        }
    }
    loan.plan = forecast::by_month(schedule, day);
    return loan;
}

/// A loan of which nothing was drawn yet goes by its own terms, as if it were drawn tomorrow; else by those of a new
/// one.
forecast::Flows plan_of_promise(const lending::LoanTerms& terms, const State& state, Money amount, Date day,
                                const forecast::Scenario& scenario)
{
    const auto drawn_on = std::max(day + 1, terms.first_drawing.value_or(day + 1));
    if (state.drawn || terms.opening || terms.first_due <= drawn_on) return plan_of(scenario.new_loan, amount);
    const std::array drawing{lending::Event{EventId{1}, drawn_on, lending::EventKind::disbursement, amount}};
    return forecast::by_month(lending::make_schedule(terms, drawing), drawn_on);
}

Money undrawn(const LoanInBooks& item, const State& state)
{
    if (state.closed) return {};
    return item.loan.amount - state.settled.disbursed - state.settled.commitment_lapsed;
}

void add_loans(storage::Connection& connection, FundId fund, Date day, const forecast::Scenario& scenario,
               const arrears::RiskParameters& parameters, forecast::Position& position)
{
    const auto overrides = storage::risk_overrides(connection, fund);
    for (const auto& item : storage::loans_on(connection, fund, day)) {
        const auto& terms = item.loan.terms;
        const auto state = state_on(connection, item, day);
        // Of a loan written off only interest may be left, which nobody counts on.
        if (state.principal.is_positive() || state.open_total().is_positive()) {
            auto loan = running(terms, state, day);
            const auto said = overrides.find(item.loan.id);
            const auto word = said == overrides.end() ? std::nullopt : arrears::override_on(said->second, day);
            loan.stage = word ? *word : arrears::stage_of(parameters, lending::days_past_due(state, day));
            position.loans.push_back(std::move(loan));
        }
        const auto left = undrawn(item, state);
        if (left.is_positive()) {
            position.promised.push_back({left, plan_of_promise(terms, state, left, day, scenario)});
        }
    }
}

/// Applications that were open that day; what was proposed to be refused is not awarded.
void add_applications(storage::Connection& connection, FundId fund, Date day, forecast::Position& position)
{
    using dossiers::Status;
    for (const auto& view : list_applications(connection, {.fund = fund, .undecided_on = day})) {
        const auto& dossier = view.row.dossier;
        auto history = view.row.history;
        std::erase_if(history, [&](const dossiers::Event& event) { return event.day > day; });
        if (history.empty()) continue;
        const auto status = dossiers::status_of(history);
        if (dossiers::is_closed(status) || status == Status::refusal_proposed) continue;
        const bool proposed = status == Status::award_proposed;
        const auto amount = proposed ? dossiers::proposal(history).amount.value_or(dossier.amount) : dossier.amount;
        position.pending.push_back({std::max(0, forecast::months_between(day, view.decide_by)), proposed, amount});
    }
    std::reverse(position.pending.begin(), position.pending.end());  // in order of receipt
}

}  // namespace

Result<forecast::Position> forecast_position(storage::Connection& connection, const std::string& fund, Date as_of,
                                             const forecast::Scenario& scenario)
{
    const auto found = storage::fund_on(connection, fund, as_of);
    if (!found) {
        std::string known;
        for (const auto& one : storage::fund_standings(connection)) known += (known.empty() ? "" : ", ") + one.code;
        return refuse(fund_unknown, {{"fund", fund}, {"known", known}});
    }
    const auto* parameters = arrears::parameters_on(risk_parameters(), as_of);
    if (parameters == nullptr) return refuse(no_risk_parameters, {{"day", as_of}});
    forecast::Position position;
    position.as_of = as_of;
    position.capital = found->capital;
    position.disbursed = found->disbursed;
    position.cash = found->cash;
    position.committed = found->committed;
    position.reserve = found->reserve;
    add_loans(connection, found->id, as_of, scenario, *parameters, position);
    add_applications(connection, found->id, as_of, position);
    return position;
}

}  // namespace vierkant::usecases
