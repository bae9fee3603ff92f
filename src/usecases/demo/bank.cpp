#include "usecases/demo/bank.h"

#include "base/calendar.h"
#include "domain/banking/camt053_writer.h"

#include <algorithm>

namespace vierkant::demo {

namespace {

std::string bank_reference(std::size_t account, std::int64_t number)
{
    const auto digits = std::to_string(number);
    return "VKWR" + std::to_string(account + 1) + std::string(digits.size() < 8 ? 8 - digits.size() : 0, '0') + digits;
}

}  // namespace

Date Bank::pay(FundId fund, Date day, const BankPayment& payment)
{
    const auto account =
        std::find_if(accounts_.begin(), accounts_.end(), [&](const auto& a) { return a.fund == fund; });
    verify(account != accounts_.end(), "the bank has an account of the fund");
    const auto booked = target_day_from(day);
    banking::Line line;
    line.amount = payment.amount;
    line.booked = booked;
    line.value = booked;
    line.reversal = !payment.return_reason.empty();
    line.bank_reference =
        bank_reference(static_cast<std::size_t>(account - accounts_.begin()), ++account->last_reference);
    line.end_to_end_id = payment.end_to_end_id;
    line.creditor_reference = payment.reference;
    line.remittance = payment.text;
    line.counterparty = payment.name;
    line.counterparty_account = payment.account;
    line.transaction_code = payment.amount.is_negative() ? "PMNT-ICDT-ESCT" : "PMNT-RCDT-ESCT";
    line.return_reason = payment.return_reason;
    account->lines.push_back(std::move(line));
    return booked;
}

std::vector<StatementFile> Bank::statements(Date until)
{
    std::vector<StatementFile> files;
    for (auto& account : accounts_) files.push_back(statement(account, until));
    return files;
}

StatementFile Bank::statement(Account& account, Date last)
{
    const auto first = first_of_month(last);
    auto& waiting = account.lines;
    std::stable_sort(waiting.begin(), waiting.end(), [](const auto& a, const auto& b) { return a.booked < b.booked; });
    const auto later =
        std::find_if(waiting.begin(), waiting.end(), [&](const auto& line) { return line.booked > last; });

    banking::Statement statement;
    statement.lines.assign(waiting.begin(), later);
    waiting.erase(waiting.begin(), later);
    account.sequence = first.month() == 1 ? 1 : account.sequence + 1;
    const auto month = to_text(first).substr(0, 7);
    auto& head = statement.head;
    head.id = account.code + "-" + month;
    head.sequence = account.sequence;
    head.account = account.iban;
    head.created = to_text(last) + "T23:59:00";
    head.opening = {account.balance, first};
    std::int64_t position = 0;
    for (auto& line : statement.lines) {
        line.position = line.entry = ++position;
        account.balance += line.amount;
    }
    head.closing = {account.balance, last};
    return {account.code + "-" + month + ".xml", banking::write_camt053(banking::Camt053Version::v08, {statement})};
}

}  // namespace vierkant::demo
