#include "domain/banking/match.h"

#include "domain/banking/messages.h"
#include "domain/banking/payment_reference.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace vierkant::banking {

namespace {

std::string account_and_amount(const std::string& account, Money amount)
{
    return account + "|" + std::to_string(amount.in_cents());
}

void add_reference(std::vector<std::string>& references, std::string reference)
{
    if (std::find(references.begin(), references.end(), reference) == references.end()) {
        references.push_back(std::move(reference));
    }
}

}  // namespace

Keys keys_of(const Line& line)
{
    Keys keys;
    keys.direction = line.amount.is_negative() ? Direction::outgoing : Direction::incoming;
    keys.amount = line.amount.is_negative() ? -line.amount : line.amount;
    keys.account = line.counterparty_account;
    keys.end_to_end_id = line.end_to_end_id;
    keys.is_return = line.reversal || !line.return_reason.empty();
    // Several words may stand in each field, and people put the reference anywhere.
    for (const auto* field : {&line.creditor_reference, &line.end_to_end_id, &line.remittance}) {
        for (auto& reference : find_references(*field)) add_reference(keys.references, std::move(reference));
    }
    return keys;
}

bool OpenItem::expects(Money paid) const
{
    return paid == amount || std::find(amounts.begin(), amounts.end(), paid) != amounts.end();
}

OpenItems::OpenItems(std::vector<OpenItem> items) : items_{std::move(items)}, closed_(items_.size(), false)
{
    for (std::size_t i = 0; i < items_.size(); ++i) {
        const auto& item = items_[i];
        if (!item.reference.empty()) by_reference_.emplace(item.reference, i);
        if (!item.end_to_end_id.empty()) by_end_to_end_id_.emplace(item.end_to_end_id, i);
        if (item.account.empty()) continue;
        if (item.amount.is_positive()) by_account_and_amount_.emplace(account_and_amount(item.account, item.amount), i);
        for (const auto amount : item.amounts) {
            if (amount != item.amount) by_account_and_amount_.emplace(account_and_amount(item.account, amount), i);
        }
    }
}

void OpenItems::close(ItemKind kind, std::int64_t id)
{
    for (std::size_t i = 0; i < items_.size(); ++i) {
        if (items_[i].kind == kind && items_[i].id == id) closed_[i] = true;
    }
}

class Matcher {
public:
    Matcher(const Line& line, const OpenItems& items) : line_{line}, items_{items}, keys_{keys_of(line)} {}

    Match run();

private:
    using Found = std::vector<std::size_t>;

    [[nodiscard]] bool may_be(const OpenItem& item) const;
    [[nodiscard]] bool is_of_amount(const OpenItem& item) const;
    void look_up(const OpenItems::Index& index, const std::string& key, Found& found) const;
    [[nodiscard]] Match by_evidence(Found found, const Text& reason) const;
    [[nodiscard]] Match choose(const Found& found, const Text& reason) const;
    [[nodiscard]] Match answer(Certainty certainty, const Text& reason, const Found& found) const;

    const Line& line_;
    const OpenItems& items_;
    Keys keys_;
};

Match match(const Line& line, const OpenItems& items)
{
    return Matcher{line, items}.run();
}

Match Matcher::run()
{
    Found found;
    if (keys_.is_return) {
        // Months of one loan carry one reference; the end-to-end id tells its payments apart.
        look_up(items_.by_end_to_end_id_, keys_.end_to_end_id, found);
        if (!found.empty()) return by_evidence(std::move(found), return_of_line);
    }
    const auto structured = find_references(line_.creditor_reference);
    for (const auto& reference : structured) look_up(items_.by_reference_, reference, found);
    if (!found.empty()) return by_evidence(std::move(found), keys_.is_return ? return_of_line : by_creditor_reference);

    look_up(items_.by_end_to_end_id_, keys_.end_to_end_id, found);
    for (const auto& reference : find_references(keys_.end_to_end_id)) look_up(items_.by_reference_, reference, found);
    if (!found.empty()) return by_evidence(std::move(found), keys_.is_return ? return_of_line : by_end_to_end_id);

    for (const auto& reference : find_references(line_.remittance)) look_up(items_.by_reference_, reference, found);
    if (!found.empty()) return by_evidence(std::move(found), keys_.is_return ? return_of_line : by_text_reference);

    if (!keys_.account.empty()) {
        look_up(items_.by_account_and_amount_, account_and_amount(keys_.account, keys_.amount), found);
    }
    if (keys_.is_return) {
        return found.empty() ? answer(Certainty::none, return_of_unknown, {})
                             : by_evidence(std::move(found), return_of_line);
    }
    if (found.empty() && !line_.foreign_amount.empty()) return answer(Certainty::none, in_foreign_currency, {});
    // The payer named something that is not open here: account and amount may propose, and decide nothing.
    if (!keys_.references.empty()) {
        return answer(found.empty() ? Certainty::none : Certainty::ambiguous, unknown_reference, found);
    }
    return found.empty() ? answer(Certainty::none, nothing_fits, {}) : by_evidence(std::move(found), by_account);
}

/// A return undoes a movement in the other direction; every other line is what the item expected.
bool Matcher::may_be(const OpenItem& item) const
{
    if (keys_.is_return) return item.kind == ItemKind::earlier_line && item.direction != keys_.direction;
    return item.kind != ItemKind::earlier_line && item.direction == keys_.direction;
}

bool Matcher::is_of_amount(const OpenItem& item) const
{
    return item.expects(keys_.amount);
}

void Matcher::look_up(const OpenItems::Index& index, const std::string& key, Found& found) const
{
    if (key.empty()) return;
    const auto [first, last] = index.equal_range(key);
    for (auto at = first; at != last; ++at) {
        if (items_.closed_[at->second]) continue;
        if (may_be(items_.items_[at->second]) && std::find(found.begin(), found.end(), at->second) == found.end()) {
            found.push_back(at->second);
        }
    }
}

Match Matcher::by_evidence(Found found, const Text& reason) const
{
    std::sort(found.begin(), found.end());  // the order in which the items were given, whatever the index did
    if (!line_.foreign_amount.empty()) return answer(Certainty::ambiguous, in_foreign_currency, found);
    if (found.size() > 1) return choose(found, reason);
    const auto& only = items_.items_[found.front()];
    const bool of_any_amount = only.kind == ItemKind::loan_repayment || only.kind == ItemKind::grant_reclaim ||
                               only.kind == ItemKind::contribution;
    if (!of_any_amount && !is_of_amount(only)) {
        return answer(Certainty::ambiguous, amount_differs, found);
    }
    return answer(Certainty::certain, reason, found);
}

Match Matcher::choose(const Found& found, const Text& reason) const
{
    // Two loans named in one text may each be meant, though only one is due in this amount.
    const auto& first = items_.items_[found.front()];
    const auto names_another = [&](std::size_t i) { return items_.items_[i].reference != first.reference; };
    Found exact;
    std::copy_if(found.begin(), found.end(), std::back_inserter(exact),
                 [this](std::size_t i) { return is_of_amount(items_.items_[i]); });
    if (exact.empty() || std::any_of(found.begin(), found.end(), names_another)) {
        return answer(Certainty::ambiguous, several_fit, found);
    }
    // A repayment that was announced is on its loan already: the line shows it, and is no second payment.
    const auto announced = std::find_if(exact.begin(), exact.end(), [this](std::size_t i) {
        return items_.items_[i].kind == ItemKind::announced_repayment;
    });
    if (announced != exact.end()) return answer(Certainty::certain, reason, {*announced});
    // Two tranches of one loan carry one reference: the amount tells them apart.
    if (exact.size() == 1) return answer(Certainty::certain, reason, exact);
    return answer(Certainty::ambiguous, several_fit, found);
}

Match Matcher::answer(Certainty certainty, const Text& reason, const Found& found) const
{
    Match result{certainty, &reason, {}};
    for (const auto i : found) result.candidates.push_back(items_.items_[i]);
    return result;
}

}  // namespace vierkant::banking
