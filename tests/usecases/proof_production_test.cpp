#include "usecases/proof_production.h"

#include "support/administration.h"
#include "support/databases.h"
#include "usecases/loan_booking.h"
#include "usecases/loan_orders.h"
#include "usecases/release_order.h"
#include "usecases/verify_administration.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::testing;
using ledger::Account;
using storage::Connection;

namespace {

const Date day = date(2026, 2, 2);

storage::Task task_of(const std::string& actor)
{
    return {"proof", actor, day, to_text(day) + "T09:00:00Z"};
}

template <class T>
std::string_view code(const Result<T>& result)
{
    return result ? std::string_view{} : result.refusal().text->code;
}

/// EUR 10,000 for half of EUR 20,000 of advice.
void open_with_proof_loan(Connection& connection)
{
    open_fund(connection);
    const auto loan = loan_of_ten_thousand();
    award(connection, loan);
    storage::Work work{connection, task("categories", loan.awarded_on)};
    storage::add_cost_categories(work, loan, {{"advice", percent(50), Money::euros(100'000)}});
    work.commit("");
}

Result<usecases::ProofReceipt> invoice(Connection& connection, Money amount, const std::string& evidence)
{
    return usecases::register_invoice(connection, task_of("anna"), "L-1",
                                      {{"advice", amount}, "Adviesbureau BV", day, evidence, "anna"});
}

Result<storage::StoredOrder> prepare(Connection& connection, Money amount)
{
    return usecases::prepare_loan_order(
        connection, task_of("anna"),
        {"L-1", storage::OrderKind::disbursement, amount, std::nullopt, "NL44VKWR0000000101", ""});
}

}  // namespace

TEST_CASE("a proof production is paid against invoices and settled on its cost", "[story]")
{
    on_each_database([](Connection& connection) {
        open_with_proof_loan(connection);
        CHECK(code(prepare(connection, Money::euros(1))) == "grants.above_invoices");

        const auto first = invoice(connection, Money::euros(12'000), "F-1");
        REQUIRE(static_cast<bool>(first));
        CHECK(first->drawable == Money::euros(6'000));
        const auto order = prepare(connection, Money::euros(6'000));
        REQUIRE(static_cast<bool>(order));
        CHECK(code(prepare(connection, Money::cents(1))) == "grants.above_invoices");
        CHECK(code(usecases::settle_proof_loan(connection, task_of("bert"), "L-1")) == "grants.payment_waits");
        REQUIRE(usecases::release_order(connection, task_of("bert"), order->number));
        CHECK(code(invoice(connection, Money::euros(12'000), "F-1")) == "grants.invoice_known");

        CHECK(code(usecases::settle_proof_loan(connection, task_of("anna"), "L-1")) == "grants.settled_by_enterer");
        const auto settled = usecases::settle_proof_loan(connection, task_of("bert"), "L-1");
        REQUIRE(static_cast<bool>(settled));
        CHECK(settled->drawable == Money::euros(6'000));
        CHECK(settled->released == Money::euros(4'000));
        CHECK(settled->overpaid.is_zero());
        CHECK(balance(connection, Account::committed).is_zero());
        CHECK(code(prepare(connection, Money::euros(1))) == "grants.above_invoices");
        CHECK(code(invoice(connection, Money::euros(1), "F-2")) == "grants.already_settled_loan");
        const auto page = usecases::list_invoices(connection, "L-1", day);
        REQUIRE(static_cast<bool>(page));
        CHECK(page->tables[1].rows.size() == 1);
        CHECK(usecases::verify_administration(connection).size() == 0);

        // A commitment freed twice behind the program's back is found.
        storage::Work work{connection, task_of("carl")};
        work.post({revolving, day, "Nogmaals", grants::release_postings(LoanId{1}, Money::euros(1))});
        work.commit("");
        const auto found = usecases::verify_administration(connection);
        REQUIRE(found.size() == 1);
        CHECK(found[0].text->code == "storage.loan_differs");
    });
}

TEST_CASE("what was drawn above the final principal is due at once and the rest goes on", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_with_proof_loan(connection);
        REQUIRE(invoice(connection, Money::euros(12'000), "F-1"));
        // Drawn before the invoices were bound, as a loan taken over may be: EUR 10,000 where 6,000 is supported.
        REQUIRE(usecases::record_loan_event(connection, task_of("anna"), "L-1",
                                            {EventId{}, day, lending::EventKind::disbursement, Money::euros(10'000)},
                                            ""));
        const auto settled = usecases::settle_proof_loan(connection, task_of("bert"), "L-1");
        REQUIRE(static_cast<bool>(settled));
        CHECK(settled->overpaid == Money::euros(4'000));
        const auto loan = *storage::find_loan(connection, "L-1");
        const auto state = storage::position_of(connection, loan).state;
        CHECK(state.principal == Money::euros(10'000));
        CHECK(state.not_yet_due() == Money::euros(6'000));
        // Paid at once; then four quarters of EUR 1,500 are left.
        REQUIRE(usecases::record_loan_event(connection, task_of("anna"), "L-1",
                                            {EventId{}, day, lending::EventKind::payment, Money::euros(4'000)}, ""));
        const auto next =
            connection.number("SELECT principal FROM loan_due WHERE loan_id = 1 AND due_date = '2026-04-01'", {}, 0);
        CHECK(Money::cents(next) == Money::euros(1'500));
        CHECK(usecases::verify_administration(connection).size() == 0);
    });
}

TEST_CASE("only a loan for proof production has invoices", "[usecases]")
{
    Connection connection{":memory:"};
    storage::migrate(connection);
    open_fund(connection);
    award(connection, loan_of_ten_thousand());
    CHECK(code(invoice(connection, Money::euros(1), "F-1")) == "usecases.no_proof_production");
    CHECK(code(usecases::register_invoice(connection, task_of("anna"), "L-9",
                                          {{"advice", Money::euros(1)}, "A", day, "F-1", "anna"})) ==
          "usecases.loan_unknown");
    CHECK(code(prepare(connection, Money::euros(10'000))).empty());
}
