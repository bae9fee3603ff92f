#pragma once

#include <compare>
#include <cstdint>

namespace vierkant {

/// A number that names one thing of one kind; a LoanId never passes for a FundId.
template <class Tag>
struct Id {
    std::int64_t value = 0;
    friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

using FundId = Id<struct FundTag>;
using UndertakingId = Id<struct UndertakingTag>;
using DossierId = Id<struct DossierTag>;
using LoanId = Id<struct LoanTag>;
using EventId = Id<struct EventTag>;
using GrantId = Id<struct GrantTag>;
using ClaimId = Id<struct ClaimTag>;
using StatementId = Id<struct StatementTag>;
using OrderId = Id<struct OrderTag>;
using BankLineId = Id<struct BankLineTag>;
using TransferId = Id<struct TransferTag>;

}  // namespace vierkant
