#include "usecases/verify_administration.h"

namespace vierkant::usecases {

storage::Problems verify_administration(storage::Connection& connection)
{
    storage::Problems problems;
    connection.begin_reading();
    storage::verify_works(connection, problems);
    storage::verify_entries(connection, problems);
    storage::verify_balances(connection, problems);
    storage::verify_loans(connection, problems);
    storage::verify_calendars(connection, problems);
    storage::verify_closings(connection, problems);
    storage::verify_job_totals(connection, problems);
    storage::verify_undertakings(connection, problems);
    storage::verify_grants(connection, problems);
    storage::verify_bank(connection, problems);
    storage::verify_settled_loans(connection, problems);
    storage::verify_provisions(connection, problems);
    connection.rollback();
    return problems;
}

}  // namespace vierkant::usecases
