#include "formats/portfolio_csv.h"
#include "refusal.h"

#include <sstream>

// Whatever the bytes: each row is a loan that contradicts neither itself nor its terms, or is refused in both
// languages.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace vierkant;
    static const formats::PortfolioCodes codes{{{"GM0114", "Emmen", "Drenthe"}}, {{"mbo-2", "mbo-2", "mbo-2"}}, {"PW"}};
    if (size == 0) return 0;
    const auto numbers = data[0] % 2 == 0 ? formats::CsvNumbers::international : formats::CsvNumbers::dutch;
    std::istringstream stream{std::string{fuzz::text(data + 1, size - 1)}};
    auto reader = formats::CsvReader::open(stream, "fuzz.csv");
    if (!fuzz::is_read(reader) || !fuzz::is_read(formats::check_header(*reader, formats::portfolio_columns())))
        return 0;
    for (std::size_t rows = 0;; ++rows) {
        fuzz::demand(rows <= size + 1);
        const auto row = reader->next();
        if (!fuzz::is_read(row)) continue;
        if (!*row) return 0;
        const auto loan = formats::read_portfolio_row(*reader, **row, numbers, date(2026, 5, 15), codes);
        if (!fuzz::is_read(loan)) continue;
        fuzz::demand(loan->amount.is_positive() && loan->awarded_on <= date(2026, 5, 15));
        if (loan->terms.opening) fuzz::demand(!loan->terms.opening->outstanding().is_negative());
    }
}
