#include "domain/banking/camt053_builder.h"

#include "domain/banking/messages.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <limits>

namespace vierkant::banking::camt053 {

namespace {

/// 999 billion euro: far above any real booking, and low enough that nine million of them still can be counted.
constexpr std::size_t most_digits = 12;

/// References that banks write where they have none.
bool is_placeholder(std::string_view reference)
{
    return reference.empty() || reference == "NOTPROVIDED" || reference == "NONREF" || reference == "NOREF" ||
           reference.find_first_not_of("0 -") == std::string_view::npos;
}

bool in(Node node, Node first, Node last)
{
    return node >= first && node <= last;
}

std::string shown(std::string_view currency, std::int64_t cents)
{
    return std::string{currency} + " " + to_text(Money::cents(cents));
}

}  // namespace

std::string shortened(std::string_view text, std::size_t most)
{
    if (text.size() <= most) return std::string{text};
    auto end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;  // not inside a character
    return std::string{text.substr(0, end)} + "...";
}

void Builder::Party::clear()
{
    name.clear();
    account.clear();
}

void Builder::Detail::clear()
{
    for (auto* each : {&amount, &transaction_amount, &instructed}) {
        each->cents = -1;
        each->text.clear();
    }
    sign = Sign::none;
    for (auto* each : {&end_to_end_id, &creditor_reference, &remittance, &info, &return_reason}) each->clear();
    debtor.clear();
    creditor.clear();
}

void Builder::Entry::clear()
{
    for (auto* each : {&amount, &instructed}) {
        each->cents = -1;
        each->text.clear();
    }
    sign = Sign::none;
    reversal = false;
    for (auto* each : {&status, &bank_reference, &domain, &family, &subfamily, &proprietary, &info}) each->clear();
    booked.reset();
    valued.reset();
}

void Builder::fail(const Text& text, Arguments arguments)
{
    if (!refusal_) refusal_ = bad_input(text, std::move(arguments));
}

void Builder::pass_on(std::optional<Refusal> refusal)
{
    if (refusal && !refusal_) refusal_ = std::move(refusal);
}

std::string Builder::where(Node node) const
{
    auto path = path_of(node);
    if (path.starts_with("Stmt")) path.insert(4, "[" + std::to_string(statements_) + "]");
    if (const auto at = path.find("/Ntry"); at != std::string::npos && (path.size() == at + 5 || path[at + 5] == '/')) {
        path.insert(at + 5, "[" + std::to_string(entries_) + "]");
    }
    return path;
}

void Builder::start(Node node, std::string_view currency)
{
    switch (node) {
        case Node::statement:
            begin_statement();
            break;
        case Node::balance:
            balance_ = {};
            break;
        case Node::balance_amount:
            start_amount(balance_.amount, currency);
            break;
        case Node::entry:
            ++entries_;
            entry_.clear();
            details_used_ = 0;
            if (!head_complete_) complete_head();
            break;
        case Node::entry_amount:
            start_amount(entry_.amount, currency);
            break;
        case Node::entry_instructed_amount:
            start_amount(entry_.instructed, currency);
            break;
        case Node::detail:
            if (details_used_ == details_.size()) details_.emplace_back();
            details_[details_used_++].clear();
            break;
        case Node::detail_amount:
            start_amount(details_[details_used_ - 1].amount, currency);
            break;
        case Node::transaction_amount:
            start_amount(details_[details_used_ - 1].transaction_amount, currency);
            break;
        case Node::instructed_amount:
            start_amount(details_[details_used_ - 1].instructed, currency);
            break;
        default:
            break;
    }
}

void Builder::end(Node node, std::string_view text)
{
    if (node == Node::statement) {
        end_statement();
    } else if (node == Node::balance) {
        choose_balance();
    } else if (node == Node::entry) {
        end_entry();
    } else if (!has_text(node)) {
        return;
    } else if (in(node, Node::statement_id, Node::account_currency)) {
        end_statement_field(node, text);
    } else if (in(node, Node::balance_type, Node::balance_moment)) {
        end_balance_field(node, text);
    } else if (in(node, Node::entry_amount, Node::entry_info)) {
        end_entry_field(node, text);
    } else if (in(node, Node::parties, Node::creditor_other_id)) {
        end_party_field(node, text);
    } else {
        end_detail_field(node, text);
    }
}

void Builder::start_amount(Amount& amount, std::string_view currency)
{
    if (!amount.text.empty()) return fail(element_twice);
    amount.currency.assign(currency);
}

/// Only euro amounts become money. What is in another currency is kept as it stands.
void Builder::end_amount(Amount& amount, std::string_view text)
{
    amount.text.assign(text);
    if (text.empty() || text.find_first_not_of("0123456789.") != std::string_view::npos) {
        return fail(not_an_amount, {{"value", shortened(text)}});
    }
    if (amount.currency != "EUR") return;
    const auto dot = text.find('.');
    if (dot != std::string_view::npos && text.size() - dot > 3) {
        return fail(too_many_decimals, {{"value", shortened(text)}});
    }
    const auto money = parse_money(text);
    if (!money) return fail(not_an_amount, {{"value", shortened(text)}});
    if (text.substr(0, dot).size() > most_digits) return fail(amounts_too_large);
    amount.cents = money->in_cents();
}

void Builder::end_sign(Sign& sign, std::string_view text)
{
    if (sign != Sign::none) return fail(element_twice);
    if (text == "CRDT") {
        sign = Sign::credit;
    } else if (text == "DBIT") {
        sign = Sign::debit;
    } else {
        fail(not_one_of, {{"known", "CRDT / DBIT"}, {"value", shortened(text)}});
    }
}

/// A day, or the day of a moment as the bank wrote it; a time zone behind it does not move the day.
void Builder::end_day(std::optional<Date>& day, std::string_view text)
{
    const auto rest = text.size() > 10 ? text.substr(10) : std::string_view{};
    const bool rest_is_time =
        rest.empty() || rest.front() == 'T' || rest.front() == 'Z' || rest.front() == '+' || rest.front() == '-';
    day = parse_date(text.substr(0, 10));
    if (!day || !rest_is_time) fail(not_a_day, {{"value", shortened(text)}});
}

void Builder::end_reversal(std::string_view text)
{
    entry_.reversal = text == "true" || text == "1";
    if (!entry_.reversal && text != "false" && text != "0") {
        fail(not_one_of, {{"known", "true / false"}, {"value", shortened(text)}});
    }
}

void Builder::append(std::string& field, std::string_view text)
{
    if (text.empty()) return;
    if (!field.empty()) field += ' ';
    field += text;
    if (field.size() > longest_text) fail(too_long, {{"most", std::to_string(longest_text)}});
}

void Builder::begin_statement()
{
    ++statements_;
    head_ = {};
    account_other_id_.clear();
    account_currency_.clear();
    head_complete_ = false;
    opening_ = {};
    closing_ = {};
    total_cents_ = 0;
    entries_ = 0;
    announced_ = 0;
    references_seen_.clear();
    line_.position = 0;
}

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
            head_.account.assign(text);
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

void Builder::end_entry_field(Node node, std::string_view text)
{
    switch (node) {
        case Node::entry_amount:
            end_amount(entry_.amount, text);
            break;
        case Node::entry_instructed_amount:
            end_amount(entry_.instructed, text);
            break;
        case Node::entry_sign:
            end_sign(entry_.sign, text);
            break;
        case Node::entry_reversal:
            end_reversal(text);
            break;
        case Node::entry_status:  // the text of .02; around Sts/Cd there is only white space
        case Node::entry_status_code:
            if (!text.empty() && !entry_.status.empty()) return fail(element_twice);
            entry_.status.append(text);
            break;
        case Node::booked_day:
        case Node::booked_moment:
            end_day(entry_.booked, text);
            break;
        case Node::valued_day:
        case Node::valued_moment:
            end_day(entry_.valued, text);
            break;
        case Node::bank_reference:
            entry_.bank_reference.assign(text);
            break;
        case Node::domain_code:
            entry_.domain.assign(text);
            break;
        case Node::family_code:
            entry_.family.assign(text);
            break;
        case Node::subfamily_code:
            entry_.subfamily.assign(text);
            break;
        case Node::proprietary_code_value:
            entry_.proprietary.assign(text);
            break;
        case Node::entry_info:
            append(entry_.info, text);
            break;
        default:
            break;
    }
}

void Builder::end_detail_field(Node node, std::string_view text)
{
    auto& detail = details_[details_used_ - 1];
    switch (node) {
        case Node::end_to_end_id:
            detail.end_to_end_id.assign(text == "NOTPROVIDED" ? std::string_view{} : text);
            break;
        case Node::detail_amount:
            end_amount(detail.amount, text);
            break;
        case Node::detail_sign:
            end_sign(detail.sign, text);
            break;
        case Node::transaction_amount:
            end_amount(detail.transaction_amount, text);
            break;
        case Node::instructed_amount:
            end_amount(detail.instructed, text);
            break;
        case Node::unstructured:
        case Node::structured_info:
            append(detail.remittance, text);
            break;
        case Node::creditor_reference:
            // A payment may settle several documents; the first reference leads, the others stay readable.
            append(detail.creditor_reference.empty() ? detail.creditor_reference : detail.remittance, text);
            break;
        case Node::return_reason_code:
            detail.return_reason.assign(text);
            break;
        case Node::detail_info:
            append(detail.info, text);
            break;
        default:
            break;
    }
}

void Builder::end_party_field(Node node, std::string_view text)
{
    auto& detail = details_[details_used_ - 1];
    switch (node) {
        case Node::debtor_name:
        case Node::debtor_party_name:
            detail.debtor.name.assign(text);
            break;
        case Node::debtor_iban:
        case Node::debtor_other_id:
            detail.debtor.account.assign(text);
            break;
        case Node::creditor_name:
        case Node::creditor_party_name:
            detail.creditor.name.assign(text);
            break;
        case Node::creditor_iban:
        case Node::creditor_other_id:
            detail.creditor.account.assign(text);
            break;
        default:
            break;
    }
}

void Builder::end_entry()
{
    if (refusal_) return;
    if (entry_.amount.text.empty()) return fail(element_missing, {{"element", "Amt"}});
    if (entry_.sign == Sign::none) return fail(element_missing, {{"element", "CdtDbtInd"}});
    if (entry_.status.empty()) return fail(element_missing, {{"element", "Sts"}});
    if (entry_.amount.currency != head_.currency) {
        return fail(entry_currency, {{"other", shortened(entry_.amount.currency)}, {"currency", head_.currency}});
    }
    if (entry_.status == "PDNG" || entry_.status == "INFO" || entry_.status == "FUTR") {
        ++announced_;
        return;
    }
    if (entry_.status != "BOOK") {
        return fail(not_one_of, {{"known", "BOOK / PDNG / INFO / FUTR"}, {"value", shortened(entry_.status)}});
    }

    fill_from_entry();
    if (details_used_ > 1 && details_add_up()) {
        for (std::size_t i = 0; i < details_used_ && !refusal_; ++i) {
            line_.detail = static_cast<std::int64_t>(i + 1);
            fill_from_detail(details_[i]);
            emit(*signed_cents_of(details_[i]));
        }
        return;
    }
    line_.detail = 0;
    static const Detail none{};
    fill_from_detail(details_used_ == 1 ? details_.front() : none);
    emit(entry_.sign == Sign::debit ? -entry_.amount.cents : entry_.amount.cents);
}

/// What one payment of a batch did to the account; empty where the file does not say it in the account's currency.
std::optional<std::int64_t> Builder::signed_cents_of(const Detail& detail) const
{
    for (const auto* amount : {&detail.amount, &detail.transaction_amount, &detail.instructed}) {
        if (amount->text.empty()) continue;
        if (amount->currency != head_.currency || amount->cents < 0) return std::nullopt;
        const auto sign = detail.sign == Sign::none ? entry_.sign : detail.sign;
        return sign == Sign::debit ? -amount->cents : amount->cents;
    }
    return std::nullopt;
}

bool Builder::details_add_up() const
{
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < details_used_; ++i) {
        const auto cents = signed_cents_of(details_[i]);
        if (!cents || __builtin_add_overflow(sum, *cents, &sum)) return false;
    }
    return sum == (entry_.sign == Sign::debit ? -entry_.amount.cents : entry_.amount.cents);
}

void Builder::fill_from_entry()
{
    line_.entry = entries_;
    line_.booked = entry_.booked ? *entry_.booked : entry_.valued.value_or(head_.closing.on);
    line_.value = entry_.valued.value_or(line_.booked);
    line_.reversal = entry_.reversal;
    line_.bank_reference = entry_.bank_reference;
    if (entry_.domain.empty()) {
        line_.transaction_code = entry_.proprietary;
    } else {
        line_.transaction_code.assign(entry_.domain)
            .append("-")
            .append(entry_.family)
            .append("-")
            .append(entry_.subfamily);
    }
    bank_reference_is_first_ = !is_placeholder(entry_.bank_reference) &&
                               references_seen_.insert(std::hash<std::string_view>{}(entry_.bank_reference)).second;
}

void Builder::fill_from_detail(const Detail& detail)
{
    line_.end_to_end_id = detail.end_to_end_id;
    line_.creditor_reference = detail.creditor_reference;
    line_.remittance = detail.remittance;
    // Some banks put the description in the additional information only.
    if (line_.remittance.empty()) line_.remittance = detail.info.empty() ? entry_.info : detail.info;
    line_.return_reason = detail.return_reason;
    fill_counterparty(detail);

    line_.foreign_amount.clear();
    const auto& instructed = detail.instructed.text.empty() ? entry_.instructed : detail.instructed;
    if (!instructed.text.empty() && instructed.currency != head_.currency) {
        line_.foreign_amount.assign(instructed.currency).append(" ").append(instructed.text);
    }
}

/// The other party of money in is the debtor, of money out the creditor. Returned payments keep the roles of the
/// payment they undo at some banks and turn them at others; the party that is ourselves is never the other one.
void Builder::fill_counterparty(const Detail& detail)
{
    const auto* other = entry_.sign == Sign::credit ? &detail.debtor : &detail.creditor;
    const auto* alternative = entry_.sign == Sign::credit ? &detail.creditor : &detail.debtor;
    const bool unknown = other->name.empty() && other->account.empty();
    const bool ourselves = !other->account.empty() && other->account == head_.account;
    if (unknown || (ourselves && !alternative->account.empty())) other = alternative;
    line_.counterparty = other->name;
    line_.counterparty_account = other->account;
}

void Builder::name_line()
{
    auto& identity = line_.identity;
    identity.assign(head_.account).append("|");
    if (bank_reference_is_first_) {
        identity.append(entry_.bank_reference);
    } else {
        identity.append(head_.id);
        if (head_.sequence) identity.append("|").append(std::to_string(*head_.sequence));
        identity.append("|").append(std::to_string(line_.entry));
    }
    if (line_.detail > 0) identity.append("#").append(std::to_string(line_.detail));
}

void Builder::emit(std::int64_t signed_cents)
{
    if (__builtin_add_overflow(total_cents_, signed_cents, &total_cents_)) return fail(amounts_too_large);
    ++line_.position;
    line_.amount = Money::cents(signed_cents);
    name_line();
    pass_on(visitor_.line(line_));
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
