#pragma once

#include "domain/banking/match.h"
#include "domain/banking/statement.h"
#include "storage/list_part.h"
#include "storage/work.h"

#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace vierkant::storage {

/// A fund with a bank account of its own.
struct FundAccount {
    FundId fund;
    std::string code;
    std::string iban;  ///< without spaces
};
std::vector<FundAccount> fund_accounts(Connection& connection);

/// The fund's money at the bank according to our books.
Money bank_balance(Connection& connection, FundId fund);

/// A statement as it was kept: what it says, and a digest of its lines.
struct KeptStatement {
    StatementId id;
    banking::StatementHead head;  ///< `created` is not kept
    std::string source;           ///< name of the file
    std::int64_t lines = 0;
    std::string content;
};
std::optional<KeptStatement> find_statement(Connection& connection, FundId fund, const banking::StatementHead& head);
/// The statement that `head` follows: the last one that closed before it did.
std::optional<KeptStatement> statement_before(Connection& connection, FundId fund, const banking::StatementHead& head);
/// Whether a statement was read that closed later than this day.
bool has_statement_after(Connection& connection, FundId fund, Date closing);
/// REQUIRES: its lines were added in this work, before or after.
void add_statement(Work& work, FundId fund, const KeptStatement& statement);

/// The identities among these that a line of the fund has already.
std::set<std::string> known_identities(Connection& connection, FundId fund, const std::vector<std::string>& identities);

/// A line as it was kept.
struct KeptLine {
    FundId fund;
    BankLineId id;
    banking::Line line;
};
/// Adds the line to rows of facts::bank_line, for Work::add_all.
void add_line_to(Rows& rows, const KeptLine& line, StatementId statement);
std::optional<KeptLine> find_line(Connection& connection, BankLineId line);

/// What a line was matched with (schema/0006_bank.sql says what each kind means).
enum class MatchKind { suspense, loan, grant, transit, contribution, return_of, returned, ignored };
struct LineMatch {
    MatchKind kind = MatchKind::suspense;
    std::optional<std::int64_t> target = std::nullopt;
    std::optional<EventId> event = std::nullopt;
    std::string reason;  ///< code of a Text, or the officer's words
};
std::string name_of(MatchKind kind);
/// Adds the first match of a new line to rows of facts::bank_match.
void add_match_to(Rows& rows, const KeptLine& line, const LineMatch& match, const std::string& actor);
/// Lists lines as unmatched. Rows of fund and line.
void add_unmatched(Work& work, const Rows& lines);
/// Adds a match, which counts from now on. `match_no` is 1 for a new line.
void add_match(Work& work, const KeptLine& line, std::int64_t match_no, const LineMatch& match);
/// The match that counts, with its number.
struct CurrentMatch {
    std::int64_t match_no = 0;
    LineMatch match;
    std::string actor;
};
CurrentMatch current_match(Connection& connection, const KeptLine& line);

/// The items that these lines may be about, found by their references, end-to-end ids and accounts; for lines that are
/// no returns.
std::vector<banking::OpenItem> open_items(Connection& connection, FundId fund, std::span<const banking::Line> lines);
/// The lines that a returned payment may undo: of the same amount the other way, lately, matched and not undone.
std::vector<banking::OpenItem> earlier_lines(Connection& connection, FundId fund, const banking::Line& returned);

/// What `bank lines` and `bank unmatched` list.
struct ListedLine {
    std::string fund;
    KeptLine kept;
    CurrentMatch match;
    std::string target;  ///< "L-000042", "T-000003", "B-000012", "equity:capital:emmen"; empty where there is none
};
struct LineFilter {
    std::string fund;  ///< code; empty is every fund
    bool unmatched_only = false;
    std::int64_t line = 0;  ///< one line by its number; 0 is every line
    ListPart part = {};
    /// Kinds of match and funds that the words of `part` may also mean: ",code,code,".
    std::string kinds = {};
    std::string funds = {};
};
/// Calls `take` for each, by number where nothing else is asked.
void each_line(Connection& connection, const LineFilter& filter, const std::function<void(const ListedLine&)>& take);
std::int64_t count_lines(Connection& connection, const LineFilter& filter);

ListedLine listed_line(Connection& connection, const KeptLine& line);

/// A funder's capital account, and the payment reference that tells its contributions apart.
struct CapitalAccount {
    FundId fund;
    std::int64_t account = 0;
    std::string code;       ///< "equity:capital:emmen"
    std::string reference;  ///< RF..., made of fund and account
};
std::vector<CapitalAccount> capital_accounts(Connection& connection, FundId fund);

/// "B-000012": how an officer names a line.
std::string number_of(BankLineId line);
/// Reads "B-000012", "b-12" or "12".
std::optional<BankLineId> parse_line_number(const std::string& text);

}  // namespace vierkant::storage
