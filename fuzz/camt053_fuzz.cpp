#include "domain/banking/camt053.h"
#include "domain/banking/camt053_writer.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// Any bytes give statements or a refusal that can be said; and what is accepted ties.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace vierkant;
    const auto parsed = banking::parse_camt053({reinterpret_cast<const char*>(data), size}, "fuzz.xml");
    if (!parsed) {
        if (parsed.refusal().in(Language::nl).empty() || parsed.refusal().in(Language::en).empty()) std::abort();
        return 0;
    }
    for (const auto& statement : *parsed) {
        auto balance = statement.head.opening.amount;
        for (const auto& line : statement.lines) balance += line.amount;
        if (balance != statement.head.closing.amount) std::abort();
    }
    return 0;
}
