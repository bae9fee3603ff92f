#pragma once

#include "base/id.h"
#include "domain/banking/statement.h"

#include <string>
#include <utility>
#include <vector>

namespace vierkant::demo {

/// What someone pays into a fund's account, or is paid from it.
struct BankPayment {
    Money amount;  ///< negative goes out
    std::string name;
    std::string account;
    std::string end_to_end_id = {};
    std::string reference = {};  ///< structured
    std::string text = {};
    std::string return_reason = {};  ///< where the bank gives an earlier payment back
};

/// A statement as the bank sends it.
struct StatementFile {
    std::string name;  ///< "revolving-2024-03.xml"
    std::string content;
};

/// The bank where the funds have their accounts: books payments on days on which banks work, and sends a statement a
/// month. It knows nothing of loans.
class Bank {
public:
    struct Account {
        FundId fund;
        std::string code;  ///< of the fund
        std::string iban;
        Money balance;                       ///< at the end of the last statement
        std::int64_t sequence = 0;           ///< of the last statement in its year
        std::int64_t last_reference = 0;     ///< of the last line
        std::vector<banking::Line> lines{};  ///< not on a statement yet
    };

    explicit Bank(std::vector<Account> accounts) : accounts_{std::move(accounts)} {}

    /// Books it on the day, or the first after it on which banks work. Gives that day.
    Date pay(FundId fund, Date day, const BankPayment& payment);

    /// The statement of each account over its month up to and including `until`: a camt.053 file each.
    std::vector<StatementFile> statements(Date until);

private:
    static StatementFile statement(Account& account, Date last);

    std::vector<Account> accounts_;
};

}  // namespace vierkant::demo
