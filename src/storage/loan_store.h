#pragma once

#include "domain/lending/event.h"
#include "domain/lending/replay.h"
#include "domain/lending/schedule.h"
#include "storage/work.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vierkant::storage {

/// A loan as it was awarded.
struct StoredLoan {
    FundId fund;
    LoanId id;
    std::string number;
    std::string payment_reference;
    std::optional<DossierId> dossier;
    UndertakingId undertaking;
    std::string scheme;
    std::string sector;
    std::string municipality;
    Date awarded_on;
    Money amount;
    lending::LoanTerms terms;
};

/// How far the books follow a loan: rebuildable from its events.
struct LoanPosition {
    lending::State
        state;  ///< the checkpoint: on the day of its last event, after it; interest booked later is not in it
    std::int64_t last_event_no = 0;
    Date booked_until;       ///< the day up to which interest was booked
    lending::Totals booked;  ///< what the journal was told
};

/// What falls due and what was paid on it, for the reports.
struct LoanCalendar {
    std::vector<lending::Fallen> dues;  ///< past as they fell, ahead as planned
    std::vector<lending::Settlement> settlements;
};

/// The loan with this number; nothing where there is none.
std::optional<StoredLoan> find_loan(Connection& connection, const std::string& number);

std::optional<StoredLoan> find_loan(Connection& connection, FundId fund, LoanId loan);

/// Who owes the loan: who was awarded it, or who took it over last.
struct Borrower {
    std::string name;
    std::string iban;  ///< "" where none was registered
    UndertakingId id = {};
};
Borrower borrower_of(Connection& connection, const StoredLoan& loan);

/// The columns of loan_event that make an event, and the event of a row that begins with them.
inline constexpr std::string_view event_columns = "event_no, kind, value_date, amount, rate, excess, reverses";
inline constexpr std::string_view event_column_kinds = "ittiiti";
lending::Event event_of(const Row& row);
/// Of these kinds more is kept than those columns say.
bool may_have_detail(lending::EventKind kind);

std::vector<lending::Event> events_of(Connection& connection, const StoredLoan& loan);
std::vector<lending::Event> events_of(Connection& connection, FundId fund, LoanId loan);
/// Of many loans; a loan without events is left out.
std::map<LoanId, std::vector<lending::Event>> events_of(Connection& connection, FundId fund,
                                                        const std::vector<std::int64_t>& loans);
LoanPosition position_of(Connection& connection, const StoredLoan& loan);

/// The last day of the last closed period of the loan's fund; nothing where none was closed.
std::optional<Date> closed_until(Connection& connection, FundId fund);

/// With a position from the beginning where it has a last day of drawing.
void add_loan(Work& work, const StoredLoan& loan);
void add_event(Work& work, const StoredLoan& loan, const lending::Event& event, std::optional<BankLineId> bank_line,
               const std::string& note);
/// Saves a position whose state is also that of the day booked until. (storage/loan_writer.h does any, and many.)
void save_position(Work& work, const StoredLoan& loan, const LoanPosition& position);

/// Adds what moved between two totals of a loan to what flowed through its fund on the day of the entry that books it.
/// Every booking of a loan does so, one taken over from elsewhere too.
void add_loan_flow(Work& work, const StoredLoan& loan, Date entry_date, const lending::Totals& before,
                   const lending::Totals& now);

/// Replaces the loan's calendar, and the totals per fund and day with it.
void replace_calendar(Work& work, const StoredLoan& loan, const LoanCalendar& calendar);

}  // namespace vierkant::storage
