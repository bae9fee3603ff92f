// What the desk does, a program can do over the API: each form by the operation that does the same, or why there is
// none.

#include "web/api/call.h"
#include "web/visit.h"

#include <catch2/catch.hpp>

#include <map>
#include <set>
#include <sstream>
#include <string>

using namespace vierkant;

namespace {

// A form, and the operation of the API behind it; "-" and why there is none.
const std::string table = R"(
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

}  // namespace

TEST_CASE("whatever a form of the desk does, an operation of the API does too, with the same right", "[web][api]")
{
    std::map<std::string, std::string> operation_of;
    std::istringstream lines{table};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words{line};
        std::string form;
        std::string operation;
        if (words >> form >> operation) operation_of[form] = operation;
    }
    std::map<std::string, officers::Right> right_of;
    for (const auto& route : api::routes()) right_of[std::string{route.operation}] = route.right;

    for (const auto& route : web::routes()) {
        if (route.method != http::Method::post) continue;
        INFO(route.pattern);
        const auto found = operation_of.find(route.pattern);
        REQUIRE(found != operation_of.end());
        if (found->second != "-") {
            INFO(found->second);
            REQUIRE(right_of.contains(found->second));
            CHECK(right_of.at(found->second) == route.right);
        }
        operation_of.erase(found);
    }
    for (const auto& [form, operation] : operation_of) FAIL_CHECK("the desk has no form " << form);
}
