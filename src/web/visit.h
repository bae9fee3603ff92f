#pragma once

#include "base/date.h"
#include "base/money.h"
#include "base/result.h"
#include "domain/officers/rights.h"
#include "storage/connection.h"
#include "storage/work.h"
#include "usecases/sessions.h"
#include "web/http/html.h"
#include "web/http/message.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vierkant::web {

using http::Html;
using http::tag;
using officers::Right;

struct LoginDoor;
class ClosingRun;
class ForecastBoard;

/// One request with all that a page may need: who asks, in which language, on which day, and the database.
struct Visit {
    const http::Request& request;
    storage::Connection& connection;
    Language language = Language::nl;
    Date today = Date::from_serial(0);
    std::string at = {};      ///< the instant, UTC
    std::int64_t now = 0;     ///< the same in seconds since 1970
    http::Fields parts = {};  ///< what the address's pattern named: {number}
    http::Form form = {};     ///< what was sent, for a POST
    std::optional<usecases::OpenSession> session = std::nullopt;
    std::string secret = {};  ///< keys the tokens of forms: the id in the visitor's cookie
    std::vector<std::string> set_cookies = {};
    const LoginDoor* door = nullptr;
    ClosingRun* closing = nullptr;       ///< where days are closed; null: here and now
    ForecastBoard* forecasts = nullptr;  ///< where forecasts are kept; null: calculated each time
    std::string notice = {};             ///< to be said by the next page
    std::string setup_code = {};         ///< shown on the console by `serve`; empty once there are accounts

    [[nodiscard]] std::string t(std::string_view nl, std::string_view en) const
    {
        return std::string{language == Language::nl ? nl : en};
    }
    [[nodiscard]] std::string t(const Word& word) const { return word.in(language); }
    [[nodiscard]] std::string t(const Text& text, const Arguments& arguments = {}) const
    {
        return say(text, arguments, language);
    }
    [[nodiscard]] std::string shown(Money amount) const { return show(amount, language); }
    [[nodiscard]] std::string shown(Date day) const { return show(day, language); }

    [[nodiscard]] bool may(Right right) const;
    [[nodiscard]] std::string login() const { return session ? session->account.login : std::string{}; }
    /// A use case's task in this officer's name. A form carries its own key, so that a second sending does nothing.
    [[nodiscard]] storage::Task task(const std::string& name) const;
};

/// An address, the right it takes, and what answers it.
struct Route {
    http::Method method = http::Method::get;
    std::string pattern;
    Right right = Right::read;
    std::function<http::Response(Visit&)> handle;
    bool takes_files = false;
    bool takes_long = false;  ///< may read much of the administration
};

/// Every address there is: the one table that rights are checked by, and that the tests walk.
const std::vector<Route>& routes();

// The table, a subject at a time.
std::vector<Route> session_routes();
std::vector<Route> setup_routes();
std::vector<Route> user_routes();
std::vector<Route> desk_routes();
std::vector<Route> undertaking_routes();
std::vector<Route> application_routes();
std::vector<Route> application_form_routes();
std::vector<Route> loan_routes();
std::vector<Route> loan_event_routes();
std::vector<Route> loan_change_routes();
std::vector<Route> loan_paper_routes();
std::vector<Route> drawing_routes();
std::vector<Route> arrears_routes();
std::vector<Route> arrangement_routes();
std::vector<Route> letter_routes();
std::vector<Route> grant_routes();
std::vector<Route> order_routes();
std::vector<Route> bank_routes();
std::vector<Route> closing_routes();
std::vector<Route> job_routes();
std::vector<Route> risk_routes();
std::vector<Route> take_over_routes();
std::vector<Route> scheme_routes();
std::vector<Route> report_routes();
std::vector<Route> programme_routes();
std::vector<Route> programme_record_routes();
std::vector<Route> measure_record_routes();
std::vector<Route> audit_routes();

/// What was promised and found at a dossier, in a line; nothing where nothing was awarded.
Html jobs_html(Visit& visit, const std::string& dossier);

// Answers.
http::Response page(const Visit& visit, const std::string& title, const Html& content, int status = 200);
/// "There is no such ..." and its kin, as a page.
http::Response refusal_page(const Visit& visit, const Refusal& refusal, int status = 404);
http::Response not_found(const Visit& visit);
http::Response forbidden(const Visit& visit, const std::string& why);
http::Response trouble(const Visit& visit, const std::string& reference);
/// A file for the browser to keep.
http::Response download(const std::string& name, const std::string& type, std::string content);

/// The hidden fields of every form: a key of its own, and a token made of it with the visitor's secret.
std::string form_secrets(const Visit& visit, const std::string& action);

/// What a refusal says at the desk: the words for the command line name commands that are not here.
std::string words_of(const Visit& visit, const Refusal& refusal);

}  // namespace vierkant::web
