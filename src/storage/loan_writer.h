#pragma once

#include "domain/lending/calendar.h"
#include "storage/loan_rows.h"

#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace vierkant::storage {

/// Collects what the booking of loans writes beside the journal, and writes it for many loans at once: the events, and
/// with them the rebuildable rows (positions, arrears, calendars and their totals). Nothing is in the database before
/// write(); a loan may come by any number of times before it.
class LoanWriter {
public:
    LoanWriter() : events_{facts::loan_event.kinds.size()}, details_{facts::loan_event_detail.kinds.size()} {}

    void add_event(const StoredLoan& loan, const lending::Event& event, std::optional<BankLineId> bank_line,
                   const std::string& note);
    /// What moved between two totals, to what flowed through the fund on the day of the entry that books it.
    void add_flow(const StoredLoan& loan, Date entry_date, const lending::Totals& before, const lending::Totals& now);
    /// The loan's position; `now` is its state on the day booked until: what is open then are its arrears.
    void save(const StoredLoan& loan, const LoanPosition& position, const lending::State& now);

    /// Makes the calendar kept so far into another: only the rows that differ are written.
    void change_dues(const StoredLoan& loan, const std::vector<lending::DueOnDay>& was,
                     const std::vector<lending::DueOnDay>& is);
    void change_settlements(const StoredLoan& loan, const std::vector<lending::SettledOnDay>& was,
                            const std::vector<lending::SettledOnDay>& is);
    /// Nothing is left of what fell due on `due`. REQUIRES: the calendar has that day.
    void mark_settled(const StoredLoan& loan, Date due, Date day);

    void write(Work& work);

private:
    using LoanKey = std::pair<std::int64_t, std::int64_t>;                      // fund, loan
    using DueKey = std::tuple<std::int64_t, std::int64_t, Date>;                // and due date
    using SettlementKey = std::tuple<std::int64_t, std::int64_t, Date, Date>;   // and day
    using FlowKey = std::tuple<std::int64_t, std::string, Date>;                // fund, scheme, day
    using SettledTotalKey = std::tuple<std::int64_t, std::string, Date, Date>;  // and day
    struct Position {
        LoanPosition position;
        std::int64_t active;
        std::vector<lending::DueItem> open;
    };
    void set_due(const StoredLoan& loan, const lending::DueOnDay* was, const lending::DueOnDay* is);
    void set_settlement(const StoredLoan& loan, const lending::SettledOnDay* was, const lending::SettledOnDay* is);
    void write_positions(Connection& connection);
    void write_arrears(Connection& connection);
    void write_calendars(Connection& connection);
    void write_totals(Connection& connection);

    Rows events_;
    Rows details_;
    std::map<LoanKey, Position> positions_;
    std::map<DueKey, std::optional<lending::DueOnDay>> dues_;  // nothing: the row goes
    std::map<DueKey, Date> settled_;                           // rows of which nothing else changes
    std::map<SettlementKey, std::optional<lending::SettledOnDay>> settlements_;
    std::map<FlowKey, lending::DueOnDay> due_totals_;  // differences, as all totals here
    std::map<SettledTotalKey, lending::SettledOnDay> settlement_totals_;
    std::map<FlowKey, LoanFlows> flows_;
    InterestBooked interest_;
};

}  // namespace vierkant::storage
