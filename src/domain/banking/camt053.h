#pragma once

#include "base/result.h"
#include "domain/banking/statement.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Reads bank statements in ISO 20022 camt.053, versions .001.02 to .001.13 (the bank-to-customer statement; our part
/// of its structure did not change after .04). Rules: docs/rules/bank-matching.md.
namespace vierkant::banking {

/// Receives a file statement by statement. What was received is only good once Camt053Reader::finish() succeeded:
/// whether a statement ties is known at its end, so write inside one transaction and roll it back on a refusal.
/// A visitor may refuse itself (the reader then stops with that refusal) or throw (the reader passes it on).
class StatementVisitor {
public:
    StatementVisitor() = default;
    StatementVisitor(const StatementVisitor&) = delete;
    StatementVisitor& operator=(const StatementVisitor&) = delete;
    virtual ~StatementVisitor() = default;

    virtual std::optional<Refusal> begun(const StatementHead& head) = 0;
    /// `line` is reused for the next one: copy what must last.
    virtual std::optional<Refusal> line(const Line& line) = 0;
    /// The lines added up to head.closing. `announced`: entries passed over because they are not booked yet.
    virtual std::optional<Refusal> ended(const StatementHead& head, std::int64_t announced) = 0;
};

/// A streaming reader: give it the bytes of the file in pieces of any size, then finish. Keeps one entry in memory,
/// however long the file. After a refusal every further call gives the same refusal.
class Camt053Reader {
public:
    /// `source` names the file in refusals. REQUIRES: the visitor outlives the reader.
    Camt053Reader(StatementVisitor& visitor, std::string source);
    Camt053Reader(const Camt053Reader&) = delete;
    Camt053Reader& operator=(const Camt053Reader&) = delete;
    ~Camt053Reader();

    Result<Done> feed(std::string_view bytes);
    Result<Done> finish();

private:
    struct Driver;
    std::unique_ptr<Driver> driver_;
};

/// The whole file at once, in the order of the file.
Result<std::vector<Statement>> parse_camt053(std::string_view bytes, const std::string& source);

}  // namespace vierkant::banking
