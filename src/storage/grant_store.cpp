#include "storage/grant_store.h"

#include "base/result.h"
#include "domain/banking/payment_reference.h"
#include "formats/grant_terms_json.h"

namespace vierkant::storage {

namespace {

Date stored_date(const std::string& text)
{
    const auto day = parse_date(text);
    verify(day.has_value(), "a stored date is a date");
    return *day;
}

std::vector<StoredGrant> grants_where(Connection& connection, const std::string& condition,
                                      std::initializer_list<Value> parameters)
{
    std::vector<StoredGrant> found;
    connection.each(
        "SELECT fund_id, grant_id, number, payment_reference, dossier_id, undertaking_id, scheme_code, sector, "
        "municipality_code, awarded_on, amount, terms FROM grant_award WHERE " +
            condition + " ORDER BY number",
        parameters, "iittiittttit", [&](const Row& row) {
            const auto terms = formats::read_grant_terms(row.text(11), "grant " + row.text(2));
            verify(static_cast<bool>(terms), "stored terms can be read");
            found.push_back({FundId{row.integer(0)},
                             GrantId{row.integer(1)},
                             row.text(2),
                             row.text(3),
                             DossierId{row.integer(4)},
                             UndertakingId{row.integer(5)},
                             row.text(6),
                             row.text(7),
                             row.text(8),
                             {stored_date(row.text(9)), Money::cents(row.integer(10)), *terms}});
        });
    return found;
}

std::optional<StoredGrant> first(std::vector<StoredGrant> found)
{
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

/// "000007": as loans and dossiers are numbered.
std::string six_digits(std::int64_t number)
{
    constexpr std::size_t width = 6;
    const auto digits = std::to_string(number);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

}  // namespace

StoredGrant add_grant_award(Work& work, const StoredGrant& grant)
{
    auto numbered = grant;
    numbered.id = GrantId{work.next_number("grant")};
    const auto digits = six_digits(numbered.id.value);
    numbered.number = "S-" + digits;
    const auto reference = banking::make_reference("VVWS" + digits);
    verify(static_cast<bool>(reference), "a grant's number makes a payment reference");
    numbered.payment_reference = *reference;
    work.add(facts::grant_award, {numbered.fund.value, numbered.id.value, numbered.number, numbered.payment_reference,
                                  numbered.dossier.value, numbered.undertaking.value, numbered.scheme, numbered.sector,
                                  numbered.municipality, to_text(numbered.award.awarded_on),
                                  numbered.award.amount.in_cents(), formats::write_grant_terms(numbered.award.terms)});
    return numbered;
}

std::optional<StoredGrant> find_grant(Connection& connection, const std::string& number)
{
    return first(grants_where(connection, "number = ?", {number}));
}

std::optional<StoredGrant> find_grant_by_reference(Connection& connection, const std::string& payment_reference)
{
    return first(grants_where(connection, "payment_reference = ?", {payment_reference}));
}

std::optional<StoredGrant> find_grant_of_dossier(Connection& connection, FundId fund, DossierId dossier)
{
    return first(grants_where(connection, "fund_id = ? AND dossier_id = ?", {fund.value, dossier.value}));
}

std::vector<StoredGrant> list_grants(Connection& connection)
{
    return grants_where(connection, "1 = 1", {});
}

}  // namespace vierkant::storage
