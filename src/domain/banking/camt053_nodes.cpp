#include "domain/banking/camt053_nodes.h"

#include <array>
#include <cstddef>

namespace vierkant::banking::camt053 {

namespace {

struct Edge {
    Node parent;
    std::string_view name;
    Node child;
    bool text = false;
};

/// In the order of Node, so that a node's own edge is found by its number; children of one parent need not be
/// adjacent. ISO 20022 message definition camt.053.001.02 to .13; where versions differ both places are listed
/// (party names, entry status).
constexpr bool text = true;
constexpr std::array edges{
    Edge{Node::outside, "Document", Node::document},
    Edge{Node::document, "BkToCstmrStmt", Node::message},
    Edge{Node::message, "Stmt", Node::statement},
    Edge{Node::statement, "Id", Node::statement_id, text},
    Edge{Node::statement, "ElctrncSeqNb", Node::sequence, text},
    Edge{Node::statement, "CreDtTm", Node::created, text},
    Edge{Node::statement, "Acct", Node::account},
    Edge{Node::account, "Id", Node::account_id},
    Edge{Node::account_id, "IBAN", Node::account_iban, text},
    Edge{Node::account_id, "Othr", Node::account_other},
    Edge{Node::account_other, "Id", Node::account_other_id, text},
    Edge{Node::account, "Ccy", Node::account_currency, text},
    Edge{Node::statement, "Bal", Node::balance},
    Edge{Node::balance, "Tp", Node::balance_type},
    Edge{Node::balance_type, "CdOrPrtry", Node::balance_type_choice},
    Edge{Node::balance_type_choice, "Cd", Node::balance_code, text},
    Edge{Node::balance_type, "SubTp", Node::balance_subtype},
    Edge{Node::balance_subtype, "Cd", Node::balance_subcode, text},
    Edge{Node::balance, "Amt", Node::balance_amount, text},
    Edge{Node::balance, "CdtDbtInd", Node::balance_sign, text},
    Edge{Node::balance, "Dt", Node::balance_date},
    Edge{Node::balance_date, "Dt", Node::balance_day, text},
    Edge{Node::balance_date, "DtTm", Node::balance_moment, text},
    Edge{Node::statement, "Ntry", Node::entry},
    Edge{Node::entry, "Amt", Node::entry_amount, text},
    Edge{Node::entry, "CdtDbtInd", Node::entry_sign, text},
    Edge{Node::entry, "RvslInd", Node::entry_reversal, text},
    Edge{Node::entry, "Sts", Node::entry_status, text},
    Edge{Node::entry_status, "Cd", Node::entry_status_code, text},
    Edge{Node::entry, "BookgDt", Node::booked},
    Edge{Node::booked, "Dt", Node::booked_day, text},
    Edge{Node::booked, "DtTm", Node::booked_moment, text},
    Edge{Node::entry, "ValDt", Node::valued},
    Edge{Node::valued, "Dt", Node::valued_day, text},
    Edge{Node::valued, "DtTm", Node::valued_moment, text},
    Edge{Node::entry, "AcctSvcrRef", Node::bank_reference, text},
    Edge{Node::entry, "BkTxCd", Node::transaction_code},
    Edge{Node::transaction_code, "Domn", Node::domain},
    Edge{Node::domain, "Cd", Node::domain_code, text},
    Edge{Node::domain, "Fmly", Node::family},
    Edge{Node::family, "Cd", Node::family_code, text},
    Edge{Node::family, "SubFmlyCd", Node::subfamily_code, text},
    Edge{Node::transaction_code, "Prtry", Node::proprietary_code},
    Edge{Node::proprietary_code, "Cd", Node::proprietary_code_value, text},
    Edge{Node::entry, "AmtDtls", Node::entry_amounts},
    Edge{Node::entry_amounts, "InstdAmt", Node::entry_instructed},
    Edge{Node::entry_instructed, "Amt", Node::entry_instructed_amount, text},
    Edge{Node::entry, "AddtlNtryInf", Node::entry_info, text},
    Edge{Node::entry, "NtryDtls", Node::entry_details},
    Edge{Node::entry_details, "TxDtls", Node::detail},
    Edge{Node::detail, "Refs", Node::references},
    Edge{Node::references, "EndToEndId", Node::end_to_end_id, text},
    Edge{Node::detail, "Amt", Node::detail_amount, text},
    Edge{Node::detail, "CdtDbtInd", Node::detail_sign, text},
    Edge{Node::detail, "AmtDtls", Node::amounts},
    Edge{Node::amounts, "InstdAmt", Node::instructed},
    Edge{Node::instructed, "Amt", Node::instructed_amount, text},
    Edge{Node::amounts, "TxAmt", Node::transaction},
    Edge{Node::transaction, "Amt", Node::transaction_amount, text},
    Edge{Node::detail, "RltdPties", Node::parties},
    Edge{Node::parties, "Dbtr", Node::debtor},
    Edge{Node::debtor, "Nm", Node::debtor_name, text},
    Edge{Node::debtor, "Pty", Node::debtor_party},
    Edge{Node::debtor_party, "Nm", Node::debtor_party_name, text},
    Edge{Node::parties, "DbtrAcct", Node::debtor_account},
    Edge{Node::debtor_account, "Id", Node::debtor_account_id},
    Edge{Node::debtor_account_id, "IBAN", Node::debtor_iban, text},
    Edge{Node::debtor_account_id, "Othr", Node::debtor_other},
    Edge{Node::debtor_other, "Id", Node::debtor_other_id, text},
    Edge{Node::parties, "Cdtr", Node::creditor},
    Edge{Node::creditor, "Nm", Node::creditor_name, text},
    Edge{Node::creditor, "Pty", Node::creditor_party},
    Edge{Node::creditor_party, "Nm", Node::creditor_party_name, text},
    Edge{Node::parties, "CdtrAcct", Node::creditor_account},
    Edge{Node::creditor_account, "Id", Node::creditor_account_id},
    Edge{Node::creditor_account_id, "IBAN", Node::creditor_iban, text},
    Edge{Node::creditor_account_id, "Othr", Node::creditor_other},
    Edge{Node::creditor_other, "Id", Node::creditor_other_id, text},
    Edge{Node::detail, "RmtInf", Node::remittance},
    Edge{Node::remittance, "Ustrd", Node::unstructured, text},
    Edge{Node::remittance, "Strd", Node::structured},
    Edge{Node::structured, "CdtrRefInf", Node::creditor_reference_info},
    Edge{Node::creditor_reference_info, "Ref", Node::creditor_reference, text},
    Edge{Node::structured, "AddtlRmtInf", Node::structured_info, text},
    Edge{Node::detail, "RtrInf", Node::return_info},
    Edge{Node::return_info, "Rsn", Node::return_reason},
    Edge{Node::return_reason, "Cd", Node::return_reason_code, text},
    Edge{Node::detail, "AddtlTxInf", Node::detail_info, text},
};

constexpr auto node_count = static_cast<std::size_t>(Node::count);

constexpr bool edges_follow_nodes()
{
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (edges[i].child != static_cast<Node>(i + 1)) return false;
    }
    return edges.size() + 1 == node_count;
}
static_assert(edges_follow_nodes(), "one edge for each node, in the same order");

/// First child and next sibling of each node, as indexes into `edges` plus one: the children are walked without
/// looking at the rest of the table.
struct Tree {
    std::array<std::uint8_t, node_count> first{};
    std::array<std::uint8_t, node_count> next{};
};

constexpr Tree build_tree()
{
    Tree tree;
    std::array<std::uint8_t, node_count> last{};
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const auto parent = static_cast<std::size_t>(edges[i].parent);
        const auto child = static_cast<std::uint8_t>(i + 1);
        (last[parent] == 0 ? tree.first[parent] : tree.next[last[parent]]) = child;
        last[parent] = child;
    }
    return tree;
}
constexpr Tree tree = build_tree();

}  // namespace

Node child_of(Node parent, std::string_view name)
{
    for (auto at = tree.first[static_cast<std::size_t>(parent)]; at != 0; at = tree.next[at]) {
        if (edges[at - std::size_t{1}].name == name) return static_cast<Node>(at);
    }
    return Node::outside;
}

bool has_text(Node node)
{
    return node != Node::outside && edges[static_cast<std::size_t>(node) - 1].text;
}

std::string path_of(Node node)
{
    std::string path;
    while (node != Node::outside) {
        const auto& edge = edges[static_cast<std::size_t>(node) - 1];
        path = path.empty() ? std::string{edge.name} : std::string{edge.name} + "/" + path;
        if (node == Node::statement) break;
        node = edge.parent;
    }
    return path;
}

}  // namespace vierkant::banking::camt053
