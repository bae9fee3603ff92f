#pragma once

#include "base/result.h"

namespace vierkant::usecases {

inline constexpr Text loan_unknown{"usecases.loan_unknown",
                                   "Er is geen lening met nummer {loan}. Controleer het nummer.",
                                   "There is no loan with number {loan}. Check the number."};
inline constexpr Text in_the_future{"usecases.in_the_future",
                                    "{day} ligt na vandaag ({today}). Boek dit op of na die dag.",
                                    "{day} is after today ({today}). Book this on or after that day."};

inline constexpr Text commitment_gone{"usecases.commitment_gone",
                                      "Hiermee wordt {amount} opnieuw toegezegd, maar in het fonds is {available} "
                                      "beschikbaar. Wacht tot er geld terug is, of "
                                      "spreek minder af.",
                                      "This promises {amount} anew, but {available} is available in the fund. Wait "
                                      "until money has come back, or agree on "
                                      "less."};

inline constexpr Text already_there{
    "usecases.already_there",
    "In deze database staat al een administratie. Kies met --db een andere naam voor een nieuwe.",
    "There is an administration in this database already. Choose another name with --db for a new one."};

inline constexpr Text not_earlier{
    "usecases.not_earlier",
    "De dag om mee te vergelijken, {earlier}, ligt niet voor de peildatum {as_of}. Kies een "
    "eerdere dag.",
    "The day to compare with, {earlier}, is not before {as_of}. Choose an earlier day."};
inline constexpr Text report_unknown{"usecases.report_unknown", "Het rapport {report} bestaat niet. Kies uit: {known}.",
                                     "There is no report {report}. Choose from: {known}."};
inline constexpr Text fund_unknown{"usecases.fund_unknown", "Het fonds {fund} bestaat niet. Kies uit: {known}.",
                                   "There is no fund {fund}. Choose from: {known}."};

inline constexpr Text period_reversed{"usecases.period_reversed",
                                      "--until {until} ligt voor --from {from}. Verbeter een van de twee.",
                                      "--until {until} lies before --from {from}. Correct one of the two."};

}  // namespace vierkant::usecases
