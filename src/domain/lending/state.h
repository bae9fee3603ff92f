#pragma once

#include "base/exact.h"
#include "domain/lending/terms.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vierkant::lending {

/// All that has flowed since the beginning, per kind. The ledger books the differences between two of these.
struct Totals {
    Money disbursed;
    Money interest_accrued;
    Money costs_charged;
    Money principal_repaid;
    Money interest_received;
    Money costs_received;
    Money principal_remitted;
    Money interest_remitted;
    Money costs_remitted;
    Money principal_written_off;
    Money interest_written_off;
    Money costs_written_off;
    Money recovered;
    Money overpaid;  ///< received beyond everything owed
    Money refunded;
    Money interest_capitalised;  ///< added to the principal
    Money costs_capitalised;
    Money costs_withheld;     ///< taken off what was paid out: settled, and not received
    Money commitment_lapsed;  ///< never drawn: returned to the fund
    Money default_interest_charged = {};
    Money default_interest_received = {};
    Money default_interest_remitted = {};
    Money default_interest_written_off = {};
    Money default_interest_capitalised = {};
    friend bool operator==(const Totals&, const Totals&) = default;

    [[nodiscard]] Money outstanding() const
    {
        return disbursed + capitalised() - principal_repaid - principal_remitted - principal_written_off;
    }
    [[nodiscard]] Money received() const
    {
        return principal_repaid + interest_received + default_interest_received + costs_received + recovered + overpaid;
    }
    /// Added to the principal without being paid out.
    [[nodiscard]] Money capitalised() const
    {
        return interest_capitalised + costs_capitalised + default_interest_capitalised;
    }
};

/// What fell due and is not settled.
struct DueItem {
    Date due;
    int number;  ///< of the instalment; 0 for costs and for interest settled early
    Money principal;
    Money interest;
    Money costs;
    Money default_interest = {};  ///< for paying late
    [[nodiscard]] Money total() const { return principal + all_interest() + costs; }
    [[nodiscard]] bool is_empty() const { return total().is_zero(); }
    /// As art. 6:44 BW has it.
    [[nodiscard]] Money all_interest() const { return interest + default_interest; }
    friend bool operator==(const DueItem&, const DueItem&) = default;
};

/// Terms that took the place of those agreed, by a rescheduling or a holiday. Shared, because they never change.
class OwnTerms {
public:
    OwnTerms() = default;
    explicit OwnTerms(LoanTerms terms) : terms_{std::make_shared<const LoanTerms>(std::move(terms))} {}
    [[nodiscard]] const LoanTerms* get() const { return terms_.get(); }
    friend bool operator==(const OwnTerms& a, const OwnTerms& b)
    {
        return a.terms_ == b.terms_ || (a.terms_ && b.terms_ && *a.terms_ == *b.terms_);
    }

private:
    std::shared_ptr<const LoanTerms> terms_;
};

/// A loan at the end of a day: everything a later day needs, and nothing that the terms already say.
struct State {
    Date reached = Date::from_serial(0);       ///< interest is counted up to and not including this day
    Date period_start = Date::from_serial(0);  ///< of the running instalment period
    int next_number = 1;                       ///< the instalment that falls due next
    Rate rate;                                 ///< in force; says nothing before `has_rate`
    Money principal;                           ///< owed, due or not
    Money planned;  ///< owed and not yet due if everything went as agreed: the plan's balance
    Money level;    ///< the annuity, or the principal of a linear instalment
    bool has_level = false;
    Exact accrued;          ///< interest of the running period; see Accrual in replay.cpp for its unit
    Exact planned_accrued;  ///< the same over the plan's balance
    bool drawn = false;
    std::vector<DueItem> open;  ///< oldest first
    Totals settled;             ///< flows so far; interest_accrued without the running period (see totals())
    Money deferred;             ///< interest put off: owed with the next instalment that bears interest
    Money spread_interest;      ///< arrears that fall due in equal parts over the instalments left
    Money spread_costs;
    Money spread_default_interest;
    Exact commitment_fee;          ///< run since the last instalment
    std::uint64_t milestones = 0;  ///< bit n: tranche n was reached, from 1 on
    bool closed = false;
    bool has_rate = false;  ///< a rate was set: by a drawing, a day of the terms, or a change before anything was drawn
    OwnTerms own;           ///< in force instead of those agreed
    friend bool operator==(const State&, const State&) = default;

    [[nodiscard]] Money not_yet_due() const;
    [[nodiscard]] Money open_total() const;
};

/// The terms that a loan follows now.
inline const LoanTerms& in_force(const LoanTerms& agreed, const State& state)
{
    return state.own.get() == nullptr ? agreed : *state.own.get();
}

/// The checkpoint as text: numbers with spaces, a version first; what an older version wrote is read too. parse_state
/// gives nothing for anything else.
std::string to_text(const State& state);
std::optional<State> parse_state(std::string_view text);
std::string to_text(const Totals& totals);
std::optional<Totals> parse_totals(std::string_view text);

}  // namespace vierkant::lending
