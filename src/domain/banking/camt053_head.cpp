// What a statement says before and after its entries: its name, its account, and two balances that must tie.

#include "domain/banking/camt053_builder.h"
#include "domain/banking/messages.h"

#include <charconv>

namespace vierkant::banking::camt053 {

namespace {

std::string shown(std::string_view currency, std::int64_t cents)
{
    return std::string{currency} + " " + to_text(Money::cents(cents));
}

}  // namespace

void Builder::end_statement_field(Node node, std::string_view text)
{
    switch (node) {
        case Node::statement_id:
            head_.id.assign(text);
            break;
        case Node::created:
            head_.created.assign(text);
            break;
        case Node::account_iban:
            assign_iban(head_.account, text);
            break;
        case Node::account_other_id:
            account_other_id_.assign(text);
            break;
        case Node::account_currency:
            account_currency_.assign(text);
            break;
        case Node::sequence: {
            std::int64_t number = 0;
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
            if (error != std::errc{} || end != text.data() + text.size() || number < 0) {
                return fail(not_a_number, {{"value", shortened(text)}});
            }
            head_.sequence = number;
            break;
        }
        default:
            break;
    }
}

void Builder::end_balance_field(Node node, std::string_view text)
{
    switch (node) {
        case Node::balance_code:
            balance_.code.assign(text);
            break;
        case Node::balance_subcode:
            balance_.subcode.assign(text);
            break;
        case Node::balance_sign:
            end_sign(balance_.sign, text);
            break;
        case Node::balance_day:
        case Node::balance_moment:
            end_day(balance_.on, text);
            break;
        case Node::balance_amount:
            // Which balances are read is known only when the whole of Bal was seen: available balances may well be in
            // another currency.
            end_amount(balance_.amount, text);
            break;
        default:
            break;
    }
}

/// A statement cut into pages has an opening balance of the page (sub-type INTM) beside that of the whole, and older
/// files say ITBD for both ends of a page. The entries of a page lie between the balances of the page; without pages
/// the first opening and the last closing balance hold.
void Builder::choose_balance()
{
    const bool of_page = balance_.subcode == "INTM";
    const auto choose = [this](Chosen& chosen, int rank, bool again) {
        if (rank > chosen.rank || (again && rank == chosen.rank)) chosen = {rank, balance_};
    };
    if (balance_.code == "OPBD") {
        choose(opening_, of_page ? 4 : 3, false);
    } else if (balance_.code == "PRCD") {
        choose(opening_, 2, false);
    } else if (balance_.code == "CLBD") {
        choose(closing_, of_page ? 4 : 3, true);
    } else if (balance_.code == "ITBD") {
        // The first of two opens the page where nothing else does; a later one closes it.
        if (opening_.rank == 0) {
            choose(opening_, 1, false);
        } else {
            choose(closing_, 1, true);
        }
    } else {
        return;
    }
    if (balance_.amount.text.empty()) return fail(element_missing, {{"element", "Amt"}});
    if (balance_.sign == Sign::none) return fail(element_missing, {{"element", "CdtDbtInd"}});
    if (!balance_.on) return fail(element_missing, {{"element", "Dt"}});
}

bool Builder::set_balance(const Chosen& chosen, Balance& balance) const
{
    const auto& seen = chosen.balance;
    if (seen.amount.currency != head_.currency || seen.amount.cents < 0) return false;
    balance = {Money::cents(seen.sign == Sign::debit ? -seen.amount.cents : seen.amount.cents), *seen.on};
    return true;
}

void Builder::complete_head()
{
    if (refusal_) return;
    head_complete_ = true;
    if (head_.id.empty()) return fail(element_missing, {{"element", "Stmt/Id"}});
    if (head_.account.empty()) head_.account = account_other_id_;
    if (head_.account.empty()) return fail(element_missing, {{"element", "Stmt/Acct/Id"}});
    if (opening_.rank == 0) return fail(opening_missing, {{"statement", shortened(head_.id)}});
    if (closing_.rank == 0) return fail(closing_missing, {{"statement", shortened(head_.id)}});

    const auto& opening = opening_.balance;
    const auto& closing = closing_.balance;
    head_.currency = account_currency_.empty() ? opening.amount.currency : account_currency_;
    if (head_.currency != "EUR") return fail(not_in_euro, {{"currency", shortened(head_.currency)}});
    if (!set_balance(opening_, head_.opening) || !set_balance(closing_, head_.closing)) {
        const auto figure = [](const BalanceSeen& seen) {
            return shortened(seen.amount.currency) + (seen.sign == Sign::debit ? " -" : " ") +
                   shortened(seen.amount.text);
        };
        return fail(balance_currency,
                    {{"opening", figure(opening)}, {"closing", figure(closing)}, {"currency", head_.currency}});
    }
    pass_on(visitor_.begun(head_));
}

void Builder::end_statement()
{
    if (!head_complete_) complete_head();
    if (refusal_) return;
    const auto opening = head_.opening.amount.in_cents();
    const auto closing = head_.closing.amount.in_cents();
    std::int64_t computed = 0;
    std::int64_t difference = 0;
    if (__builtin_add_overflow(opening, total_cents_, &computed) ||
        __builtin_sub_overflow(computed, closing, &difference)) {
        return fail(amounts_too_large);
    }
    if (difference != 0) {
        return fail(does_not_tie, {{"statement", shortened(head_.id)},
                                   {"opening", shown(head_.currency, opening)},
                                   {"entries", shown(head_.currency, total_cents_)},
                                   {"computed", shown(head_.currency, computed)},
                                   {"closing", shown(head_.currency, closing)},
                                   {"difference", shown(head_.currency, difference)}});
    }
    pass_on(visitor_.ended(head_, announced_));
}

}  // namespace vierkant::banking::camt053
