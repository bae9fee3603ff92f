#include "usecases/import_portfolio.h"

#include "domain/banking/payment_reference.h"
#include "domain/lending/booking.h"
#include "domain/lending/calendar.h"
#include "formats/portfolio_csv.h"
#include "storage/dossier_store.h"
#include "storage/fund_store.h"
#include "storage/journal_query.h"
#include "storage/take_over_store.h"
#include "storage/undertaking_store.h"
#include "usecases/portfolio_messages.h"
#include "usecases/reference_data.h"
#include "usecases/register_undertaking.h"
#include "usecases/row_import.h"

#include <map>
#include <set>

namespace vierkant::usecases {

namespace {

using formats::PortfolioRow;
using ledger::Account;
using storage::TakenOverLoan;
using storage::Work;

constexpr std::size_t rows_at_once = 500;

std::string padded(std::int64_t number, std::size_t width)
{
    auto digits = std::to_string(number);
    digits.insert(0, digits.size() < width ? width - digits.size() : 0, '0');
    return digits;
}

/// What one loan brings to the books: the award, all that flowed through it, and that money on the bank account. What
/// it moved there is in the last posting; the account of what was taken over is where it was.
std::vector<ledger::Posting> postings_of(const TakenOverLoan& taken)
{
    const auto loan = taken.loan.id;
    std::vector<ledger::Posting> postings{{Account::uncommitted, Account::committed, taken.loan.amount, loan}};
    Money owed_to_bank;
    for (auto posting : lending::postings_for({}, taken.booked, loan, {Account::taken_over, std::nullopt})) {
        if (posting.credit == Account::transit) posting.credit = Account::taken_over;
        if (posting.debit == Account::taken_over) owed_to_bank += posting.amount;
        if (posting.credit == Account::taken_over) owed_to_bank -= posting.amount;
        postings.push_back(posting);
    }
    ledger::add_difference(postings, {Account::bank, Account::taken_over, {}, loan}, owed_to_bank);
    return postings;
}

/// Takes rows over, a group at a time: what a group rests on is asked once.
class PortfolioImport {
public:
    PortfolioImport(Work& work, RowImport& rows, const ImportRows& how, Date on)
        : work_{work}, rows_{rows}, how_{how}, writer_{work}, editions_{storage::scheme_editions(work.connection())}
    {
        receipt_.on = on;
    }

    void take(const formats::CsvReader& reader, const formats::CsvRow& row);
    void take_group();
    Result<PortfolioReceipt> finish();

private:
    std::optional<Refusal> check_row(const PortfolioRow& row);
    [[nodiscard]] std::optional<schemes::Scheme> edition_of(const PortfolioRow& row) const;
    [[nodiscard]] Refusal refuse_scheme(const PortfolioRow& row) const;
    std::optional<Refusal> find_undertaking(const PortfolioRow& row);
    TakenOverLoan taken_over(const PortfolioRow& row);
    void add_up(const TakenOverLoan& taken);
    [[nodiscard]] std::optional<Refusal> check_funds() const;
    [[nodiscard]] std::optional<Refusal> check_money() const;

    Work& work_;
    RowImport& rows_;
    const ImportRows& how_;
    storage::TakeOverWriter writer_;
    std::vector<schemes::Scheme> editions_;
    formats::PortfolioCodes codes_{reference_tables().municipalities, reference_tables().levels,
                                   reference_tables().target_groups};
    std::vector<PortfolioRow> group_;
    std::map<std::string, UndertakingId> undertakings_;  // of this group by KvK number; new ones have theirs too
    std::map<std::string, std::string> before_;          // references of this group taken over before
    std::set<std::string> references_;                   // of this group
    std::optional<storage::TakenNumbers> numbers_;
    std::vector<parties::Undertaking> to_register_;
    std::map<std::string, FundId> funds_;
    std::map<FundId, Money> needed_;  // by what less is available in each fund
    PortfolioReceipt receipt_;
};

void PortfolioImport::take(const formats::CsvReader& reader, const formats::CsvRow& row)
{
    auto read = formats::read_portfolio_row(reader, row, how_.numbers, receipt_.on, codes_);
    if (!read) return rows_.bad(read.refusal());
    group_.push_back(*std::move(read));
    if (group_.size() == rows_at_once) take_group();
}

void PortfolioImport::take_group()
{
    auto& connection = work_.connection();
    std::vector<std::string> kvk;
    std::vector<std::string> references;
    std::vector<parties::Undertaking> described;
    for (const auto& row : group_) {
        kvk.push_back(row.kvk.text());
        references.push_back(row.reference);
        if (row.undertaking) described.push_back(*row.undertaking);
    }
    undertakings_ = storage::known_undertakings(connection, kvk);
    before_ = storage::taken_over_before(connection, references);
    numbers_.emplace(connection, described);
    references_.clear();

    std::vector<const PortfolioRow*> good;
    for (const auto& row : group_) {
        if (const auto wrong = check_row(row)) {
            rows_.bad(*wrong);
        } else {
            good.push_back(&row);
        }
    }
    const auto ids = storage::add_undertakings(work_, to_register_);
    for (std::size_t i = 0; i < ids.size(); ++i) undertakings_[to_register_[i].kvk.text()] = ids[i];
    receipt_.undertakings += static_cast<std::int64_t>(ids.size());
    to_register_.clear();

    std::vector<ledger::Entry> entries;
    for (const auto* row : good) {
        const auto taken = taken_over(*row);
        writer_.add(taken);
        entries.push_back({taken.loan.fund, receipt_.on, "Overname " + taken.loan.number, postings_of(taken)});
        add_up(taken);
    }
    writer_.flush();
    work_.post_all(entries);
    group_.clear();
}

/// What only the administration knows. The undertaking comes last: it is registered where the row is good.
std::optional<Refusal> PortfolioImport::check_row(const PortfolioRow& row)
{
    if (const auto known = before_.find(row.reference); known != before_.end()) {
        return refuse(reference_taken_over, {{"reference", row.reference}, {"loan", known->second}}, row.place);
    }
    if (references_.contains(row.reference)) {
        return bad_input(reference_twice, {{"reference", row.reference}}, row.place + " reference");
    }
    if (!edition_of(row)) return refuse_scheme(row);
    if (!reference_tables().activities.find(row.activity)) {
        return bad_input(activity_unknown, {{"code", row.activity.text()}}, row.place + " sbi_main");
    }
    if (auto wrong = find_undertaking(row)) return wrong;
    references_.insert(row.reference);
    return std::nullopt;
}

std::optional<schemes::Scheme> PortfolioImport::edition_of(const PortfolioRow& row) const
{
    auto edition = schemes::edition_on(editions_, row.scheme, row.awarded_on);
    return edition && edition->offer ? std::move(edition) : std::nullopt;
}

Refusal PortfolioImport::refuse_scheme(const PortfolioRow& row) const
{
    std::set<std::string> known;
    for (const auto& edition : editions_) {
        if (edition.offer) known.insert(edition.code);
    }
    std::string names;
    for (const auto& name : known) names += (names.empty() ? "" : ", ") + name;
    return bad_input(no_loan_scheme, {{"scheme", row.scheme.substr(0, 80)}, {"day", row.awarded_on}, {"known", names}},
                     row.place + " scheme");
}

std::optional<Refusal> PortfolioImport::find_undertaking(const PortfolioRow& row)
{
    if (undertakings_.contains(row.kvk.text())) return std::nullopt;
    if (!row.undertaking) return refuse(undertaking_not_described, {{"kvk", row.kvk.text()}}, row.place + " kvk");
    if (const auto taken = numbers_->find(*row.undertaking)) return refuse_taken(*taken, row.place);
    numbers_->took(*row.undertaking);
    undertakings_[row.kvk.text()] = {};
    to_register_.push_back(*row.undertaking);
    return std::nullopt;
}

TakenOverLoan PortfolioImport::taken_over(const PortfolioRow& row)
{
    const auto edition = edition_of(row);
    const auto sector = reference_tables().activities.find(row.activity)->sector;
    auto& fund = funds_[edition->fund];
    if (fund == FundId{}) fund = storage::fund_of_code(work_.connection(), edition->fund).value_or(FundId{});
    verify(fund != FundId{}, "a scheme is paid from a fund that there is");
    const LoanId id{work_.next_number("loan")};
    const auto digits = padded(id.value, 6);
    const auto reference = banking::make_reference("VVWL" + digits);
    verify(static_cast<bool>(reference), "a loan number makes a payment reference");
    const auto year = std::to_string(row.awarded_on.year());

    TakenOverLoan taken{
        {fund, id, "L-" + digits, *reference, DossierId{work_.next_number("dossier")}, undertakings_.at(row.kvk.text()),
         row.scheme, sector == parties::Sector::none ? "other" : std::string{parties::name_of(sector)},
         row.municipality.text(), row.awarded_on, row.amount, row.terms},
        year + "-" + padded(work_.next_number("dossier:" + year), 4),
        edition->from,
        row.reference,
        receipt_.on,
        how_.source,
        row.line,
        {},
        {},
        {},
        row.jobs_promised,
        row.jobs_realised};
    if (!row.terms.opening) return taken;
    lending::Trace trace;
    auto state = lending::replay(row.terms, {}, receipt_.on, &trace);
    taken.booked = lending::totals(row.terms, state);
    taken.calendar = lending::calendar_of(row.terms, state, trace);
    taken.state = std::move(state);
    return taken;
}

void PortfolioImport::add_up(const TakenOverLoan& taken)
{
    ++receipt_.loans;
    // What was disbursed is not in cash any more, the rest of the award is committed; what came back is in cash again.
    needed_[taken.loan.fund] += taken.loan.amount - taken.booked.received();
    receipt_.awarded += taken.loan.amount;
    receipt_.disbursed += taken.booked.disbursed;
    receipt_.repaid += taken.booked.principal_repaid;
    receipt_.written_off += taken.booked.principal_written_off + taken.booked.principal_remitted;
    receipt_.outstanding += taken.booked.outstanding();
    if (taken.state) receipt_.overdue += taken.state->open_total();
}

/// The bank account of the books is moved before any statement says where it is, and in no closed period.
std::optional<Refusal> PortfolioImport::check_funds() const
{
    for (const auto& [code, fund] : funds_) {
        if (storage::has_statement(work_.connection(), fund)) return refuse(statements_were_imported, {{"fund", code}});
        const auto first = storage::first_entry_day(work_.connection(), code);
        if (first && receipt_.on < *first) {
            return refuse(take_over_before_fund, {{"fund", code}, {"opened", *first}, {"day", receipt_.on}});
        }
        const auto closed = storage::closed_until(work_.connection(), fund);
        if (!closed || receipt_.on > *closed) continue;
        return refuse(take_over_period_closed, {{"closed", *closed}, {"day", receipt_.on}});
    }
    return std::nullopt;
}

/// A fund never promises what it does not have (design.md, invariant 3).
std::optional<Refusal> PortfolioImport::check_money() const
{
    for (const auto& fund : storage::fund_standings(work_.connection())) {
        const auto needed = needed_.find(fund.id);
        if (needed == needed_.end() || needed->second <= fund.available()) continue;
        return refuse(fund_cannot_bear, {{"fund", fund.code}, {"short", needed->second - fund.available()}});
    }
    return std::nullopt;
}

Result<PortfolioReceipt> PortfolioImport::finish()
{
    take_group();
    if (const auto kept = rows_.outcome(receipt_.loans); !kept) return kept.refusal();
    if (const auto wrong = check_funds()) return *wrong;
    if (const auto wrong = check_money()) return *wrong;
    writer_.finish();
    receipt_.rows = rows_.rows();
    receipt_.bad = rows_.bad_rows();
    return receipt_;
}

}  // namespace

Result<PortfolioReceipt> import_portfolio(storage::Connection& connection, storage::Task task, std::istream& file,
                                          const ImportRows& how, Date on)
{
    if (on > task.today) return refuse(take_over_in_future, {{"day", on}, {"today", task.today}});
    if (task.idempotency_key.empty()) task.idempotency_key = key_of_file(task.name, file);
    Work work{connection, task};
    RowImport rows{file, how, formats::portfolio_columns()};
    PortfolioImport import{work, rows, how, on};
    const auto read =
        rows.each_row([&](const formats::CsvReader& reader, const formats::CsvRow& row) { import.take(reader, row); });
    if (!read) return read.refusal();
    auto receipt = import.finish();
    if (!receipt) return receipt.refusal();
    if (how.only_check) return receipt;
    work.commit(std::to_string(receipt->loans) + " loans from " + how.source);
    return receipt;
}

}  // namespace vierkant::usecases
