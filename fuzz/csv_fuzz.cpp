#include "formats/csv.h"
#include "refusal.h"

#include <sstream>

// Every row that is given has as many fields as the header; the reading always comes to an end.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace vierkant;
    std::istringstream stream{std::string{fuzz::text(data, size)}};
    auto reader = formats::CsvReader::open(stream, "fuzz.csv");
    if (!fuzz::is_read(reader)) return 0;
    for (std::size_t rows = 0;; ++rows) {
        fuzz::demand(rows <= size + 1);
        const auto row = reader->next();
        if (!fuzz::is_read(row)) continue;
        if (!*row) return 0;
        fuzz::demand((*row)->fields.size() == reader->header().size());
    }
}
