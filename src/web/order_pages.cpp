// What waits to be released by somebody else.

#include "storage/payment_order_store.h"
#include "usecases/list_orders.h"
#include "usecases/release_order.h"
#include "web/forms.h"
#include "web/tables.h"

namespace vierkant::web {

namespace {

Html cards(const Visit& visit)
{
    std::vector<Html> cards;
    for (const auto& open : storage::list_open_orders(visit.connection)) {
        const auto& number = open.stored.number;
        Html doing;
        if (visit.may(Right::release) && open.stored.prepared_by != visit.login()) {
            doing += button_form(visit, "/orders/" + number + "/release", visit.t("Vrijgeven", "Release"));
        } else if (visit.may(Right::release)) {
            doing += tag("p", {{"class", "detail"}},
                         visit.t("U zette dit zelf klaar: een ander geeft het vrij.",
                                 "You prepared this yourself: someone else releases it."));
        }
        if (visit.may(Right::withdraw)) {
            doing += tag("a", {{"href", "/orders/" + number + "/withdrawal"}}, visit.t("Intrekken", "Withdraw"));
        }
        cards.push_back(tag("li", {}, tag("h2", {}, number + " " + visit.shown(open.stored.order.amount)),
                            tag("p", {{"class", "detail"}},
                                visit.t("voor ", "for ") + open.subject + ", " +
                                    visit.t("klaargezet door ", "prepared by ") + open.stored.prepared_by),
                            doing));
    }
    return cards.empty() ? Html{} : http::element("ul", {{"class", "cards"}}, cards);
}

http::Response list(Visit& visit)
{
    return list_page(visit, usecases::list_orders(visit.connection, visit.today, visit.language), cards(visit));
}

http::Response release(Visit& visit)
{
    const auto receipt = usecases::release_order(visit.connection, visit.task("order release"), visit.parts["number"]);
    if (!receipt) return refusal_page(visit, receipt.refusal(), 422);
    visit.notice = receipt->order.number +
                   visit.t(" is vrijgegeven en geboekt (boeking ", " is released and booked (entry ") +
                   std::to_string(receipt->entry_no) + ").";
    return http::see_other("/orders");
}

Result<std::string> withdraw(Visit& visit, Reader& read)
{
    const auto reason = read.required("reason");
    if (read.failed()) return read.refusal();
    const auto order =
        usecases::withdraw_order(visit.connection, visit.task("order withdraw"), visit.parts["number"], reason);
    if (!order) return order.refusal();
    return order->number + visit.t(" is ingetrokken.", " is withdrawn.");
}

}  // namespace

std::vector<Route> order_routes()
{
    std::vector<Route> routes{{http::Method::get, "/orders", Right::read, list},
                              {http::Method::post, "/orders/{number}/release", Right::release, release}};
    add_action(routes, {"/orders/{number}/withdrawal",
                        Right::withdraw,
                        {"Opdracht intrekken", "Withdraw an order"},
                        {"Intrekken", "Withdraw"},
                        [](Visit&) {
                            return std::vector<Field>{{"reason", {"Waarom", "Why"}, Field::Kind::text, true}};
                        },
                        withdraw,
                        [](Visit& visit) { return tag("p", {}, visit.parts["number"]); },
                        "/orders"});
    return routes;
}

}  // namespace vierkant::web
