#include "storage/loan_writer.h"

#include "storage/stored.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace vierkant::storage {

namespace {

using lending::DueOnDay;
using lending::SettledOnDay;

Value day_or_null(const std::optional<Date>& day)
{
    return day ? Value{to_text(*day)} : Value{};
}

bool is_before(const DueOnDay& a, const DueOnDay& b)
{
    return a.due < b.due;
}
bool is_before(const SettledOnDay& a, const SettledOnDay& b)
{
    return std::tie(a.due, a.day) < std::tie(b.due, b.day);
}

/// Calls `change` with each pair of rows that differ; null where there is no such row. Both are in order.
template <class Rows, class Change>
void each_change(const Rows& was, const Rows& is, const Change& change)
{
    auto old = was.begin();
    auto now = is.begin();
    while (old != was.end() || now != is.end()) {
        if (now == is.end() || (old != was.end() && is_before(*old, *now))) {
            change(&*old++, nullptr);
        } else if (old == was.end() || is_before(*now, *old)) {
            change(nullptr, &*now++);
        } else {
            if (!(*old == *now)) change(&*old, &*now);
            ++old;
            ++now;
        }
    }
}

/// Keys of rows that go, by fund; each begins with the loan.
using Keys = std::map<std::int64_t, Rows>;

/// "(VALUES (?, ?), (?, ?))" of so many rows, each value of a kind as Insert has them.
std::string places(std::string_view kinds, std::size_t rows)
{
    std::string row;
    for (const char kind : kinds) {
        row += row.empty() ? "(" : ", ";
        row += kind == 'i' ? "CAST(? AS BIGINT)" : "CAST(? AS TEXT)";
    }
    std::string list{"(VALUES "};
    for (std::size_t i = 0; i < rows; ++i) list += (i == 0 ? "" : ", ") + row + ")";
    return list + ")";
}

/// Deletes rows by key, a hundred at a time. The loans are named by themselves too: SQLite does not look by the primary
/// key for several columns at once.
void remove(Connection& connection, const std::string& table, const std::string& columns, std::string_view kinds,
            const Keys& keys_of_funds)
{
    for (const auto& [fund, keys] : keys_of_funds) {
        const std::size_t most = keys.size() == 1 ? 1 : 100;
        const auto sql = "DELETE FROM " + table + " WHERE fund_id = ? AND loan_id IN " + places("i", most) + " AND (" +
                         columns + ") IN " + places(kinds, most);
        for (std::size_t begin = 0; begin < keys.size(); begin += most) {
            std::vector<Value> values{fund};
            const auto key = [&](std::size_t i) { return keys.row(begin + i < keys.size() ? begin + i : begin); };
            for (std::size_t i = 0; i < most; ++i) values.push_back(key(i).front());
            for (std::size_t i = 0; i < most; ++i) values.insert(values.end(), key(i).begin(), key(i).end());
            connection.execute(sql, values);
        }
    }
}

}  // namespace

void LoanWriter::add_event(const StoredLoan& loan, const lending::Event& event, std::optional<BankLineId> bank_line,
                           const std::string& note)
{
    add_event_to(events_, loan, event, bank_line, note);
    add_event_detail_to(details_, loan, event);
}

void LoanWriter::add_flow(const StoredLoan& loan, Date entry_date, const lending::Totals& before,
                          const lending::Totals& now)
{
    interest_[{loan.fund.value, loan.scheme, entry_date}] += now.interest_accrued - before.interest_accrued;
    const auto moved = flows_between(before, now);
    if (is_nothing(moved)) return;
    auto& flows = flows_[{loan.fund.value, loan.scheme, entry_date}];
    for (std::size_t i = 0; i < flows.size(); ++i) flows[i] += moved[i];
}

void LoanWriter::save(const StoredLoan& loan, const LoanPosition& position, const lending::State& now)
{
    positions_.insert_or_assign({loan.fund.value, loan.id.value},
                                Position{position, std::int64_t{is_active(loan.terms, position, now)}, now.open});
}

void LoanWriter::change_dues(const StoredLoan& loan, const std::vector<DueOnDay>& was, const std::vector<DueOnDay>& is)
{
    each_change(was, is, [&](const DueOnDay* old, const DueOnDay* now) { set_due(loan, old, now); });
}

void LoanWriter::set_due(const StoredLoan& loan, const DueOnDay* was, const DueOnDay* is)
{
    const auto day = (is == nullptr ? was : is)->due;
    const DueKey key{loan.fund.value, loan.id.value, day};
    settled_.erase(key);
    dues_[key] = is == nullptr ? std::nullopt : std::optional{*is};
    auto& total = due_totals_.try_emplace({loan.fund.value, loan.scheme, day}, DueOnDay{day, {}, {}, {}}).first->second;
    const auto add = [&](const DueOnDay& row, std::int64_t sign) {
        for (const auto part : {&DueOnDay::principal, &DueOnDay::interest, &DueOnDay::costs}) {
            total.*part += sign > 0 ? row.*part : -(row.*part);
        }
    };
    if (was != nullptr) add(*was, -1);
    if (is != nullptr) add(*is, 1);
}

void LoanWriter::change_settlements(const StoredLoan& loan, const std::vector<SettledOnDay>& was,
                                    const std::vector<SettledOnDay>& is)
{
    each_change(was, is, [&](const SettledOnDay* old, const SettledOnDay* now) { set_settlement(loan, old, now); });
}

void LoanWriter::set_settlement(const StoredLoan& loan, const SettledOnDay* was, const SettledOnDay* is)
{
    const auto& either = is == nullptr ? *was : *is;
    settlements_[{loan.fund.value, loan.id.value, either.due, either.day}] =
        is == nullptr ? std::nullopt : std::optional{*is};
    auto& total = settlement_totals_
                      .try_emplace({loan.fund.value, loan.scheme, either.due, either.day},
                                   SettledOnDay{either.due, either.day, {}, {}, {}, {}, {}})
                      .first->second;
    const auto add = [&](const SettledOnDay& row, std::int64_t sign) {
        for (const auto part : {&SettledOnDay::principal, &SettledOnDay::interest, &SettledOnDay::costs,
                                &SettledOnDay::prepaid, &SettledOnDay::given_up}) {
            total.*part += sign > 0 ? row.*part : -(row.*part);
        }
    };
    if (was != nullptr) add(*was, -1);
    if (is != nullptr) add(*is, 1);
}

void LoanWriter::mark_settled(const StoredLoan& loan, Date due, Date day)
{
    const DueKey key{loan.fund.value, loan.id.value, due};
    const auto known = dues_.find(key);
    if (known == dues_.end()) {
        settled_.insert_or_assign(key, day);
    } else if (known->second) {
        known->second->settled_on = day;
    }
}

void LoanWriter::write(Work& work)
{
    work.add_all(facts::loan_event, events_);
    events_.clear();
    if (details_.size() > 0) work.add_all(facts::loan_event_detail, details_);
    details_.clear();
    auto& connection = work.connection();
    write_arrears(connection);
    write_positions(connection);
    write_calendars(connection);
    write_totals(connection);
}

void LoanWriter::write_positions(Connection& connection)
{
    const auto& insert = insert_of_positions();
    Rows rows{insert.kinds.size()};
    for (const auto& [key, kept] : positions_) {
        add_position_to(rows, FundId{key.first}, LoanId{key.second}, kept.position, kept.active);
    }
    connection.insert(insert, rows);
    positions_.clear();
}

void LoanWriter::write_arrears(Connection& connection)
{
    static const Insert insert{"loan_arrears", "fund_id, loan_id, due_date, principal, interest, costs", "iitiii"};
    Keys loans;
    Rows rows{insert.kinds.size()};
    for (const auto& [key, kept] : positions_) {
        loans.try_emplace(key.first, 1).first->second.add(key.second);
        std::map<Date, DueOnDay> days;
        for (const auto& item : kept.open) {
            auto& day = days.try_emplace(item.due, DueOnDay{item.due, {}, {}, {}}).first->second;
            day.principal += item.principal;
            day.interest += item.all_interest();
            day.costs += item.costs;
        }
        for (const auto& [due, day] : days) {
            rows.add(key.first, key.second, to_text(due), day.principal.in_cents(), day.interest.in_cents(),
                     day.costs.in_cents());
        }
    }
    remove(connection, "loan_arrears", "loan_id", "i", loans);
    connection.insert(insert, rows);
}

void LoanWriter::write_calendars(Connection& connection)
{
    static const std::string due_columns = "fund_id, loan_id, due_date, principal, interest, costs, settled_on";
    static const Insert due_insert{"loan_due", due_columns, "iitiiit",
                                   "ON CONFLICT (fund_id, loan_id, due_date) DO UPDATE SET principal = "
                                   "excluded.principal, interest = excluded.interest, costs = excluded.costs, "
                                   "settled_on = excluded.settled_on"};
    // The row is there: only its last column is taken.
    static const Insert settled_insert{
        "loan_due", due_columns, "iitiiit",
        "ON CONFLICT (fund_id, loan_id, due_date) DO UPDATE SET settled_on = excluded.settled_on"};
    static const Insert settlement_insert{
        "loan_settlement", "fund_id, loan_id, due_date, settled_on, principal, interest, costs, prepaid, given_up",
        "iittiiiii",
        "ON CONFLICT (fund_id, loan_id, due_date, settled_on) DO UPDATE SET principal = excluded.principal, interest = "
        "excluded.interest, costs = excluded.costs, prepaid = excluded.prepaid, given_up = excluded.given_up"};
    Rows dues{due_insert.kinds.size()};
    Keys gone;
    for (const auto& [key, row] : dues_) {
        const auto& [fund, loan, due] = key;
        if (!row) {
            gone.try_emplace(fund, 2).first->second.add(loan, to_text(due));
            continue;
        }
        dues.add(fund, loan, to_text(due), row->principal.in_cents(), row->interest.in_cents(), row->costs.in_cents(),
                 day_or_null(row->settled_on));
    }
    connection.insert(due_insert, dues);
    remove(connection, "loan_due", "loan_id, due_date", "it", gone);

    Rows settled{settled_insert.kinds.size()};
    for (const auto& [key, day] : settled_) {
        const auto& [fund, loan, due] = key;
        settled.add(fund, loan, to_text(due), std::int64_t{0}, std::int64_t{0}, std::int64_t{0}, to_text(day));
    }
    connection.insert(settled_insert, settled);

    Rows settlements{settlement_insert.kinds.size()};
    Keys undone;
    for (const auto& [key, row] : settlements_) {
        const auto& [fund, loan, due, day] = key;
        if (!row) {
            undone.try_emplace(fund, 3).first->second.add(loan, to_text(due), to_text(day));
            continue;
        }
        settlements.add(fund, loan, to_text(due), to_text(day), row->principal.in_cents(), row->interest.in_cents(),
                        row->costs.in_cents(), row->prepaid.in_cents(), row->given_up.in_cents());
    }
    connection.insert(settlement_insert, settlements);
    remove(connection, "loan_settlement", "loan_id, due_date, settled_on", "itt", undone);
    dues_.clear();
    settled_.clear();
    settlements_.clear();
}

void LoanWriter::write_totals(Connection& connection)
{
    static const Insert due_insert{
        "due_total", "fund_id, scheme_code, due_date, principal, interest, costs", "ittiii",
        "ON CONFLICT (fund_id, scheme_code, due_date) DO UPDATE SET principal = due_total.principal + "
        "excluded.principal, interest = due_total.interest + excluded.interest, costs = due_total.costs + "
        "excluded.costs"};
    static const Insert settlement_insert{
        "settlement_total", "fund_id, scheme_code, due_date, settled_on, principal, interest, costs, prepaid, given_up",
        "itttiiiii",
        "ON CONFLICT (fund_id, scheme_code, due_date, settled_on) DO UPDATE SET principal = settlement_total.principal "
        "+ excluded.principal, interest = settlement_total.interest + excluded.interest, costs = "
        "settlement_total.costs + excluded.costs, prepaid = settlement_total.prepaid + excluded.prepaid, given_up = "
        "settlement_total.given_up + excluded.given_up"};
    Rows dues{due_insert.kinds.size()};
    for (const auto& [key, total] : due_totals_) {
        const auto& [fund, scheme, due] = key;
        if (total.principal.is_zero() && total.interest.is_zero() && total.costs.is_zero()) continue;
        dues.add(fund, scheme, to_text(due), total.principal.in_cents(), total.interest.in_cents(),
                 total.costs.in_cents());
    }
    connection.insert(due_insert, dues);

    Rows settlements{settlement_insert.kinds.size()};
    for (const auto& [key, total] : settlement_totals_) {
        const auto& [fund, scheme, due, day] = key;
        settlements.add(fund, scheme, to_text(due), to_text(day), total.principal.in_cents(), total.interest.in_cents(),
                        total.costs.in_cents(), total.prepaid.in_cents(), total.given_up.in_cents());
    }
    connection.insert(settlement_insert, settlements);

    const auto& flow_insert = insert_of_flows();
    Rows flows{flow_insert.kinds.size()};
    for (const auto& [key, moved] : flows_) {
        const auto& [fund, scheme, day] = key;
        add_flow_to(flows, FundId{fund}, scheme, day, moved);
    }
    connection.insert(flow_insert, flows);
    add_interest_booked(connection, interest_);
    interest_.clear();
    due_totals_.clear();
    settlement_totals_.clear();
    flows_.clear();
}

}  // namespace vierkant::storage
