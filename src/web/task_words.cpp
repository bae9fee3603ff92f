#include "web/task_words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace vierkant::web {

namespace {

struct TaskWords {
    std::string_view task, nl, en;
};
constexpr std::array all_tasks{
    TaskWords{"init", "administratie ingericht", "administration set up"},
    TaskWords{"undertaking add", "onderneming geregistreerd", "undertaking registered"},
    TaskWords{"undertaking change", "onderneming gewijzigd", "undertaking changed"},
    TaskWords{"undertaking import", "ondernemingen ingelezen", "undertakings imported"},
    TaskWords{"application register", "aanvraag geregistreerd", "application registered"},
    TaskWords{"application complete", "aanvraag compleet verklaard", "application found complete"},
    TaskWords{"application incomplete", "aanvulling gevraagd", "completion asked for"},
    TaskWords{"application propose", "besluit voorgesteld", "decision proposed"},
    TaskWords{"application decide", "besluit genomen", "decision taken"},
    TaskWords{"application withdraw", "aanvraag ingetrokken", "application withdrawn"},
    TaskWords{"loan disburse", "uitbetaling klaargezet", "disbursement prepared"},
    TaskWords{"loan repay", "betaling geboekt", "payment booked"},
    TaskWords{"loan prepay", "extra aflossing geboekt", "extra repayment booked"},
    TaskWords{"loan pay-off", "aflosnota gemaakt", "pay-off quote made"},
    TaskWords{"loan reverse", "boeking teruggedraaid", "booking undone"},
    TaskWords{"loan rate", "rente gewijzigd", "rate changed"},
    TaskWords{"loan reset-rates", "variabele rente vastgesteld", "variable rates set"},
    TaskWords{"loan fee", "kosten geboekt", "costs booked"},
    TaskWords{"loan refund", "teruggave klaargezet", "refund prepared"},
    TaskWords{"loan reschedule", "lening herschikt", "loan rescheduled"},
    TaskWords{"loan holiday", "betaalpauze gegeven", "payment holiday given"},
    TaskWords{"loan milestone", "mijlpaal vastgelegd", "milestone recorded"},
    TaskWords{"loan transfer", "lening overgegaan", "loan transferred"},
    TaskWords{"loan remit", "kwijtschelding klaargezet", "remission prepared"},
    TaskWords{"loan write-off", "afboeking klaargezet", "write-off prepared"},
    TaskWords{"loan recover", "alsnog ontvangen", "recovered"},
    TaskWords{"loan waive", "kwijtschelding van rente klaargezet", "waiver of interest prepared"},
    TaskWords{"loan call-in", "lening opgeëist", "loan called in"},
    TaskWords{"loan close", "lening gesloten", "loan closed"},
    TaskWords{"loan invoice", "factuur vastgelegd", "invoice kept"},
    TaskWords{"loan settle", "proefproductie vastgesteld", "proof production settled"},
    TaskWords{"loan risk", "risico beoordeeld", "risk judged"},
    TaskWords{"loan collateral add", "zekerheid vastgelegd", "collateral kept"},
    TaskWords{"loan collateral release", "zekerheid vrijgegeven", "collateral released"},
    TaskWords{"loan event", "gebeurtenis geboekt", "event booked"},
    TaskWords{"loan order", "opdracht klaargezet", "order prepared"},
    TaskWords{"order release", "opdracht vrijgegeven", "order released"},
    TaskWords{"order withdraw", "opdracht ingetrokken", "order withdrawn"},
    TaskWords{"grant claim", "claim ingediend", "claim entered"},
    TaskWords{"grant verify", "claim goedgekeurd", "claim verified"},
    TaskWords{"grant reject", "claim afgewezen", "claim rejected"},
    TaskWords{"grant advance", "voorschot verleend", "advance granted"},
    TaskWords{"grant pay", "subsidie betaald", "grant paid"},
    TaskWords{"grant retain", "baan behouden", "job retained"},
    TaskWords{"grant leave", "werknemer vertrokken", "worker left"},
    TaskWords{"grant settle", "subsidie vastgesteld", "grant settled"},
    TaskWords{"grant reclaim", "subsidie teruggevorderd", "grant reclaimed"},
    TaskWords{"bank import", "bankafschrift ingelezen", "bank statement imported"},
    TaskWords{"bank match", "bankregel gekoppeld", "bank line matched"},
    TaskWords{"arrears letters", "brieven opgemaakt", "letters drawn up"},
    TaskWords{"arrears charge", "rente en kosten bijgeschreven", "interest and costs charged"},
    TaskWords{"arrears arrangement agree", "betalingsregeling getroffen", "arrangement agreed"},
    TaskWords{"arrears arrangement end", "betalingsregeling beëindigd", "arrangement ended"},
    TaskWords{"provision book", "voorzieningen geboekt", "provisions booked"},
    TaskWords{"jobs realise", "banen gemeten", "jobs measured"},
    TaskWords{"close day", "dagen gesloten", "days closed"},
    TaskWords{"close interest", "rente per dag of maand ingesteld", "interest by day or month set"},
    TaskWords{"close period", "periode gesloten", "period closed"},
    TaskWords{"import portfolio", "leningen overgenomen", "loans taken over"},
    TaskWords{"scheme add", "uitgave van een regeling vastgelegd", "edition of a scheme kept"},
    TaskWords{"user add", "gebruiker toegevoegd", "user added"},
    TaskWords{"user change", "gebruiker gewijzigd", "user changed"},
    TaskWords{"user password", "wachtwoord gewijzigd", "password changed"},
    TaskWords{"user token add", "token gemaakt", "token made"},
    TaskWords{"user token revoke", "token ingetrokken", "token revoked"},
};

}  // namespace

Word words_of_task(const std::string& task)
{
    const auto* const found =
        std::find_if(all_tasks.begin(), all_tasks.end(), [&](const TaskWords& one) { return one.task == task; });
    if (found == all_tasks.end()) return {task, task};
    return {std::string{found->nl}, std::string{found->en}};
}

}  // namespace vierkant::web
