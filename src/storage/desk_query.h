#pragma once

#include "base/date.h"
#include "base/money.h"
#include "storage/connection.h"
#include "storage/list_part.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What the desk asks beside the lists: searching over everything, and the trail from a figure to what it is made of.
namespace vierkant::storage {

struct Found {
    enum class Kind { undertaking, dossier, loan, grant, bank_line };
    Kind kind;
    std::string number;  ///< of the thing: KvK number, "2026-0014", "L-000042", "S-000007", "B-000012"
    std::string name;    ///< of the undertaking, or what the bank line says
    std::optional<Money> amount = std::nullopt;
};
/// Undertakings by name or KvK number; dossiers, loans and grants by their number, payment reference, undertaking or
/// amount; bank lines by counterparty, remittance or amount. At most `most` of each kind.
std::vector<Found> search_everything(Connection& connection, const std::string& words, std::optional<Money> amount,
                                     std::int64_t most);

/// A use case that was done.
struct DoneWork {
    std::int64_t number;
    std::string at;
    Date day;
    std::string actor;
    std::string task;
    std::string receipt;
    std::string hash;
};
struct WorkFilter {
    std::string actor = {};  ///< empty: everyone
    std::int64_t work = 0;   ///< one by its number; 0: any
    std::string task = {};   ///< empty: anything that was done
    ListPart part = {};
    std::string tasks = {};  ///< ",task,task," that the words of `part` may also mean
};
/// Newest first where nothing else is asked.
std::vector<DoneWork> list_works(Connection& connection, const WorkFilter& filter);
std::int64_t count_works(Connection& connection, const WorkFilter& filter);
/// What was ever done, each task once.
std::vector<std::string> tasks_done(Connection& connection);

/// What a work wrote into one table: its columns, and the first rows in their order.
struct WrittenFacts {
    std::string table;
    std::vector<std::string> columns;
    std::vector<std::vector<Value>> rows;
    bool more = false;  ///< there are more rows than these
};
std::vector<WrittenFacts> facts_of_work(Connection& connection, std::int64_t work, std::size_t most);
/// The entries that a work booked: fund and number, the first ones.
std::vector<std::pair<std::string, std::int64_t>> entries_of_work(Connection& connection, std::int64_t work,
                                                                  std::size_t most);

/// Throws AlreadyDone (storage/work.h) where a work with this idempotency key was done; else does nothing.
void refuse_repetition(Connection& connection, const std::string& key);

/// An entry of the journal with its postings.
struct ShownEntry {
    std::string fund;
    std::int64_t number;
    Date day;
    std::string description;
    std::int64_t work;
    std::string actor;
    std::string hash;
    struct Side {
        std::string debit;
        std::string credit;
        Money amount;
        std::string subject;    ///< "L-000042" or "S-000007"; empty for none
        std::string bank_line;  ///< "B-000012"
    };
    std::vector<Side> postings;
};
std::optional<ShownEntry> find_entry(Connection& connection, const std::string& fund, std::int64_t number);

/// The entries of a fund on an account; empty `account` is all of them.
struct AccountFilter {
    std::string fund;
    std::string account;
    ListPart part = {};
    std::string accounts = {};  ///< ",code,code," that the words of `part` may also mean
};
struct AccountLine {
    std::int64_t entry;
    Date day;
    std::string description;
    std::string debit;
    std::string credit;
    Money amount;
};
/// Newest first where nothing else is asked.
std::vector<AccountLine> account_lines(Connection& connection, const AccountFilter& filter);
std::int64_t count_account_lines(Connection& connection, const AccountFilter& filter);

}  // namespace vierkant::storage
