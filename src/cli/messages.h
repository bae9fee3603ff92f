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
inline constexpr Text format_unknown{"cli.format_unknown",
                                     "De vorm {format} bestaat niet voor deze opdracht. Kies uit: {known}.",
                                     "The format {format} does not exist for this command. Choose from: {known}."};
inline constexpr Text already_done{"cli.already_done", "Deze opdracht was al uitgevoerd en is niet herhaald: {receipt}",
                                   "This request was carried out before and was not repeated: {receipt}"};
inline constexpr Text verified{"cli.verified", "Alles klopt: handelingen, boekingen en dagtotalen.",
                               "Everything agrees: works, entries and day totals."};

inline constexpr Text as_of_unreadable{"cli.as_of_unreadable",
                                       "\"{value}\" is geen bestaande datum. Schrijf --as-of als jjjj-mm-dd.",
                                       "\"{value}\" is not an existing date. Write --as-of as yyyy-mm-dd."};

}  // namespace vierkant::cli
