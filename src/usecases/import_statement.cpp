#include "usecases/import_statement.h"

#include "base/digest.h"
#include "domain/banking/camt053.h"
#include "usecases/bank_messages.h"
#include "usecases/group_booking.h"

#include <algorithm>
#include <array>

namespace vierkant::usecases {

namespace {

using banking::StatementHead;
using storage::KeptStatement;
using storage::Work;

std::string name_of(const StatementHead& head)
{
    return head.sequence ? head.id + "/" + std::to_string(*head.sequence) : head.id;
}

/// What two copies of a statement must agree on, however their files were made: the money, and who and what for.
void add_to_content(Digest& digest, const banking::Line& line)
{
    digest.add(line.identity);
    digest.add(line.amount.in_cents());
    digest.add(std::int64_t{line.booked.serial()});
    digest.add(std::int64_t{line.value.serial()});
    digest.add(std::int64_t{line.reversal});
    digest.add(line.counterparty_account);
    digest.add(line.end_to_end_id);
    digest.add(line.creditor_reference);
}

/// Receives a file and books it, a group of lines at a time.
class Importer final : public banking::StatementVisitor {
public:
    Importer(Work& work, std::string file)
        : work_{work}, accounts_{storage::fund_accounts(work.connection())}, group_{work}
    {
        receipt_.file = std::move(file);
    }

    std::optional<Refusal> begun(const StatementHead& head) override;
    std::optional<Refusal> line(const banking::Line& line) override;
    std::optional<Refusal> ended(const StatementHead& head, std::int64_t announced) override;

    ImportReceipt receipt()
    {
        group_.report(receipt_);
        return std::move(receipt_);
    }

private:
    void notice_gaps(const StatementHead& head);
    [[nodiscard]] std::optional<Refusal> compare(const StatementHead& head, const std::string& content) const;

    Work& work_;
    std::vector<storage::FundAccount> accounts_;
    GroupBooking group_;
    ImportReceipt receipt_;
    FundId fund_;
    std::optional<KeptStatement> known_;  ///< the statement was read before: compare, write nothing
    StatementId statement_;
    std::int64_t lines_ = 0;
    Digest content_;
    std::optional<Refusal> refused_;  // told when all is read: that a file does not tie comes first
};

std::optional<Refusal> Importer::begun(const StatementHead& head)
{
    const auto account =
        std::find_if(accounts_.begin(), accounts_.end(), [&](const auto& known) { return known.iban == head.account; });
    if (account == accounts_.end()) {
        std::string known;
        for (const auto& each : accounts_) known += (known.empty() ? "" : ", ") + each.iban + " (" + each.code + ")";
        refused_ = refuse(account_of_no_fund, {{"account", head.account}, {"known", known}}, receipt_.file);
    } else if (head.closing.on > work_.today()) {
        refused_ =
            refuse(statement_of_the_future,
                   {{"statement", name_of(head)}, {"day", head.closing.on}, {"today", work_.today()}}, receipt_.file);
    }
    if (refused_) return std::nullopt;
    fund_ = account->fund;
    lines_ = 0;
    content_ = Digest{};
    known_ = storage::find_statement(work_.connection(), fund_, head);
    receipt_.statements.push_back({account->code, name_of(head), head.opening, head.closing, 0, known_.has_value()});
    if (known_) return std::nullopt;
    statement_ = StatementId{work_.next_number("bank_statement")};
    notice_gaps(head);
    group_.begin(fund_, statement_);
    return std::nullopt;
}

/// The statement before this one says how it should begin; where there is none, our own books do.
void Importer::notice_gaps(const StatementHead& head)
{
    auto& connection = work_.connection();
    const auto before = storage::statement_before(connection, fund_, head);
    if (before) {
        const auto gaps = banking::continuity(before->head, head);
        receipt_.notices.insert(receipt_.notices.end(), gaps.begin(), gaps.end());
        if (!gaps.empty()) return;
    }
    // A statement that comes in late lies before what the books hold already.
    if (storage::has_statement_after(connection, fund_, head.closing.on)) return;
    const auto books = storage::bank_balance(connection, fund_);
    if (books == head.opening.amount) return;
    receipt_.notices.push_back({&opening_differs,
                                {{"statement", name_of(head)},
                                 {"opening", head.opening.amount},
                                 {"books", books},
                                 {"account", head.account}}});
}

std::optional<Refusal> Importer::line(const banking::Line& line)
{
    if (refused_) return std::nullopt;
    ++lines_;
    add_to_content(content_, line);
    if (!known_) group_.take(line);
    return std::nullopt;
}

std::optional<Refusal> Importer::ended(const StatementHead& head, std::int64_t announced)
{
    if (refused_) return refused_;
    auto& said = receipt_.statements.back();
    said.lines = lines_;
    const auto content = content_.finish();
    if (known_) return compare(head, content);
    group_.finish();
    storage::add_statement(work_, fund_, {statement_, head, receipt_.file, lines_, content});
    if (announced > 0) {
        receipt_.notices.push_back(
            {&entries_announced, {{"statement", said.statement}, {"count", std::to_string(announced)}}});
    }
    return std::nullopt;
}

std::optional<Refusal> Importer::compare(const StatementHead& head, const std::string& content) const
{
    if (content == known_->content && head.opening == known_->head.opening && head.closing == known_->head.closing) {
        return std::nullopt;
    }
    return refuse(statement_differs,
                  {{"statement", name_of(head)},
                   {"account", head.account},
                   {"source", known_->source},
                   {"kept_closing", known_->head.closing.amount},
                   {"kept_lines", std::to_string(known_->lines)},
                   {"closing", head.closing.amount},
                   {"lines", std::to_string(lines_)}},
                  receipt_.file);
}

Result<Done> read_all(std::istream& file, banking::Camt053Reader& reader)
{
    std::vector<char> piece(std::size_t{64} * 1024);
    while (file) {
        file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        if (auto fed = reader.feed({piece.data(), static_cast<std::size_t>(file.gcount())}); !fed) return fed.refusal();
    }
    return reader.finish();
}

}  // namespace

bool ImportReceipt::changed() const
{
    return std::any_of(statements.begin(), statements.end(), [](const auto& each) { return !each.known; });
}

Result<ImportReceipt> import_statement(storage::Connection& connection, const storage::Task& task, std::istream& file,
                                       const std::string& name)
{
    Work work{connection, task};
    Importer importer{work, name};
    banking::Camt053Reader reader{importer, name};
    if (const auto read = read_all(file, reader); !read) return read.refusal();

    auto receipt = importer.receipt();
    if (!receipt.changed()) return receipt;  // the work ends without a trace
    std::string statements;
    for (const auto& each : receipt.statements) statements += (statements.empty() ? "" : ", ") + each.statement;
    work.commit(name + ": " + statements);
    return receipt;
}

}  // namespace vierkant::usecases
