#include "web/task_words.h"

#include "web/word_table.h"

#include <array>

namespace vierkant::web {

namespace {

constexpr std::array all_tasks{
    CodeWord{"init", "administratie ingericht", "administration set up"},
    CodeWord{"undertaking add", "onderneming geregistreerd", "undertaking registered"},
    CodeWord{"undertaking change", "onderneming gewijzigd", "undertaking changed"},
    CodeWord{"undertaking import", "ondernemingen ingelezen", "undertakings imported"},
    CodeWord{"application register", "aanvraag geregistreerd", "application registered"},
    CodeWord{"application complete", "aanvraag compleet verklaard", "application found complete"},
    CodeWord{"application incomplete", "aanvulling gevraagd", "completion asked for"},
    CodeWord{"application propose", "besluit voorgesteld", "decision proposed"},
    CodeWord{"application decide", "besluit genomen", "decision taken"},
    CodeWord{"application withdraw", "aanvraag ingetrokken", "application withdrawn"},
    CodeWord{"loan disburse", "uitbetaling klaargezet", "disbursement prepared"},
    CodeWord{"loan repay", "betaling geboekt", "payment booked"},
    CodeWord{"loan prepay", "extra aflossing geboekt", "extra repayment booked"},
    CodeWord{"loan pay-off", "aflosnota gemaakt", "pay-off quote made"},
    CodeWord{"loan reverse", "boeking teruggedraaid", "booking undone"},
    CodeWord{"loan rate", "rente gewijzigd", "rate changed"},
    CodeWord{"loan reset-rates", "variabele rente vastgesteld", "variable rates set"},
    CodeWord{"loan fee", "kosten geboekt", "costs booked"},
    CodeWord{"loan refund", "teruggave klaargezet", "refund prepared"},
    CodeWord{"loan reschedule", "lening herschikt", "loan rescheduled"},
    CodeWord{"loan holiday", "betaalpauze gegeven", "payment holiday given"},
    CodeWord{"loan milestone", "mijlpaal vastgelegd", "milestone recorded"},
    CodeWord{"loan transfer", "lening overgegaan", "loan transferred"},
    CodeWord{"loan remit", "kwijtschelding klaargezet", "remission prepared"},
    CodeWord{"loan write-off", "afboeking klaargezet", "write-off prepared"},
    CodeWord{"loan recover", "alsnog ontvangen", "recovered"},
    CodeWord{"loan waive", "kwijtschelding van rente klaargezet", "waiver of interest prepared"},
    CodeWord{"loan call-in", "lening opgeëist", "loan called in"},
    CodeWord{"loan close", "lening gesloten", "loan closed"},
    CodeWord{"loan invoice", "factuur vastgelegd", "invoice kept"},
    CodeWord{"loan settle", "proefproductie vastgesteld", "proof production settled"},
    CodeWord{"loan risk", "risico beoordeeld", "risk judged"},
    CodeWord{"loan collateral add", "zekerheid vastgelegd", "collateral kept"},
    CodeWord{"loan collateral release", "zekerheid vrijgegeven", "collateral released"},
    CodeWord{"loan event", "gebeurtenis geboekt", "event booked"},
    CodeWord{"loan order", "opdracht klaargezet", "order prepared"},
    CodeWord{"order release", "opdracht vrijgegeven", "order released"},
    CodeWord{"order withdraw", "opdracht ingetrokken", "order withdrawn"},
    CodeWord{"grant claim", "claim ingediend", "claim entered"},
    CodeWord{"grant verify", "claim goedgekeurd", "claim verified"},
    CodeWord{"grant reject", "claim afgewezen", "claim rejected"},
    CodeWord{"grant advance", "voorschot verleend", "advance granted"},
    CodeWord{"grant pay", "subsidie betaald", "grant paid"},
    CodeWord{"grant retain", "baan behouden", "job retained"},
    CodeWord{"grant leave", "werknemer vertrokken", "worker left"},
    CodeWord{"grant settle", "subsidie vastgesteld", "grant settled"},
    CodeWord{"grant reclaim", "subsidie teruggevorderd", "grant reclaimed"},
    CodeWord{"bank import", "bankafschrift ingelezen", "bank statement imported"},
    CodeWord{"bank match", "bankregel gekoppeld", "bank line matched"},
    CodeWord{"arrears letters", "brieven opgemaakt", "letters drawn up"},
    CodeWord{"arrears charge", "rente en kosten bijgeschreven", "interest and costs charged"},
    CodeWord{"arrears arrangement agree", "betalingsregeling getroffen", "arrangement agreed"},
    CodeWord{"arrears arrangement end", "betalingsregeling beëindigd", "arrangement ended"},
    CodeWord{"provision book", "voorzieningen geboekt", "provisions booked"},
    CodeWord{"programme observe", "werkloosheid vastgelegd", "unemployment recorded"},
    CodeWord{"programme follow", "stand van een maatregel vastgelegd", "measure followed"},
    CodeWord{"jobs realise", "banen gemeten", "jobs measured"},
    CodeWord{"close day", "dagen gesloten", "days closed"},
    CodeWord{"close interest", "rente per dag of maand ingesteld", "interest by day or month set"},
    CodeWord{"close period", "periode gesloten", "period closed"},
    CodeWord{"import portfolio", "leningen overgenomen", "loans taken over"},
    CodeWord{"scheme add", "uitgave van een regeling vastgelegd", "edition of a scheme kept"},
    CodeWord{"user add", "gebruiker toegevoegd", "user added"},
    CodeWord{"user change", "gebruiker gewijzigd", "user changed"},
    CodeWord{"user password", "wachtwoord gewijzigd", "password changed"},
    CodeWord{"user token add", "token gemaakt", "token made"},
    CodeWord{"user token revoke", "token ingetrokken", "token revoked"},
};

}  // namespace

Word words_of_task(const std::string& task)
{
    return word_in(all_tasks, task).value_or(Word{task, task});
}

}  // namespace vierkant::web
