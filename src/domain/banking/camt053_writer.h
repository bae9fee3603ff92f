#pragma once

#include "domain/banking/statement.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vierkant::banking {

enum class Camt053Version { v02, v08 };  ///< camt.053.001.02 and .001.08

/// Writes statements as a bank would, element by element in the order of the XSD, for the demo, tests and benchmarks.
/// Names and texts longer than the standard allows are cut, a remittance text is spread over pieces of 140; control
/// characters become spaces.
///
///     Camt053Writer writer{Camt053Version::v08, [&](std::string_view part) { file << part; }};
///     writer.begin("MSG1", "2026-01-15T08:00:00");
///     writer.begin_statement(head);
///     for (const auto& line : lines) writer.entry({&line, 1});
///     writer.end_statement();
///     writer.end();
class Camt053Writer {
public:
    using Sink = std::function<void(std::string_view)>;
    Camt053Writer(Camt053Version version, Sink sink) : version_{version}, sink_{std::move(sink)} {}

    void begin(std::string_view message_id, std::string_view created);
    void begin_statement(const StatementHead& head);
    /// One booked entry; more than one line makes a batch. REQUIRES: not empty; lines of a batch share their booking.
    void entry(std::span<const Line> lines);
    void end_statement();
    void end();

private:
    void balance(std::string_view code, const Balance& balance);
    void transaction_code(std::string_view code);
    void details(std::span<const Line> lines);
    void detail(const Line& line);
    void amounts(const Line& line);
    void parties(const Line& line);
    void party(std::string_view role, std::string_view name, std::string_view account);
    void account_id(std::string_view account);
    void remittance(const Line& line);
    void amount(std::string_view name, std::string_view value, std::string_view currency);
    void sign(bool debit);
    void element(std::string_view name, std::string_view text, std::size_t most);
    void raw(std::string_view text) { buffer_ += text; }
    void escaped(std::string_view text);
    void flush();

    Camt053Version version_;
    Sink sink_;
    std::string buffer_;
};

/// The whole file. Consecutive lines with the same entry number and a detail number become one batch entry.
std::string write_camt053(Camt053Version version, const std::vector<Statement>& statements);

}  // namespace vierkant::banking
