#include "storage/arrangement_store.h"

#include "storage/stored.h"

namespace vierkant::storage {

namespace {

const std::string columns =
    "SELECT a.fund_id, a.arrangement_no, a.number, a.loan_id, a.agreed_on, a.amount, a.note, COALESCE(e.ended_on, ''), "
    "COALESCE(e.reason, '') FROM arrangement a LEFT JOIN arrangement_end e ON e.fund_id = a.fund_id AND "
    "e.arrangement_no = a.arrangement_no ";
constexpr std::string_view kinds = "iititittt";

StoredArrangement arrangement_of(const Row& row)
{
    return {FundId{row.integer(0)},
            row.integer(1),
            row.text(2),
            LoanId{row.integer(3)},
            row.text(6),
            row.text(8),
            {stored_date(row.text(4)), Money::cents(row.integer(5)), {}, parse_date(row.text(7))}};
}

void read_terms(Connection& connection, StoredArrangement& arrangement)
{
    connection.each(
        "SELECT due_on, amount FROM arrangement_term WHERE fund_id = ? AND arrangement_no = ? ORDER BY due_on",
        {arrangement.fund.value, arrangement.id}, "ti", [&](const Row& row) {
            arrangement.value.terms.push_back({stored_date(row.text(0)), Money::cents(row.integer(1))});
        });
}

}  // namespace

std::vector<StoredArrangement> arrangements(Connection& connection, const StoredLoan* loan)
{
    std::vector<StoredArrangement> all;
    const auto fund = loan == nullptr ? std::int64_t{0} : loan->fund.value;
    const auto id = loan == nullptr ? std::int64_t{0} : loan->id.value;
    connection.each(columns + "WHERE ? = 0 OR (a.fund_id = ? AND a.loan_id = ?) ORDER BY a.fund_id, a.arrangement_no",
                    {id, fund, id}, std::string{kinds}, [&](const Row& row) { all.push_back(arrangement_of(row)); });
    for (auto& one : all) read_terms(connection, one);
    return all;
}

std::optional<StoredArrangement> find_arrangement(Connection& connection, const std::string& number)
{
    std::optional<StoredArrangement> found;
    connection.each(columns + "WHERE a.number = ?", {number}, std::string{kinds},
                    [&](const Row& row) { found = arrangement_of(row); });
    if (found) read_terms(connection, *found);
    return found;
}

std::string add_arrangement(Work& work, const StoredLoan& loan, const arrears::Arrangement& arrangement,
                            const std::string& note)
{
    const auto digits = std::to_string(work.next_number("arrangement"));
    const auto number = "R-" + std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
    const auto id = 1 + work.connection().number("SELECT MAX(arrangement_no) FROM arrangement WHERE fund_id = ?",
                                                 {loan.fund.value}, 0);
    work.add(facts::arrangement, {loan.fund.value, id, number, loan.id.value, to_text(arrangement.agreed_on),
                                  arrangement.amount.in_cents(), note, work.actor()});
    for (const auto& term : arrangement.terms) {
        work.add(facts::arrangement_term, {loan.fund.value, id, to_text(term.due), term.amount.in_cents()});
    }
    return number;
}

void add_arrangement_end(Work& work, const StoredArrangement& arrangement, const std::string& reason)
{
    work.add(facts::arrangement_end,
             {arrangement.fund.value, arrangement.id, to_text(work.today()), reason, work.actor()});
}

}  // namespace vierkant::storage
