#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace vierkant::api {

/// The API's own words for a refusal whose words name commands and options; null where the refusal's own words do.
const Text* api_text(std::string_view code);
/// What a program's maker reads.
std::string words_of(const Refusal& refusal, Language language);

inline constexpr Text token_missing{
    "api.token_missing",
    "Stuur een geldig token mee: Authorization: Bearer vkt_... De beheerder maakt er een met vierkant user token add.",
    "Send a valid token: Authorization: Bearer vkt_... The administrator makes one with vierkant user token add."};
inline constexpr Text scope_missing{"api.scope_missing",
                                    "Dit token mag dat niet. Nodig is de scope {scope}, bij een account met het recht "
                                    "daarop.",
                                    "This token may not do that. It takes the scope {scope}, of an account with the "
                                    "right to it."};
inline constexpr Text no_such_address{"api.no_such_address",
                                      "Dit adres bestaat niet. De adressen staan in /api/v1/openapi.json.",
                                      "There is no such address. The addresses are in /api/v1/openapi.json."};
inline constexpr Text other_method{"api.other_method", "Dit adres kent deze methode niet. Zie /api/v1/openapi.json.",
                                   "This address does not know this method. See /api/v1/openapi.json."};
inline constexpr Text key_missing{
    "api.key_missing",
    "Stuur een Idempotency-Key van 1 tot 128 tekens mee, voor elke opdracht een andere: zo gebeurt hij nooit twee "
    "keer.",
    "Send an Idempotency-Key of 1 to 128 characters, another one for each request: so it never happens twice."};
inline constexpr Text key_reused{
    "api.key_reused", "Onder deze Idempotency-Key is al iets anders gedaan. Neem voor elke opdracht een andere.",
    "Something else was done under this Idempotency-Key already. Take another one for each request."};
inline constexpr Text match_missing{
    "api.match_missing", "Stuur in If-Match de ETag mee van wat u las: zo wordt niets overschreven dat u niet zag.",
    "Send in If-Match the ETag of what you read: so nothing is overwritten unseen."};
inline constexpr Text changed_meanwhile{"api.changed_meanwhile",
                                        "Dit is intussen veranderd. Lees het opnieuw en beslis dan.",
                                        "This was changed meanwhile. Read it again, then decide."};
inline constexpr Text wrong_type{"api.wrong_type", "Stuur de inhoud als {type}.", "Send the content as {type}."};
inline constexpr Text query_unknown{"api.query_unknown",
                                    "De parameter \"{name}\" is hier onbekend. Bekend zijn: {known}.",
                                    "The parameter \"{name}\" is unknown here. Known are: {known}."};
inline constexpr Text query_none{"api.query_none", "De parameter \"{name}\" is hier onbekend. Laat haar weg.",
                                 "The parameter \"{name}\" is unknown here. Leave it out."};
inline constexpr Text flag_unreadable{"api.flag_unreadable", "{name} is \"{value}\". Schrijf true of false.",
                                      "{name} is \"{value}\". Write true or false."};
inline constexpr Text numbers_unreadable{"api.numbers_unreadable", "\"{value}\" kan hier niet. Kies nl of en.",
                                         "\"{value}\" is not possible here. Choose nl or en."};
inline constexpr Text day_unreadable{"api.day_unreadable", "\"{value}\" is geen dag. Schrijf jjjj-mm-dd.",
                                     "\"{value}\" is no day. Write yyyy-mm-dd."};
inline constexpr Text format_unreadable{"api.format_unreadable",
                                        "\"{value}\" kan hier niet. Zie format in /api/v1/openapi.json.",
                                        "\"{value}\" is not possible here. See format in /api/v1/openapi.json."};
inline constexpr Text table_unknown{"api.table_unknown", "Dit rapport heeft geen tabel {table}. Kies uit: {known}.",
                                    "This report has no table {table}. Choose from: {known}."};
inline constexpr Text entry_unknown{
    "api.entry_unknown", "Fonds {fund} heeft geen boeking {entry}. De nummers staan in postings van een lening.",
    "Fund {fund} has no entry {entry}. The numbers are in the postings of a loan."};
inline constexpr Text percent_or_kind{
    "api.percent_or_kind",
    "Kies als kind non-commercial, commercial of agreed, en geef percent bij agreed en alleen daarbij.",
    "Choose as kind non-commercial, commercial or agreed, and give percent with agreed and only with that."};
inline constexpr Text work_unknown{"api.work_unknown", "Er is geen handeling {work}. Zie GET /works.",
                                   "There is no work {work}. See GET /works."};
inline constexpr Text letter_unknown{"api.letter_unknown", "Er is geen brief {letter}. Zie GET /letters.",
                                     "There is no letter {letter}. See GET /letters."};
inline constexpr Text user_unknown{"api.user_unknown", "Er is geen account {login}. Zie GET /users.",
                                   "There is no account {login}. See GET /users."};
inline constexpr Text role_unreadable{
    "api.role_unreadable", "\"{value}\" is geen rol. Kies uit: administrator, officer, decider, treasurer, auditor.",
    "\"{value}\" is no role. Choose from: administrator, officer, decider, treasurer, auditor."};
inline constexpr Text terms_or_rhythm{"api.terms_or_rhythm", "Geef instalments of terms, niet allebei.",
                                      "Give instalments or terms, not both."};
inline constexpr Text amount_unreadable{"api.amount_unreadable",
                                        "\"{value}\" is geen bedrag. Schrijf een punt en hoogstens twee decimalen, "
                                        "zoals 1234.50.",
                                        "\"{value}\" is no amount. Write a dot and at most two decimals, such as "
                                        "1234.50."};
inline constexpr Text claim_unknown{"api.claim_unknown", "Claim {claim} is er niet bij deze subsidie.",
                                    "This grant has no claim {claim}."};
inline constexpr Text order_needed{
    "api.order_needed",
    "Een kwijtschelding gaat via een opdracht die een ander vrijgeeft: POST op orders van de lening, kind remission.",
    "A remission goes by an order that someone else releases: POST to the loan's orders, kind remission."};
inline constexpr Text other_number{
    "api.other_number", "Het KvK-nummer in de inhoud is een ander dan dat in het adres. Maak ze gelijk.",
    "The KvK number in the content is another than the one in the address. Make them equal."};
inline constexpr Text scheme_unknown{"api.scheme_unknown", "Regeling {scheme} is er op {day} niet. Zie GET /schemes.",
                                     "There is no scheme {scheme} on {day}. See GET /schemes."};
inline constexpr Text page_unreadable{"api.page_unreadable", "Kies page vanaf 1 en page-size van 1 tot en met 500.",
                                      "Choose page from 1 and page-size from 1 up to 500."};
inline constexpr Text trouble_text{"api.trouble", "Er ging iets mis. Noem de beheerder dit nummer: {reference}.",
                                   "Something went wrong. Give the administrator this number: {reference}."};

}  // namespace vierkant::api
