#include "usecases/demo/story.h"

#include "embedded/embedded.h"
#include "formats/csv.h"
#include "usecases/demo/messages.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <sstream>

namespace vierkant::demo {

namespace {

/// A file of the story, its fields by the name of their column. The first wrong field is kept, and told at the end.
class Fields {
public:
    Fields(const formats::CsvReader& reader, const formats::CsvRow& row, Date today, std::optional<Refusal>& wrong)
        : reader_{reader}, row_{row}, today_{today}, wrong_{wrong}
    {
    }

    [[nodiscard]] std::string text(std::string_view column) const
    {
        const auto at = reader_.column(column);
        if (at) return row_.fields[*at];
        complain(column_missing, column, "");
        return {};
    }

    [[nodiscard]] std::int64_t number(std::string_view column) const
    {
        const auto value = text(column);
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
        if (error != std::errc{} || end != value.data() + value.size()) complain(field_unreadable, column, value);
        return number;
    }

    /// Zero where nothing is written.
    [[nodiscard]] Money money(std::string_view column) const
    {
        const auto value = text(column);
        const auto amount = value.empty() ? Money{} : parse_money(value);
        if (!amount) complain(field_unreadable, column, value);
        return amount.value_or(Money{});
    }

    [[nodiscard]] std::optional<Date> day_if_any(std::string_view column) const
    {
        const auto value = text(column);
        if (value.empty()) return std::nullopt;
        return day(column);
    }

    /// "2024-03-11", or "today-9".
    [[nodiscard]] Date day(std::string_view column) const
    {
        constexpr std::string_view relative = "today-";
        const auto value = text(column);
        if (value.starts_with(relative)) {
            int days = 0;
            std::from_chars(value.data() + relative.size(), value.data() + value.size(), days);
            return today_ - days;
        }
        const auto read = parse_date(value);
        if (!read) complain(field_unreadable, column, value);
        return read.value_or(today_);
    }

    void complain(const Text& text, std::string_view column, const std::string& value) const
    {
        if (wrong_) return;
        Arguments arguments{{"column", std::string{column}}};
        if (&text != &column_missing) arguments.push_back({"value", value});
        wrong_ = bad_input(text, std::move(arguments), reader_.place(row_.line));
    }

private:
    const formats::CsvReader& reader_;
    const formats::CsvRow& row_;
    Date today_;
    std::optional<Refusal>& wrong_;
};

const std::map<std::string, Course> courses{{"receive", Course::receive},   {"request", Course::request},
                                            {"complete", Course::complete}, {"propose", Course::propose},
                                            {"award", Course::award},       {"refuse", Course::refuse},
                                            {"withdraw", Course::withdraw}};

/// "on-time", "late 20" or "no-reference".
std::optional<Payer> payer_of(const std::string& text)
{
    constexpr std::string_view late = "late ";
    if (text.empty() || text == "on-time") return Payer{};
    if (text == "no-reference") return Payer{0, false};
    if (!text.starts_with(late)) return std::nullopt;
    Payer payer;
    std::from_chars(text.data() + late.size(), text.data() + text.size(), payer.days_late);
    return payer;
}

class Reader {
public:
    Reader(const StoryFiles& files, Date today) : files_{files}, today_{today} {}

    Result<Story> read()
    {
        each("undertakings.csv", [this](const Fields& row) { add_firm(row); });
        each("applications.csv", [this](const Fields& row) { add_application(row); });
        each("investments.csv", [this](const Fields& row) {
            if (auto* application = application_of(row, "application")) {
                application->investments.push_back(
                    {row.text("description"), row.money("amount"), row.text("category")});
            }
        });
        each("jobs.csv", [this](const Fields& row) { add_jobs(row); });
        each("workers.csv", [this](const Fields& row) { add_worker(row); });
        each("costs.csv", [this](const Fields& row) {
            if (auto* application = application_of(row, "application")) {
                application->invoices.push_back({row.day("claimed_on"), row.text("description"), row.text("supplier"),
                                                 row.text("category"), row.money("amount"), row.text("evidence")});
            }
        });
        each("happenings.csv", [this](const Fields& row) {
            story_.happenings.push_back(
                {row.day("day"), row.text("act"), row.text("subject"), row.money("amount"), row.text("detail")});
        });
        each("measures.csv", [this](const Fields& row) { add_record(row); });
        each("unemployment.csv", [this](const Fields& row) { add_observation(row); });
        if (wrong_) return *wrong_;
        return std::move(story_);
    }

private:
    void each(const std::string& name, const std::function<void(const Fields&)>& take)
    {
        std::istringstream text{files_(name)};
        auto reader = formats::CsvReader::open(text, name);
        if (!reader) {
            if (!wrong_) wrong_ = reader.refusal();
            return;
        }
        while (!wrong_) {
            const auto row = reader->next();
            if (!row) {
                wrong_ = row.refusal();
            } else if (*row) {
                take(Fields{*reader, **row, today_, wrong_});
            } else {
                return;
            }
        }
    }

    void add_firm(const Fields& row)
    {
        story_.firms.push_back({row.text("undertaking"), row.text("name"), row.text("kvk"), row.text("street"),
                                row.text("house_number"), row.text("postcode"), row.text("place"),
                                row.text("municipality"), row.text("sbi_main"), row.text("sbi_side"),
                                row.number("headcount"), row.money("turnover"), row.money("balance_total"),
                                row.text("parent")});
    }

    void add_application(const Fields& row)
    {
        PlannedApplication application;
        application.key = row.text("application");
        application.received_on = row.day("received_on");
        const auto firm = std::find_if(story_.firms.begin(), story_.firms.end(),
                                       [&](const auto& each) { return each.key == row.text("undertaking"); });
        if (firm == story_.firms.end()) return row.complain(name_unknown, "undertaking", row.text("undertaking"));
        application.firm = *firm;
        application.scheme = row.text("scheme");
        application.purpose = row.text("purpose");
        application.municipality = row.text("municipality");
        application.amount = row.money("amount");
        application.own = row.money("own");
        application.bank = row.money("bank");
        application.term_months = row.text("term_months");
        application.collateral = row.text("collateral");
        application.rating = row.text("rating");
        application.workers = row.text("workers");
        application.work_comes_from = row.text("work_comes_from");
        application.foreign_parent = row.text("foreign_parent");
        application.assessor = row.text("assessor");
        application.decider = row.text("decider");
        application.completed_later = row.text("completed_later") == "yes";
        application.reason = row.text("reason");
        const auto course = courses.find(row.text("course"));
        if (course == courses.end()) return row.complain(field_unreadable, "course", row.text("course"));
        application.course = course->second;
        const auto payer = payer_of(row.text("pays"));
        if (!payer) return row.complain(field_unreadable, "pays", row.text("pays"));
        application.payer = *payer;
        story_.applications.push_back(std::move(application));
    }

    void add_jobs(const Fields& row)
    {
        auto* application = application_of(row, "application");
        if (application == nullptr) return;
        const auto kind = row.text("kind");
        if (kind != "made" && kind != "kept") return row.complain(field_unreadable, "kind", kind);
        const Hours hours{row.money("hours").in_cents()};  // two decimals, as an amount has
        application->jobs.push_back({{kind == "made" ? social_return::JobKind::created : social_return::JobKind::kept,
                                      row.text("level"), row.text("target_group"), row.number("jobs"), hours},
                                     {row.number("year_1"), row.number("year_2"), row.number("year_3")}});
    }

    void add_worker(const Fields& row)
    {
        auto* application = application_of(row, "application");
        if (application == nullptr) return;
        application->claims.push_back({row.text("reference"), row.day("claimed_on"), row.day("started_on"),
                                       row.text("hours"), row.text("required"), row.text("attained"),
                                       row.text("target_group"), row.day_if_any("left_on")});
    }

    void add_observation(const Fields& row)
    {
        const auto day = programme::parse_day_or_month(row.text("day"));
        if (!day) return row.complain(field_unreadable, "day", row.text("day"));
        const auto series = programme::series_of(row.text("series"));
        if (!series) return row.complain(field_unreadable, "series", row.text("series"));
        const auto rate = parse_percent(row.text("percent"));
        if (!rate) return row.complain(field_unreadable, "percent", row.text("percent"));
        story_.observations.push_back({row.day("recorded_on"), {0, *day, *rate, *series, row.text("source"), {}, ""}});
    }

    void add_record(const Fields& row)
    {
        const auto status = programme::measure_status_of(row.text("status"));
        if (!status) return row.complain(field_unreadable, "status", row.text("status"));
        programme::MeasureRecord record{0, row.text("measure"), row.day("day"), *status, {}, {}, row.text("note")};
        if (!row.text("spent").empty()) record.spent = row.money("spent");
        story_.records.push_back({row.day("recorded_on"), std::move(record)});
    }

    PlannedApplication* application_of(const Fields& row, std::string_view column)
    {
        const auto key = row.text(column);
        const auto found = std::find_if(story_.applications.begin(), story_.applications.end(),
                                        [&](const auto& each) { return each.key == key; });
        if (found != story_.applications.end()) return &*found;
        row.complain(name_unknown, column, key);
        return nullptr;
    }

    const StoryFiles& files_;
    Date today_;
    Story story_;
    std::optional<Refusal> wrong_;
};

}  // namespace

Result<Story> read_story(const StoryFiles& files, Date today)
{
    return Reader{files, today}.read();
}

std::string shipped_story(const std::string& name)
{
    const auto text = embedded::file("data/demo/" + name);
    verify(text.has_value(), "the story ships with the program");
    return std::string{*text};
}

}  // namespace vierkant::demo
