#pragma once

#include "base/money.h"
#include "base/result.h"
#include "domain/banking/statement.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

/// Finds what a bank line is about. Pure: the open items are loaded once, for a whole statement or for the keys of a
/// group of lines, and every line is matched against them. Rules: docs/rules/bank-matching.md.
namespace vierkant::banking {

enum class ItemKind {
    loan_repayment,       ///< a loan that may be repaid, by any amount; `amounts` are those to be expected
    announced_repayment,  ///< received on it according to us, not seen on a statement yet
    disbursement,         ///< paid out according to us, not seen on a statement yet
    grant_payment,        ///< the same for a grant
    refund,               ///< the same for what a borrower paid too much
    grant_reclaim,        ///< a grant that was reclaimed, by any amount, under its own reference only
    contribution,         ///< by a funder, of any amount
    earlier_line,         ///< a line of an earlier statement that may come back
};
enum class Direction { incoming, outgoing };

/// Something a bank line may be about.
struct OpenItem {
    ItemKind kind = ItemKind::loan_repayment;
    std::int64_t id = 0;  ///< of the loan, transfer, capital account or bank line, by `kind`
    Direction direction = Direction::incoming;
    std::string reference;            ///< payment reference, normalised; empty where there is none
    std::string end_to_end_id;        ///< that we gave to our own payment, or that the earlier line carried
    std::string account;              ///< IBAN of the other party
    Money amount;                     ///< expected, above zero; zero where `amounts` says it
    std::vector<Money> amounts = {};  ///< others that would be expected too: one instalment, or all that is due
    std::string name = {};            ///< as the officer knows it: "L-000042"

    [[nodiscard]] bool expects(Money paid) const;
};

/// What a line can be looked up by, so that storage can answer for many lines with one query.
struct Keys {
    std::vector<std::string> references;  ///< normalised, best first: structured, end-to-end id, free text
    std::string end_to_end_id;
    std::string account;
    Money amount;  ///< above zero; the direction has the sign
    Direction direction = Direction::incoming;
    bool is_return = false;  ///< marked as a reversal, or carrying a return reason
};
Keys keys_of(const Line& line);

/// Open items, indexed by reference, end-to-end id and account with amount.
class OpenItems {
public:
    explicit OpenItems(std::vector<OpenItem> items);
    [[nodiscard]] const std::vector<OpenItem>& all() const { return items_; }

    /// The item is no longer open: a transfer seen, an earlier line undone. Later lines do not find it.
    void close(ItemKind kind, std::int64_t id);

private:
    friend class Matcher;
    using Index = std::unordered_multimap<std::string, std::size_t>;
    std::vector<OpenItem> items_;
    std::vector<bool> closed_;
    Index by_reference_, by_end_to_end_id_, by_account_and_amount_;
};

enum class Certainty {
    certain,    ///< `candidates` holds the one item: book it
    ambiguous,  ///< the officer chooses from `candidates`: to suspense
    none,       ///< nothing known fits: to suspense
};

struct Match {
    Certainty certainty = Certainty::none;
    const Text* reason = nullptr;  ///< never null; why, for the receipt and the officer
    std::vector<OpenItem> candidates;
};

/// The best evidence decides: creditor reference, end-to-end id, reference in the text, then account and exact amount.
/// A repayment or contribution by reference may be of any amount; everything else must be of the amount expected, and
/// counts as ambiguous otherwise. A sound reference that nobody knows is never passed over: account and amount then
/// only propose. A returned payment is matched with the earlier line it undoes and with nothing else.
Match match(const Line& line, const OpenItems& items);

}  // namespace vierkant::banking
