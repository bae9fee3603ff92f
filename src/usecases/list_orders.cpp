#include "usecases/list_orders.h"

namespace vierkant::usecases {

namespace {

using reporting::Cell;
using reporting::ColumnType;
using storage::OrderKind;

std::string in_words(OrderKind kind, Language language)
{
    const bool nl = language == Language::nl;
    switch (kind) {
        case OrderKind::disbursement:
            return nl ? "uitbetaling" : "disbursement";
        case OrderKind::refund:
            return nl ? "teruggave" : "refund";
        case OrderKind::remission:
            return nl ? "kwijtschelding" : "remission";
        case OrderKind::interest_waiver:
            return nl ? "kwijtschelding van rente" : "waiver of interest";
        case OrderKind::write_off:
            return nl ? "afboeking" : "write-off";
        case OrderKind::grant:
            return nl ? "subsidie" : "grant";
    }
    return {};
}

}  // namespace

reporting::Report list_orders(storage::Connection& connection, Date today, Language language)
{
    reporting::Table table{"orders",
                           {"Opdrachten om vrij te geven", "Orders to be released"},
                           {{"order", {"Opdracht", "Order"}},
                            {"kind", {"Soort", "Kind"}},
                            {"subject", {"Voor", "For"}},
                            {"amount", {"Bedrag", "Amount"}, ColumnType::money},
                            {"value_date", {"Gaat in op", "Takes effect on"}, ColumnType::date},
                            {"iban", {"Rekening", "Account"}},
                            {"prepared_by", {"Klaargezet door", "Prepared by"}},
                            {"prepared_on", {"Klaargezet op", "Prepared on"}, ColumnType::date},
                            {"note", {"Toelichting", "Note"}}},
                           {},
                           {}};
    for (const auto& open : storage::list_open_orders(connection)) {
        const auto& order = open.stored.order;
        table.rows.push_back({open.stored.number, in_words(order.kind, language), open.subject, order.amount.in_cents(),
                              order.value_date ? Cell{to_text(*order.value_date)} : Cell{}, order.iban,
                              open.stored.prepared_by, to_text(open.stored.prepared_on), order.note});
    }
    return {"orders", {"Opdrachten", "Orders"}, today, {}, {std::move(table)}};
}

}  // namespace vierkant::usecases
