// Entries and their details become lines.

#include "domain/banking/camt053_builder.h"
#include "domain/banking/messages.h"

#include <functional>

namespace vierkant::banking::camt053 {

namespace {

/// References that banks write where they have none.
bool is_placeholder(std::string_view reference)
{
    return reference.empty() || reference == "NOTPROVIDED" || reference == "NONREF" || reference == "NOREF" ||
           reference.find_first_not_of("0 -") == std::string_view::npos;
}

}  // namespace

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
            assign_iban(detail.debtor.account, text);
            break;
        case Node::debtor_other_id:
            detail.debtor.account.assign(text);
            break;
        case Node::creditor_name:
        case Node::creditor_party_name:
            detail.creditor.name.assign(text);
            break;
        case Node::creditor_iban:
            assign_iban(detail.creditor.account, text);
            break;
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

}  // namespace vierkant::banking::camt053
