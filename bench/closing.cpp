// Closing a day on which interest is booked on every loan, against one insert ... select that writes as many rows.

#include "administration.h"
#include "measure.h"
#include "ratios.h"

#include "storage/closing_store.h"
#include "storage/migrations.h"
#include "usecases/close_days.h"

#include <sys/resource.h>

#include <stdexcept>

namespace vierkant::bench {

namespace {

constexpr int rounds = 3;
const FundId fund{1};

storage::Task task(const std::string& name, Date today)
{
    return {name, "bench", today, to_text(today) + "T09:00:00Z"};
}

/// The most memory this process had after an administration of so many loans.
struct Peak {
    std::int64_t loans = 0;
    double kilobytes = 0;
};

/// Most memory this process ever had, in kB.
double peak()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss);
}

usecases::ClosedDays close_until(storage::Connection& connection, Date day)
{
    auto closed = usecases::close_days(connection, task("close day", day), {day, "revolving", std::nullopt});
    if (!closed) throw std::runtime_error{"the day was not closed"};
    return closed->front();
}

/// The next day that is open. The first time, a day is closed that takes in all that accrued before it.
Date next_day(storage::Connection& connection)
{
    if (const auto closed = storage::closing_fund(connection, fund).closed_day) return *closed + 1;
    const auto first = administration_until;
    if (!usecases::close_days(connection, task("close day", first), {first, "revolving", first})) {
        throw std::runtime_error{"the first day was not closed"};
    }
    return first + 1;
}

void book_by(storage::Connection& connection, storage::InterestBooking booking, Date today)
{
    if (!usecases::set_interest_booking(connection, task("close interest", today), "revolving", booking)) {
        throw std::runtime_error{"the fund cannot be set"};
    }
}

std::int64_t count(storage::Connection& connection, const std::string& what)
{
    return connection.number("SELECT count(*) FROM " + what, {}, 0);
}

/// A table with the columns, keys and index of `posting`, and nothing else to it.
class BarePostings {
public:
    explicit BarePostings(storage::Connection& connection) : connection_{connection} { drop(); }
    ~BarePostings() { drop(); }
    BarePostings(const BarePostings&) = delete;
    BarePostings& operator=(const BarePostings&) = delete;

    void write(std::int64_t rows)
    {
        connection_.begin_writing();
        connection_.script(
            "CREATE TABLE IF NOT EXISTS bare_posting (fund_id BIGINT NOT NULL, entry_no BIGINT NOT NULL, line_no "
            "BIGINT NOT NULL, debit_account BIGINT NOT NULL, credit_account BIGINT NOT NULL, amount BIGINT NOT NULL, "
            "loan_id BIGINT, grant_id BIGINT, bank_line_id BIGINT, PRIMARY KEY (fund_id, entry_no, line_no)) WITHOUT "
            "ROWID; CREATE INDEX IF NOT EXISTS bare_posting_loan ON bare_posting (loan_id)");
        connection_.execute(
            "INSERT INTO bare_posting SELECT p.fund_id, ?, p.loan_id * 4 + n.n, 4, 20, p.outstanding, p.loan_id, NULL, "
            "NULL FROM loan_position p, (SELECT 0 AS n UNION ALL SELECT 1 UNION ALL SELECT 2) n LIMIT ?",
            {++written_, rows});
        connection_.commit();
    }

private:
    void drop() { connection_.script("DROP TABLE IF EXISTS bare_posting"); }

    storage::Connection& connection_;
    std::int64_t written_ = 0;
};

}  // namespace

void closing(const Folder& folder)
{
    Peak smallest;
    Peak largest;
    for (const auto& file : administrations(folder)) {
        storage::Connection connection{file.path};
        storage::migrate(connection);
        auto day = next_day(connection);
        book_by(connection, storage::InterestBooking::daily, day);

        // Once to know how many rows a day writes: postings, and the loans' own rows.
        const auto postings = count(connection, "posting");
        const auto loans = close_until(connection, day).loans;
        const auto rows = count(connection, "posting") - postings + loans;

        BarePostings bare{connection};
        const auto times = interleaved(
            rounds, [&] { close_until(connection, day = day + 1); }, [&] { bare.write(rows); });
        const auto size = " of " + std::to_string(file.loans) + " loans";
        print("day close" + size + ", times insert ... select", times.ratio(), Goal::at_most, 5,
              std::to_string(static_cast<int>(times.ours * 1000)) + " ms, " + std::to_string(rows) + " rows");
        largest = {file.loans, peak()};
        if (smallest.loans == 0) smallest = largest;

        // A fund that books by the month writes only what falls due on that day.
        book_by(connection, storage::InterestBooking::monthly, day);
        const auto ordinary = seconds([&] { close_until(connection, day = day + 1); });
        remark("  day within a month, by the month, seconds", ordinary, "reads all, writes what falls due");
    }
    if (largest.loans == smallest.loans) return;
    print("memory a loan that closing takes, kB",
          (largest.kilobytes - smallest.kilobytes) / static_cast<double>(largest.loans - smallest.loans), Goal::at_most,
          0.65, std::to_string(static_cast<int>(largest.kilobytes / 1024)) + " MB at most");
}

}  // namespace vierkant::bench
