#pragma once

#include "domain/banking/camt053.h"
#include "domain/banking/camt053_nodes.h"

#include <cstddef>
#include <unordered_set>

namespace vierkant::banking::camt053 {

/// Bytes in one field; the standard allows 500 characters in its longest, and several of 140 in a remittance.
inline constexpr std::size_t longest_text = 4096;

/// Makes statements of elements, one after the other, and checks what a statement must be. Knows no XML: the reader
/// tells it which place begins and ends, and with what text. The first thing that is wrong is kept, without its place
/// in the file, which the reader adds.
class Builder {
public:
    explicit Builder(StatementVisitor& visitor) : visitor_{visitor} {}

    /// `currency`: the attribute Ccy of an amount; empty elsewhere.
    void start(Node node, std::string_view currency);
    /// `text`: trimmed; empty where the place has none.
    void end(Node node, std::string_view text);

    [[nodiscard]] const std::optional<Refusal>& refusal() const { return refusal_; }
    [[nodiscard]] bool has_statement() const { return statements_ > 0; }
    /// "Stmt[1]/Ntry[3]/Amt"
    [[nodiscard]] std::string where(Node node) const;

private:
    enum class Sign { none, credit, debit };
    struct Amount {
        std::int64_t cents = -1;  ///< below zero: not given
        std::string currency;
        std::string text;
    };
    struct BalanceSeen {
        std::string code, subcode;
        Amount amount;
        Sign sign = Sign::none;
        std::optional<Date> on;
    };
    /// The balance chosen so far for one end of the statement; a higher rank wins over a lower one.
    struct Chosen {
        int rank = 0;
        BalanceSeen balance;
    };
    struct Party {
        std::string name, account;
        void clear();
    };
    struct Detail {
        Amount amount, transaction_amount, instructed;
        Sign sign = Sign::none;
        std::string end_to_end_id, creditor_reference, remittance, info, return_reason;
        Party debtor, creditor;
        void clear();
    };
    struct Entry {
        Amount amount, instructed;
        Sign sign = Sign::none;
        bool reversal = false;
        std::string status, bank_reference, domain, family, subfamily, proprietary, info;
        std::optional<Date> booked, valued;
        void clear();
    };

    void fail(const Text& text, Arguments arguments = {});
    void pass_on(std::optional<Refusal> refusal);

    void start_amount(Amount& amount, std::string_view currency);
    void end_amount(Amount& amount, std::string_view text);
    void end_sign(Sign& sign, std::string_view text);
    void end_day(std::optional<Date>& day, std::string_view text);
    void end_reversal(std::string_view text);
    static void assign_iban(std::string& field, std::string_view text);  ///< without spaces, in capitals
    void append(std::string& field, std::string_view text);

    void begin_statement();
    void end_statement_field(Node node, std::string_view text);
    void end_balance_field(Node node, std::string_view text);
    void end_entry_field(Node node, std::string_view text);
    void end_detail_field(Node node, std::string_view text);
    void end_party_field(Node node, std::string_view text);

    void choose_balance();
    void complete_head();
    bool set_balance(const Chosen& chosen, Balance& balance) const;
    void end_entry();
    [[nodiscard]] bool details_add_up() const;
    [[nodiscard]] std::optional<std::int64_t> signed_cents_of(const Detail& detail) const;
    void fill_from_entry();
    void fill_from_detail(const Detail& detail);
    void fill_counterparty(const Detail& detail);
    void name_line();
    void emit(std::int64_t signed_cents);
    void end_statement();

    StatementVisitor& visitor_;
    std::optional<Refusal> refusal_;
    std::int64_t statements_ = 0;

    StatementHead head_;
    std::string account_other_id_;
    std::string account_currency_;
    bool head_complete_ = false;
    Chosen opening_, closing_;
    BalanceSeen balance_;
    std::int64_t total_cents_ = 0;  ///< of the lines so far
    std::int64_t entries_ = 0;
    std::int64_t announced_ = 0;
    std::unordered_set<std::size_t> references_seen_;  ///< hashes: two equal hashes only make an identity longer

    Entry entry_;
    std::vector<Detail> details_;  ///< reused from entry to entry, so that their texts keep their memory
    std::size_t details_used_ = 0;
    bool bank_reference_is_first_ = false;
    Line line_;
};

/// At most `most` bytes of what the file says, for a refusal.
std::string shortened(std::string_view text, std::size_t most = 40);

}  // namespace vierkant::banking::camt053
