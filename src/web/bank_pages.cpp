// Bank: statements in, and the lines that nobody recognised.

#include "base/folded.h"
#include "storage/bank_store.h"
#include "storage/fund_store.h"
#include "usecases/bank_messages.h"
#include "usecases/import_statement.h"
#include "usecases/list_bank_lines.h"
#include "usecases/match_line.h"
#include "usecases/report_codes.h"
#include "web/forms.h"
#include "web/messages.h"
#include "web/tables.h"

#include <sstream>
#include <utility>

namespace vierkant::web {

namespace {

using Kind = Field::Kind;
using storage::MatchKind;

std::string kind_in_words(const Visit& visit, MatchKind kind)
{
    switch (kind) {
        case MatchKind::suspense:
            return visit.t("vraagpost", "suspense");
        case MatchKind::loan:
            return visit.t("lening", "loan");
        case MatchKind::grant:
            return visit.t("subsidie", "grant");
        case MatchKind::transit:
            return visit.t("betaling van of aan ons", "transfer");
        case MatchKind::contribution:
            return visit.t("storting", "contribution");
        case MatchKind::return_of:
            return visit.t("draait terug", "undoes");
        case MatchKind::returned:
            return visit.t("teruggedraaid door", "undone by");
        case MatchKind::ignored:
            break;
    }
    return visit.t("genegeerd", "ignored");
}

std::string reason_in_words(const Visit& visit, const std::string& reason)
{
    const auto* text = usecases::reason_text(reason);
    return text == nullptr ? reason : visit.t(*text);
}

/// "vierkant bank match B-000012 --loan L-000042" as the fields of a form: --loan and L-000042.
std::pair<std::string, std::string> target_of(const std::string& command)
{
    const auto option = command.find(" --");
    const auto space = option == std::string::npos ? option : command.find(' ', option + 1);
    if (space == std::string::npos) return {};
    auto name = command.substr(option + 3, space - option - 3);
    return {name, command.substr(space + 1)};
}

std::string fund_title(const Visit& visit, const std::string& code)
{
    for (const auto& fund : storage::fund_standings(visit.connection)) {
        if (fund.code == code) return visit.language == Language::nl ? fund.title_nl : fund.title_en;
    }
    return code;
}

/// "L-000042" says itself; "equity:capital:emmen" is what Emmen paid in.
std::string target_in_words(const Visit& visit, const std::string& target)
{
    const auto titles = usecases::report_codes(visit.connection)["account"];
    const auto known = titles.find(target);
    return known == titles.end() ? target : known->second.in(visit.language);
}

Html facts_of(const Visit& visit, const storage::ListedLine& listed)
{
    const auto& line = listed.kept.line;
    const auto fact = [&](const char* nl, const char* en, const Html& value) {
        return value.empty() ? Html{} : tag("div", {}, tag("dt", {}, visit.t(nl, en)), tag("dd", {}, value));
    };
    return tag(
        "dl", {{"class", "facts"}}, fact("Fonds", "Fund", fund_title(visit, listed.fund)),
        fact("Valutadatum", "Value date", visit.shown(line.value)), fact("Bedrag", "Amount", visit.shown(line.amount)),
        fact("Tegenrekening", "Counterparty account", line.counterparty_account),
        fact("Naam", "Name", line.counterparty), fact("Betalingskenmerk", "Payment reference", line.creditor_reference),
        fact("Omschrijving", "Remittance", line.remittance),
        fact("Geworden", "Became",
             kind_in_words(visit, listed.match.match.kind) +
                 (listed.target.empty() ? "" : " " + target_in_words(visit, listed.target))),
        fact("Waarom", "Why", reason_in_words(visit, listed.match.match.reason)),
        fact("Door", "By", listed.match.actor));
}

Html unmatched_html(const Visit& visit, const usecases::UnmatchedLine& one)
{
    const auto number = storage::number_of(one.listed.kept.id);
    const auto& line = one.listed.kept.line;
    Html doing;
    if (visit.may(Right::bank)) {
        for (const auto& candidate : one.candidates) {
            const auto [name, value] = target_of(candidate.command);
            if (!name.empty())
                doing += button_form(visit, "/bank/lines/" + number + "/match", candidate.name,
                                     {{"target", name}, {"number", value}});
        }
        doing +=
            tag("a", {{"href", "/bank/lines/" + number + "/match"}, {"class", "button"}},
                one.candidates.empty() ? visit.t("Koppelen", "Match") : visit.t("Anders koppelen", "Match otherwise"));
    }
    const auto why = one.reason != nullptr ? visit.t(*one.reason) : one.listed.match.match.reason;
    return tag("li", {}, tag("h3", {}, http::link("/bank/lines/" + number, number), " " + visit.shown(line.amount)),
               tag("p", {},
                   visit.shown(line.value) + " " + line.counterparty +
                       (line.remittance.empty() ? "" : " - " + line.remittance)),
               tag("p", {{"class", "detail"}}, why), tag("div", {{"class", "doing"}}, doing));
}

http::Response show_bank(Visit& visit)
{
    const auto lines = usecases::list_unmatched(visit.connection, visit.request.query["fund"]);
    if (!lines) return refusal_page(visit, lines.refusal());
    std::vector<Html> items;
    for (const auto& one : *lines) items.push_back(unmatched_html(visit, one));
    Html doing = tag("a", {{"href", "/bank/lines"}, {"class", "button"}}, visit.t("Alle bankregels", "All bank lines"));
    if (visit.may(Right::bank))
        doing = tag("a", {{"href", "/bank/import"}, {"class", "button"}},
                    visit.t("Afschrift inlezen", "Import a statement")) +
                Html{" "} + doing;
    return page(visit, visit.t("Bank", "Bank"),
                tag("p", {{"class", "doing"}}, doing) + tag("h2", {}, visit.t("Te koppelen", "To be matched")) +
                    (items.empty() ? tag("p", {{"class", "nothing"}},
                                         visit.t("Alle bankregels zijn gekoppeld.", "All bank lines are matched."))
                                   : http::element("ul", {{"class", "cards"}}, items)));
}

/// What the list is asked for; its words may also mean a fund, or what a line became.
storage::LineFilter filter_asked(const Visit& visit)
{
    storage::LineFilter filter{visit.request.query["fund"]};
    filter.part = part_asked(visit, "line", true);
    if (filter.part.words.empty()) return filter;
    filter.funds = usecases::codes_that_say(usecases::report_codes(visit.connection), "fund", filter.part.words);
    const auto words = folded(filter.part.words);
    for (auto kind = MatchKind::suspense; kind <= MatchKind::ignored;
         kind = static_cast<MatchKind>(static_cast<int>(kind) + 1)) {
        if (folded(kind_in_words(visit, kind)).find(words) != std::string::npos)
            filter.kinds += "," + storage::name_of(kind) + ",";
    }
    return filter;
}

http::Response list_lines(Visit& visit)
{
    using reporting::ColumnType;
    const auto filter = filter_asked(visit);
    const auto lines = usecases::list_bank_lines(visit.connection, filter);
    if (!lines) return refusal_page(visit, lines.refusal());
    reporting::Table table{"lines",
                           {"Bankregels", "Bank lines"},
                           {{"line", {"Regel", "Line"}},
                            {"fund", {"Fonds", "Fund"}},
                            {"value_date", {"Valutadatum", "Value date"}, ColumnType::date},
                            {"amount", {"Bedrag", "Amount"}, ColumnType::money},
                            {"name", {"Naam", "Name"}},
                            {"kind", {"Geworden", "Became"}},
                            {"target", {"Van", "Of"}}},
                           {},
                           {}};
    // A contribution is of a funder: its account has his name.
    table.columns.back().codes = usecases::report_codes(visit.connection)["account"];
    for (const auto& listed : *lines) {
        const auto& line = listed.kept.line;
        table.rows.push_back({storage::number_of(listed.kept.id), listed.fund, to_text(line.value),
                              line.amount.in_cents(), line.counterparty, kind_in_words(visit, listed.match.match.kind),
                              listed.target});
    }
    return part_page(visit, {"bank-lines", {"Bankregels", "Bank lines"}, visit.today, {}, {std::move(table)}},
                     storage::count_lines(visit.connection, filter), {});
}

Result<storage::ListedLine> line_of(Visit& visit)
{
    const auto id = storage::parse_line_number(visit.parts["line"]);
    if (!id) return refuse(usecases::line_number_unreadable, {{"line", visit.parts["line"]}});
    const auto kept = storage::find_line(visit.connection, *id);
    if (!kept) return refuse(usecases::line_unknown, {{"line", visit.parts["line"]}});
    return storage::listed_line(visit.connection, *kept);
}

http::Response show_line(Visit& visit)
{
    const auto listed = line_of(visit);
    if (!listed) return refusal_page(visit, listed.refusal());
    const auto number = storage::number_of(listed->kept.id);
    Html doing;
    if (visit.may(Right::bank) && listed->match.match.kind == MatchKind::suspense)
        doing = tag("p", {{"class", "doing"}},
                    tag("a", {{"href", "/bank/lines/" + number + "/match"}, {"class", "button"}},
                        visit.t("Koppelen", "Match")));
    Html target;
    if (const auto& name = listed->target; name.starts_with("L-"))
        target = tag("p", {}, http::link("/loans/" + name, visit.t("Naar lening ", "To loan ") + name));
    else if (name.starts_with("S-"))
        target = tag("p", {}, http::link("/grants/" + name, visit.t("Naar subsidie ", "To grant ") + name));
    else if (name.starts_with("B-"))
        target = tag("p", {}, http::link("/bank/lines/" + name, visit.t("Naar regel ", "To line ") + name));
    return page(visit, visit.t("Bankregel ", "Bank line ") + number, doing + facts_of(visit, *listed) + target);
}

std::vector<Field> match_fields(Visit&)
{
    return {{"target",
             {"Deze regel is", "This line is"},
             Kind::select,
             true,
             {},
             {{"", {"kies", "choose"}},
              {"loan", {"een betaling op een lening", "a payment on a loan"}},
              {"grant", {"een terugbetaling van een subsidie", "a repayment of a grant"}},
              {"transfer", {"een betaling van of aan ons", "a transfer of ours"}},
              {"return-of", {"het terugdraaien van een andere regel", "the undoing of another line"}},
              {"funder", {"een storting van een financier", "paid in by a funder"}},
              {"ignore", {"van niets; blijft op vraagposten", "of nothing; stays in suspense"}}}},
            {"number",
             {"Nummer of financier", "Number or funder"},
             Kind::text,
             false,
             {"Zoals L-000042, S-000007, T-000003, B-000012 of emmen.",
              "Such as L-000042, S-000007, T-000003, B-000012 or emmen."}},
            {"reason",
             {"Waarom", "Why"},
             Kind::text,
             false,
             {"Verplicht als de regel van niets is.", "Required where the line is of nothing."}}};
}

Result<std::string> match(Visit& visit, Reader& read)
{
    const auto target = read.required("target");
    if (!target.empty() && target != "ignore") (void)read.required("number");
    if (target == "ignore") (void)read.required("reason");
    if (read.failed()) return read.refusal();
    usecases::MatchRequest request{visit.parts["line"], "", "", "", "", "", target == "ignore", read.text("reason")};
    const auto& number = read.text("number");
    if (target == "loan") request.loan = number;
    if (target == "grant") request.grant = number;
    if (target == "transfer") request.transfer = number;
    if (target == "return-of") request.return_of = number;
    if (target == "funder") request.funder = number;
    const auto receipt = usecases::match_line(visit.connection, visit.task("bank match"), request);
    if (!receipt) return receipt.refusal();
    return storage::number_of(receipt->line.id) + visit.t(" is gekoppeld: ", " is matched: ") +
           kind_in_words(visit, receipt->match.kind) + (receipt->target.empty() ? "." : " " + receipt->target + ".");
}

std::string receipt_in_words(const Visit& visit, const usecases::ImportReceipt& receipt)
{
    if (!receipt.changed())
        return receipt.file +
               visit.t(" was al ingelezen; er is niets veranderd.", " was imported before; nothing changed.");
    std::string words = receipt.file + visit.t(" is ingelezen.", " is imported.");
    const auto add = [&](const usecases::LinesMatched& matched, const char* nl, const char* en) {
        if (matched.lines > 0)
            words +=
                " " + std::to_string(matched.lines) + " " + visit.t(nl, en) + " (" + visit.shown(matched.amount) + ").";
    };
    add(receipt.on_loans, "op leningen", "on loans");
    add(receipt.on_grants, "op subsidies", "on grants");
    add(receipt.on_transfers, "betalingen die onderweg waren", "transfers that were on their way");
    add(receipt.contributions, "stortingen", "contributions");
    add(receipt.returns, "teruggedraaid", "returns");
    add(receipt.in_suspense, "op vraagposten", "in suspense");
    for (const auto& notice : receipt.notices) words += " " + notice.in(visit.language);
    return words;
}

Result<std::string> import_file(Visit& visit, Reader& read)
{
    if (visit.form.uploads.empty()) {
        read.wrong("file", visit.t(file_missing));
        return read.refusal();
    }
    const auto& upload = visit.form.uploads.front();
    std::istringstream stream{upload.content};
    const auto receipt = usecases::import_statement(visit.connection, visit.task("bank import"), stream, upload.name);
    if (!receipt) {
        read.wrong("file", words_of(visit, receipt.refusal()));
        return receipt.refusal();
    }
    return receipt_in_words(visit, *receipt);
}

}  // namespace

std::vector<Route> bank_routes()
{
    using http::Method;
    std::vector<Route> routes{{Method::get, "/bank", Right::read, show_bank},
                              {Method::get, "/bank/lines", Right::read, list_lines},
                              {Method::get, "/bank/lines/{line}", Right::read, show_line}};
    add_action(routes, {"/bank/import",
                        Right::bank,
                        {"Afschrift inlezen", "Import a statement"},
                        {"Inlezen", "Import"},
                        [](Visit&) {
                            return std::vector<Field>{{"file",
                                                       {"Afschrift (camt.053)", "Statement (camt.053)"},
                                                       Kind::file,
                                                       true,
                                                       {"XML-bestand van de bank. Twee keer inlezen verandert niets.",
                                                        "XML file of the bank. Importing it twice changes nothing."}}};
                        },
                        import_file,
                        {},
                        "/bank",
                        true});
    add_action(routes, {"/bank/lines/{line}/match",
                        Right::bank,
                        {"Bankregel koppelen", "Match a bank line"},
                        {"Koppelen", "Match"},
                        match_fields,
                        match,
                        [](Visit& visit) {
                            const auto listed = line_of(visit);
                            return listed ? facts_of(visit, *listed)
                                          : tag("p", {{"class", "error"}}, words_of(visit, listed.refusal()));
                        },
                        "/bank"});
    return routes;
}

}  // namespace vierkant::web
