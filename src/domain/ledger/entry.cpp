#include "domain/ledger/entry.h"

#include "base/digest.h"
#include "base/result.h"

#include <utility>

namespace vierkant::ledger {

namespace {

template <class Tag>
void add_id(Digest& digest, const std::optional<Id<Tag>>& id)
{
    if (id) {
        digest.add(id->value);
    } else {
        digest.add_nothing();
    }
}

}  // namespace

void add_difference(std::vector<Posting>& postings, Posting of, Money amount)
{
    if (amount.is_zero()) return;
    of.amount = amount;
    if (amount.is_negative()) {
        of.amount = -amount;
        std::swap(of.debit, of.credit);
    }
    postings.push_back(of);
}

Money total(const std::vector<Posting>& postings)
{
    Money sum;
    for (const auto& posting : postings) sum += posting.amount;
    return sum;
}

std::string hash(const Entry& entry, std::int64_t entry_no, std::string_view previous_hash)
{
    verify(!entry.postings.empty(), "an entry has postings");
    Digest digest;
    digest.add(previous_hash);
    digest.add(entry.fund.value);
    digest.add(entry_no);
    digest.add(std::int64_t{entry.date.serial()});
    digest.add(entry.description);
    for (const auto& posting : entry.postings) {
        verify(posting.amount.is_positive(), "a posting moves a positive amount");
        verify(posting.debit != posting.credit, "a posting has two accounts");
        digest.add(static_cast<std::int64_t>(posting.debit));
        digest.add(static_cast<std::int64_t>(posting.credit));
        digest.add(posting.amount.in_cents());
        add_id(digest, posting.loan);
        add_id(digest, posting.grant);
        add_id(digest, posting.bank_line);
    }
    return digest.finish();
}

}  // namespace vierkant::ledger
