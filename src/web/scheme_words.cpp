#include "web/scheme_words.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace vierkant::web {

namespace {

struct Entry {
    std::string_view code, nl, en;
};

constexpr std::array names{
    Entry{"decision_weeks", "Beslistermijn in weken", "Weeks to decide"},
    Entry{"sectors", "Sectoren", "Sectors"},
    Entry{"municipalities", "Gemeenten", "Municipalities"},
    Entry{"amount_least", "Minimumbedrag", "Minimum amount"},
    Entry{"amount_most", "Maximumbedrag", "Maximum amount"},
    Entry{"aid", "Grondslag van de steun", "Ground of the aid"},
    Entry{"largest", "Grootste onderneming", "Largest undertaking"},
    Entry{"jobs_least", "Banen ten minste", "Jobs at least"},
    Entry{"jobs_share_at_most_mbo", "Deel van de banen op mbo-niveau of lager, ten minste (%)",
          "Share of jobs at mbo level or below, at least (%)"},
    Entry{"amount_per_job_most", "Bedrag per baan hoogstens", "Amount for a job at most"},
    Entry{"own_contribution_least", "Eigen inbreng ten minste (%)", "Own contribution at least (%)"},
    Entry{"offer", "Aanbod", "Offer"},
    Entry{"cost_categories", "Kostensoorten", "Categories of cost"},
    Entry{"amount_per_worker", "Bedrag per werknemer", "Amount for a worker"},
    Entry{"hours_least", "Uren per week ten minste", "Hours a week at least"},
    Entry{"months_kept", "Maanden in dienst", "Months employed"},
    Entry{"premium_share", "Premie (% van de investering)", "Premium (% of the investment)"},
    Entry{"premium_categories", "Kosten met premie", "Costs with premium"},
    Entry{"dunning", "Briefplan bij achterstand", "Letters about arrears"},
    // Of an offer.
    Entry{"method", "Aflossing", "Repayment"},
    Entry{"instalments", "Aantal termijnen", "Number of instalments"},
    Entry{"every", "Tussen twee termijnen", "Between two instalments"},
    Entry{"unit", "Gerekend in", "Counted in"},
    Entry{"principal_grace", "Eerste termijnen zonder aflossing", "First instalments without principal"},
    Entry{"interest_grace", "Eerste termijnen zonder rente", "First instalments without interest"},
    Entry{"interest_grace_kind", "Rente van die termijnen", "Interest of those instalments"},
    Entry{"day_count", "Dagentelling", "Day count"},
    Entry{"interest_period", "Rente wordt berekend", "Interest is counted"},
    Entry{"instalment_multiple", "Termijn afgerond op", "Instalment rounded to"},
    Entry{"annual_percent", "Rente per jaar", "Interest a year"},
    Entry{"base_rate", "Volgt de basisrente van de EU", "Follows the EU base rate"},
    Entry{"margin_percent", "opslag", "margin"},
    Entry{"floor_percent", "ten minste", "at least"},
    Entry{"every_months", "maanden tussen twee vaststellingen", "months between two resets"},
    Entry{"due_day", "Vervalt op dag van de maand", "Due on day of the month"},
    Entry{"business_day", "Op een dag zonder bankverkeer", "On a day without banking"},
    Entry{"interest_days", "Rente bij een verschoven dag", "Interest of a moved day"},
    Entry{"first_period", "Eerste periode", "First period"},
    Entry{"principal_free_months", "Maanden zonder aflossing", "Months without principal"},
    Entry{"excess", "Wat meer wordt betaald", "What is paid beyond"},
    Entry{"allocation", "Een betaling gaat naar", "A payment goes to"},
    Entry{"allocation_by", "Oudste eerst", "Oldest first"},
    Entry{"fees", "Kosten", "Fees"},
    Entry{"handling_amount", "behandelkosten bij de eerste opname", "handling fee with the first drawing"},
    Entry{"handling_percent", "behandelkosten van elke opname", "handling fee of each drawing"},
    Entry{"handling", "behandelkosten worden", "handling fees are"},
    Entry{"commitment_percent", "bereidstellingsprovisie per jaar", "commitment fee a year"},
    Entry{"prepayment_percent", "vergoeding voor vervroegd aflossen", "fee for paying early"},
    Entry{"tranches", "Opname in delen", "Drawn in parts"},
    Entry{"percent", "deel", "part"},
    Entry{"after_months", "maanden na de toekenning", "months after the award"},
    Entry{"milestone", "na mijlpaal", "after milestone"},
    Entry{"drawing_months", "Opnemen binnen maanden na de toekenning", "To be drawn within months of the award"},
    // Of a kind of cost.
    Entry{"share", "vergoed", "paid"},
    Entry{"most", "hoogstens", "at most"},
    // Of the letters.
    Entry{"grace_days", "Dagen waarin niemand een brief krijgt", "Days in which nobody gets a letter"},
    Entry{"default_interest", "Rente bij verzuim", "Default interest"},
    Entry{"steps", "Brieven", "Letters"},
    Entry{"kind", "brief", "letter"},
    Entry{"days_late", "na zoveel dagen te laat", "after so many days late"},
    Entry{"days_to_pay", "dagen om te betalen", "days to pay"},
    Entry{"fee", "kosten van de brief", "fee of the letter"},
    Entry{"threshold", "grens", "threshold"},
    Entry{"below", "daaronder", "below it"},
    Entry{"otherwise", "anders", "otherwise"},
};

constexpr std::array values{
    Entry{"de-minimis", "de-minimissteun", "de minimis aid"},
    Entry{"sme-investment-or-de-minimis", "investeringssteun voor het mkb, of anders de-minimissteun",
          "investment aid to SMEs, or else de minimis aid"},
    Entry{"micro", "micro-onderneming", "micro-sized"},
    Entry{"small", "kleine onderneming", "small"},
    Entry{"medium", "middelgrote onderneming", "medium-sized"},
    Entry{"large", "grote onderneming", "large"},
    Entry{"annuity", "annuïteit", "annuity"},
    Entry{"linear", "lineair", "linear"},
    Entry{"bullet", "ineens aan het eind", "at once at the end"},
    Entry{"day", "dagen", "days"},
    Entry{"week", "weken", "weeks"},
    Entry{"month", "maanden", "months"},
    Entry{"year", "jaren", "years"},
    Entry{"per-instalment", "per termijn, alle even lang", "per instalment, all of one length"},
    Entry{"daily", "per dag", "by the day"},
    Entry{"whole", "als een hele", "as a whole one"},
    Entry{"waived", "vervalt", "is waived"},
    Entry{"deferred", "wordt uitgesteld", "is deferred"},
    Entry{"capitalised", "komt bij de hoofdsom", "is added to the principal"},
    Entry{"unadjusted", "blijft zoals hij is", "stays as it is"},
    Entry{"following", "de eerste bankwerkdag daarna", "the first banking day after it"},
    Entry{"modified_following", "de eerste bankwerkdag daarna, binnen de maand",
          "the first banking day after it, within the month"},
    Entry{"preceding", "de laatste bankwerkdag ervoor", "the last banking day before it"},
    Entry{"adjusted", "loopt tot de dag van betaling", "runs to the day of payment"},
    Entry{"shorten", "verkort de looptijd", "shortens the term"},
    Entry{"lower", "verlaagt de termijnen", "lowers the instalments"},
    Entry{"advance", "gaat van de eerstvolgende termijnen af", "is taken off the coming instalments"},
    Entry{"costs", "kosten", "costs"},
    Entry{"interest", "rente", "interest"},
    Entry{"principal", "aflossing", "principal"},
    Entry{"part", "binnen elk soort", "within each kind"},
    Entry{"item", "een termijn helemaal", "an instalment whole"},
    Entry{"paid", "betaald bij de uitbetaling", "paid at the disbursement"},
    Entry{"withheld", "ingehouden op de uitbetaling", "withheld from what is paid out"},
    Entry{"none", "geen", "none"},
    Entry{"agreed", "zoals afgesproken", "as agreed"},
    Entry{"non-commercial", "wettelijke rente (art. 6:119 BW)", "statutory interest (art. 6:119 BW)"},
    Entry{"commercial", "wettelijke handelsrente (art. 6:119a BW)", "statutory commercial interest (art. 6:119a BW)"},
    Entry{"reminder", "herinnering", "reminder"},
    Entry{"demand", "aanmaning", "demand"},
    Entry{"default-notice", "ingebrekestelling", "notice of default"},
};

std::optional<Word> word_in(std::span<const Entry> entries, const std::string& code)
{
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.code == code; });
    if (found == entries.end()) return std::nullopt;
    return Word{std::string{found->nl}, std::string{found->en}};
}

}  // namespace

Word name_of_part(const std::string& key)
{
    return word_in(names, key).value_or(Word{key, key});
}

std::optional<Word> word_of_value(const std::string& value)
{
    return word_in(values, value);
}

}  // namespace vierkant::web
