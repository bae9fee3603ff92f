#include "domain/banking/camt053_writer.h"

#include <algorithm>

namespace vierkant::banking {

namespace {

// Lengths of ISO 20022: Max35Text, Max140Text and Max34Text of other account identifications.
constexpr std::size_t id_length = 35;
constexpr std::size_t text_length = 140;
constexpr std::size_t other_account_length = 34;

std::string_view cut(std::string_view text, std::size_t most)
{
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) continue;
        if (characters++ == most) return text.substr(0, at);
    }
    return text;
}

std::string magnitude(Money amount)
{
    return to_text(amount.is_negative() ? -amount : amount);
}

bool looks_like_iban(std::string_view account)
{
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return account.size() >= 5 && account.size() <= 34 && capital(account[0]) && capital(account[1]) &&
           digit(account[2]) && digit(account[3]) &&
           std::all_of(account.begin(), account.end(), [&](char c) { return digit(c) || capital(c); });
}

}  // namespace

void Camt053Writer::begin(std::string_view message_id, std::string_view created)
{
    raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.");
    raw(version_ == Camt053Version::v02 ? "02" : "08");
    raw("\">\n<BkToCstmrStmt>\n<GrpHdr>");
    element("MsgId", message_id, id_length);
    element("CreDtTm", created, id_length);
    raw("</GrpHdr>\n");
    flush();
}

void Camt053Writer::begin_statement(const StatementHead& head)
{
    raw("<Stmt>");
    element("Id", head.id, id_length);
    if (head.sequence) element("ElctrncSeqNb", std::to_string(*head.sequence), id_length);
    element("CreDtTm", head.created, id_length);
    raw("<Acct>");
    account_id(head.account);
    element("Ccy", head.currency, 3);
    raw("</Acct>\n");
    balance("OPBD", head.opening);
    balance("CLBD", head.closing);
    flush();
}

void Camt053Writer::entry(std::span<const Line> lines)
{
    verify(!lines.empty(), "an entry has at least one line");
    const auto& first = lines.front();
    Money total;
    for (const auto& line : lines) total += line.amount;
    raw("<Ntry>");
    amount("Amt", magnitude(total), "EUR");
    sign(total.is_negative());
    if (first.reversal) raw("<RvslInd>true</RvslInd>");
    raw(version_ == Camt053Version::v02 ? "<Sts>BOOK</Sts>" : "<Sts><Cd>BOOK</Cd></Sts>");
    raw("<BookgDt><Dt>" + to_text(first.booked) + "</Dt></BookgDt>");
    raw("<ValDt><Dt>" + to_text(first.value) + "</Dt></ValDt>");
    if (!first.bank_reference.empty()) element("AcctSvcrRef", first.bank_reference, id_length);
    transaction_code(first.transaction_code);
    details(lines);
    raw("</Ntry>\n");
    flush();
}

void Camt053Writer::end_statement()
{
    raw("</Stmt>\n");
    flush();
}

void Camt053Writer::end()
{
    raw("</BkToCstmrStmt>\n</Document>\n");
    flush();
}

void Camt053Writer::balance(std::string_view code, const Balance& balance)
{
    raw("<Bal><Tp><CdOrPrtry>");
    element("Cd", code, 4);
    raw("</CdOrPrtry></Tp>");
    amount("Amt", magnitude(balance.amount), "EUR");
    sign(balance.amount.is_negative());
    raw("<Dt><Dt>" + to_text(balance.on) + "</Dt></Dt></Bal>\n");
}

/// "PMNT-RCDT-ESCT" is a code of the standard; anything else is the bank's own.
void Camt053Writer::transaction_code(std::string_view code)
{
    const auto first = code.find('-');
    const auto second = first == std::string_view::npos ? first : code.find('-', first + 1);
    raw("<BkTxCd>");
    if (second != std::string_view::npos) {
        raw("<Domn>");
        element("Cd", code.substr(0, first), 4);
        raw("<Fmly>");
        element("Cd", code.substr(first + 1, second - first - 1), 4);
        element("SubFmlyCd", code.substr(second + 1), 4);
        raw("</Fmly></Domn>");
    } else if (!code.empty()) {
        raw("<Prtry>");
        element("Cd", code, id_length);
        raw("</Prtry>");
    }
    raw("</BkTxCd>");
}

void Camt053Writer::details(std::span<const Line> lines)
{
    raw("<NtryDtls>");
    if (lines.size() > 1) raw("<Btch><NbOfTxs>" + std::to_string(lines.size()) + "</NbOfTxs></Btch>");
    for (const auto& line : lines) detail(line);
    raw("</NtryDtls>");
}

void Camt053Writer::detail(const Line& line)
{
    raw("<TxDtls><Refs>");
    element("EndToEndId", line.end_to_end_id.empty() ? "NOTPROVIDED" : std::string_view{line.end_to_end_id}, id_length);
    raw("</Refs>");
    amounts(line);
    parties(line);
    remittance(line);
    if (!line.return_reason.empty()) {
        raw("<RtrInf><Rsn>");
        element("Cd", line.return_reason, 4);
        raw("</Rsn></RtrInf>");
    }
    raw("</TxDtls>");
}

void Camt053Writer::amounts(const Line& line)
{
    if (version_ == Camt053Version::v08) {
        amount("Amt", magnitude(line.amount), "EUR");
        sign(line.amount.is_negative());
    }
    raw("<AmtDtls>");
    if (const auto space = line.foreign_amount.find(' '); space != std::string::npos) {
        const std::string_view foreign = line.foreign_amount;
        raw("<InstdAmt>");
        amount("Amt", foreign.substr(space + 1), foreign.substr(0, space));
        raw("</InstdAmt>");
    }
    raw("<TxAmt>");
    amount("Amt", magnitude(line.amount), "EUR");
    raw("</TxAmt></AmtDtls>");
}

void Camt053Writer::parties(const Line& line)
{
    if (line.counterparty.empty() && line.counterparty_account.empty()) return;
    raw("<RltdPties>");
    party(line.amount.is_negative() ? "Cdtr" : "Dbtr", line.counterparty, line.counterparty_account);
    raw("</RltdPties>");
}

void Camt053Writer::party(std::string_view role, std::string_view name, std::string_view account)
{
    const std::string tag{role};
    const bool wrapped = version_ == Camt053Version::v08;
    if (!name.empty()) {
        raw("<" + tag + (wrapped ? "><Pty>" : ">"));
        element("Nm", name, text_length);
        raw((wrapped ? "</Pty></" : "</") + tag + ">");
    }
    if (!account.empty()) {
        raw("<" + tag + "Acct>");
        account_id(account);
        raw("</" + tag + "Acct>");
    }
}

void Camt053Writer::account_id(std::string_view account)
{
    raw("<Id>");
    if (looks_like_iban(account)) {
        element("IBAN", account, other_account_length);
    } else {
        raw("<Othr>");
        element("Id", account, other_account_length);
        raw("</Othr>");
    }
    raw("</Id>");
}

void Camt053Writer::remittance(const Line& line)
{
    if (line.remittance.empty() && line.creditor_reference.empty()) return;
    raw("<RmtInf>");
    for (std::string_view rest = line.remittance; !rest.empty();) {
        const auto part = cut(rest, text_length);
        element("Ustrd", part, text_length);
        rest.remove_prefix(part.size());
    }
    if (!line.creditor_reference.empty()) {
        raw("<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp>");
        element("Ref", line.creditor_reference, id_length);
        raw("</CdtrRefInf></Strd>");
    }
    raw("</RmtInf>");
}

void Camt053Writer::amount(std::string_view name, std::string_view value, std::string_view currency)
{
    raw("<");
    raw(name);
    raw(" Ccy=\"");
    escaped(currency);
    raw("\">");
    escaped(value);
    raw("</");
    raw(name);
    raw(">");
}

void Camt053Writer::sign(bool debit)
{
    raw(debit ? "<CdtDbtInd>DBIT</CdtDbtInd>" : "<CdtDbtInd>CRDT</CdtDbtInd>");
}

void Camt053Writer::element(std::string_view name, std::string_view text, std::size_t most)
{
    raw("<");
    raw(name);
    raw(">");
    escaped(cut(text, most));
    raw("</");
    raw(name);
    raw(">");
}

void Camt053Writer::escaped(std::string_view text)
{
    for (const char c : text) {
        switch (c) {
            case '&':
                raw("&amp;");
                break;
            case '<':
                raw("&lt;");
                break;
            case '>':
                raw("&gt;");
                break;
            case '"':
                raw("&quot;");
                break;
            default:
                buffer_ += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
    }
}

void Camt053Writer::flush()
{
    sink_(buffer_);
    buffer_.clear();
}

std::string write_camt053(Camt053Version version, const std::vector<Statement>& statements)
{
    std::string file;
    Camt053Writer writer{version, [&](std::string_view part) { file += part; }};
    writer.begin(statements.empty() ? "EMPTY" : std::string_view{statements.front().head.id},
                 statements.empty() ? "1970-01-01T00:00:00" : std::string_view{statements.front().head.created});
    for (const auto& [head, lines] : statements) {
        writer.begin_statement(head);
        for (std::size_t at = 0; at < lines.size();) {
            auto end = at + 1;
            while (end < lines.size() && lines[at].detail > 0 && lines[end].detail > 0 &&
                   lines[end].entry == lines[at].entry) {
                ++end;
            }
            writer.entry({&lines[at], end - at});
            at = end;
        }
        writer.end_statement();
    }
    writer.end();
    return file;
}

}  // namespace vierkant::banking
