#include "domain/banking/camt053.h"
#include "domain/banking/camt053_writer.h"
#include "domain/banking/match.h"
#include "domain/banking/payment_reference.h"

#include <benchmark/benchmark.h>
#include <expat.h>

#include <string>

// How much a statement costs above the bare XML parser, which every reader needs: compare the two with the same number
// of entries. Goal: parsing, matching and booking together at most 1.5 times a bare pass plus the commits.

namespace {

using namespace vierkant;
using namespace vierkant::banking;

std::string reference_of(std::int64_t loan)
{
    return *make_reference("VVWL" + std::to_string(10'000'000 + loan));
}

const std::string& file_of(std::int64_t entries)
{
    static std::string file;
    static std::int64_t made = -1;
    if (made == entries) return file;
    Statement statement;
    statement.head = {"2026-1",
                      1,
                      "NL45DEMO0987654321",
                      "EUR",
                      "2026-01-15T08:00:00",
                      {{}, date(2026, 1, 14)},
                      {{}, date(2026, 1, 15)}};
    for (std::int64_t i = 1; i <= entries; ++i) {
        Line line;
        line.entry = i;
        line.amount = Money::cents(100'000 + i);
        line.booked = line.value = date(2026, 1, 15);
        line.bank_reference = "BANK" + std::to_string(i);
        line.end_to_end_id = "E2E" + std::to_string(i);
        line.creditor_reference = reference_of(i);
        line.remittance = "Aflossing en rente januari";
        line.counterparty = "Vezel en Zonen B.V.";
        line.counterparty_account = "NL13TEST0123456789";
        line.transaction_code = "PMNT-RCDT-ESCT";
        statement.head.closing.amount += line.amount;
        statement.lines.push_back(std::move(line));
    }
    made = entries;
    return file = write_camt053(Camt053Version::v08, {statement});
}

class Counter : public StatementVisitor {
public:
    std::optional<Refusal> begun(const StatementHead&) override { return std::nullopt; }
    std::optional<Refusal> line(const Line&) override
    {
        ++lines;
        return std::nullopt;
    }
    std::optional<Refusal> ended(const StatementHead&, std::int64_t) override { return std::nullopt; }
    std::int64_t lines = 0;
};

class MatchCounter final : public Counter {
public:
    explicit MatchCounter(const OpenItems& items) : items_{items} {}
    std::optional<Refusal> line(const Line& line) override
    {
        if (match(line, items_).certainty == Certainty::certain) ++lines;
        return std::nullopt;
    }

private:
    const OpenItems& items_;
};

template <class Visitor>
void read(benchmark::State& state, const std::string& file, Visitor& visitor)
{
    Camt053Reader reader{visitor, "bench.xml"};
    if (!reader.feed(file) || !reader.finish()) state.SkipWithError("the statement was refused");
}

void bare_expat(benchmark::State& state)
{
    const auto& file = file_of(state.range(0));
    for (auto _ : state) {
        std::int64_t seen = 0;
        auto* parser = XML_ParserCreate(nullptr);
        XML_SetUserData(parser, &seen);
        XML_SetElementHandler(
            parser, [](void* data, const char*, const char**) { ++*static_cast<std::int64_t*>(data); },
            [](void*, const char*) {});
        XML_SetCharacterDataHandler(parser,
                                    [](void* data, const char*, int n) { *static_cast<std::int64_t*>(data) += n; });
        if (XML_Parse(parser, file.data(), static_cast<int>(file.size()), XML_TRUE) != XML_STATUS_OK) {
            state.SkipWithError("expat refused the file");
        }
        XML_ParserFree(parser);
        benchmark::DoNotOptimize(seen);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(file.size()));
}

void parse_statement(benchmark::State& state)
{
    const auto& file = file_of(state.range(0));
    for (auto _ : state) {
        Counter visitor;
        read(state, file, visitor);
        if (visitor.lines != state.range(0)) state.SkipWithError("lines are missing");
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(file.size()));
}

void parse_and_match(benchmark::State& state)
{
    const auto& file = file_of(state.range(0));
    std::vector<OpenItem> loans;
    for (std::int64_t i = 1; i <= state.range(0); ++i) {
        loans.push_back(
            {ItemKind::loan_repayment, i, Direction::incoming, reference_of(i), "", "", Money::cents(100'000)});
    }
    const OpenItems items{std::move(loans)};
    for (auto _ : state) {
        MatchCounter visitor{items};
        read(state, file, visitor);
        if (visitor.lines != state.range(0)) state.SkipWithError("matches are missing");
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(file.size()));
}

BENCHMARK(bare_expat)->Arg(1'000)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(parse_statement)->Arg(1'000)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(parse_and_match)->Arg(1'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
