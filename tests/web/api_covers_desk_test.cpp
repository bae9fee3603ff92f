// What the desk does, a program can do over the API: each form by the operation that does the same, or why there is
// none.

#include "web/api/call.h"
#include "web/visit.h"

#include <catch2/catch.hpp>

#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace vierkant;

namespace {

// A form, and the operation of the API behind it; "-" and why there is none.
const std::string table_of_forms = R"(
/login                                              - a program has a token and no session
/logout                                             - a program has a token and no session
/account/password                                   - a password is for people; the administrator sets one by setPassword
/setup                                              - the first account is made by who holds the code on the console
/users/new                                          addUser
/users/{login}                                      changeUser
/undertakings/new                                   addUndertaking
/undertakings/{kvk}/change                          changeUndertaking
/undertakings/import                                importUndertakings
/applications/new                                   registerApplication
/applications/{number}/completion                   completeApplication
/applications/{number}/completion-request           requestCompletion
/applications/{number}/withdrawal                   withdrawApplication
/applications/{number}/proposal                     proposeDecision
/applications/{number}/decision                     decideApplication
/applications/{number}/jobs/new                     measureJobs
/programme/{measure}/progress                       followMeasure
/programme/{measure}/records/{number}/correction    followMeasure
/programme/unemployment/new                         observeUnemployment
/programme/unemployment/{number}/correction         observeUnemployment
/loans/import                                       importPortfolio
/loans/{number}/disbursement                        prepareLoanOrder
/loans/{number}/refund                              prepareLoanOrder
/loans/{number}/remission                           prepareLoanOrder
/loans/{number}/write-off                           prepareLoanOrder
/loans/{number}/interest-waiver                     prepareLoanOrder
/loans/{number}/payment                             addLoanEvent
/loans/{number}/prepayment                          addLoanEvent
/loans/{number}/costs                               addLoanEvent
/loans/{number}/recovery                            addLoanEvent
/loans/{number}/rate                                addLoanEvent
/loans/{number}/reversal                            addLoanEvent
/loans/{number}/rescheduling                        addLoanEvent
/loans/{number}/holiday                             addLoanEvent
/loans/{number}/transfer                            addLoanEvent
/loans/{number}/milestone                           addLoanEvent
/loans/{number}/closing                             addLoanEvent
/loans/{number}/call-in                             callInLoan
/loans/{number}/charge                              chargeArrears
/loans/{number}/arrangement                         agreeArrangement
/loans/{number}/invoices/new                        addInvoice
/loans/{number}/invoices/settlement                 settleProofProduction
/loans/{number}/risk/collateral                     addCollateral
/loans/{number}/risk/release                        releaseCollateral
/loans/{number}/risk/stage                          judgeRisk
/arrears/arrangements/{number}/end                  endArrangement
/arrears/letters/new                                drawLetters
/grants/{number}/worker-claim                       enterClaims
/grants/{number}/cost-claim                         enterClaims
/grants/{number}/verification                       verifyClaim
/grants/{number}/rejection                          rejectClaim
/grants/{number}/retention                          retainWorker
/grants/{number}/departure                          recordDeparture
/grants/{number}/advance                            grantAdvance
/grants/{number}/payment                            prepareGrantPayment
/grants/{number}/settlement                         settleGrant
/grants/{number}/reclaim                            reclaimGrant
/orders/{number}/release                            releaseOrder
/orders/{number}/withdrawal                         withdrawOrder
/bank/import                                        importStatement
/bank/lines/{line}/match                            matchLine
/closing/days                                       closeDays
/closing/period                                     closePeriod
/closing/interest                                   chooseInterestBooking
/provisions/booking                                 bookProvisions
/schemes/import                                     addSchemeEdition
/schemes/{scheme}/{from}/successor                  addSchemeEdition
/audit/verification                                 verifyAdministration
)";

// A page, and the operations that tell what it shows.
const std::string pages = R"(
/                                                   listApplications listOrders listArrears listUnmatchedBankLines listDueLetters getReport
/account                                            - a program has a token and no account of its own
/search                                             search
/users                                              listUsers
/undertakings                                       listUndertakings
/undertakings/{kvk}                                 getUndertaking
/undertakings/{kvk}/claim                           getClaim
/applications                                       listApplications
/applications/{number}                              getApplication getVerdict
/applications/{number}/jobs                         getJobs
/jobs                                               listDueMeasurements
/programme                                          getReport listUnemploymentObservations
/programme/unemployment                             listUnemploymentObservations
/programme/{measure}                                getReport listMeasureRecords
/loans                                              listLoans
/loans/{number}                                     getLoan listInstalments
/loans/{number}/allocations                         getLoan
/loans/{number}/confirmation                        getConfirmation
/loans/{number}/drawing                             getDrawing
/loans/{number}/events                              getLoan
/loans/{number}/invoices                            listInvoices
/loans/{number}/letters                             listLoanLetters
/loans/{number}/pay-off                             getPayOffQuote
/loans/{number}/postings                            getLoan
/loans/{number}/risk                                getLoanRisk
/loans/{number}/statement                           getStatement
/arrears                                            listArrears
/arrears/arrangements                               listArrangements
/arrears/arrangements/{number}                      getArrangement
/arrears/calculator                                 calculateLateInterest calculateCollectionCosts
/arrears/letters                                    listLetters
/arrears/letters/{letter}                           getLetter
/grants                                             listGrants
/grants/{number}                                    getGrant
/grants/{number}/letters                            listGrantLetters
/orders                                             listOrders
/bank                                               listUnmatchedBankLines
/bank/lines                                         listBankLines
/bank/lines/{line}                                  listBankLines listUnmatchedBankLines
/closing                                            getClosings
/closing/periods                                    getClosings
/provisions                                         listProvisions
/reports                                            listReports
/reports/{name}                                     getReport
/ledger/{fund}                                      listEntries
/ledger/{fund}/{number}                             getEntry
/schemes                                            listSchemes
/schemes/{scheme}/{from}                            getScheme
/audit                                              listWorks
/audit/{work}                                       getWork
)";

using Table = std::map<std::string, std::vector<std::string>>;

/// The operations under each address; none where a dash says why.
Table read_table(const std::string& text)
{
    Table table;
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words{line};
        std::string address;
        if (!(words >> address)) continue;
        auto& operations = table[address];
        for (std::string word; words >> word && word != "-";) operations.push_back(word);
    }
    return table;
}

}  // namespace

TEST_CASE("whatever a page of the desk shows, an operation of the API tells too, to who may see the page", "[web][api]")
{
    auto table = read_table(pages);
    std::map<std::string, officers::Right> right_of;
    for (const auto& route : api::routes()) right_of[std::string{route.operation}] = route.right;
    const auto forms = read_table(table_of_forms);
    for (const auto& route : web::routes()) {
        // An address with a form is held to the other table.
        if (route.method != http::Method::get || forms.contains(route.pattern)) continue;
        INFO(route.pattern);
        const auto found = table.find(route.pattern);
        CHECK(found != table.end());
        if (found == table.end()) continue;
        for (const auto& operation : found->second) {
            INFO(operation);
            REQUIRE(right_of.contains(operation));
            CHECK((right_of.at(operation) == route.right || right_of.at(operation) == officers::Right::read));
        }
        table.erase(found);
    }
    for (const auto& [address, operations] : table) FAIL_CHECK("the desk has no page " << address);
}

TEST_CASE("whatever a form of the desk does, an operation of the API does too, with the same right", "[web][api]")
{
    auto forms = read_table(table_of_forms);
    std::map<std::string, officers::Right> right_of;
    for (const auto& route : api::routes()) right_of[std::string{route.operation}] = route.right;

    for (const auto& route : web::routes()) {
        if (route.method != http::Method::post) continue;
        INFO(route.pattern);
        const auto found = forms.find(route.pattern);
        REQUIRE(found != forms.end());
        for (const auto& operation : found->second) {
            INFO(operation);
            REQUIRE(right_of.contains(operation));
            CHECK(right_of.at(operation) == route.right);
        }
        forms.erase(found);
    }
    for (const auto& [form, operations] : forms) FAIL_CHECK("the desk has no form " << form);
}
