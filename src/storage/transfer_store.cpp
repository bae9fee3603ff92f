#include "storage/transfer_store.h"

#include "base/result.h"
#include "storage/key_query.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <utility>

namespace vierkant::storage {

namespace {

constexpr std::array kinds{std::pair{TransferKind::disbursement, "disbursement"},
                           std::pair{TransferKind::grant, "grant"}, std::pair{TransferKind::repayment, "repayment"},
                           std::pair{TransferKind::refund, "refund"}};

std::string name_of(TransferKind kind)
{
    return std::find_if(kinds.begin(), kinds.end(), [&](const auto& pair) { return pair.first == kind; })->second;
}

TransferKind kind_of(const std::string& name)
{
    const auto* const found =
        std::find_if(kinds.begin(), kinds.end(), [&](const auto& pair) { return pair.second == name; });
    verify(found != kinds.end(), "a stored kind of transfer is known");
    return found->first;
}

template <class Tag>
Value id_or_null(const std::optional<Id<Tag>>& id)
{
    if (id) return id->value;
    return std::monostate{};
}

template <class Tag>
std::optional<Id<Tag>> id_of(const Row& row, std::size_t column)
{
    if (row.is_null(column)) return std::nullopt;
    return Id<Tag>{row.integer(column)};
}

std::string without_spaces(const std::string& iban)
{
    std::string tidy;
    for (const char c : iban) {
        if (c != ' ') tidy += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    return tidy;
}

const std::string columns =
    "SELECT t.fund_id, t.transfer_id, t.kind, t.amount, t.day, t.iban, t.loan_id, t.event_no, t.grant_id, "
    "t.end_to_end_id, l.payment_reference FROM transfer t LEFT JOIN loan l ON l.fund_id = t.fund_id AND l.loan_id = "
    "t.loan_id WHERE ";

/// Whether no line shows the transfer: a line counts by its last match only, and not where it came back.
std::string not_seen(const std::string& transfer)
{
    return "NOT EXISTS (SELECT 1 FROM bank_match m WHERE m.fund_id = " + transfer +
           ".fund_id AND m.target_id = " + transfer +
           ".transfer_id AND m.kind = 'transit' AND NOT EXISTS (SELECT 1 FROM bank_match later WHERE later.fund_id = "
           "m.fund_id AND later.bank_line_id = m.bank_line_id AND later.match_no > m.match_no))";
}

const std::string& is_open()
{
    static const auto condition =
        not_seen("t") +
        " AND NOT EXISTS (SELECT 1 FROM loan_event e WHERE e.fund_id = t.fund_id AND e.loan_id = t.loan_id AND "
        "e.reverses = t.event_no) AND NOT EXISTS (SELECT 1 FROM loan_event e JOIN transfer o ON o.fund_id = e.fund_id "
        "AND o.loan_id = e.loan_id AND o.event_no = e.reverses WHERE e.fund_id = t.fund_id AND e.loan_id = t.loan_id "
        "AND "
        "e.event_no = t.event_no AND " +
        not_seen("o") + ")";
    return condition;
}

constexpr std::string_view kinds_of_columns =
    "iititt"
    "iiitt";

Transfer transfer_of(const Row& row)
{
    const auto day = parse_date(row.text(4));
    verify(day.has_value(), "a stored date is a date");
    return {FundId{row.integer(0)},
            kind_of(row.text(2)),
            Money::cents(row.integer(3)),
            *day,
            row.text(5),
            id_of<LoanTag>(row, 6),
            id_of<EventTag>(row, 7),
            id_of<GrantTag>(row, 8),
            row.text(9),
            TransferId{row.integer(1)},
            row.text(10)};
}

std::vector<Transfer> read(Connection& connection, const std::string& condition, std::initializer_list<Value> values)
{
    std::vector<Transfer> found;
    connection.each(columns + condition + " ORDER BY t.transfer_id", values, kinds_of_columns,
                    [&](const Row& row) { found.push_back(transfer_of(row)); });
    return found;
}

std::optional<Transfer> first_of(const std::vector<Transfer>& found)
{
    if (found.empty()) return std::nullopt;
    return found.front();
}

}  // namespace

std::string number_of(TransferId transfer)
{
    const auto digits = std::to_string(transfer.value);
    return "T-" + std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

TransferId parse_transfer_number(const std::string& text)
{
    const auto digits = text.starts_with("T-") || text.starts_with("t-") ? text.substr(2) : text;
    const bool sound =
        !digits.empty() && digits.size() <= 12 && digits.find_first_not_of("0123456789") == std::string::npos;
    return TransferId{sound ? std::stoll(digits) : 0};
}

Transfer open_transfer(Work& work, Transfer transfer)
{
    verify(!transfer.amount.is_zero(), "a transfer moves money");
    verify(transfer.loan || transfer.grant, "a transfer is about a loan or a grant");
    transfer.id = TransferId{work.next_number("transfer")};
    transfer.iban = without_spaces(transfer.iban);
    if (transfer.end_to_end_id.empty()) transfer.end_to_end_id = "VIERKANT-" + number_of(transfer.id);
    work.add(facts::transfer,
             {transfer.fund.value, transfer.id.value, name_of(transfer.kind), id_or_null(transfer.loan),
              id_or_null(transfer.event), id_or_null(transfer.grant), transfer.amount.in_cents(), to_text(transfer.day),
              transfer.end_to_end_id, transfer.iban});
    return transfer;
}

std::vector<Transfer> open_transfers(Connection& connection, FundId fund)
{
    return read(connection, is_open() + " AND t.fund_id = ?", {fund.value});
}

std::vector<Transfer> open_transfers_by(Connection& connection, FundId fund,
                                        const std::vector<std::string>& end_to_end_ids,
                                        const std::vector<std::string>& accounts,
                                        const std::vector<std::int64_t>& loans)
{
    std::map<TransferId, Transfer> found;
    const auto take = [&](const Row& row) { found.emplace(TransferId{row.integer(1)}, transfer_of(row)); };
    const auto by = [](const std::string& column) { return columns + "t.fund_id = ? AND t." + column + " IN ("; };
    const auto open = ") AND " + is_open();
    each_of(connection, by("end_to_end_id"), fund, end_to_end_ids, open, kinds_of_columns, take);
    each_of(connection, by("iban"), fund, accounts, open, kinds_of_columns, take);
    each_of(connection, by("loan_id"), fund, loans, open, kinds_of_columns, take);
    std::vector<Transfer> ordered;
    for (auto& [id, transfer] : found) ordered.push_back(std::move(transfer));
    return ordered;
}

std::optional<Transfer> find_open_transfer(Connection& connection, TransferId transfer)
{
    return first_of(read(connection, is_open() + " AND t.transfer_id = ?", {transfer.value}));
}

std::optional<Transfer> find_transfer(Connection& connection, TransferId transfer)
{
    return first_of(read(connection, "t.transfer_id = ?", {transfer.value}));
}

}  // namespace vierkant::storage
