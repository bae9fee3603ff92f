#pragma once

#include "base/result.h"

namespace vierkant::cli {

inline constexpr Text file_unreadable{
    "cli.file_unreadable", "Het bestand {file} is niet te lezen: {reason}. Controleer de naam en de rechten.",
    "The file {file} cannot be read: {reason}. Check its name and permissions."};
inline constexpr Text file_unwritable{
    "cli.file_unwritable", "Het bestand {file} is niet te schrijven: {reason}. Controleer de map en de rechten.",
    "The file {file} cannot be written: {reason}. Check the folder and permissions."};
inline constexpr Text file_too_large{"cli.file_too_large",
                                     "Het bestand {file} is groter dan {most} MB. Bied een kleiner bestand aan.",
                                     "The file {file} is larger than {most} MB. Offer a smaller file."};
inline constexpr Text no_administration{
    "cli.no_administration",
    "Er is nog geen administratie in {database}. Maak er een met: vierkant --db {database} init",
    "There is no administration in {database} yet. Make one with: vierkant --db {database} init"};
inline constexpr Text administration_older{
    "cli.administration_older",
    "De administratie in {database} is van een eerdere versie van dit programma. Werk haar bij met: vierkant --db "
    "{database} migrate",
    "The administration in {database} is of an earlier version of this program. Bring it up to this one with: vierkant "
    "--db {database} migrate"};
inline constexpr Text administration_newer{
    "cli.administration_newer",
    "De administratie in {database} is van een latere versie van dit programma. Werk met die versie.",
    "The administration in {database} is of a later version of this program. Work with that version."};
inline constexpr Text migrated{"cli.migrated", "De administratie is bijgewerkt naar deze versie: {count} stappen.",
                               "The administration was brought up to this version: {count} steps."};
inline constexpr Text kept_as_it_was{"cli.kept_as_it_was", "Zoals zij was, staat zij in {file}.",
                                     "As it was, it is kept in {file}."};
inline constexpr Text migrated_before{"cli.migrated_before", "De administratie was al van deze versie.",
                                      "The administration was of this version already."};
inline constexpr Text backup_exists{"cli.backup_exists",
                                    "{file} bestaat al en wordt niet overschreven. Kies een andere naam.",
                                    "{file} exists already and is not overwritten. Choose another name."};
inline constexpr Text backup_of_server{
    "cli.backup_of_server",
    "Deze administratie staat op PostgreSQL. Maak een kopie met pg_dump en zet die terug met pg_restore; zie "
    "docs/operations.md.",
    "This administration is on PostgreSQL. Make a copy with pg_dump and put it back with pg_restore; see "
    "docs/operations.md."};
inline constexpr Text backed_up{"cli.backed_up", "Reservekopie gemaakt en nagerekend: {file}.",
                                "Backup made and verified: {file}."};
inline constexpr Text backup_unsound{
    "cli.backup_unsound", "{file} is niet in orde: {count} bevindingen, hierboven genoemd. Er is niets teruggezet.",
    "{file} is not in order: {count} findings, told above. Nothing was put back."};
inline constexpr Text copy_unsound{
    "cli.copy_unsound",
    "De kopie is gemaakt, maar de administratie is niet in orde: {count} bevindingen, hierboven genoemd.",
    "The copy was made, but the administration is not in order: {count} findings, told above."};
inline constexpr Text restored{"cli.restored", "{file} is nagerekend en teruggezet als {database}.",
                               "{file} was verified and put back as {database}."};
inline constexpr Text format_unknown{"cli.format_unknown",
                                     "De vorm {format} bestaat niet voor deze opdracht. Kies uit: {known}.",
                                     "The format {format} does not exist for this command. Choose from: {known}."};
inline constexpr Text output_needed{
    "cli.output_needed",
    "Een {format}-bestand is niet op een scherm te lezen. Geef met --output de naam van het bestand.",
    "A file of format {format} cannot be read on a screen. Name the file with --output."};
inline constexpr Text already_done{"cli.already_done", "Deze opdracht was al uitgevoerd en is niet herhaald: {receipt}",
                                   "This request was carried out before and was not repeated: {receipt}"};
inline constexpr Text period_is_closed{
    "cli.period_is_closed",
    "{day} ligt in een gesloten periode (tot en met {until}); daar wordt niets meer geboekt. Werk met een latere "
    "--today: wat eerder gebeurde, kan met zijn eigen datum geboekt worden.",
    "{day} is in a closed period (up to {until}); nothing is booked there any more. Work with a later --today: what "
    "happened earlier can be booked with its own date."};
inline constexpr Text verified{"cli.verified", "Alles klopt: handelingen, boekingen en dagtotalen.",
                               "Everything agrees: works, entries and day totals."};

inline constexpr Text date_unreadable{"cli.date_unreadable",
                                      "\"{value}\" is geen bestaande datum. Schrijf {option} als jjjj-mm-dd.",
                                      "\"{value}\" is not an existing date. Write {option} as yyyy-mm-dd."};
inline constexpr Text amount_unreadable{"cli.amount_unreadable", "\"{value}\" is geen bedrag. Schrijf het als 1234.50.",
                                        "\"{value}\" is no amount. Write it as 1234.50."};
inline constexpr Text judgement_unreadable{"cli.judgement_unreadable",
                                           "\"{value}\" is geen oordeel. Schrijf --judge REGEL=MOTIVERING.",
                                           "\"{value}\" is no judgement. Write --judge RULE=MOTIVATION."};
inline constexpr Text dossier_or_file{"cli.dossier_or_file", "Noem een dossiernummer of een --file, niet allebei.",
                                      "Name a dossier or a --file, not both."};
inline constexpr Text one_decision{"cli.one_decision", "Kies een besluit: --award, --refuse of --return.",
                                   "Choose one decision: --award, --refuse or --return."};

inline constexpr Text unemployment_path{"cli.unemployment_path",
                                        "  werkloosheid: van {first} % op {from} naar {last} % op {until}",
                                        "  unemployment: from {first} % on {from} to {last} % on {until}"};
inline constexpr Text editions_registered{"cli.editions_registered",
                                          "  {editions} uitgaven van regelingen; zie: vierkant scheme list",
                                          "  {editions} editions of schemes; see: vierkant scheme list"};

inline constexpr Text rules_of_day{
    "cli.rules_of_day", "Gevraagd {amount}, ontvangen {received}; getoetst aan de regels die gelden vanaf {from}.",
    "{amount} asked, received {received}; checked against the rules that hold from {from}."};
inline constexpr Text verdict_met{"cli.verdict_met", "Aan alle regels is voldaan.", "All rules are met."};
inline constexpr Text verdict_not_met{"cli.verdict_not_met", "Aan deze regels is niet voldaan: {rules}.",
                                      "These rules are not met: {rules}."};
inline constexpr Text verdict_unknown{"cli.verdict_unknown", "Over deze regels moet een mens oordelen: {rules}.",
                                      "A person has to judge these rules: {rules}."};
inline constexpr Text registered{
    "cli.registered",
    "Geregistreerd als dossier {dossier}; besluit uiterlijk {day}. Verder met: vierkant application check {dossier}",
    "Registered as dossier {dossier}; decide by {day}. Go on with: vierkant application check {dossier}"};
inline constexpr Text dossier_is_now{"cli.dossier_is_now", "Dossier {dossier}: {status}.",
                                     "Dossier {dossier}: {status}."};
inline constexpr Text award_was_proposed{
    "cli.award_was_proposed",
    "Dossier {dossier}: {amount} toe te kennen, voorgesteld door {actor}. Een ander besluit met: vierkant application "
    "decide {dossier} --award",
    "Dossier {dossier}: {amount} to be awarded, proposed by {actor}. Somebody else decides with: vierkant application "
    "decide {dossier} --award"};
inline constexpr Text refusal_was_proposed{
    "cli.refusal_was_proposed",
    "Dossier {dossier}: afwijzing voorgesteld door {actor}. Een ander besluit met: vierkant application decide "
    "{dossier} --refuse",
    "Dossier {dossier}: refusal proposed by {actor}. Somebody else decides with: vierkant application decide {dossier} "
    "--refuse"};
inline constexpr Text decided_to_award{
    "cli.decided_to_award",
    "Dossier {dossier}: {amount} toegekend als {award}, betaalkenmerk {reference}. In het fonds blijft {available} "
    "beschikbaar.",
    "Dossier {dossier}: {amount} awarded as {award}, payment reference {reference}. {available} remains available in "
    "the fund."};
inline constexpr Text decided_to_refuse{"cli.decided_to_refuse", "Dossier {dossier}: afgewezen.",
                                        "Dossier {dossier}: refused."};
inline constexpr Text sent_back{"cli.sent_back", "Dossier {dossier}: het voorstel is teruggestuurd.",
                                "Dossier {dossier}: the proposal was sent back."};

inline constexpr Text no_such_scheme{"cli.no_such_scheme",
                                     "De regeling {scheme} bestaat niet of geldt niet op {day}. Zie: vierkant scheme "
                                     "list",
                                     "The scheme {scheme} does not exist or does not hold on {day}. See: vierkant "
                                     "scheme list"};
inline constexpr Text scheme_added{"cli.scheme_added", "{scheme}: de nieuwe regels gelden vanaf {from}.",
                                   "{scheme}: the new rules hold from {from}."};

inline constexpr Text as_of_unreadable{"cli.as_of_unreadable",
                                       "\"{value}\" is geen bestaande datum. Schrijf --as-of als jjjj-mm-dd.",
                                       "\"{value}\" is not an existing date. Write --as-of as yyyy-mm-dd."};

inline constexpr Text demo_year{"cli.demo_year", "  {year} gespeeld: {acts} handelingen tot nu toe",
                                "  {year} played: {acts} acts so far"};
inline constexpr Text demo_played{
    "cli.demo_played",
    "Het voorbeeld loopt van {first} tot en met {last}: {applications} aanvragen, {awards} toekenningen, {acts} "
    "handelingen van vier medewerkers.\n"
    "{statements} bankafschriften met {lines} regels staan in {folder}; {suspense} regels kwamen op vraagposten.\n"
    "Verder met: vierkant verify, vierkant loan list, vierkant report list",
    "The example runs from {first} to {last}: {applications} applications, {awards} awards, {acts} acts of four "
    "officers.\n"
    "{statements} bank statements with {lines} lines are in {folder}; {suspense} lines went to suspense.\n"
    "Go on with: vierkant verify, vierkant loan list, vierkant report list"};

}  // namespace vierkant::cli
