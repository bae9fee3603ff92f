#include "base/folded.h"
#include "base/mod_97.h"

#include <catch2/catch.hpp>

using namespace vierkant;

TEST_CASE("a name is found whatever its capitals, accents and spaces", "[base]")
{
    // Decompositions of the Unicode Character Database (NFD), and the spelling in two letters where there is one.
    CHECK(folded("Café  IJzergieterij Ångström") == "cafe ijzergieterij angstrom");
    CHECK(folded("\tKoöperatie Tričko & Søn GmbH ") == "kooperatie tricko & son gmbh");
    CHECK(folded("Łódź Straße Œuvre ĲSSEL") == "lodz strasse oeuvre ijssel");
    CHECK(folded("Cafe\xCC\x81") == "cafe");  // e and a combining accent
    CHECK(folded("Ελλάδα 2000") == "Ελλάδα 2000");
    CHECK(folded("  ").empty());
}

TEST_CASE("the check of mod 97 follows the published examples", "[base]")
{
    // ISO 13616 registry: GB82 WEST 1234 5698 7654 32; ISO 11649 brochure: RF18 5390 0754 7034.
    static_assert(passes_mod_97_rotated("GB82WEST12345698765432"));
    static_assert(passes_mod_97_rotated("RF18539007547034"));
    static_assert(!passes_mod_97_rotated("RF19539007547034"));
    CHECK(mod_97("39007547034", mod_97("5")) == mod_97("539007547034"));
}
