#include "storage/take_over_store.h"

#include "formats/terms_json.h"
#include "storage/key_query.h"
#include "storage/stored.h"

namespace vierkant::storage {

TakeOverWriter::TakeOverWriter(Work& work)
    : work_{work},
      jobs_{work},
      dossiers_{facts::dossier.kinds.size()},
      events_{facts::dossier_event.kinds.size()},
      loans_{facts::loan.kinds.size()},
      origins_{facts::taken_over_loan.kinds.size()}
{
}

void TakeOverWriter::add(const TakenOverLoan& taken)
{
    const auto& loan = taken.loan;
    add_case(taken);
    loans_.add(loan.fund.value, loan.id.value, loan.number, loan.payment_reference, id_or_null(loan.dossier),
               loan.undertaking.value, loan.scheme, loan.sector, loan.municipality, to_text(loan.awarded_on),
               loan.amount.in_cents(), formats::write_terms(loan.terms));
    origins_.add(loan.fund.value, loan.id.value, taken.reference, to_text(taken.taken_over_on), taken.source,
                 taken.line);
    if (taken.state) {
        loans_in_books_.save(loan, {*taken.state, 0, taken.taken_over_on, taken.booked}, *taken.state);
        loans_in_books_.change_dues(loan, {}, taken.calendar.dues);
        loans_in_books_.add_flow(loan, taken.taken_over_on, {}, taken.booked);
    }
    const AwardPlace place{loan.fund, *loan.dossier, loan.scheme, loan.sector, loan.municipality};
    jobs_.award(place, loan.awarded_on, loan.amount);
    jobs_.promise(place, loan.awarded_on, taken.jobs_promised);
    if (taken.jobs_realised) jobs_.realise_first(place, *taken.jobs_realised);
}

/// The case had its decision elsewhere: of that only the outcome is known.
void TakeOverWriter::add_case(const TakenOverLoan& taken)
{
    const auto& loan = taken.loan;
    const auto awarded = to_text(loan.awarded_on);
    formats::Json document;
    document["taken_over"] = {{"reference", taken.reference}, {"on", to_text(taken.taken_over_on)}};
    dossiers_.add(loan.fund.value, loan.dossier->value, taken.dossier_number, loan.undertaking.value, loan.scheme,
                  to_text(taken.scheme_from), awarded, loan.amount.in_cents(), document.dump());
    std::int64_t event_no = 0;
    for (const auto* kind : {"registered", "awarded"}) {
        events_.add(loan.fund.value, loan.dossier->value, ++event_no, std::string{kind}, awarded, work_.actor(),
                    std::monostate{}, loan.amount.in_cents(), "Overgenomen: " + taken.reference, std::string{"{}"});
    }
}

void TakeOverWriter::flush()
{
    work_.add_all(facts::dossier, dossiers_);
    work_.add_all(facts::dossier_event, events_);
    work_.add_all(facts::loan, loans_);
    work_.add_all(facts::taken_over_loan, origins_);
    loans_in_books_.write(work_);
    for (auto* rows : {&dossiers_, &events_, &loans_, &origins_}) rows->clear();
}

void TakeOverWriter::finish()
{
    flush();
    jobs_.write();
}

std::map<std::string, std::string> taken_over_before(Connection& connection, const std::vector<std::string>& references)
{
    std::map<std::string, std::string> known;
    each_key(connection,
             "SELECT t.reference, l.number FROM taken_over_loan t JOIN loan l ON l.fund_id = t.fund_id AND l.loan_id = "
             "t.loan_id WHERE t.reference IN (",
             references, "tt", [&](const Row& row) { known[row.text(0)] = row.text(1); });
    return known;
}

bool is_taken_over(Connection& connection, FundId fund, DossierId dossier)
{
    return connection.number(
               "SELECT COUNT(*) FROM taken_over_loan t JOIN loan l ON l.fund_id = t.fund_id AND l.loan_id = t.loan_id "
               "WHERE l.fund_id = ? AND l.dossier_id = ?",
               {fund.value, dossier.value}, 0) > 0;
}

std::set<std::pair<FundId, DossierId>> taken_over_dossiers(Connection& connection)
{
    std::set<std::pair<FundId, DossierId>> dossiers;
    connection.each(
        "SELECT l.fund_id, l.dossier_id FROM taken_over_loan t JOIN loan l ON l.fund_id = t.fund_id AND l.loan_id = "
        "t.loan_id WHERE l.dossier_id IS NOT NULL",
        {}, "ii", [&](const Row& row) { dossiers.emplace(FundId{row.integer(0)}, DossierId{row.integer(1)}); });
    return dossiers;
}

bool has_statement(Connection& connection, FundId fund)
{
    return connection.number("SELECT COUNT(*) FROM bank_statement WHERE fund_id = ?", {fund.value}, 0) > 0;
}

}  // namespace vierkant::storage
