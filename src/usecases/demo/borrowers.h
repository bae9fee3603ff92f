#pragma once

#include "storage/loan_store.h"
#include "usecases/demo/desk.h"
#include "usecases/demo/dossiers.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vierkant::demo {

/// The companies that borrow, as the bank sees them: they draw, pay what falls due each in its own way, pay ahead, and
/// sometimes fail. What they pay reaches the books by bank statements only.
class Borrowers {
public:
    Borrowers(Desk& desk, const Story& story) : desk_{desk}, story_{story} {}

    void awarded(Date day, const Award& award);

    /// Notes the payments of what falls due in the month that begins.
    void begin_month(Date first);

    /// The statements up to and including `until` were imported: what was paid is in the books.
    void imported(Date until);

    /// Does what the story tells of a loan. False where it is none of our acts.
    bool happens(Date day, const Happening& happening);

    /// Pays out to the borrower: one officer prepares, another releases, and the bank carries it out the next day.
    void draw(Date day, const std::string& application, Money amount);

private:
    /// A payment on its way: promised, or made and not in the books yet.
    struct Promise {
        Date day = Date::from_serial(0);
        Money amount;
        bool by_hand = false;  ///< in suspense until an officer matches it
    };
    struct Loan {
        Award award;
        storage::StoredLoan stored;
        std::vector<Promise> promised{};
        bool stopped = false;
        bool next_from_elsewhere = false;  ///< the next payment comes from another account, without a reference
        std::optional<BankPayment> last_payment = std::nullopt;
    };

    void falls_due(Loan& loan, Date due);
    void pay(Loan& loan, Date day, Money amount);
    void match_by_hand(Loan& loan, Date day, Money amount);
    void record(Loan& loan, Date day, const lending::Event& event, const std::string& task, const std::string& note);
    void receive_announced(Loan& loan, Date day, const Happening& happening, lending::EventKind kind);
    void prove_by_invoices(const Award& award);
    void take_invoice(const Award& award, const Invoice& invoice, Date day);
    void write_off(Loan& loan, Date day, const Happening& happening);
    void give_back(Loan& loan, Date day);

    Desk& desk_;
    const Story& story_;
    std::map<std::string, Loan> loans_;  // by the application's key: in one order, whatever the story's
};

}  // namespace vierkant::demo
