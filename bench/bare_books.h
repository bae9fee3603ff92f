#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace vierkant::bench {

/// The least that durable books in SQLite cost: its own C interface, prepared statements, WAL, synchronous=FULL, and
/// two tables with the columns, the keys and the index of `entry` and `posting`. No triggers, foreign keys, checks,
/// hashes, balances or works.
class BareBooks {
public:
    explicit BareBooks(const std::string& file);
    ~BareBooks();
    BareBooks(const BareBooks&) = delete;
    BareBooks& operator=(const BareBooks&) = delete;

    void begin();
    void book(std::int64_t loan);  ///< an entry of two postings, as a repayment is
    void commit();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace vierkant::bench
