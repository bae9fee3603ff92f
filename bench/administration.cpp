#include "administration.h"

#include "domain/banking/payment_reference.h"
#include "domain/lending/booking.h"
#include "domain/lending/replay.h"
#include "storage/job_store.h"
#include "storage/loan_writer.h"
#include "usecases/init_administration.h"

#include <array>
#include <stdexcept>

namespace vierkant::bench {

namespace {

using lending::EventKind;
using storage::StoredLoan;

constexpr std::int64_t loans_a_work = 250;      // bounds the memory
const auto stopped_paying = date(2022, 9, 30);  // one loan in twenty

storage::Task task(const std::string& name, Date today)
{
    return {name, "bench", today, to_text(today) + "T09:00:00Z"};
}

/// Monthly annuities of five years, awarded in January 2019, due on any day of the month.
StoredLoan loan_of(FundId fund, std::int64_t id)
{
    static constexpr std::array sectors{"industry", "technology", "logistics"};
    static constexpr std::array municipalities{"GM0114", "GM0109", "GM0118", "GM0160"};
    const auto awarded = date(2019, 1, static_cast<int>(id % 28) + 1);
    lending::LoanTerms terms;
    terms.instalments = 60;
    terms.first_due = add_months(awarded, 1);
    terms.rates = {{awarded, Rate{30'000 + id % 7 * 2'500}}};
    const auto number = std::to_string(id);
    return {fund,
            LoanId{id},
            "L-" + number,
            *banking::make_reference("VVWL" + std::string(8 - number.size(), '0') + number),
            DossierId{id},
            UndertakingId{1},
            id % 3 == 0 ? "proof-production-loan" : "investment-loan",
            sectors[static_cast<std::size_t>(id % 3)],
            municipalities[static_cast<std::size_t>(id % 4)],
            awarded,
            Money::euros(10'000 + id % 90 * 1'000),
            terms};
}

/// A loan's life, told month by month as the day close and the bank statements would.
class History {
public:
    History(storage::Work& work, const StoredLoan& loan, Date until) : work_{work}, loan_{loan}, until_{until} {}

    void tell()
    {
        storage::add_loan(work_, loan_);
        entries_.push_back({loan_.fund,
                            loan_.awarded_on,
                            "Toekenning " + loan_.number,
                            {{ledger::Account::uncommitted, ledger::Account::committed, loan_.amount, loan_.id}}});
        happens({{}, loan_.awarded_on, EventKind::disbursement, loan_.amount}, "Uitbetaling " + loan_.number);
        const bool stops = loan_.id.value % 20 == 0;
        for (int month = 1; month <= loan_.terms.instalments; ++month) {
            const auto due = lending::due_date(loan_.terms, month);
            if (due > until_) break;
            passes(due, {}, "Rente " + loan_.number);
            if (stops && due > stopped_paying) continue;
            happens({{}, due, EventKind::payment, state_.open_total()}, "Aflossing en rente " + loan_.number);
        }
        // What fell due after the last event stands in the calendar as it fell due.
        trace_.fallen.erase(trace_.fallen.begin() + fallen_at_checkpoint_, trace_.fallen.end());
        const auto calendar = lending::calendar_until(loan_.terms, checkpoint_, trace_, state_.reached);
        work_.post_all(entries_);
        writer_.save(loan_, {checkpoint_, last_event_, state_.reached, booked_}, state_);
        writer_.change_dues(loan_, {}, calendar.dues);
        writer_.change_settlements(loan_, {}, calendar.settlements);
        writer_.write(work_);
    }

private:
    void happens(lending::Event event, const std::string& words)
    {
        event.id = EventId{++last_event_};
        writer_.add_event(loan_, event, std::nullopt, words);
        passes(event.value_date, {&event, 1}, words);
        checkpoint_ = state_;
        fallen_at_checkpoint_ = static_cast<std::ptrdiff_t>(trace_.fallen.size());
    }

    void passes(Date day, std::span<const lending::Event> events, const std::string& words)
    {
        state_ = lending::advance(loan_.terms, std::move(state_), events, day, &trace_);
        const auto flows = lending::totals(loan_.terms, state_);
        auto postings = lending::postings_for(booked_, flows, loan_.id, {});
        if (!postings.empty()) entries_.push_back({loan_.fund, day, words, std::move(postings)});
        writer_.add_flow(loan_, day, booked_, flows);
        booked_ = flows;
    }

    storage::Work& work_;
    const StoredLoan& loan_;
    Date until_;
    storage::LoanWriter writer_;
    lending::State state_;
    lending::State checkpoint_;  // after the last event
    std::ptrdiff_t fallen_at_checkpoint_ = 0;
    lending::Totals booked_;
    lending::Trace trace_;
    std::vector<ledger::Entry> entries_;
    std::int64_t last_event_ = 0;
};

/// Two lines of jobs promised, and what was found a year later.
void add_jobs(storage::JobBook& book, const StoredLoan& loan)
{
    using social_return::JobKind;
    static constexpr std::array levels{"mbo-2", "mbo-3", "mbo-4", "vmbo-kgt"};
    const storage::AwardPlace place{loan.fund, *loan.dossier, loan.scheme, loan.sector, loan.municipality};
    const auto level = std::string{levels[static_cast<std::size_t>(loan.id.value % 4)]};
    std::vector<social_return::JobLine> lines{{JobKind::created, level, "", 1 + loan.id.value % 5, {}},
                                              {JobKind::kept, "hbo-ba", "", 2, {}}};
    book.award(place, loan.awarded_on, loan.amount);
    book.promise(place, loan.awarded_on, lines);
    lines.front().jobs = loan.id.value % 4;
    book.realise(place, {add_months(loan.awarded_on, 12), "loonstaat " + loan.number, lines});
}

}  // namespace

void make_administration(storage::Connection& connection, std::int64_t loans,
                         const std::function<void(std::int64_t)>& progress, Date until)
{
    const auto opened = date(2017, 12, 31);
    if (!usecases::init_administration(connection, task("init", opened), "", "")) {
        throw std::runtime_error{"there is an administration in this database already"};
    }
    const FundId fund{1};
    {
        // The plan's ten million would not do for a hundred thousand loans.
        storage::Work work{connection, task("contribute", opened)};
        work.post(
            {fund, opened, "Storting", {{ledger::Account::bank, ledger::capital(0), Money::euros(60'000 * loans)}}});
        work.commit("");
    }
    for (std::int64_t first = 1; first <= loans; first += loans_a_work) {
        storage::Work work{connection, task("import", until)};
        storage::JobBook jobs{work};
        const auto last = std::min(loans, first + loans_a_work - 1);
        for (auto id = first; id <= last; ++id) {
            const auto loan = loan_of(fund, id);
            History{work, loan, until}.tell();
            add_jobs(jobs, loan);
        }
        jobs.write();
        work.commit("");
        progress(last);
    }
}

}  // namespace vierkant::bench
