#pragma once

#include "base/result.h"

namespace vierkant::usecases {

inline constexpr Text kvk_taken{
    "usecases.kvk_taken",
    "KvK-nummer {number} is al geregistreerd: {name}. Wijzig haar gegevens met undertaking change.",
    "Trade register number {number} is registered already: {name}. Change what is known with undertaking change."};
inline constexpr Text rsin_taken{
    "usecases.rsin_taken",
    "RSIN {number} hoort al bij {name} (KvK {kvk}). Verbeter het nummer of gebruik die onderneming.",
    "RSIN {number} belongs to {name} (KvK {kvk}) already. Correct the number or use that undertaking."};
inline constexpr Text vat_id_taken{
    "usecases.vat_id_taken",
    "Btw-id {number} hoort al bij {name} (KvK {kvk}). Verbeter het nummer of gebruik die onderneming.",
    "VAT id {number} belongs to {name} (KvK {kvk}) already. Correct the number or use that undertaking."};
inline constexpr Text iban_taken{
    "usecases.iban_taken",
    "IBAN {number} hoort al bij {name} (KvK {kvk}). Verbeter het nummer of gebruik die onderneming.",
    "IBAN {number} belongs to {name} (KvK {kvk}) already. Correct the number or use that undertaking."};
inline constexpr Text undertaking_unknown{
    "usecases.undertaking_unknown",
    "Er is geen onderneming met KvK-nummer {kvk}. Controleer het nummer, of registreer haar met undertaking add.",
    "There is no undertaking with trade register number {kvk}. Check it, or register it with undertaking add."};
inline constexpr Text undertaking_unchanged{
    "usecases.undertaking_unchanged",
    "Er verandert niets aan {name} (KvK {kvk}): dit zijn de gegevens die er al staan.",
    "Nothing changes for {name} (KvK {kvk}): this is what is registered already."};
inline constexpr Text undertaking_changed_meanwhile{
    "usecases.undertaking_changed_meanwhile",
    "Iemand anders wijzigde {name} (KvK {kvk}) terwijl u bezig was. Er is niets overschreven: bekijk eerst wat er nu "
    "staat.",
    "Someone else changed {name} (KvK {kvk}) while you were at it. Nothing was overwritten: look first at what it says "
    "now."};
inline constexpr Text sector_unknown{"usecases.sector_unknown", "De sector {sector} bestaat niet. Kies uit: {known}.",
                                     "There is no sector {sector}. Choose from: {known}."};

}  // namespace vierkant::usecases
