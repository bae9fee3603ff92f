#pragma once

#include "base/result.h"

namespace vierkant::cli {

inline constexpr Text claims_entered{
    "cli.claims_entered",
    "Ingevoerd op subsidie {grant}: claim {claims}. Een ander controleert met: grant verify {grant}",
    "Entered on grant {grant}: claim {claims}. Someone else verifies with: grant verify {grant}"};
inline constexpr Text claim_concluded{
    "cli.claim_concluded",
    "Claim {claim} van subsidie {grant} is bijgewerkt. Verdiend {earned}, te betalen {unpaid}, terug te vorderen "
    "{undue}.",
    "Claim {claim} of grant {grant} is updated. Earned {earned}, to be paid {unpaid}, to be reclaimed {undue}."};
inline constexpr Text advance_granted{
    "cli.advance_granted", "Voorschot van {amount} op subsidie {grant} verleend. Betaal het met: grant pay {grant}",
    "Advance of {amount} on grant {grant} granted. Pay it with: grant pay {grant}"};
inline constexpr Text grant_settled{
    "cli.grant_settled",
    "Subsidie {grant} is vastgesteld op {amount}. Vrijgevallen {released}, terug te vorderen {undue}.",
    "Grant {grant} is settled at {amount}. Released {released}, to be reclaimed {undue}."};
inline constexpr Text grant_reclaimed{
    "cli.grant_reclaimed",
    "Van subsidie {grant} is {amount} teruggevorderd, uiterlijk {due} te betalen onder kenmerk {reference}.",
    "Of grant {grant}, {amount} is reclaimed, to be paid by {due} under reference {reference}."};

inline constexpr Text invoice_registered{
    "cli.invoice_registered",
    "Factuur bij lening {loan} geregistreerd. Op te nemen {drawable}, waarvan {drawn} is opgenomen.",
    "Invoice of loan {loan} registered. To be drawn {drawable}, of which {drawn} is drawn."};
inline constexpr Text loan_settled{
    "cli.loan_settled",
    "Lening {loan} is vastgesteld op {drawable}. Vrijgevallen {released}, meteen opgeëist {overpaid}.",
    "Loan {loan} is settled at {drawable}. Released {released}, called in at once {overpaid}."};

}  // namespace vierkant::cli
