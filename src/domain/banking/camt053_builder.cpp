#include "domain/banking/camt053_builder.h"

#include "domain/banking/messages.h"

namespace vierkant::banking::camt053 {

namespace {

/// 999 billion euro: far above any real booking, and low enough that nine million of them still can be counted.
constexpr std::size_t most_digits = 12;

bool in(Node node, Node first, Node last)
{
    return node >= first && node <= last;
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

void Builder::assign_iban(std::string& field, std::string_view text)
{
    field.clear();
    for (const char c : text) {
        if (c != ' ') field += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
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

}  // namespace vierkant::banking::camt053
