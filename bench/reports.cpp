// Reports against the same figures by plain SQL over the facts.

#include "administration.h"
#include "measure.h"
#include "ratios.h"

#include "usecases/make_report.h"

#include <stdexcept>

namespace vierkant::bench {

namespace {

std::int64_t total_of(const reporting::Report& report, const std::string& table_name, const std::string& column)
{
    for (const auto& table : report.tables) {
        if (table.name != table_name) continue;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (table.columns[i].key == column) return std::get<std::int64_t>(table.totals.at(i));
        }
    }
    throw std::runtime_error{"the report has no " + table_name + "." + column};
}

reporting::Report made(storage::Connection& connection, const std::string& name)
{
    auto report = usecases::make_report(connection, name, administration_until, "revolving");
    if (!report) throw std::runtime_error{"the report was refused"};
    return *report;
}

void compare(const std::string& quality, storage::Connection& connection, const std::string& report,
             const std::string& table, const std::string& column, const std::string& sql)
{
    std::int64_t figure = 0;
    std::int64_t expected = 0;
    const auto times = interleaved(
        3, [&] { figure = total_of(made(connection, report), table, column); },
        [&] { expected = connection.number(sql, {to_text(administration_until)}, -1); });
    if (figure != expected) {
        throw std::runtime_error{quality + ": the report says " + std::to_string(figure) + ", the facts " +
                                 std::to_string(expected)};
    }
    print(quality, times.ratio(), Goal::at_most, 0.05,
          std::to_string(static_cast<int>(times.ours * 1000)) + " ms; figures equal");
}

}  // namespace

void reports(const Folder& folder)
{
    for (const auto& file : administrations(folder)) {
        storage::Connection connection{file.path};
        const auto size = " of " + std::to_string(file.loans) + " loans, part of plain SQL";
        compare("report repayment" + size, connection, "repayment", "schemes", "received",
                "SELECT CAST(SUM(amount) AS BIGINT) FROM (SELECT l.scheme_code, SUM(p.amount) AS amount FROM posting p "
                "JOIN entry e ON e.fund_id = p.fund_id AND e.entry_no = p.entry_no JOIN loan l ON l.fund_id = "
                "p.fund_id AND l.loan_id = p.loan_id WHERE p.fund_id = 1 AND p.debit_account IN (1, 2) AND "
                "p.credit_account IN (3, 4, 5) AND e.entry_date <= ? GROUP BY l.scheme_code)");
        compare("report social-return" + size, connection, "social-return", "scheme", "realised",
                "SELECT CAST(SUM(realised) AS BIGINT) FROM job_change WHERE fund_id = 1 AND on_date <= ?");
    }
}

}  // namespace vierkant::bench
