#include "cli/commands.h"
#include "cli/loan_messages.h"
#include "cli/messages.h"
#include "reporting/render.h"
#include "usecases/list_orders.h"
#include "usecases/release_order.h"

namespace vierkant::cli {

namespace {

std::string amount_text(const Context& context, Money amount)
{
    return context.language() == Language::nl ? dutch(amount) : english(amount);
}

void run_list(Context& context, const Values&)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto report = usecases::list_orders(*connection, context.today(), context.language());
    context.print_as({{"text", [&] { return reporting::render_text(report, context.language()); }},
                      {"csv", [&] { return reporting::render_csv(report.tables.front(), context.csv_dialect()); }},
                      {"json", [&] { return reporting::render_json(report, context.language()); }}});
}

void run_release(Context& context, const Values& values)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto receipt = usecases::release_order(*connection, context.task("order release"), values["number"]);
    if (!receipt) return context.refuse_with(receipt.refusal());
    context.print(say(order_carried_out,
                      {{"order", receipt->order.number},
                       {"amount", amount_text(context, receipt->order.order.amount)},
                       {"entry", std::to_string(receipt->entry_no)}},
                      context.language()) +
                  "\n");
}

void run_withdraw(Context& context, const Values& values)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto order =
        usecases::withdraw_order(*connection, context.task("order withdraw"), values["number"], values["--reason"]);
    if (!order) return context.refuse_with(order.refusal());
    context.print(say(order_taken_back, {{"order", order->number}}, context.language()) + "\n");
}

const Option number{"number", "nummer van de opdracht, zoals O-000012", "number of the order, such as O-000012", true};

}  // namespace

std::vector<Command> order_commands()
{
    return {
        {"order list",
         "Toont wat klaarstaat om door een ander vrijgegeven te worden.",
         "Lists what waits to be released by someone else.",
         {},
         run_list},
        {"order release",
         "Geeft een opdracht vrij: boekt haar en zet de betaling open. Niet door wie haar klaarzette.",
         "Releases an order: books it and opens the payment. Not by who prepared it.",
         {number},
         run_release},
        {"order withdraw",
         "Trekt een opdracht in die nog niet is vrijgegeven.",
         "Withdraws an order that was not released yet.",
         {number, {"--reason", "waarom", "why", true}},
         run_withdraw},
    };
}

}  // namespace vierkant::cli
