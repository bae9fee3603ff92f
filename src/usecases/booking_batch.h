#pragma once

#include "domain/lending/booking.h"
#include "storage/loan_batch.h"
#include "storage/loan_writer.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vierkant::usecases {

/// What booking an event came to.
struct EventReceipt {
    EventId event;
    Money outstanding;          ///< principal after it
    std::int64_t entry_no = 0;  ///< 0 where the books did not change, and where the entry is not written yet
};

/// The other party of money that is on its way: what the bank line will carry.
struct Counterparty {
    std::string iban;
    std::string end_to_end_id;
};

/// Books many facts in one work. Loans are loaded many at a time and moved on in memory; what is to be written waits,
/// in its order, for flush(). One fact is a batch of one: there is no other way to book on a loan.
///
/// A loan goes on from its checkpoint where the event comes after it; a reversal, and an event dated on or before the
/// day of an earlier one, make it replay from the beginning. Both give the same loan.
class BookingBatch {
public:
    explicit BookingBatch(storage::Work& work) : work_{work} {}
    BookingBatch(const BookingBatch&) = delete;
    BookingBatch& operator=(const BookingBatch&) = delete;

    [[nodiscard]] storage::Work& work() { return work_; }

    /// Loads loans at once. A loan that is booked on without it is loaded by itself.
    void load(FundId fund, const std::vector<std::int64_t>& loans);
    /// REQUIRES: the loan is there.
    const storage::LoanInBooks& loan(FundId fund, LoanId loan);
    /// Takes up a loan that was read already.
    void take(const storage::StoredLoan& loan);

    /// Adds one event to a loan: checks it, keeps it, and tells the journal the difference. An event dated before what
    /// was booked is corrected by an entry of today; closed periods stay as they are. Money that comes or goes without
    /// a bank line is opened as a transfer, for the line that will show it.
    Result<EventReceipt> book(FundId fund, LoanId loan, lending::Event event, lending::MoneyIn money_in,
                              const std::string& note, const Counterparty& other = {});
    /// Books the interest of a loan over the days before `day`.
    void book_interest(FundId fund, LoanId loan, Date day);

    void post(ledger::Entry entry) { entries_.push_back(std::move(entry)); }
    /// The last day of the last closed period.
    std::optional<Date> closed_until(FundId fund);

    /// Writes what waits. Gives the number of the last entry; 0 where there was none.
    std::int64_t flush();
    /// Forgets the loans, so that memory stays bounded. REQUIRES: nothing waits.
    void forget() { loans_.clear(); }

private:
    struct InHand {
        storage::LoanInBooks books;
        std::vector<lending::DueOnDay> ahead;  ///< what the calendar kept says of the days after the checkpoint
    };
    InHand& hand(FundId fund, LoanId loan);
    Result<Done> go_on(InHand& hand, const lending::Event& event);
    Result<lending::EventKind> start_over(InHand& hand, const lending::Event& event);
    Money book_difference(InHand& hand, const lending::State& now, Date fact, lending::MoneyIn money_in,
                          const std::string& description);
    [[nodiscard]] Date entry_date(const InHand& hand, Date fact);

    storage::Work& work_;
    std::map<std::pair<FundId, LoanId>, InHand> loans_;
    std::map<FundId, std::optional<Date>> closed_;
    std::vector<ledger::Entry> entries_;
    storage::LoanWriter writer_;
};

}  // namespace vierkant::usecases
