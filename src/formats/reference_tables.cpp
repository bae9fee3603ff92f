#include "formats/reference_tables.h"

#include "formats/csv.h"
#include "formats/messages.h"

#include <charconv>
#include <functional>
#include <map>
#include <sstream>

namespace vierkant::formats {

namespace {

/// One row by the names of its columns; remembers the first value that does not fit.
class NamedRow {
public:
    NamedRow(const CsvReader& reader, const CsvRow& row) : reader_{reader}, row_{row} {}

    std::string text(std::string_view column)
    {
        const auto at = reader_.column(column);
        if (at) return row_.fields[*at];
        refuse(csv_column_missing, column, "");
        return {};
    }
    std::int64_t count(std::string_view column)
    {
        const auto value = text(column);
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
        if (error != std::errc{} || end != value.data() + value.size() || number < 0) wrong(column, value);
        return number;
    }
    template <class T>
    T one_of(std::string_view column, const std::map<std::string, T>& known)
    {
        const auto value = text(column);
        const auto found = known.find(value);
        if (found != known.end()) return found->second;
        wrong(column, value);
        return known.begin()->second;
    }
    Date date(std::string_view column)
    {
        const auto value = text(column);
        const auto day = parse_date(value);
        if (!day) wrong(column, value);
        return day.value_or(Date::from_serial(0));
    }
    Rate percent(std::string_view column)
    {
        const auto value = text(column);
        const auto rate = parse_percent(value);
        if (!rate || rate->millionths < 0) wrong(column, value);
        return rate.value_or(Rate{});
    }
    Money money(std::string_view column)
    {
        const auto value = text(column);
        const auto amount = parse_money(value);
        if (!amount || amount->is_negative()) wrong(column, value);
        return amount.value_or(Money{});
    }
    void wrong(std::string_view column, const std::string& value) { refuse(csv_wrong_value, column, value); }

    std::optional<Refusal> refusal;

private:
    void refuse(const Text& text, std::string_view column, const std::string& value)
    {
        if (refusal) return;
        refusal = bad_input(text, {{"column", std::string{column}}, {"value", value}}, reader_.place(row_.line));
    }
    const CsvReader& reader_;
    const CsvRow& row_;
};

std::optional<Refusal> for_each_row(std::string_view csv, const std::string& source,
                                    const std::function<void(NamedRow&)>& take)
{
    std::istringstream in{std::string{csv}};
    auto reader = CsvReader::open(in, source);
    if (!reader) return reader.refusal();
    while (true) {
        auto row = reader->next();
        if (!row) return row.refusal();
        if (!*row) return std::nullopt;
        NamedRow named{*reader, **row};
        take(named);
        if (named.refusal) return named.refusal;
    }
}

const std::map<std::string, bool> yes_or_no{{"yes", true}, {"no", false}};

}  // namespace

Result<parties::ActivityTable> read_activities(std::string_view csv, const std::string& source)
{
    using parties::Sector;
    const std::map<std::string, Sector> sectors{{"industry", Sector::industry},
                                                {"technology", Sector::technology},
                                                {"logistics", Sector::logistics},
                                                {"none", Sector::none}};
    parties::ActivityTable table;
    const auto wrong = for_each_row(csv, source, [&](NamedRow& row) {
        if (row.text("level") == "section") return;
        const auto spelled = row.text("code");
        const auto code = parties::ActivityCode::parse(spelled);
        if (!code) return row.wrong("code", spelled);
        table.add({code->text(), row.text("title_nl"), row.text("title_en"), row.one_of("scheme_sector", sectors),
                   row.one_of("technology_flag", yes_or_no)});
    });
    if (wrong) return *wrong;
    return table;
}

Result<parties::Municipalities> read_municipalities(std::string_view csv, const std::string& source)
{
    parties::Municipalities all;
    const auto wrong = for_each_row(csv, source, [&](NamedRow& row) {
        const auto code = row.text("code");
        if (!parties::MunicipalityCode::parse(code)) return row.wrong("code", code);
        all.push_back({code, row.text("name"), row.text("province")});
    });
    if (wrong) return *wrong;
    return all;
}

Result<parties::EducationLevels> read_education_levels(std::string_view csv, const std::string& source)
{
    using Level = parties::EducationLevel;
    const std::map<std::string, Level::AtMostMbo> at_most{
        {"yes", Level::AtMostMbo::yes}, {"no", Level::AtMostMbo::no}, {"policy", Level::AtMostMbo::policy}};
    const std::map<std::string, Level::Band> bands{
        {"laag", Level::Band::low}, {"middelbaar", Level::Band::middle}, {"hoog", Level::Band::high}};
    parties::EducationLevels all;
    const auto wrong = for_each_row(csv, source, [&](NamedRow& row) {
        all.push_back({row.text("code"), row.text("title_nl"), row.text("title_en"),
                       row.one_of("mbo_or_below", at_most), row.one_of("cbs_level", bands),
                       static_cast<int>(row.count("order"))});
    });
    if (wrong) return *wrong;
    return all;
}

Result<std::vector<programme::Measure>> read_measures(std::string_view csv, const std::string& source)
{
    std::vector<programme::Measure> all;
    const auto wrong = for_each_row(csv, source, [&](NamedRow& row) {
        programme::Measure measure;
        measure.code = row.text("id");
        measure.chapter = row.count("chapter");
        measure.title_nl = row.text("action_nl");
        measure.title_en = row.text("action_en");
        measure.budget_line = row.text("budget_line_nl");
        const auto amount = row.text("amount_eur");
        measure.amount = parse_money(amount);
        if (!amount.empty() && (!measure.amount || measure.amount->is_negative())) row.wrong("amount_eur", amount);
        measure.start_term = row.text("start_term");
        measure.administered = row.one_of("administered", yes_or_no);
        all.push_back(std::move(measure));
    });
    if (wrong) return *wrong;
    return all;
}

Result<std::vector<programme::BaselineRow>> read_baseline(std::string_view csv, const std::string& source,
                                                          programme::BaselineKind kind)
{
    const auto* column = kind == programme::BaselineKind::sector ? "sbi_section" : "sbi_division";
    std::vector<programme::BaselineRow> all;
    const auto wrong = for_each_row(csv, source, [&](NamedRow& row) {
        all.push_back({kind, row.text(column), row.text("name_nl"), row.text("name_en"), row.count("establishments"),
                       row.count("jobs")});
    });
    if (wrong) return *wrong;
    return all;
}

Result<state_aid::Limits> read_state_aid_limits(std::string_view csv, const std::string& source)
{
    state_aid::Limits limits;
    const auto wrong = for_each_row(csv, source, [&](NamedRow& row) {
        const auto value = row.text("value");
        if (!parse_money(value)) row.wrong("value", value);
        limits.add({row.text("regulation"), row.text("parameter"), row.text("unit"), value, row.date("valid_from"),
                    row.date("valid_to")});
    });
    if (wrong) return *wrong;
    return limits;
}

Result<state_aid::BaseRates> read_base_rates(std::string_view csv, const std::string& source)
{
    state_aid::BaseRates rates;
    const auto wrong = for_each_row(csv, source, [&](NamedRow& row) {
        const auto spelled = row.text("base_rate_percent");
        const auto rate = parse_percent(spelled);
        if (!rate) row.wrong("base_rate_percent", spelled);
        rates.push_back({row.date("valid_from"), rate.value_or(Rate{}), row.one_of("gap_after", yes_or_no)});
    });
    if (wrong) return *wrong;
    return rates;
}

Result<state_aid::LoanMargins> read_loan_margins(std::string_view csv, const std::string& source)
{
    using state_aid::Collateral;
    using state_aid::Rating;
    const std::map<std::string, Rating> ratings{{"AAA-A", Rating::strong},
                                                {"BBB", Rating::good},
                                                {"BB", Rating::satisfactory},
                                                {"B", Rating::weak},
                                                {"CCC", Rating::bad}};
    const std::map<std::string, Collateral> collaterals{
        {"high", Collateral::high}, {"normal", Collateral::normal}, {"low", Collateral::low}};
    state_aid::LoanMargins margins;
    const auto wrong = for_each_row(csv, source, [&](NamedRow& row) {
        margins.push_back({row.one_of("rating_code", ratings), row.one_of("collateral", collaterals),
                           basis_points(row.count("margin_bp"))});
    });
    if (wrong) return *wrong;
    return margins;
}

Result<std::set<std::string>> read_target_groups(std::string_view csv, const std::string& source)
{
    std::set<std::string> groups;
    const auto wrong = for_each_row(csv, source, [&](NamedRow& row) {
        const auto unit = row.text("unit");
        if (unit == "fte_year" || unit == "year") groups.insert(row.text("target_group"));
    });
    if (wrong) return *wrong;
    return groups;
}

Result<arrears::StatutoryRates> read_statutory_rates(std::string_view csv, const std::string& source)
{
    arrears::StatutoryRates rates;
    const std::map<std::string, std::vector<arrears::DatedRate>*> kinds{{"non_commercial", &rates.non_commercial},
                                                                        {"commercial", &rates.commercial}};
    const auto wrong = for_each_row(csv, source, [&](NamedRow& row) {
        auto& of_kind = *row.one_of("kind", kinds);
        const auto from = row.date("valid_from");
        if (!of_kind.empty() && from <= of_kind.back().from) row.wrong("valid_from", row.text("valid_from"));
        of_kind.push_back({from, row.percent("rate_percent")});
    });
    if (wrong) return *wrong;
    return rates;
}

Result<std::vector<arrears::CostScale>> read_collection_costs(std::string_view csv, const std::string& source)
{
    enum class Kind { share, least, most };
    const std::map<std::string, Kind> kinds{{"share", Kind::share}, {"least", Kind::least}, {"most", Kind::most}};
    std::vector<arrears::CostScale> scales;
    const auto wrong = for_each_row(csv, source, [&](NamedRow& row) {
        const auto from = row.date("valid_from");
        if (scales.empty() || scales.back().from != from) scales.push_back({from, {}, {}, {}});
        auto& scale = scales.back();
        const auto kind = row.one_of("kind", kinds);
        if (kind == Kind::least) scale.least = row.money("value");
        if (kind == Kind::most) scale.most = row.money("value");
        if (kind != Kind::share) return;
        std::optional<Money> top;
        if (!row.text("up_to_eur").empty()) top = row.money("up_to_eur");
        const bool in_order =
            scale.slices.empty() || (scale.slices.back().up_to && (!top || *scale.slices.back().up_to < *top));
        if (!in_order) row.wrong("up_to_eur", row.text("up_to_eur"));
        scale.slices.push_back({top, row.percent("value")});
    });
    if (wrong) return *wrong;
    return scales;
}

Result<std::vector<arrears::RiskParameters>> read_risk_parameters(std::string_view csv, const std::string& source)
{
    using arrears::CollateralKind;
    using arrears::Stage;
    enum class Parameter { probability, loss, yield };
    const std::map<std::string, Parameter> names{
        {"probability", Parameter::probability}, {"loss", Parameter::loss}, {"yield", Parameter::yield}};
    const std::map<std::string, Stage> stages{
        {"performing", Stage::performing}, {"watch", Stage::watch}, {"default", Stage::defaulted}};
    const std::map<std::string, CollateralKind> kinds{{"mortgage", CollateralKind::mortgage},
                                                      {"pledge", CollateralKind::pledge},
                                                      {"guarantee", CollateralKind::guarantee},
                                                      {"deposit", CollateralKind::deposit},
                                                      {"other", CollateralKind::other}};
    std::vector<arrears::RiskParameters> all;
    const auto wrong = for_each_row(csv, source, [&](NamedRow& row) {
        const auto from = row.date("valid_from");
        if (all.empty() || all.back().from != from) all.push_back({from, {}, {}});
        const auto value = row.percent("value_percent");
        const auto name = row.one_of("parameter", names);
        if (name == Parameter::yield) {
            all.back().yields[row.one_of("code", kinds)] = value;
            return;
        }
        auto& stage = all.back().stages[row.one_of("code", stages)];
        stage.days_late = static_cast<int>(row.count("days_late"));
        (name == Parameter::loss ? stage.loss : stage.probability) = value;
    });
    if (wrong) return *wrong;
    for (const auto& parameters : all) {
        if (parameters.stages.size() == stages.size() && parameters.yields.size() == kinds.size()) continue;
        return bad_input(csv_wrong_value, {{"column", "valid_from"}, {"value", to_text(parameters.from)}}, source);
    }
    return all;
}

}  // namespace vierkant::formats
