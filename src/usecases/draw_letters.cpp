#include "usecases/draw_letters.h"

#include "base/calendar.h"
#include "base/digest.h"
#include "domain/banking/payment_reference.h"
#include "storage/undertaking_store.h"
#include "usecases/arrears_messages.h"
#include "usecases/late_debts.h"
#include "usecases/letter_text.h"
#include "usecases/letter_words.h"

namespace vierkant::usecases {

namespace {

using arrears::DunningStep;
using storage::Work;

std::string shown(Money amount, Language language)
{
    return language == Language::nl ? dutch(amount) : english(amount);
}

std::string shown(Date day, Language language)
{
    return language == Language::nl ? dutch_in_words(day) : to_text(day);
}

/// The debtor gets the days of the step; a term of public law does not end on a day off (Algemene termijnenwet).
Date pay_by(const LateDebt& debt, const DunningStep& step, Date drawn_on)
{
    const auto day = drawn_on + step.days_to_pay;
    return debt.is_public_law() ? dutch_working_day_from(day) : day;
}

Money fee_of(const LateDebt& debt, const DunningStep& step)
{
    return step.fee ? step.fee->of(debt.late()) : Money{};
}

std::string items_in_words(const LateDebt& debt, Language language)
{
    std::string text;
    for (const auto& item : debt.items) {
        text += (text.empty() ? "" : "\n") + shown(item.due, language) + ": " + shown(item.total(), language);
    }
    return text;
}

/// What the letter's fields stand for. A field that has no meaning for this debt is left out, and a letter that names
/// it is refused.
arrears::LetterValues values_of(storage::Connection& connection, const LateDebt& debt,
                                const storage::StoredUndertaking& debtor, const arrears::NextStep& next, Date as_of,
                                Language language)
{
    const auto fund = storage::letterhead_of(connection, debt.debt.fund);
    const auto& address = debtor.value.address;
    const auto fee = fee_of(debt, *next.step);
    arrears::LetterValues values{
        {"today", shown(as_of, language)},
        {"borrower", debtor.value.name},
        {"address", address_lines(address)},
        {"number", debt.number},
        {"reference", banking::print_reference(debt.reference)},
        {"fund", fund.title.in(language)},
        {"fund_iban", fund.iban},
        {"late_since", shown(debt.since, language)},
        {"days_late", std::to_string(debt.days)},
        {"items", items_in_words(debt, language)},
        {"amount_late", shown(debt.late(), language)},
        {"principal_late", shown(debt.principal, language)},
        {"default_interest", shown(debt.default_interest, language)},
        {"amount_to_pay", shown(debt.late() + debt.default_interest + fee, language)},
        {"pay_by", shown(pay_by(debt, *next.step, as_of), language)},
        {"outstanding", shown(debt.outstanding, language)},
    };
    if (!debt.is_public_law()) {
        values["interest_late"] = shown(debt.interest, language);
        values["costs_late"] = shown(debt.costs, language);
        values["collection_costs"] = shown(debt.collection_costs, language);
    }
    if (next.step->fee) values["reminder_fee"] = shown(fee, language);
    if (next.previous) values["previous_letter_on"] = shown(*next.previous, language);
    return values;
}

Result<DrawnLetter> draw(Work& work, const LateDebt& debt, const arrears::NextStep& next, const LetterRequest& request)
{
    const auto debtor = storage::find_undertaking(work.connection(), debt.debtor);
    verify(debtor.has_value(), "the debtor of a loan or grant is there");
    const auto values = values_of(work.connection(), debt, *debtor, next, request.as_of, request.language);
    const auto& text = request.language == Language::nl ? next.step->nl : next.step->en;
    const auto filled = arrears::fill(text, values);
    if (!filled) return filled.refusal();

    const auto number = storage::next_letter_number(work);
    const auto due = pay_by(debt, *next.step, request.as_of);
    const bool html = request.form == LetterForm::html;
    const LetterHead head{
        values.at("fund"),     values.at("borrower"), values.at("address"), values.at("today"), number,
        values.at("reference")};
    DrawnLetter letter{
        .number = number,
        .debt = debt.number,
        .debtor = debtor->value.name,
        .kind = next.step->kind,
        .amount = debt.late() + debt.default_interest + fee_of(debt, *next.step),
        .pay_by = due,
        .file_name = number + "-" + debt.number + "-" + code_of(next.step->kind) + (html ? ".html" : ".txt"),
        .content = html ? letter_html(head, *filled, request.language) : letter_plain(head, *filled, request.language)};
    Digest digest;
    digest.add(letter.content);
    storage::add_letter(work, debt.debt,
                        {number,
                         {next.step->kind, debt.since, request.as_of, due},
                         debt.late(),
                         debt.default_interest,
                         fee_of(debt, *next.step),
                         request.language,
                         digest.finish(),
                         debt.debtor},
                        {html ? storage::LetterPaper::Form::html : storage::LetterPaper::Form::text, letter.content});
    return letter;
}

}  // namespace

Result<std::vector<DrawnLetter>> draw_letters(storage::Connection& connection, const storage::Task& task,
                                              const LetterRequest& request,
                                              const std::function<Result<Done>(const DrawnLetter&)>& keep)
{
    if (request.as_of > task.today) return refuse(letters_wrong_day, {{"day", request.as_of}, {"today", task.today}});
    Work work{connection, task};
    const auto debts = late_debts(connection, request.as_of);
    if (!debts) return debts.refusal();
    std::vector<DrawnLetter> letters;
    for (const auto& debt : *debts) {
        if (!request.number.empty() && debt.number != request.number) continue;
        const auto next = next_step_of(debt);
        if (!next || next->on > request.as_of) continue;
        auto letter = draw(work, debt, *next, request);
        if (!letter) {
            auto refusal = letter.refusal();
            refusal.where = debt.number;
            return refusal;
        }
        letters.push_back(std::move(*letter));
    }
    for (const auto& letter : letters) {
        if (const auto kept = keep(letter); !kept) return kept.refusal();
    }
    if (!letters.empty()) work.commit(std::to_string(letters.size()));
    return letters;
}

}  // namespace vierkant::usecases
