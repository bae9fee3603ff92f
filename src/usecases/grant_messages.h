#pragma once

#include "base/result.h"

namespace vierkant::usecases {

inline constexpr Text grant_unknown{"usecases.grant_unknown",
                                    "Er is geen subsidie met nummer {grant}. Bekijk de lijst met: vierkant grant list",
                                    "There is no grant with number {grant}. See the list with: vierkant grant list"};
inline constexpr Text claim_unknown{
    "usecases.claim_unknown",
    "Subsidie {grant} heeft geen claim {claim}. Bekijk de claims met: vierkant grant show {grant}",
    "Grant {grant} has no claim {claim}. See the claims with: vierkant grant show {grant}"};
inline constexpr Text worker_claim_unknown{
    "usecases.worker_claim_unknown",
    "Subsidie {grant} heeft geen claim {claim} voor een werknemer. Bekijk de claims met: vierkant grant show {grant}",
    "Grant {grant} has no claim {claim} for a worker. See the claims with: vierkant grant show {grant}"};
inline constexpr Text not_per_worker{
    "usecases.not_per_worker",
    "Subsidie {grant} is verleend op kosten. Dien een kostenverantwoording in, geen werknemers.",
    "Grant {grant} was awarded on cost. Enter a statement of cost, no workers."};
inline constexpr Text not_on_cost{"usecases.not_on_cost",
                                  "Subsidie {grant} is verleend per werknemer. Dien werknemers in, geen kosten.",
                                  "Grant {grant} was awarded per worker. Enter workers, no cost."};
inline constexpr Text nothing_claimed{"usecases.nothing_claimed", "Er staat geen claim in de invoer. Voeg er een toe.",
                                      "There is no claim in the input. Add one."};
inline constexpr Text settled_before{"usecases.settled_before",
                                     "Subsidie {grant} is al vastgesteld; er kan geen claim of vertrek meer bij.",
                                     "Grant {grant} was settled already; it takes no more claims or leavers."};
inline constexpr Text note_with_bsn{
    "usecases.note_with_bsn",
    "In de toelichting staat een getal dat een burgerservicenummer kan zijn. Dat mogen wij niet bewaren. Haal het weg.",
    "The note holds a number that may be a citizen service number, which we may not keep. Remove it."};
inline constexpr Text no_proof_production{"usecases.no_proof_production",
                                          "Lening {loan} is geen lening voor proefproductie en kent geen facturen.",
                                          "Loan {loan} is no loan for proof production and has no invoices."};
inline constexpr Text recipient_without_iban{
    "usecases.recipient_without_iban",
    "Van {name} is geen rekening bekend. Geef die met --iban, of leg haar vast bij de onderneming.",
    "No account of {name} is known. Give it with --iban, or register it with the undertaking."};

inline constexpr Text grant_of_another_fund{
    "usecases.grant_of_another_fund",
    "Subsidie {grant} hoort bij een ander fonds dan bankregel {line}. Controleer het nummer.",
    "Grant {grant} belongs to another fund than bank line {line}. Check the number."};

}  // namespace vierkant::usecases
