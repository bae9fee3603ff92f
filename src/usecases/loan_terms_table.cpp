#include "usecases/loan_terms_table.h"

#include "usecases/loan_words.h"
#include "usecases/report_cells.h"

#include <array>
#include <string_view>
#include <vector>

namespace vierkant::usecases {

namespace {

using lending::LoanTerms;

/// Puts the words of one language together.
class Words {
public:
    explicit Words(Language language) : nl_{language == Language::nl} {}

    [[nodiscard]] std::string say(std::string_view nl, std::string_view en) const { return std::string{nl_ ? nl : en}; }
    [[nodiscard]] std::string of(Date day) const { return nl_ ? dutch_in_words(day) : to_text(day); }
    [[nodiscard]] std::string of(Money amount) const { return "EUR " + (nl_ ? dutch(amount) : english(amount)); }
    [[nodiscard]] std::string of(Rate rate) const { return (nl_ ? dutch(rate) : to_percent_text(rate)) + " %"; }

private:
    bool nl_;
};

/// What was agreed on one subject, one thing a line.
using Lines = std::vector<std::string>;

/// "one, two"
void join(std::string& text, const std::string& one, std::string_view between = ", ")
{
    if (!text.empty()) text += between;
    text += one;
}

Lines rate_in_words(const LoanTerms& terms, const Words& w)
{
    Lines lines;
    for (std::size_t i = 0; i < terms.rates.size(); ++i) {
        const auto& rate = terms.rates[i];
        lines.push_back(w.of(rate.annual) +
                        (i == 0 ? w.say(" per jaar", " a year") : w.say(" vanaf ", " from ") + w.of(rate.from)));
    }
    if (!terms.resets) return lines;
    const auto& resets = *terms.resets;
    lines.push_back(w.say("volgt de basisrente van de EU plus ", "follows the EU base rate plus ") +
                    w.of(resets.margin) + w.say(", ten minste ", ", at least ") + w.of(resets.floor) +
                    w.say(", opnieuw vastgesteld op ", ", set anew on ") + w.of(resets.first) +
                    w.say(" en daarna om de ", " and then every ") + std::to_string(resets.every_months) +
                    w.say(" maanden", " months"));
    return lines;
}

Lines steps_in_words(const LoanTerms& terms, const Words& w)
{
    Lines lines;
    for (const auto& step : terms.steps) {
        lines.push_back(w.of(step.amount) + w.say(" vanaf termijn ", " from instalment ") + std::to_string(step.from));
    }
    return lines;
}

std::string_view day_count(lending::DayCount count)
{
    constexpr std::array<std::string_view, 5> names{"30E/360", "30U/360", "ACT/365F", "ACT/360", "ACT/ACT"};
    return names.at(static_cast<std::size_t>(count));
}

Lines reckoning_in_words(const LoanTerms& terms, const Words& w)
{
    const bool daily = terms.interest_period == lending::InterestPeriod::daily;
    const std::string by_day{day_count(terms.day_count)};
    Lines lines{daily ? w.say("per dag, ", "by the day, ") + by_day
                      : w.say("per termijn, alle even lang", "per instalment, all of one length")};
    if (!daily && terms.first_period == lending::FirstPeriod::daily) {
        lines.push_back(w.say("de eerste periode per dag, ", "the first period by the day, ") + by_day);
    }
    return lines;
}

Lines grace_in_words(const LoanTerms& terms, const Words& w)
{
    Lines lines;
    const auto first = [&](int count) {
        return w.say("eerste ", "first ") + std::to_string(count) + w.say(" termijnen ", " instalments ");
    };
    if (terms.principal_grace > 0) {
        lines.push_back(first(terms.principal_grace) + w.say("zonder aflossing", "without principal"));
    }
    if (terms.interest_grace > 0) {
        using lending::PeriodInterest;
        const auto how = [&] {
            switch (terms.grace_interest) {
                case PeriodInterest::deferred:
                    return w.say("met uitgestelde rente: te betalen met de eerste termijn daarna",
                                 "with interest deferred: paid with the first instalment after them");
                case PeriodInterest::capitalised:
                    return w.say("met rente die bij de hoofdsom komt", "with interest added to the principal");
                case PeriodInterest::waived:
                case PeriodInterest::due:
                    break;
            }
            return w.say("rentevrij", "without interest");
        };
        lines.push_back(first(terms.interest_grace) + how());
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 12> months{{{"januari", "January"},
                                                                                    {"februari", "February"},
                                                                                    {"maart", "March"},
                                                                                    {"april", "April"},
                                                                                    {"mei", "May"},
                                                                                    {"juni", "June"},
                                                                                    {"juli", "July"},
                                                                                    {"augustus", "August"},
                                                                                    {"september", "September"},
                                                                                    {"oktober", "October"},
                                                                                    {"november", "November"},
                                                                                    {"december", "December"}}};
    std::string free;
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (terms.is_free_month(static_cast<int>(i) + 1)) join(free, w.say(months[i].first, months[i].second));
    }
    for (const auto& holiday : terms.holidays) {
        lines.push_back(w.say("betaalpauze van ", "payment holiday of ") + std::to_string(holiday.count) +
                        w.say(" termijnen vanaf termijn ", " instalments from instalment ") +
                        std::to_string(holiday.from));
    }
    if (!free.empty()) lines.push_back(w.say("geen aflossing in ", "no principal in ") + free);
    return lines;
}

Lines due_days_in_words(const LoanTerms& terms, const Words& w)
{
    using lending::Rolling;
    Lines lines;
    if (terms.due_day == 31) {
        lines.push_back(w.say("de laatste dag van de maand", "the last day of the month"));
    } else if (terms.due_day > 0) {
        lines.push_back(w.say("dag ", "day ") + std::to_string(terms.due_day) +
                        w.say(" van de maand", " of the month"));
    }
    switch (terms.rolling) {
        case Rolling::unadjusted:
            lines.push_back(w.say("in het weekend blijft de dag zoals hij is", "a day in the weekend stays as it is"));
            return lines;
        case Rolling::following:
            lines.push_back(w.say("anders de eerste bankwerkdag daarna", "else the first banking day after it"));
            break;
        case Rolling::modified_following:
            lines.push_back(w.say("anders de eerste bankwerkdag daarna, binnen dezelfde maand",
                                  "else the first banking day after it, within the month"));
            break;
        case Rolling::preceding:
            lines.push_back(w.say("anders de laatste bankwerkdag ervoor", "else the last banking day before it"));
            break;
    }
    const bool adjusted = terms.interest_days == lending::InterestDays::adjusted;
    lines.push_back(adjusted ? w.say("de rente loopt tot de dag van betaling", "interest runs to the day of payment")
                             : w.say("de rente merkt daar niets van", "interest does not feel it"));
    return lines;
}

std::string tranche_in_words(const LoanTerms& terms, std::size_t place, const lending::State& state, const Words& w)
{
    const auto& tranche = terms.tranches[place];
    auto text = std::to_string(place + 1) + ". " + w.of(tranche.amount);
    if (tranche.from) text += w.say(" vanaf ", " from ") + w.of(*tranche.from);
    if (tranche.milestone.empty()) return text;
    const bool reached = ((state.milestones >> (place + 1)) & 1U) != 0;
    return text + w.say(" na mijlpaal: ", " after milestone: ") + tranche.milestone +
           (reached ? w.say(" (gehaald)", " (reached)") : w.say(" (nog niet gehaald)", " (not reached yet)"));
}

Lines drawing_in_words(const LoanTerms& terms, const lending::State& state, const Words& w)
{
    Lines lines;
    if (terms.first_drawing) lines.push_back(w.say("vanaf ", "from ") + w.of(*terms.first_drawing));
    if (terms.last_drawing) {
        lines.push_back(w.say("tot en met ", "until ") + w.of(*terms.last_drawing) +
                        w.say("; wat dan niet is opgenomen, vervalt", "; what is not drawn then lapses"));
    }
    for (std::size_t i = 0; i < terms.tranches.size(); ++i) lines.push_back(tranche_in_words(terms, i, state, w));
    if (lines.empty()) lines.push_back(w.say("naar behoefte", "as the borrower asks"));
    return lines;
}

Lines fees_in_words(const LoanTerms& terms, const Words& w)
{
    const auto& fees = terms.fees;
    Lines lines;
    const auto how = fees.settled == lending::Fees::Handling::withheld
                         ? w.say(", ingehouden op de uitbetaling", ", withheld from what is paid out")
                         : w.say(", te betalen bij de uitbetaling", ", to be paid at the disbursement");
    if (fees.handling_fixed.is_positive()) {
        lines.push_back(w.say("behandelkosten ", "handling fee ") + w.of(fees.handling_fixed) +
                        w.say(" bij de eerste opname", " with the first drawing") + how);
    }
    if (fees.handling > Rate{0}) {
        lines.push_back(w.say("behandelkosten ", "handling fee ") + w.of(fees.handling) +
                        w.say(" van elke opname", " of each drawing") + how);
    }
    if (fees.commitment > Rate{0}) {
        lines.push_back(w.say("bereidstellingsprovisie ", "commitment fee ") + w.of(fees.commitment) +
                        w.say(" per jaar over wat niet is opgenomen", " a year of what is not drawn") +
                        (terms.commitment_from ? w.say(", vanaf ", ", from ") + w.of(*terms.commitment_from) : ""));
    }
    if (fees.prepayment > Rate{0}) {
        lines.push_back(w.say("vergoeding voor vervroegd aflossen ", "fee for paying early ") + w.of(fees.prepayment) +
                        w.say(" van wat vooruit wordt afgelost", " of what is paid ahead"));
    }
    if (lines.empty()) lines.push_back(w.say("geen", "none"));
    return lines;
}

Lines allocation_in_words(const LoanTerms& terms, const Words& w)
{
    const auto part = [&](lending::Part one) {
        if (one == lending::Part::costs) return w.say("kosten", "costs");
        return one == lending::Part::interest ? w.say("rente", "interest") : w.say("aflossing", "principal");
    };
    std::string order;
    for (const auto one : terms.allocation.order) join(order, part(one), w.say(", dan ", ", then "));
    const bool by_item = terms.allocation.by == lending::Allocation::By::item;
    return {order, by_item ? w.say("de oudste termijn eerst helemaal", "the oldest instalment whole first")
                           : w.say("binnen elk de oudste eerst", "the oldest first within each")};
}

std::string excess_in_words(const LoanTerms& terms, const Words& w)
{
    switch (terms.excess) {
        case lending::Excess::lower:
            return w.say("verlaagt de termijnen, de looptijd blijft", "lowers the instalments, the term stays");
        case lending::Excess::advance:
            return w.say("gaat van de eerstvolgende termijnen af", "is taken off the coming instalments");
        case lending::Excess::shorten:
        case lending::Excess::agreed:
            break;
    }
    return w.say("verkort de looptijd, de termijn blijft", "shortens the term, the instalment stays");
}

}  // namespace

reporting::Table terms_table(const LoanTerms& agreed, const lending::State& state, Language language)
{
    const auto& terms = lending::in_force(agreed, state);
    const Words w{language};
    reporting::Table table{
        "terms",
        {"Afspraken", "Terms"},
        {text_column("subject", "Onderwerp", "Subject"), text_column("agreed", "Afspraak", "Agreed")},
        {},
        {}};
    const auto add = [&](std::string_view nl, std::string_view en, const Lines& lines) {
        for (const auto& line : lines) table.rows.push_back({w.say(nl, en), line});
    };
    add("Aflossing", "Repayment", {repayment_in_words(terms, language)});
    add("Vaste termijnbedragen", "Given instalments", steps_in_words(terms, w));
    add("Vrije termijnen", "Grace", grace_in_words(terms, w));
    add("Rente", "Interest", rate_in_words(terms, w));
    if (state.has_rate && state.rate != lending::rate_on(terms, state.reached)) {
        add("Rente", "Interest",
            {w.say("nu ", "now ") + w.of(state.rate) + w.say(", na een wijziging", ", by a change")});
    }
    add("Renteberekening", "Interest is counted", reckoning_in_words(terms, w));
    add("Vervaldagen", "Due dates", due_days_in_words(terms, w));
    // What may be drawn follows from what was agreed at the award, whatever plan came after.
    add("Opnemen", "Drawing", drawing_in_words(agreed, state, w));
    add("Kosten", "Fees", fees_in_words(terms, w));
    add("Betalingen gaan naar", "Payments go to", allocation_in_words(terms, w));
    add("Wat meer wordt betaald", "What is paid beyond", {excess_in_words(terms, w)});
    return table;
}

}  // namespace vierkant::usecases
