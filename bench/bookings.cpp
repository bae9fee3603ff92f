// Booking one at a time and in groups, against the same rows written by SQLite's own interface.

#include "bare_books.h"
#include "measure.h"
#include "ratios.h"

#include "storage/fund_store.h"
#include "storage/migrations.h"
#include "storage/work.h"
#include "usecases/init_administration.h"

#include <stdexcept>

namespace vierkant::bench {

namespace {

constexpr int loans = 1'000;  // that the postings are about, in turn

std::string fresh(const Folder& folder, const std::string& name)
{
    for (const auto* end : {"", "-wal", "-shm"}) std::filesystem::remove(folder / (name + end));
    return (folder / name).string();
}

storage::Task task(const std::string& name)
{
    return {name, "bench", date(2026, 1, 15), "2026-01-15T09:00:00Z"};
}

ledger::Entry repayment(std::int64_t loan)
{
    using ledger::Account;
    return {FundId{1},
            date(2026, 1, 15),
            "Aflossing en rente L-000042",
            {{Account::transit, Account::loans, Money::cents(250'000), LoanId{loan}},
             {Account::transit, Account::interest_receivable, Money::cents(10'000), LoanId{loan}}}};
}

/// The two sides of one comparison, each in a database of its own.
class Sides {
public:
    explicit Sides(const Folder& folder) : ours_{fresh(folder, "ours.db")}, bare_{fresh(folder, "bare.db")}
    {
        if (!usecases::init_administration(ours_, task("init"), "", "")) throw std::runtime_error{"init was refused"};
    }

    void book(int works, int entries_each)
    {
        for (int i = 0; i < works; ++i) {
            storage::Work work{ours_, task("book")};
            std::vector<ledger::Entry> entries;
            entries.reserve(static_cast<std::size_t>(entries_each));
            for (int j = 0; j < entries_each; ++j) entries.push_back(repayment(next(loan_)));
            work.post_all(entries);
            work.commit("booked");
        }
    }
    void book_bare(int commits, int entries_each)
    {
        for (int i = 0; i < commits; ++i) {
            bare_.begin();
            for (int j = 0; j < entries_each; ++j) bare_.book(next(bare_loan_));
            bare_.commit();
        }
    }

private:
    static std::int64_t next(std::int64_t& loan) { return loan = loan % loans + 1; }

    storage::Connection ours_;
    BareBooks bare_;
    std::int64_t loan_ = 0;
    std::int64_t bare_loan_ = 0;
};

}  // namespace

void single_bookings(const Folder& folder)
{
    Sides sides{folder};
    const auto single = interleaved(
        15, [&] { sides.book(200, 1); }, [&] { sides.book_bare(200, 1); });
    print("single durable bookings, part of bare speed", single.as_fast(), Goal::at_least, 0.70,
          std::to_string(static_cast<int>(200 / single.ours)) + " a second");
}

void grouped_bookings(const Folder& folder)
{
    Sides sides{folder};
    const auto grouped = interleaved(
        9, [&] { sides.book(10, 1'000); }, [&] { sides.book_bare(10, 1'000); });
    print("bookings in groups of 1,000, part of bare speed", grouped.as_fast(), Goal::at_least, 0.60,
          std::to_string(static_cast<int>(10'000 / grouped.ours)) + " a second");
}

}  // namespace vierkant::bench
