// What closing came to, and how far it is: as tables.

#include "usecases/close_period.h"

namespace vierkant::usecases {

namespace {

using reporting::Cell;
using reporting::ColumnType;
using reporting::Table;

const reporting::Column fund_column{"fund", {"Fonds", "Fund"}};

Cell cell(const std::optional<Date>& day)
{
    return day ? Cell{to_text(*day)} : Cell{};
}

Table funds_table(const std::vector<storage::ClosingFund>& funds)
{
    Table table{"funds",
                {"Hoe ver de fondsen gesloten zijn", "How far the funds are closed"},
                {fund_column,
                 {"interest",
                  {"Rente geboekt", "Interest booked"},
                  ColumnType::text,
                  {{"day", {"per dag", "by the day"}}, {"month", {"per maand", "by the month"}}}},
                 {"first_closed", {"Eerste gesloten dag", "First closed day"}, ColumnType::date},
                 {"closed_day", {"Laatste gesloten dag", "Last closed day"}, ColumnType::date},
                 {"closed_period", {"Gesloten periode tot en met", "Period closed up to"}, ColumnType::date}},
                {},
                {}};
    for (const auto& fund : funds) {
        const auto* const booking = fund.booking == storage::InterestBooking::daily ? "day" : "month";
        table.rows.push_back({fund.code, std::string{booking}, cell(fund.first_closed), cell(fund.closed_day),
                              cell(fund.closed_period)});
    }
    return table;
}

Table periods_table()
{
    return {"periods",
            {"Gesloten perioden", "Closed periods"},
            {fund_column,
             {"from", {"Van", "From"}, ColumnType::date},
             {"until", {"Tot en met", "Up to"}, ColumnType::date},
             {"entries", {"Boekingen tot dan", "Entries by then"}, ColumnType::count},
             {"suspense", {"Vraagposten", "Suspense"}, ColumnType::money},
             {"in_transit", {"Lang onderweg", "Long on its way"}, ColumnType::money},
             {"note", {"Toelichting", "Note"}},
             {"closed_by", {"Gesloten door", "Closed by"}},
             {"closed_at", {"Gesloten op", "Closed on"}, ColumnType::date}},
            {},
            {},
            {"Er is nog geen periode gesloten.", "No period was closed yet."}};
}

void add_period(Table& table, const std::string& fund, const storage::ClosedPeriod& period)
{
    table.rows.push_back({fund, to_text(period.opens_on), to_text(period.closed_on), period.last_entry_no,
                          period.suspense.in_cents(), period.in_transit.in_cents(), period.note, period.actor,
                          to_text(period.closed_at)});
}

}  // namespace

Result<reporting::Report> show_closings(storage::Connection& connection, const std::string& fund, Date today)
{
    const auto funds = funds_to_close(connection, fund);
    if (!funds) return funds.refusal();
    auto periods = periods_table();
    for (const auto& one : *funds) {
        for (const auto& period : storage::closed_periods(connection, one.id)) add_period(periods, one.code, period);
    }
    return reporting::Report{
        "closings", {"Afsluiting", "Closing"}, today, {}, {funds_table(*funds), std::move(periods)}};
}

reporting::Report report_of(const std::vector<ClosedDays>& receipts, Date today)
{
    Table table{"days",
                {"Gesloten dagen", "Closed days"},
                {fund_column,
                 {"first", {"Van", "From"}, ColumnType::date},
                 {"last", {"Tot en met", "Up to"}, ColumnType::date},
                 {"days", {"Dagen", "Days"}, ColumnType::count},
                 {"loans", {"Leningen", "Loans"}, ColumnType::count},
                 {"interest_booked", {"Rente geboekt", "Interest booked"}, ColumnType::money},
                 {"fell_due_count", {"Termijnen vervallen", "Instalments fallen due"}, ColumnType::count},
                 {"fell_due", {"Vervallen", "Fell due"}, ColumnType::money},
                 {"lapsed_count", {"Leningen vervallen", "Loans lapsed"}, ColumnType::count},
                 {"lapsed", {"Toezegging vervallen", "Commitment lapsed"}, ColumnType::money},
                 {"accrued_unbooked", {"Rente nog te boeken", "Interest not booked yet"}, ColumnType::money},
                 {"late_count", {"Leningen te laat", "Loans late"}, ColumnType::count},
                 {"late", {"Te laat", "Late"}, ColumnType::money}},
                {},
                {}};
    for (const auto& one : receipts) {
        table.rows.push_back({one.fund.code, cell(one.first), cell(one.last), one.days(), one.loans,
                              one.interest_booked.in_cents(), one.fell_due_count, one.fell_due.in_cents(),
                              one.lapsed_count, one.lapsed.in_cents(), one.accrued_unbooked.in_cents(), one.late.count,
                              one.late.amount.in_cents()});
    }
    return {"close-day", {"Dagafsluiting", "Close of day"}, today, {}, {std::move(table)}};
}

reporting::Report report_of(const std::vector<PeriodReceipt>& receipts, Date until)
{
    auto periods = periods_table();
    Table balance{"balance",
                  {"Proef- en saldibalans vanaf het begin", "Trial balance from the beginning"},
                  {fund_column,
                   {"account", {"Rekening", "Account"}},
                   {"debit", {"Debet", "Debit"}, ColumnType::money},
                   {"credit", {"Credit", "Credit"}, ColumnType::money},
                   {"closing", {"Eindsaldo", "Closing balance"}, ColumnType::money}},
                  {},
                  {}};
    Money debit;
    Money credit;
    for (const auto& receipt : receipts) {
        add_period(periods, receipt.fund.code, receipt.period);
        for (const auto& line : receipt.balances) {
            balance.rows.push_back({receipt.fund.code, line.code, line.debit.in_cents(), line.credit.in_cents(),
                                    (line.debit - line.credit).in_cents()});
            debit += line.debit;
            credit += line.credit;
        }
    }
    balance.totals = {std::string{}, std::string{}, debit.in_cents(), credit.in_cents(), (debit - credit).in_cents()};
    return {
        "close-period", {"Periodeafsluiting", "Close of period"}, until, {}, {std::move(periods), std::move(balance)}};
}

}  // namespace vierkant::usecases
