#pragma once

#include "domain/parties/undertaking.h"
#include "storage/list_part.h"
#include "storage/work.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vierkant::storage {

/// An undertaking as its last version says.
struct StoredUndertaking {
    UndertakingId id;
    std::int64_t version = 1;
    parties::Undertaking value;
};

std::optional<StoredUndertaking> find_undertaking(Connection& connection, const parties::KvkNumber& kvk);
std::optional<StoredUndertaking> find_undertaking(Connection& connection, UndertakingId id);

/// The name of each of these; "" where it is not known.
std::map<UndertakingId, std::string> names_of(Connection& connection, const std::vector<UndertakingId>& undertakings);

/// A number that belongs to another undertaking already.
struct TakenNumber {
    enum class Kind { kvk, rsin, vat_id, iban };
    Kind kind;
    std::string number;
    std::string name;  ///< of the undertaking that has it
    std::string kvk;
};

/// The first number of `undertaking` that another one than `itself` has; nothing where all are free.
std::optional<TakenNumber> taken_number(Connection& connection, const parties::Undertaking& undertaking,
                                        std::optional<UndertakingId> itself = std::nullopt);

/// Keeps a new undertaking. REQUIRES: its numbers are free (taken_number).
UndertakingId add_undertaking(Work& work, const parties::Undertaking& undertaking);

/// Keeps many new ones at once; gives their numbers in order. REQUIRES: as add_undertaking, also among themselves.
std::vector<UndertakingId> add_undertakings(Work& work, const std::vector<parties::Undertaking>& undertakings);

/// Those of these KvK numbers that are known.
std::map<std::string, UndertakingId> known_undertakings(Connection& connection, const std::vector<std::string>& kvk);

/// Finds the numbers of many undertakings that others have, with a few queries for all of them.
class TakenNumbers {
public:
    TakenNumbers(Connection& connection, const std::vector<parties::Undertaking>& undertakings);

    /// The first number of this one that another has: one that was registered, or one that took() named before.
    [[nodiscard]] std::optional<TakenNumber> find(const parties::Undertaking& undertaking) const;
    /// The numbers of this one are taken from now on.
    void took(const parties::Undertaking& undertaking);

private:
    std::map<std::pair<TakenNumber::Kind, std::string>, TakenNumber> taken_;
};

/// Keeps the next version of one that is known. REQUIRES: the same KvK number; its other numbers are free.
void change_undertaking(Work& work, const StoredUndertaking& before, const parties::Undertaking& now);

/// What a list of undertakings shows of one.
struct UndertakingLine {
    std::string kvk;
    std::string name;
    std::string sbi_main;
    std::string municipality;
};

/// What a list is narrowed to; empty is everything.
struct UndertakingFilter {
    std::string search;        ///< in the name, whatever its accents and capitals, or a KvK number
    std::string municipality;  ///< GMnnnn
    /// ",code,code," of the activities that belong to a sector asked for; empty: of any.
    std::string activities = {};
    ListPart part = {};
    /// Activities and municipalities that the words of `part` may also mean, likewise.
    std::string word_activities = {};
    std::string word_municipalities = {};
};

/// By name where nothing else is asked.
std::vector<UndertakingLine> list_undertakings(Connection& connection, const UndertakingFilter& filter);
std::int64_t count_undertakings(Connection& connection, const UndertakingFilter& filter);
/// The main activities that undertakings have, each once.
std::vector<std::string> activities_in_use(Connection& connection);

}  // namespace vierkant::storage
