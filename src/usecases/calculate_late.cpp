#include "usecases/calculate_late.h"

#include "domain/arrears/messages.h"
#include "usecases/arrears_tables.h"
#include "usecases/report_cells.h"
#include "usecases/statement_messages.h"

#include <array>

namespace vierkant::usecases {

using reporting::Table;

Result<reporting::Report> calculate_late_interest(Money sum, Date from, Date until, arrears::LateRate kind, Rate agreed)
{
    if (from > until) return refuse(days_crossed, {{"from", from}, {"until", until}});
    const std::array sums{arrears::LateSum{from, sum}};
    const auto interest = arrears::late_interest(sums, arrears::rates_of(kind, agreed, statutory_rates()), until);
    if (!interest) return interest.refusal();
    Table table{
        "interest",
        {"Rente bij verzuim", "Default interest"},
        {day_column("from", "Vanaf", "From"), day_column("until", "Tot", "Until"),
         count_column("days", "Dagen", "Days"), money_column("sum", "Bedrag", "Sum"),
         percent_column("rate", "Rente per jaar", "Rate a year"), money_column("interest", "Rente", "Interest")},
        {},
        {}};
    for (const auto& part : interest->parts) {
        table.rows.push_back({cell(part.from), cell(part.until), count_cell(part.until - part.from), cell(part.sum),
                              cell(part.annual), cell(round(part.interest, Rounding::half_up))});
    }
    table.totals.resize(table.columns.size());
    table.totals[5] = cell(interest->total);
    table.empty = {"Er is geen rente verschuldigd.", "No interest is owed."};
    return reporting::Report{"late-interest", {"Rente bij verzuim", "Default interest"}, until, {}, {std::move(table)}};
}

Result<reporting::Report> calculate_collection_costs(Money principal, Date day)
{
    const auto* scale = arrears::scale_on(cost_scales(), day);
    if (scale == nullptr) return refuse(arrears::no_scale_known, {{"day", day}});
    Page page{"costs", {"Incassokosten", "Collection costs"}};
    page.add(money_column("principal", "Hoofdsom", "Principal"), cell(principal));
    page.add(money_column("costs", "Incassokosten zonder btw", "Collection costs without VAT"),
             cell(arrears::collection_costs(*scale, principal)));
    return reporting::Report{"collection-costs", {"Incassokosten", "Collection costs"}, day, {}, {page.take()}};
}

}  // namespace vierkant::usecases
