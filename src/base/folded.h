#pragma once

#include <string>
#include <string_view>

namespace vierkant {

/// A name as it is searched for: lower case, without accents, one space between words. "Café  IJzergieterij Ångström"
/// and "CAFE ijzergieterij angstrom" fold to the same. Covers the Latin letters of Europe (Unicode Latin-1 Supplement
/// and Latin Extended-A); other letters stay as they are. REQUIRES: UTF-8.
std::string folded(std::string_view text);

}  // namespace vierkant
