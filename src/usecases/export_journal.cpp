#include "usecases/export_journal.h"

#include "storage/fund_store.h"
#include "usecases/messages.h"

namespace vierkant::usecases {

namespace {

/// Where an account is kept per loan, its name goes on with the loan's.
std::string account_name(const std::string& code, const std::string& loan)
{
    return code == "assets:loans" && !loan.empty() ? code + ":" + loan : code;
}

formats::JournalEntry named(const storage::BookedEntry& booked)
{
    formats::JournalEntry entry{booked.fund, booked.number, booked.date, booked.description, {}};
    for (const auto& posting : booked.postings) {
        entry.postings.push_back({account_name(posting.debit, posting.loan), account_name(posting.credit, posting.loan),
                                  posting.amount, posting.loan, posting.grant, posting.bank_line});
    }
    return entry;
}

Result<Done> check_selection(storage::Connection& connection, const storage::JournalSelection& selection)
{
    if (selection.from && selection.until && *selection.until < *selection.from) {
        return wrong_usage(period_reversed, {{"from", *selection.from}, {"until", *selection.until}});
    }
    if (selection.fund.empty() || storage::fund_of_code(connection, selection.fund)) return Done{};
    std::string known;
    for (const auto& fund : storage::fund_standings(connection)) known += (known.empty() ? "" : ", ") + fund.code;
    return refuse(fund_unknown, {{"fund", selection.fund}, {"known", known}});
}

void write_journal(storage::Connection& connection, const storage::JournalSelection& selection,
                   formats::JournalWriter& writer)
{
    const auto first = storage::first_entry_day(connection, selection.fund);
    writer.begin(first.value_or(selection.from.value_or(date(2014, 1, 1))));
    storage::each_account(connection, selection.fund, [&](const std::string& code) { writer.account(code); });
    storage::each_loan_number(connection, selection.fund,
                              [&](const std::string& number) { writer.account(account_name("assets:loans", number)); });
    storage::each_entry(connection, selection,
                        [&](const storage::BookedEntry& booked) { writer.entry(named(booked)); });
}

}  // namespace

Result<Done> export_journal(storage::Connection& connection, const storage::JournalSelection& selection,
                            formats::JournalFormat format, std::ostream& out)
{
    connection.begin_reading();
    auto checked = check_selection(connection, selection);
    if (checked) write_journal(connection, selection, *formats::JournalWriter::make(format, out));
    connection.rollback();
    return checked;
}

}  // namespace vierkant::usecases
