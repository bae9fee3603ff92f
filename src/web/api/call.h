#pragma once

#include "base/result.h"
#include "domain/officers/rights.h"
#include "domain/officers/scope.h"
#include "formats/json_reader.h"
#include "storage/list_part.h"
#include "storage/work.h"
#include "usecases/tokens.h"
#include "web/http/message.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The JSON API: the same use cases as the pages, for programs (docs/reference/api.md).
namespace vierkant::api {

using formats::Json;
using officers::Right;
using officers::Scope;

/// The page of a list that is asked for.
struct Page {
    std::int64_t number = 1;
    std::int64_t size = 100;
};

/// One request with all that a resource may need.
struct Call {
    const http::Request& request;
    storage::Connection& connection;
    Language language = Language::nl;
    Date today = Date::from_serial(0);
    std::string at = {};
    http::Fields parts = {};  ///< what the address's pattern named: {number}
    usecases::TokenUser user = {};
    Page page = {};
    std::function<void(storage::Connection&)> still_true = {};  ///< what the sender saw; for the work (storage/work.h)
    Json bad_rows = {};  ///< of a file that is refused: the rows that are wrong, for the problem

    /// A use case's task in the name of the token's officer, under the key of the request.
    [[nodiscard]] storage::Task task(const std::string& name) const;
    /// The page as the database gives it: for lists that grow with the fund.
    [[nodiscard]] storage::ListPart part() const { return {.first = (page.number - 1) * page.size, .most = page.size}; }
    [[nodiscard]] bool is_dry_run() const { return request.query["dry-run"] == "true"; }
};

struct Reply {
    int status = 200;
    Json body;
    std::string location = {};  ///< of what was made, below the base path: "/loans/L-000042"
    std::string file = {};      ///< instead of the body, where it was asked for as such
    std::string type = {};      ///< of that file
    std::optional<std::int64_t> total =
        {};  ///< of a list of which the body is the page asked for; else it is all of it
};

/// A value of a query or a body, for the document.
struct Field {
    enum class Type { text, money, date, percent, integer, flag, texts, object, objects };
    std::string_view name;
    Type type = Type::text;
    bool required = false;
    std::string_view nl;
};

enum class Body { none, json, xml, csv };

/// An address below /api/v1, the right and the scope it takes, and what answers it. The document is made of this table,
/// and the tests walk it.
struct Route {
    http::Method method = http::Method::get;
    std::string_view pattern;
    Right right = Right::read;
    Scope scope = Scope::read;
    std::string_view operation;  ///< unique: "listLoans"
    std::string_view nl;         ///< what it does
    std::vector<Field> query = {};
    Body body_kind = Body::none;
    std::vector<Field> body = {};
    bool changes = true;           ///< of a POST: else it only calculates, and needs no Idempotency-Key
    bool takes_long = false;       ///< may read much of the administration
    std::string_view guards = {};  ///< pattern of the resource whose ETag a change needs in If-Match; empty for none
    std::function<Result<Reply>(Call&)> handle = {};
};

const std::vector<Route>& routes();

// The table, a subject at a time.
std::vector<Route> case_routes();      ///< undertakings, schemes, applications: reading
std::vector<Route> money_routes();     ///< loans, grants, orders, bank: reading
std::vector<Route> overview_routes();  ///< reports, forecast, closing, audit: reading
std::vector<Route> case_changes();
std::vector<Route> loan_changes();
std::vector<Route> grant_changes();
std::vector<Route> bank_changes();
std::vector<Route> risk_changes();      ///< jobs, security and provisions: reading too
std::vector<Route> arrears_changes();   ///< arrangements, letters, claims: reading too
std::vector<Route> paper_routes();      ///< a loan's papers, its drawing and its invoices
std::vector<Route> programme_routes();  ///< what became of the plan: reading too
std::vector<Route> office_routes();     ///< accounts, editions of schemes, taking over

inline constexpr std::string_view base_path = "/api/v1";
inline constexpr std::string_view api_version = "1.0.0";

inline constexpr std::string_view xlsx_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The OpenAPI 3 document, made of the routes.
Json openapi_document();

}  // namespace vierkant::api
