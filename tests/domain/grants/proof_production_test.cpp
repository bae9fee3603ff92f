#include "domain/grants/proof_production.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::grants;

namespace {

const Date award = date(2026, 1, 15);
const Date today = date(2026, 6, 1);

/// EUR 35,000 on 100,000 of prototype at 35 % (NIOF 2013).
ProofProduction loan()
{
    return {award,
            Money::euros(35'000),
            {{"advice", percent(50), Money::euros(100'000)}, {"prototype", percent(35), Money::euros(100'000)}},
            {},
            {}};
}

Invoice invoice(Money amount, std::string evidence = "F-1", std::string category = "prototype")
{
    return {{std::move(category), amount}, "Kunststof BV", date(2026, 3, 1), std::move(evidence), "anna"};
}

template <class T>
std::string_view code(const Result<T>& result)
{
    return result ? std::string_view{} : result.refusal().text->code;
}

}  // namespace

TEST_CASE("a drawing stays within what the invoices support and the award")
{
    auto proof = loan();
    CHECK(code(check_drawing(proof, Money::cents(1), {}, {})) == "grants.above_invoices");
    proof.invoices.push_back(invoice(Money::euros(40'000)));
    CHECK(drawable(proof) == Money::euros(14'000));
    CHECK(code(check_drawing(proof, Money::euros(14'000), {}, {})).empty());
    CHECK(code(check_drawing(proof, Money::euros(4'000), Money::euros(10'000), Money::cents(1))) ==
          "grants.above_invoices");
    proof.invoices.push_back(invoice(Money::euros(160'000), "F-2"));
    CHECK(drawable(proof) == Money::euros(35'000));
}

TEST_CASE("an invoice counts once, within the award, and holds no citizen service number")
{
    auto proof = loan();
    proof.invoices.push_back(invoice(Money::euros(1)));
    const auto refused = [&](const Invoice& tried) { return code(check(tried, proof, today)); };
    CHECK(refused(invoice(Money::euros(1), "F-2")).empty());
    CHECK(refused(invoice(Money::euros(2))) == "grants.invoice_known");
    CHECK(refused(invoice({}, "F-2")) == "grants.negative_cost");
    CHECK(refused(invoice(Money::euros(1), "")) == "grants.cost_evidence_missing");
    CHECK(refused(invoice(Money::euros(1), "F-2", "own-hours")) == "grants.unknown_category");
    CHECK(refused(invoice(Money::euros(1), "111222333")) == "grants.reference_is_bsn");
    auto early = invoice(Money::euros(1), "F-3");
    early.date = award - 1;
    CHECK(refused(early) == "grants.invoice_out_of_range");
    early.date = today + 1;
    CHECK(refused(early) == "grants.invoice_out_of_range");
    proof.settled = Settlement{};
    CHECK(refused(invoice(Money::euros(1), "F-2")) == "grants.already_settled_loan");
}

TEST_CASE("settlement lowers the award, frees what is not needed and calls in what was drawn too much")
{
    // 80,000 was made: 28,000. Drawn 30,000 of the 35,000: 5,000 is freed and 2,000 comes back.
    auto proof = loan();
    proof.invoices.push_back(invoice(Money::euros(80'000)));
    CHECK(code(settlement(proof, Money::euros(30'000), {}, "anna")) == "grants.settled_by_enterer");
    CHECK(code(settlement(proof, {}, Money::euros(1), "bert")) == "grants.payment_waits");
    const auto settled = settlement(proof, Money::euros(30'000), {}, "bert");
    REQUIRE(settled);
    CHECK(settled->principal == Money::euros(28'000));
    CHECK(settled->released == Money::euros(5'000));
    CHECK(settled->overpaid == Money::euros(2'000));
    CHECK(settlement(proof, Money::euros(10'000), {}, "bert")->released == Money::euros(7'000));
    proof.settled = *settled;
    CHECK(code(settlement(proof, {}, {}, "bert")) == "grants.already_settled_loan");
    CHECK(code(check_drawing(proof, Money::cents(1), Money::euros(28'000), {})) == "grants.above_invoices");

    const auto postings = release_postings(LoanId{1}, Money::euros(5'000));
    REQUIRE(postings.size() == 1);
    CHECK(postings[0].debit == ledger::Account::committed);
    CHECK(release_postings(LoanId{1}, {}).empty());
}
