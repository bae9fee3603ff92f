#include "storage/bank_rows.h"

#include "base/result.h"

#include <algorithm>
#include <array>
#include <utility>

namespace vierkant::storage {

namespace {

constexpr std::array kinds{std::pair{MatchKind::suspense, "suspense"},
                           std::pair{MatchKind::loan, "loan"},
                           std::pair{MatchKind::grant, "grant"},
                           std::pair{MatchKind::transit, "transit"},
                           std::pair{MatchKind::contribution, "contribution"},
                           std::pair{MatchKind::return_of, "return"},
                           std::pair{MatchKind::returned, "returned"},
                           std::pair{MatchKind::ignored, "ignored"}};

}  // namespace

Date stored_day(const std::string& text)
{
    const auto day = parse_date(text);
    verify(day.has_value(), "a stored date is a date");
    return *day;
}

std::string name_of(MatchKind kind)
{
    return std::find_if(kinds.begin(), kinds.end(), [&](const auto& pair) { return pair.first == kind; })->second;
}

MatchKind match_kind(const std::string& name)
{
    const auto* const found =
        std::find_if(kinds.begin(), kinds.end(), [&](const auto& pair) { return pair.second == name; });
    verify(found != kinds.end(), "a stored kind of match is known");
    return found->first;
}

std::string numbered(const std::string& prefix, std::int64_t number)
{
    constexpr std::size_t width = 6;
    const auto digits = std::to_string(number);
    return prefix + std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

std::string line_columns()
{
    return "b.bank_line_id, b.position, b.identity, b.amount, b.booking_date, b.value_date, b.reversal, "
           "b.return_reason, "
           "b.counterparty_iban, b.counterparty_name, b.reference, b.end_to_end_id, b.remittance, b.foreign_amount";
}

std::string line_kinds()
{
    return "iititti"
           "ttttttt";
}

banking::Line line_of(const Row& row, std::size_t first)
{
    banking::Line line;
    line.position = row.integer(first + 1);
    line.identity = row.text(first + 2);
    line.amount = Money::cents(row.integer(first + 3));
    line.booked = stored_day(row.text(first + 4));
    line.value = stored_day(row.text(first + 5));
    line.reversal = row.integer(first + 6) == 1;
    line.return_reason = row.text(first + 7);
    line.counterparty_account = row.text(first + 8);
    line.counterparty = row.text(first + 9);
    line.creditor_reference = row.text(first + 10);
    line.end_to_end_id = row.text(first + 11);
    line.remittance = row.text(first + 12);
    line.foreign_amount = row.text(first + 13);
    return line;
}

}  // namespace vierkant::storage
