#pragma once

#include "base/date.h"
#include "base/id.h"
#include "base/money.h"
#include "base/rate.h"
#include "domain/lending/terms.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace vierkant::lending {

enum class EventKind {
    disbursement,      ///< drawn by the borrower
    payment,           ///< received from the borrower: what is due first, the rest by `excess`
    prepayment,        ///< received wholly to lower the principal that is not yet due
    rate_change,       ///< from this day
    fee,               ///< costs charged to the borrower, due at once
    default_interest,  ///< charged for paying late, due at once: interest in the sense of art. 6:44 BW
    remission,         ///< given up by decision
    write_off,         ///< taken out of the books
    recovery,          ///< received after a write-off
    refund,            ///< paid back to the borrower of what was received too much
    call_in,           ///< principal that is not yet due falls due (opeising); the plan goes on over the rest
    rescheduling,      ///< a new plan from this day on (herschikking)
    holiday,           ///< the next instalments are without principal (betaalpauze)
    interest_waiver,   ///< interest given up by decision
    milestone,         ///< reached: its tranche may be drawn from this day on
    transfer,          ///< another debtor (schuldovername); the loan goes on as it is
    closing,           ///< nothing is owed any more; what was not drawn returns to the fund
    reversal,          ///< undoes the event named in `reverses` (bank return, mistake)
};

/// What becomes of what is due and not settled when a loan is rescheduled.
enum class Arrears {
    capitalised,  ///< added to the principal of the new plan
    spread,       ///< principal joins the new plan; interest and costs in equal parts over its instalments
    frozen,       ///< falls due with the last instalment of the new plan, without interest until then
};
struct Rescheduling {
    LoanTerms terms;  ///< without rates: those in force stay
    Arrears arrears = Arrears::capitalised;
    friend bool operator==(const Rescheduling&, const Rescheduling&) = default;
};

/// Something that happened to a loan, on its value date. The order in which events become known is in their number and
/// does not matter for the loan's state.
struct Event {
    EventId id;
    Date value_date;
    EventKind kind;
    Money amount = {};
    Rate rate = {};
    Excess excess = Excess::shorten;
    std::optional<EventId> reverses = std::nullopt;
    std::int32_t number = 0;                                 ///< instalments of a holiday; the tranche of a milestone
    PeriodInterest interest = PeriodInterest::due;           ///< of a holiday
    bool extends = true;                                     ///< a holiday makes the loan as much longer
    std::optional<UndertakingId> debtor = std::nullopt;      ///< who takes the debt over in a transfer
    std::shared_ptr<const Rescheduling> new_plan = nullptr;  ///< of a rescheduling
};

/// The events that count: without reversals and what they undo; by value date, and on one day in the order in which
/// they take effect (rate changes, costs, money in, the rest, drawings), whatever the order of arrival.
std::vector<Event> in_effect(std::span<const Event> events);

/// Who took the debt over last by that day (schuldovername, BW 6:155); empty where nobody did.
std::optional<UndertakingId> last_debtor(std::span<const Event> events, Date day);

}  // namespace vierkant::lending
