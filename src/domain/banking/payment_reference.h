#pragma once

#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vierkant::banking {

/// The structured creditor reference of ISO 11649: "RF", two check digits and 1 to 21 letters or digits. Every loan
/// and every grant reclaim has its own; the borrower's bank carries it unchanged to our statement. Kept without
/// spaces and in capitals ("RF24VVW2026000123"); printed in groups of four.

/// Makes the reference of a loan or grant number, e.g. "VVWL0000042". Spaces are dropped, letters become capitals.
/// Refuses other characters and numbers longer than 21.
Result<std::string> make_reference(std::string_view number);

/// The reference without spaces and in capitals, where `text` is one with the right check digits; empty otherwise.
std::optional<std::string> normalise_reference(std::string_view text);

/// "RF24 VVW2 0260 0012 3": for letters. REQUIRES: a normalised reference.
std::string print_reference(std::string_view reference);

/// Every sound reference inside free text, in any case, with or without spaces, in the order found. A reference ends
/// where a word ends. Now and then (1 in 97) a word that follows makes a second sound reading; both are given, and the
/// register of issued references decides.
std::vector<std::string> find_references(std::string_view text);

}  // namespace vierkant::banking
