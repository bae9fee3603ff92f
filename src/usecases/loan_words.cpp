#include "usecases/loan_words.h"

#include "domain/lending/replay.h"

#include <array>
#include <string_view>

namespace vierkant::usecases {

namespace {

struct Words {
    std::string_view nl;
    std::string_view en;
};

std::string in(const Words& words, Language language)
{
    return std::string{language == Language::nl ? words.nl : words.en};
}

Words method(lending::Method method)
{
    switch (method) {
        case lending::Method::annuity:
            return {"annuïteit", "annuity"};
        case lending::Method::linear:
            return {"lineair", "linear"};
        case lending::Method::bullet:
            return {"aflossing ineens aan het eind", "all principal at the end"};
        case lending::Method::custom:
            return {"eigen aflosschema", "own repayment plan"};
    }
    return {};
}

struct UnitWords {
    Words one;
    Words many;
};

UnitWords unit(lending::Unit unit)
{
    switch (unit) {
        case lending::Unit::day:
            return {{"dag", "day"}, {"dagen", "days"}};
        case lending::Unit::week:
            return {{"week", "week"}, {"weken", "weeks"}};
        case lending::Unit::month:
            return {{"maand", "month"}, {"maanden", "months"}};
        case lending::Unit::year:
            return {{"jaar", "year"}, {"jaar", "years"}};
    }
    return {};
}

Words day_count(lending::DayCount count)
{
    switch (count) {
        case lending::DayCount::thirty_e_360:
            return {"30E/360", "30E/360"};
        case lending::DayCount::thirty_us_360:
            return {"30U/360", "30U/360"};
        case lending::DayCount::act_365f:
            return {"ACT/365F", "ACT/365F"};
        case lending::DayCount::act_360:
            return {"ACT/360", "ACT/360"};
        case lending::DayCount::act_act:
            return {"ACT/ACT", "ACT/ACT"};
    }
    return {};
}

std::string instalments_in_words(const lending::LoanTerms& terms, Language language)
{
    const bool nl = language == Language::nl;
    const auto words = unit(terms.unit);
    const auto count = std::to_string(terms.instalments);
    const auto period = terms.every == 1 ? (nl ? "een " : "one ") + in(words.one, language)
                                         : std::to_string(terms.every) + " " + in(words.many, language);
    if (terms.instalments == 1) return nl ? "1 termijn" : "1 instalment";
    return count + (nl ? " termijnen van " : " instalments of ") + period;
}

Words grace_words(lending::PeriodInterest interest)
{
    switch (interest) {
        case lending::PeriodInterest::due:
            return {"met rente", "with interest"};
        case lending::PeriodInterest::waived:
            return {"rentevrij", "without interest"};
        case lending::PeriodInterest::deferred:
            return {"met uitgestelde rente", "with interest deferred"};
        case lending::PeriodInterest::capitalised:
            return {"met bijgeschreven rente", "with interest capitalised"};
    }
    return {};
}

/// What is not usual, as ", ..." each.
std::string agreements_in_words(const lending::LoanTerms& terms, Language language)
{
    const bool nl = language == Language::nl;
    const auto day = [&](Date on) { return nl ? dutch(on) : to_text(on); };
    const auto amount = [&](Money money) { return nl ? dutch(money) : english(money); };
    std::string text;
    for (const auto& step : terms.steps) {
        text +=
            (nl ? "; vanaf termijn " : "; from instalment ") + std::to_string(step.from) + " " + amount(step.amount);
    }
    for (const auto& holiday : terms.holidays) {
        text += (nl ? "; betaalpauze van " : "; payment holiday of ") + std::to_string(holiday.count) +
                (nl ? " termijnen vanaf termijn " : " instalments from instalment ") + std::to_string(holiday.from) +
                ", " + in(grace_words(holiday.interest), language);
    }
    if (terms.free_months != 0) text += nl ? "; in sommige maanden aflossingsvrij" : "; some months without principal";
    if (terms.rolling != lending::Rolling::unadjusted) {
        text += nl ? "; vervaldagen op bankwerkdagen" : "; due dates on banking days";
    }
    if (terms.last_drawing) text += (nl ? "; op te nemen tot en met " : "; to be drawn by ") + day(*terms.last_drawing);
    return text;
}

std::string percentage(Rate rate, Language language)
{
    auto text = to_percent_text(rate);
    if (language == Language::nl && text.find('.') != std::string::npos) text[text.find('.')] = ',';
    return text + " %";
}

}  // namespace

std::string repayment_in_words(const lending::LoanTerms& terms, Language language)
{
    const bool nl = language == Language::nl;
    return in(method(terms.method), language) + ", " + instalments_in_words(terms, language) +
           (nl ? ", eerste vervaldag " : ", first due ") + (nl ? dutch(terms.first_due) : to_text(terms.first_due));
}

std::string in_words(const lending::LoanTerms& terms, Language language)
{
    const bool nl = language == Language::nl;
    const auto day = [&](Date on) { return nl ? dutch(on) : to_text(on); };
    auto text = repayment_in_words(terms, language);
    if (terms.principal_grace > 0) {
        text += ", " + std::to_string(terms.principal_grace) + (nl ? " aflossingsvrij" : " without principal");
    }
    if (terms.interest_grace > 0) {
        text += ", " + std::to_string(terms.interest_grace) + " " + in(grace_words(terms.grace_interest), language);
    }
    text += "; ";
    for (std::size_t i = 0; i < terms.rates.size(); ++i) {
        const auto& rate = terms.rates[i];
        if (i > 0) text += (nl ? ", vanaf " : ", from ") + day(rate.from) + " ";
        text += percentage(rate.annual, language);
    }
    text += nl ? " per jaar, " : " a year, ";
    if (terms.interest_period == lending::InterestPeriod::per_instalment) {
        text += nl ? "per termijn berekend" : "calculated per instalment";
    } else {
        text += (nl ? "per dag berekend, " : "calculated by the day, ") + in(day_count(terms.day_count), language);
    }
    return text + agreements_in_words(terms, language);
}

std::string in_words(lending::EventKind kind, Language language)
{
    using lending::EventKind;
    const auto words = [&]() -> Words {
        switch (kind) {
            case EventKind::disbursement:
                return {"uitbetaling", "disbursement"};
            case EventKind::payment:
                return {"betaling", "payment"};
            case EventKind::prepayment:
                return {"extra aflossing", "prepayment"};
            case EventKind::rate_change:
                return {"rentewijziging", "rate change"};
            case EventKind::fee:
                return {"kosten", "costs"};
            case EventKind::default_interest:
                return {"rente bij verzuim", "default interest"};
            case EventKind::remission:
                return {"kwijtschelding", "remission"};
            case EventKind::write_off:
                return {"afboeking", "write-off"};
            case EventKind::recovery:
                return {"ontvangst na afboeking", "recovery"};
            case EventKind::refund:
                return {"teruggave", "refund"};
            case EventKind::call_in:
                return {"opeising", "called in"};
            case EventKind::rescheduling:
                return {"herschikking", "rescheduling"};
            case EventKind::holiday:
                return {"betaalpauze", "payment holiday"};
            case EventKind::interest_waiver:
                return {"rente kwijtgescholden", "interest waived"};
            case EventKind::milestone:
                return {"mijlpaal gehaald", "milestone reached"};
            case EventKind::transfer:
                return {"schuldovername", "transfer of debtor"};
            case EventKind::closing:
                return {"gesloten", "closed"};
            case EventKind::reversal:
                return {"terugdraaiing", "reversal"};
        }
        return {};
    }();
    return in(words, language);
}

LoanStatus status_of(const lending::State& state, Date today)
{
    if (state.closed) return LoanStatus::closed;
    if (lending::days_past_due(state, today) > 0) return LoanStatus::late;
    if (!state.drawn) return state.settled.commitment_lapsed.is_positive() ? LoanStatus::lapsed : LoanStatus::awarded;
    if (state.principal.is_positive() || !state.open.empty()) return LoanStatus::running;
    const auto given_up = state.settled.principal_remitted + state.settled.principal_written_off;
    return given_up.is_positive() ? LoanStatus::given_up : LoanStatus::repaid;
}

std::string in_words(LoanStatus status, Language language)
{
    static constexpr std::array<Words, 7> words{Words{"toegekend", "awarded"},  Words{"lopend", "running"},
                                                Words{"achterstallig", "late"}, Words{"afgelost", "repaid"},
                                                Words{"afgeboekt", "given up"}, Words{"gesloten", "closed"},
                                                Words{"vervallen", "lapsed"}};
    return in(words.at(static_cast<std::size_t>(status)), language);
}

}  // namespace vierkant::usecases
