#include "storage/payment_order_store.h"

#include "base/result.h"
#include "storage/stored.h"

#include <array>
#include <cstdio>

namespace vierkant::storage {

namespace {

constexpr std::array kinds{
    std::pair{OrderKind::disbursement, "disbursement"}, std::pair{OrderKind::refund, "refund"},
    std::pair{OrderKind::remission, "remission"},       std::pair{OrderKind::interest_waiver, "interest_waiver"},
    std::pair{OrderKind::write_off, "write_off"},       std::pair{OrderKind::grant, "grant"},
};
constexpr std::array statuses{std::pair{OrderStatus::open, ""}, std::pair{OrderStatus::released, "released"},
                              std::pair{OrderStatus::withdrawn, "withdrawn"}};

std::vector<OpenOrder> orders_where(Connection& connection, const std::string& condition,
                                    std::initializer_list<Value> parameters)
{
    std::vector<OpenOrder> found;
    connection.each(
        "SELECT o.fund_id, o.order_id, o.number, o.kind, o.loan_id, o.grant_id, o.claim_no, o.amount, o.value_date, "
        "o.iban, o.note, o.prepared_by, o.prepared_on, COALESCE(r.outcome, ''), COALESCE(l.number, g.number) "
        "FROM payment_order o "
        "LEFT JOIN payment_order_outcome r ON r.fund_id = o.fund_id AND r.order_id = o.order_id "
        "LEFT JOIN loan l ON l.fund_id = o.fund_id AND l.loan_id = o.loan_id "
        "LEFT JOIN grant_award g ON g.fund_id = o.fund_id AND g.grant_id = o.grant_id WHERE " +
            condition + " ORDER BY o.order_id",
        parameters, "iittiiiittttttt", [&](const Row& row) {
            found.push_back({{{FundId{row.integer(0)}, named(kinds, row.text(3)), optional_id<LoanTag>(row, 4),
                               optional_id<GrantTag>(row, 5), optional_id<ClaimTag>(row, 6),
                               Money::cents(row.integer(7)), parse_date(row.text(8)), row.text(9), row.text(10)},
                              OrderId{row.integer(1)},
                              row.text(2),
                              row.text(11),
                              stored_date(row.text(12)),
                              named(statuses, row.text(13))},
                             row.text(14)});
        });
    return found;
}

void add_outcome(Work& work, const StoredOrder& order, OrderStatus status, const std::string& note)
{
    work.add(facts::payment_order_outcome, {order.order.fund.value, order.id.value, name_of(statuses, status),
                                            to_text(work.today()), work.actor(), note});
}

Money open_amount_of(Connection& connection, const std::string& owner, FundId fund, std::int64_t id, OrderKind kind)
{
    return Money::cents(connection.number(
        "SELECT CAST(SUM(o.amount) AS BIGINT) FROM payment_order o WHERE o.fund_id = ? AND o." + owner +
            " = ? AND o.kind = ? AND NOT EXISTS (SELECT 1 FROM payment_order_outcome r WHERE r.fund_id = o.fund_id "
            "AND r.order_id = o.order_id)",
        {fund.value, id, name_of(kinds, kind)}, 0));
}

std::string order_number(std::int64_t id)
{
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "O-%06lld", static_cast<long long>(id));
    return text.data();
}

}  // namespace

StoredOrder add_order(Work& work, const PaymentOrder& order)
{
    const OrderId id{work.next_number("payment_order")};
    auto number = order_number(id.value);
    work.add(facts::payment_order,
             {order.fund.value, id.value, number, name_of(kinds, order.kind), id_or_null(order.loan),
              id_or_null(order.grant), id_or_null(order.claim), order.amount.in_cents(),
              order.value_date ? Value{to_text(*order.value_date)} : Value{}, order.iban, order.note, work.actor(),
              to_text(work.today())});
    return {order, id, std::move(number), work.actor(), work.today(), OrderStatus::open};
}

void release(Work& work, const StoredOrder& order)
{
    add_outcome(work, order, OrderStatus::released, "");
}

void withdraw(Work& work, const StoredOrder& order, const std::string& reason)
{
    add_outcome(work, order, OrderStatus::withdrawn, reason);
}

std::optional<StoredOrder> find_order(Connection& connection, const std::string& number)
{
    const auto found = orders_where(connection, "o.number = ?", {number});
    if (found.empty()) return std::nullopt;
    return found.front().stored;
}

std::vector<OpenOrder> list_open_orders(Connection& connection)
{
    return orders_where(connection, "r.outcome IS NULL", {});
}

Money open_amount(Connection& connection, FundId fund, LoanId loan, OrderKind kind)
{
    return open_amount_of(connection, "loan_id", fund, loan.value, kind);
}

Money open_amount(Connection& connection, FundId fund, GrantId grant, OrderKind kind)
{
    return open_amount_of(connection, "grant_id", fund, grant.value, kind);
}

Money open_grant_orders(Connection& connection, FundId fund)
{
    return Money::cents(connection.number(
        "SELECT CAST(SUM(o.amount) AS BIGINT) FROM payment_order o WHERE o.fund_id = ? AND o.kind = 'grant' AND NOT "
        "EXISTS (SELECT 1 FROM payment_order_outcome r WHERE r.fund_id = o.fund_id AND r.order_id = o.order_id)",
        {fund.value}, 0));
}

}  // namespace vierkant::storage
