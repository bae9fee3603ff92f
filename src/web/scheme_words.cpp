#include "web/scheme_words.h"

#include "web/word_table.h"

#include <array>

namespace vierkant::web {

namespace {

constexpr std::array names{
    CodeWord{"decision_weeks", "Beslistermijn in weken", "Weeks to decide"},
    CodeWord{"sectors", "Sectoren", "Sectors"},
    CodeWord{"municipalities", "Gemeenten", "Municipalities"},
    CodeWord{"amount_least", "Minimumbedrag", "Minimum amount"},
    CodeWord{"amount_most", "Maximumbedrag", "Maximum amount"},
    CodeWord{"aid", "Grondslag van de steun", "Ground of the aid"},
    CodeWord{"largest", "Grootste onderneming", "Largest undertaking"},
    CodeWord{"jobs_least", "Banen ten minste", "Jobs at least"},
    CodeWord{"jobs_share_at_most_mbo", "Deel van de banen op mbo-niveau of lager, ten minste (%)",
             "Share of jobs at mbo level or below, at least (%)"},
    CodeWord{"amount_per_job_most", "Bedrag per baan hoogstens", "Amount for a job at most"},
    CodeWord{"own_contribution_least", "Eigen inbreng ten minste (%)", "Own contribution at least (%)"},
    CodeWord{"offer", "Aanbod", "Offer"},
    CodeWord{"cost_categories", "Kostensoorten", "Categories of cost"},
    CodeWord{"amount_per_worker", "Bedrag per werknemer", "Amount for a worker"},
    CodeWord{"hours_least", "Uren per week ten minste", "Hours a week at least"},
    CodeWord{"months_kept", "Maanden in dienst", "Months employed"},
    CodeWord{"premium_share", "Premie (% van de investering)", "Premium (% of the investment)"},
    CodeWord{"premium_categories", "Kosten met premie", "Costs with premium"},
    CodeWord{"dunning", "Briefplan bij achterstand", "Letters about arrears"},
    // Of an offer.
    CodeWord{"method", "Aflossing", "Repayment"},
    CodeWord{"instalments", "Aantal termijnen", "Number of instalments"},
    CodeWord{"every", "Tussen twee termijnen", "Between two instalments"},
    CodeWord{"unit", "Gerekend in", "Counted in"},
    CodeWord{"principal_grace", "Eerste termijnen zonder aflossing", "First instalments without principal"},
    CodeWord{"interest_grace", "Eerste termijnen zonder rente", "First instalments without interest"},
    CodeWord{"interest_grace_kind", "Rente van die termijnen", "Interest of those instalments"},
    CodeWord{"day_count", "Dagentelling", "Day count"},
    CodeWord{"interest_period", "Rente wordt berekend", "Interest is counted"},
    CodeWord{"instalment_multiple", "Termijn afgerond op", "Instalment rounded to"},
    CodeWord{"annual_percent", "Rente per jaar", "Interest a year"},
    CodeWord{"base_rate", "Volgt de basisrente van de EU", "Follows the EU base rate"},
    CodeWord{"margin_percent", "opslag", "margin"},
    CodeWord{"floor_percent", "ten minste", "at least"},
    CodeWord{"every_months", "maanden tussen twee vaststellingen", "months between two resets"},
    CodeWord{"due_day", "Vervalt op dag van de maand", "Due on day of the month"},
    CodeWord{"business_day", "Op een dag zonder bankverkeer", "On a day without banking"},
    CodeWord{"interest_days", "Rente bij een verschoven dag", "Interest of a moved day"},
    CodeWord{"first_period", "Eerste periode", "First period"},
    CodeWord{"principal_free_months", "Maanden zonder aflossing", "Months without principal"},
    CodeWord{"excess", "Wat meer wordt betaald", "What is paid beyond"},
    CodeWord{"allocation", "Een betaling gaat naar", "A payment goes to"},
    CodeWord{"allocation_by", "Oudste eerst", "Oldest first"},
    CodeWord{"fees", "Kosten", "Fees"},
    CodeWord{"handling_amount", "behandelkosten bij de eerste opname", "handling fee with the first drawing"},
    CodeWord{"handling_percent", "behandelkosten van elke opname", "handling fee of each drawing"},
    CodeWord{"handling", "behandelkosten worden", "handling fees are"},
    CodeWord{"commitment_percent", "bereidstellingsprovisie per jaar", "commitment fee a year"},
    CodeWord{"prepayment_percent", "vergoeding voor vervroegd aflossen", "fee for paying early"},
    CodeWord{"tranches", "Opname in delen", "Drawn in parts"},
    CodeWord{"percent", "deel", "part"},
    CodeWord{"after_months", "maanden na de toekenning", "months after the award"},
    CodeWord{"milestone", "na mijlpaal", "after milestone"},
    CodeWord{"drawing_months", "Opnemen binnen maanden na de toekenning", "To be drawn within months of the award"},
    // Of a kind of cost.
    CodeWord{"share", "vergoed", "paid"},
    CodeWord{"most", "hoogstens", "at most"},
    // Of the letters.
    CodeWord{"grace_days", "Dagen waarin niemand een brief krijgt", "Days in which nobody gets a letter"},
    CodeWord{"default_interest", "Rente bij verzuim", "Default interest"},
    CodeWord{"steps", "Brieven", "Letters"},
    CodeWord{"kind", "brief", "letter"},
    CodeWord{"days_late", "na zoveel dagen te laat", "after so many days late"},
    CodeWord{"days_to_pay", "dagen om te betalen", "days to pay"},
    CodeWord{"fee", "kosten van de brief", "fee of the letter"},
    CodeWord{"threshold", "grens", "threshold"},
    CodeWord{"below", "daaronder", "below it"},
    CodeWord{"otherwise", "anders", "otherwise"},
};

constexpr std::array values{
    CodeWord{"de-minimis", "de-minimissteun", "de minimis aid"},
    CodeWord{"sme-investment-or-de-minimis", "investeringssteun voor het mkb, of anders de-minimissteun",
             "investment aid to SMEs, or else de minimis aid"},
    CodeWord{"micro", "micro-onderneming", "micro-sized"},
    CodeWord{"small", "kleine onderneming", "small"},
    CodeWord{"medium", "middelgrote onderneming", "medium-sized"},
    CodeWord{"large", "grote onderneming", "large"},
    CodeWord{"annuity", "annuïteit", "annuity"},
    CodeWord{"linear", "lineair", "linear"},
    CodeWord{"bullet", "ineens aan het eind", "at once at the end"},
    CodeWord{"day", "dagen", "days"},
    CodeWord{"week", "weken", "weeks"},
    CodeWord{"month", "maanden", "months"},
    CodeWord{"year", "jaren", "years"},
    CodeWord{"per-instalment", "per termijn, alle even lang", "per instalment, all of one length"},
    CodeWord{"daily", "per dag", "by the day"},
    CodeWord{"whole", "als een hele", "as a whole one"},
    CodeWord{"waived", "vervalt", "is waived"},
    CodeWord{"deferred", "wordt uitgesteld", "is deferred"},
    CodeWord{"capitalised", "komt bij de hoofdsom", "is added to the principal"},
    CodeWord{"unadjusted", "blijft zoals hij is", "stays as it is"},
    CodeWord{"following", "de eerste bankwerkdag daarna", "the first banking day after it"},
    CodeWord{"modified_following", "de eerste bankwerkdag daarna, binnen de maand",
             "the first banking day after it, within the month"},
    CodeWord{"preceding", "de laatste bankwerkdag ervoor", "the last banking day before it"},
    CodeWord{"adjusted", "loopt tot de dag van betaling", "runs to the day of payment"},
    CodeWord{"shorten", "verkort de looptijd", "shortens the term"},
    CodeWord{"lower", "verlaagt de termijnen", "lowers the instalments"},
    CodeWord{"advance", "gaat van de eerstvolgende termijnen af", "is taken off the coming instalments"},
    CodeWord{"costs", "kosten", "costs"},
    CodeWord{"interest", "rente", "interest"},
    CodeWord{"principal", "aflossing", "principal"},
    CodeWord{"part", "binnen elk soort", "within each kind"},
    CodeWord{"item", "een termijn helemaal", "an instalment whole"},
    CodeWord{"paid", "betaald bij de uitbetaling", "paid at the disbursement"},
    CodeWord{"withheld", "ingehouden op de uitbetaling", "withheld from what is paid out"},
    CodeWord{"none", "geen", "none"},
    CodeWord{"agreed", "zoals afgesproken", "as agreed"},
    CodeWord{"non-commercial", "wettelijke rente (art. 6:119 BW)", "statutory interest (art. 6:119 BW)"},
    CodeWord{"commercial", "wettelijke handelsrente (art. 6:119a BW)",
             "statutory commercial interest (art. 6:119a BW)"},
    CodeWord{"reminder", "herinnering", "reminder"},
    CodeWord{"demand", "aanmaning", "demand"},
    CodeWord{"default-notice", "ingebrekestelling", "notice of default"},
};

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
