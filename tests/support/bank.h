#pragma once

#include "domain/banking/camt053_writer.h"
#include "domain/banking/payment_reference.h"
#include "support/administration.h"
#include "usecases/import_statement.h"

#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace vierkant::testing {

inline const std::string fund_iban = "NL81VKWR0000000017";  ///< of open_fund()
inline const std::string borrower_iban = "NL13TEST0123456789";

/// A movement on the account of the fund, on one day.
inline banking::Line movement(Date day, Money amount, const std::string& bank_reference)
{
    banking::Line line;
    line.amount = amount;
    line.booked = line.value = day;
    line.bank_reference = bank_reference;
    line.counterparty = "Emmtech B.V.";
    line.counterparty_account = borrower_iban;
    return line;
}

inline banking::Line with_reference(banking::Line line, const std::string& reference)
{
    line.creditor_reference = reference;
    return line;
}

/// A statement of these lines, which ties: closing = opening + lines.
inline banking::Statement statement(int number, Date day, Money opening, std::vector<banking::Line> lines)
{
    banking::Statement made;
    made.head.id = "2026-" + std::to_string(number);
    made.head.sequence = number;
    made.head.account = fund_iban;
    made.head.created = to_text(day) + "T20:00:00";
    made.head.opening = {opening, day};
    made.head.closing = {opening, day};
    for (auto& line : lines) {
        line.position = line.entry = static_cast<std::int64_t>(made.lines.size()) + 1;
        made.head.closing.amount += line.amount;
        made.lines.push_back(std::move(line));
    }
    return made;
}

inline Result<usecases::ImportReceipt> import_file(storage::Connection& connection, const std::string& bytes,
                                                   Date today, const std::string& name = "statement.xml",
                                                   const std::string& key = "")
{
    std::istringstream file{bytes};
    return usecases::import_statement(connection, task("bank import", today, key), file, name);
}

inline Result<usecases::ImportReceipt> import_statements(storage::Connection& connection,
                                                         const std::vector<banking::Statement>& statements, Date today)
{
    return import_file(connection, banking::write_camt053(banking::Camt053Version::v08, statements), today);
}

/// loan_of_ten_thousand() with a sound payment reference: RF..VVWL1.
inline storage::StoredLoan loan_with_reference(std::int64_t id = 1)
{
    auto loan = loan_of_ten_thousand(id);
    loan.payment_reference = *banking::make_reference("VVWL" + std::to_string(id));
    return loan;
}

}  // namespace vierkant::testing
