#include "formats/terms_json.h"

#include <fmt/format.h>

namespace vierkant::formats {

namespace {

using lending::ScheduleRow;

const char* kind_of(const ScheduleRow& row)
{
    return row.kind == ScheduleRow::Kind::instalment ? "instalment" : "prepayment";
}

Money fees_of(const lending::Schedule& schedule)
{
    Money sum;
    for (const auto& fee : schedule.fees) sum += fee.amount;
    return sum;
}

std::string fee_text(const lending::Schedule& schedule, Language language)
{
    const bool nl = language == Language::nl;
    std::string text;
    for (const auto& fee : schedule.fees) {
        const auto* const withheld = nl ? "ingehouden" : "withheld";
        text += fmt::format("{:>5}  {:<10}  {:>6}  {:>14}  {}\n", nl ? "prov." : "fee",
                            nl ? dutch(fee.day) : to_text(fee.day), "", nl ? dutch(fee.amount) : english(fee.amount),
                            fee.withheld ? withheld : "");
    }
    if (!schedule.fees.empty()) {
        const auto sum = fees_of(schedule);
        text += fmt::format("{:<25}  {:>14}\n", nl ? "Totaal kosten" : "Total fees", nl ? dutch(sum) : english(sum));
    }
    return text;
}

}  // namespace

Json schedule_json(const lending::Schedule& schedule)
{
    Json json;
    json["instalments"] = Json::array();
    for (const auto& row : schedule.rows) {
        json["instalments"].push_back({{"number", row.number},
                                       {"kind", kind_of(row)},
                                       {"due", to_text(row.due)},
                                       {"days", row.days},
                                       {"principal", to_text(row.principal)},
                                       {"interest", to_text(row.interest)},
                                       {"total", to_text(row.total())},
                                       {"balance", to_text(row.balance)}});
    }
    json["totals"] = {{"principal", to_text(schedule.principal)},
                      {"interest", to_text(schedule.interest)},
                      {"total", to_text(schedule.total())}};
    if (schedule.fees.empty()) return json;
    for (const auto& fee : schedule.fees) {
        json["fees"].push_back(
            {{"date", to_text(fee.day)}, {"amount", to_text(fee.amount)}, {"withheld", fee.withheld}});
    }
    json["totals"]["fees"] = to_text(fees_of(schedule));
    return json;
}

std::string schedule_csv(const lending::Schedule& schedule)
{
    std::string csv = "number,kind,due,days,principal,interest,total,balance\r\n";
    for (const auto& row : schedule.rows) {
        csv += fmt::format("{},{},{},{},{},{},{},{}\r\n", row.number, kind_of(row), to_text(row.due), row.days,
                           to_text(row.principal), to_text(row.interest), to_text(row.total()), to_text(row.balance));
    }
    return csv;
}

std::string schedule_text(const lending::Schedule& schedule, Language language)
{
    const bool nl = language == Language::nl;
    const auto day = [&](Date date) { return nl ? dutch(date) : to_text(date); };
    const auto amount = [&](Money money) { return nl ? dutch(money) : english(money); };
    std::string text = nl ? fmt::format("{:>5}  {:<10}  {:>6}  {:>14}  {:>14}  {:>14}  {:>14}\n", "nr", "vervalt",
                                        "dagen", "aflossing", "rente", "totaal", "restschuld")
                          : fmt::format("{:>5}  {:<10}  {:>6}  {:>14}  {:>14}  {:>14}  {:>14}\n", "no", "due", "days",
                                        "principal", "interest", "total", "balance");
    for (const auto& row : schedule.rows) {
        const auto number = row.kind == ScheduleRow::Kind::instalment ? std::to_string(row.number) : "extra";
        text += fmt::format("{:>5}  {:<10}  {:>6}  {:>14}  {:>14}  {:>14}  {:>14}\n", number, day(row.due), row.days,
                            amount(row.principal), amount(row.interest), amount(row.total()), amount(row.balance));
    }
    text += fmt::format("{:<25}  {:>14}  {:>14}  {:>14}\n", nl ? "Totaal" : "Total", amount(schedule.principal),
                        amount(schedule.interest), amount(schedule.total()));
    return text + fee_text(schedule, language);
}

}  // namespace vierkant::formats
