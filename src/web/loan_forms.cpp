#include "web/loan_forms.h"

#include "storage/loan_store.h"
#include "usecases/loan_booking.h"
#include "usecases/preview_loan.h"
#include "usecases/show_loan.h"
#include "web/tables.h"

#include <algorithm>
#include <array>
#include <memory>

namespace vierkant::web {

namespace {

using Kind = Field::Kind;

/// How the loan stands, in a few figures.
Html standing(Visit& visit)
{
    constexpr std::array<std::string_view, 6> told{"number", "borrower", "status", "awarded", "drawn", "outstanding"};
    const auto report = usecases::show_loan(visit.connection, visit.parts["number"], visit.today, visit.language);
    if (!report) return tag("p", {{"class", "error"}}, words_of(visit, report.refusal()));
    const auto& whole = report->tables.front();
    reporting::Table brief{"loan", whole.title, {}, {{}}, {}};
    for (std::size_t i = 0; i < whole.columns.size(); ++i) {
        if (std::find(told.begin(), told.end(), whole.columns[i].key) == told.end()) continue;
        brief.columns.push_back(whole.columns[i]);
        brief.rows.front().push_back(whole.rows.front()[i]);
    }
    return facts_html(visit, brief);
}

/// Any event that came meanwhile makes it another loan.
std::string version(Visit& visit)
{
    const auto loan = storage::find_loan(visit.connection, visit.parts["number"]);
    return loan ? "events-" + std::to_string(storage::events_of(visit.connection, *loan).size()) : "none";
}

/// Figures that are and stay nothing say nothing.
Html figures_html(const Visit& visit, reporting::Table figures)
{
    const reporting::Cell nothing{std::int64_t{0}};
    std::erase_if(figures.rows, [&](const auto& row) { return row[1] == nothing && row[2] == nothing; });
    figures.title = {"Nu en straks", "Before and after"};
    figures.empty = {"Er staat niets uit, nu niet en straks niet.", "Nothing is outstanding, before or after."};
    return table_html(visit, figures);
}

/// Only the instalments that change.
Html plan_html(const Visit& visit, reporting::Table plan)
{
    const auto all = plan.rows.size();
    std::erase_if(plan.rows, [](const auto& row) { return row[1] == row[3] && row[2] == row[4]; });
    const auto same = all - plan.rows.size();
    plan.title = {"Termijnen die veranderen", "Instalments that change"};
    plan.empty = {"Geen termijn verandert.", "No instalment changes."};
    Html others;
    if (same > 0 && !plan.rows.empty())
        others = tag(
            "p", {{"class", "detail"}},
            std::to_string(same) +
                (same == 1
                     ? visit.t(" andere termijn blijft zoals zij is.", " other instalment stays as it is.")
                     : visit.t(" andere termijnen blijven zoals ze zijn.", " other instalments stay as they are.")));
    return table_html(visit, plan) + others;
}

Result<Effect> effect_of(Visit& visit, Reader& read, const LoanForm& form)
{
    const auto event = form.event(visit, read);
    if (!event) return event.refusal();
    const auto report =
        usecases::preview_loan_event(visit.connection, visit.parts["number"], *event, visit.today, visit.language);
    if (!report) return report.refusal();
    return Effect{(form.also ? form.also(visit, read) : Html{}) + figures_html(visit, report->tables[0]),
                  plan_html(visit, report->tables[1])};
}

}  // namespace

void add_loan_form(std::vector<Route>& routes, LoanForm form)
{
    const auto shared = std::make_shared<const LoanForm>(std::move(form));
    Action action{"/loans/{number}/" + shared->name,
                  Right::handle,
                  shared->title,
                  shared->button,
                  shared->fields,
                  [shared](Visit& visit, Reader& read) -> Result<std::string> {
                      const auto event = shared->event(visit, read);
                      if (!event) return event.refusal();
                      return shared->run(visit, read, *event);
                  },
                  standing};
    action.danger = shared->danger;
    action.effect = [shared](Visit& visit, Reader& read) { return effect_of(visit, read, *shared); };
    action.version = version;
    add_action(routes, std::move(action));
}

Result<std::string> record_event(Visit& visit, Reader& read, const lending::Event& event)
{
    const auto receipt = usecases::record_loan_event(visit.connection, visit.task("loan event"), visit.parts["number"],
                                                     event, read.text("note"));
    if (!receipt) return receipt.refusal();
    return visit.t("Geboekt. Uitstaand is nu ", "Booked. Outstanding is now ") + visit.shown(receipt->outstanding) +
           ".";
}

Field event_day_field(const Visit& visit)
{
    return {"date", {"Dag waarop het gebeurde", "Day it happened"}, Kind::date, true, {}, {}, to_text(visit.today)};
}

const Field event_note_field{
    "note", {"Toelichting", "Note"}, Kind::text, false, {"Geen namen van personen.", "No names of persons."}};
const Field event_amount_field{"amount", {"Bedrag", "Amount"}, Kind::money, true};

}  // namespace vierkant::web
