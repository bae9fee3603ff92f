#pragma once

#include "domain/banking/match.h"
#include "storage/bank_store.h"
#include "storage/loan_store.h"
#include "usecases/booking_batch.h"
#include "usecases/import_statement.h"

#include <optional>
#include <set>
#include <span>
#include <vector>

namespace vierkant::usecases {

/// Books lines in the order of the statement, a group at a time: what a group may be about is asked once. The outcome
/// does not depend on where a group ends, nor does what is written: it waits for the end of the group, or for a line
/// that has to see it.
class GroupBooking {
public:
    explicit GroupBooking(storage::Work& work) : work_{work}, batch_{work} {}

    void begin(FundId fund, StatementId statement);
    void take(const banking::Line& line);  ///< keeps it, and books a full group
    void finish();                         ///< books what is left of the statement
    void report(ImportReceipt& receipt) const;

private:
    void keep_lines();
    void book(std::size_t index, banking::OpenItems& items);
    [[nodiscard]] banking::Match find(std::size_t index, banking::OpenItems& items);
    void load(std::size_t index, banking::OpenItems& items);
    void load_loans(const banking::OpenItems& items);
    void keep_match(const storage::KeptLine& line, const storage::LineMatch& match);
    void write();
    [[nodiscard]] bool is_stale(const banking::Line& line, const banking::Match& match) const;
    Result<storage::LineMatch> book_match(const storage::KeptLine& line, const banking::Match& match);
    void count(const storage::KeptLine& line, const storage::LineMatch& match, const banking::Match& found);

    storage::Work& work_;
    BookingBatch batch_;
    storage::Rows matches_{storage::facts::bank_match.kinds.size()};  // that wait to be written
    storage::Rows unmatched_{2};
    FundId fund_;
    StatementId statement_;
    std::vector<banking::Line> lines_;
    std::vector<storage::KeptLine> kept_;
    std::set<BankLineId> doubles_;   ///< of this group: their identity was known
    bool undone_ = false;            ///< a line was undone or a reclaim paid, which may change any answer
    std::set<std::string> touched_;  ///< accounts of borrowers whose due amounts changed
    ImportReceipt counted_;          ///< the parts that this class fills
};

}  // namespace vierkant::usecases
