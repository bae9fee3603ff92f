#include "storage/arrangement_store.h"

#include "storage/key_query.h"
#include "storage/stored.h"

#include <algorithm>

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

/// REQUIRES: in the order of their funds and numbers.
void read_terms(Connection& connection, std::vector<StoredArrangement>& arrangements)
{
    for (auto begin = arrangements.begin(); begin != arrangements.end();) {
        const auto fund = begin->fund;
        const auto end =
            std::find_if(begin, arrangements.end(), [&](const auto& candidate) { return candidate.fund != fund; });
        std::map<std::int64_t, StoredArrangement*> by_id;
        std::vector<std::int64_t> ids;
        for (; begin != end; ++begin) {
            by_id[begin->id] = &*begin;
            ids.push_back(begin->id);
        }
        each_of(connection,
                "SELECT arrangement_no, due_on, amount FROM arrangement_term WHERE fund_id = ? AND arrangement_no IN (",
                fund, ids, ") ORDER BY arrangement_no, due_on", "iti", [&](const Row& row) {
                    by_id.at(row.integer(0))
                        ->value.terms.push_back({stored_date(row.text(1)), Money::cents(row.integer(2))});
                });
    }
}

}  // namespace

std::vector<StoredArrangement> all_arrangements(Connection& connection)
{
    std::vector<StoredArrangement> all;
    connection.each(columns + "ORDER BY a.fund_id, a.arrangement_no", {}, kinds,
                    [&](const Row& row) { all.push_back(arrangement_of(row)); });
    read_terms(connection, all);
    return all;
}

std::map<LoanId, std::vector<StoredArrangement>> arrangements_of(Connection& connection, FundId fund,
                                                                 const std::vector<std::int64_t>& loans)
{
    std::vector<StoredArrangement> all;
    each_of(connection, columns + "WHERE a.fund_id = ? AND a.loan_id IN (", fund, loans, ") ORDER BY a.arrangement_no",
            kinds, [&](const Row& row) { all.push_back(arrangement_of(row)); });
    read_terms(connection, all);
    std::map<LoanId, std::vector<StoredArrangement>> of_loans;
    for (auto& one : all) of_loans[one.loan].push_back(std::move(one));
    return of_loans;
}

std::optional<StoredArrangement> find_arrangement(Connection& connection, const std::string& number)
{
    std::vector<StoredArrangement> found;
    connection.each(columns + "WHERE a.number = ?", {number}, kinds,
                    [&](const Row& row) { found.push_back(arrangement_of(row)); });
    read_terms(connection, found);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
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
