#include "web/visit.h"

#include "web/messages.h"

namespace vierkant::web {

bool Visit::may(Right right) const
{
    return session ? officers::may(session->account.roles, right) : right == Right::anyone;
}

storage::Task Visit::task(const std::string& name) const
{
    const auto& key = form.fields["_key"];
    return {name, login(), today, at, key.empty() ? std::string{} : "web:" + key};
}

std::string words_of(const Visit& visit, const Refusal& refusal)
{
    const auto* const ours = desk_text(refusal.text->code);
    return ours == nullptr ? refusal.in(visit.language) : say(*ours, refusal.arguments, visit.language);
}

const std::vector<Route>& routes()
{
    static const auto all = [] {
        std::vector<Route> table;
        for (auto&& group : {session_routes(),
                             setup_routes(),
                             user_routes(),
                             desk_routes(),
                             take_over_routes(),
                             scheme_routes(),
                             undertaking_routes(),
                             application_routes(),
                             loan_routes(),
                             loan_event_routes(),
                             loan_change_routes(),
                             loan_paper_routes(),
                             grant_routes(),
                             arrears_routes(),
                             letter_routes(),
                             order_routes(),
                             bank_routes(),
                             closing_routes(),
                             job_routes(),
                             risk_routes(),
                             report_routes(),
                             programme_record_routes(),
                             measure_record_routes(),
                             programme_routes(),
                             audit_routes(),
                             arrangement_routes(),
                             drawing_routes()}) {
            table.insert(table.end(), group.begin(), group.end());
        }
        return table;
    }();
    return all;
}

http::Response download(const std::string& name, const std::string& type, std::string content)
{
    http::Response response;
    response.type = type;
    response.body = std::move(content);
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + "\"");
    return response;
}

}  // namespace vierkant::web
