#include "usecases/demo/story_json.h"

#include "base/mod_97.h"
#include "domain/parties/identifiers.h"
#include "formats/json_reader.h"

namespace vierkant::demo {

namespace {

using formats::Json;

std::string padded(std::string digits, std::size_t width)
{
    digits.insert(0, digits.size() < width ? width - digits.size() : 0, '0');
    return digits;
}

/// A number of the synthetic bank VKWR, which does not exist, with the check digits of ISO 13616.
std::string iban(const std::string& account)
{
    const auto body = "VKWR" + padded(account, 10);
    const auto rest = mod_97("NL00", mod_97(body));
    return "NL" + padded(std::to_string(98 - rest), 2) + body;
}

/// The digits that tell one company of the story from another: the KvK number without its leading 9.
std::string serial(const Firm& firm)
{
    return firm.kvk.substr(1);
}

/// "80", the company's number and what makes nine digits pass the 11-test. Empty where no digit does.
std::string rsin(const Firm& firm)
{
    const auto eight = "80" + serial(firm).substr(1);
    for (char last = '0'; last <= '9'; ++last) {
        if (const auto number = parties::Rsin::parse(eight + last)) return number->text();
    }
    return {};
}

}  // namespace

std::string iban_of(const Firm& firm)
{
    return iban(serial(firm));
}

std::string other_iban(const Firm& firm)
{
    return iban("1" + serial(firm));
}

std::string undertaking_json(const Firm& firm)
{
    Json json{{"name", firm.name},
              {"kvk", firm.kvk},
              {"iban", iban_of(firm)},
              {"legal_form", "bv"},
              {"sbi_version", "2008"},
              {"sbi_main", firm.sbi_main},
              {"sbi_side", Json::array()},
              {"address",
               {{"street", firm.street},
                {"house_number", firm.house_number},
                {"postcode", firm.postcode},
                {"place", firm.place},
                {"municipality", firm.municipality}}},
              {"figures",
               {{"headcount", firm.headcount},
                {"turnover", to_text(firm.turnover)},
                {"balance_total", to_text(firm.balance_total)}}}};
    if (const auto number = rsin(firm); !number.empty()) {
        json["rsin"] = number;
        json["vat_id"] = "NL" + number + "B01";
    }
    if (!firm.sbi_side.empty()) json["sbi_side"].push_back(firm.sbi_side);
    return json.dump();
}

std::string application_json(const PlannedApplication& application)
{
    Json json{{"scheme", application.scheme},
              {"applicant", application.firm.kvk},
              {"purpose", application.purpose},
              {"received_on", to_text(application.received_on)},
              {"starts_on", to_text(first_of_month(application.received_on + 100))},
              {"municipality", application.municipality},
              {"amount", to_text(application.amount)},
              {"investment_plan", Json::array()},
              {"financing", {{"own", to_text(application.own)}, {"bank", to_text(application.bank)}}},
              {"jobs", Json::array()},
              {"double_funding", false},
              {"in_difficulty", false},
              {"de_minimis_aid", Json::array()}};
    for (const auto& line : application.investments) {
        Json cost{{"description", line.description}, {"amount", to_text(line.amount)}};
        if (!line.category.empty()) cost["category"] = line.category;
        json["investment_plan"].push_back(std::move(cost));
    }
    for (const auto& [promised, found] : application.jobs) {
        Json line{{"kind", promised.kind == social_return::JobKind::created ? "made" : "kept"},
                  {"level", promised.level},
                  {"jobs", promised.jobs},
                  {"hours", to_text(Money::cents(promised.hours.hundredths))}};
        if (!promised.target_group.empty()) line["target_group"] = promised.target_group;
        json["jobs"].push_back(std::move(line));
    }
    if (!application.term_months.empty()) json["term_months"] = std::stoi(application.term_months);
    if (!application.collateral.empty()) json["collateral"] = application.collateral + ".00";
    if (!application.rating.empty()) json["rating"] = application.rating;
    if (!application.workers.empty()) json["workers"] = std::stoi(application.workers);
    if (!application.work_comes_from.empty()) json["work_comes_from"] = application.work_comes_from;
    if (!application.foreign_parent.empty()) json["foreign_parent"] = application.foreign_parent;
    return json.dump();
}

std::string worker_claims_json(const std::vector<Worker>& workers, Date seen_on)
{
    Json json{{"workers", Json::array()}};
    for (const auto& worker : workers) {
        Json claim{{"staff_reference", worker.reference}, {"start_date", to_text(worker.started_on)},
                   {"weekly_hours", worker.hours},        {"required_level", worker.required},
                   {"attained_level", worker.attained},   {"evidence", "payroll"},
                   {"seen_on", to_text(seen_on)}};
        if (!worker.target_group.empty()) claim["target_group"] = worker.target_group;
        json["workers"].push_back(std::move(claim));
    }
    return json.dump();
}

std::string cost_claim_json(const std::vector<Invoice>& invoices, Date seen_on)
{
    auto lines = Json::array();
    for (const auto& invoice : invoices) {
        lines.push_back(
            {{"category", invoice.category}, {"amount", to_text(invoice.amount)}, {"kept_at", invoice.evidence}});
    }
    return Json{{"costs", {{{"evidence", "invoice"}, {"seen_on", to_text(seen_on)}, {"lines", std::move(lines)}}}}}
        .dump();
}

std::string job_realisation_json(const PlannedApplication& application, int years, Date measured_on)
{
    if (application.jobs.empty()) return {};
    Json json{{"measured_on", to_text(measured_on)},
              {"evidence", "archief " + std::to_string(measured_on.year()) + "/" + application.key},
              {"jobs", Json::array()}};
    for (const auto& [promised, found] : application.jobs) {
        Json line{{"kind", promised.kind == social_return::JobKind::created ? "new" : "kept"},
                  {"level", promised.level},
                  {"jobs", found.at(static_cast<std::size_t>(years) - 1)}};
        if (!promised.target_group.empty()) line["target_group"] = promised.target_group;
        json["jobs"].push_back(std::move(line));
    }
    return json.dump();
}

}  // namespace vierkant::demo
