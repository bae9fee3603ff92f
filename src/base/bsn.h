#pragma once

#include <string>
#include <string_view>

namespace vierkant {

/// The 11-test of RSIN and BSN: 9a+8b+7c+6d+5e+4f+3g+2h-i is a multiple of 11; nine zeros do not count.
bool passes_eleven_test(std::string_view nine_digits);

/// Whether the text holds a citizen service number (BSN): nine digits that pass the 11-test, standing alone, or set
/// apart as 1234.56.789 or 123 456 789 (with dots, spaces or hyphens). We have no legal ground to keep one (UAVG
/// art. 46, Wabb art. 10), so fields about workers refuse them.
bool contains_bsn(std::string_view text);

/// The text with an asterisk for each digit of what contains_bsn() would find: for texts that others wrote, such as the
/// description of a bank line, which cannot be refused.
std::string without_bsn(std::string_view text);

}  // namespace vierkant
