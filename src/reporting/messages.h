#pragma once

#include "base/result.h"

namespace vierkant::reporting {

inline constexpr Text unknown_column{"reporting.unknown_column",
                                     "De kolom \"{key}\" rekent met \"{name}\", maar die getalkolom komt niet uit de "
                                     "query van deze tabel. Noem een kolom die er wel is.",
                                     "Column \"{key}\" computes with \"{name}\", but this table's query has no such "
                                     "figure. Name a column that is there."};
inline constexpr Text wrong_keys{
    "reporting.wrong_keys",
    "De kolom \"{key}\" rekent met {number} kolommen. Noem er precies zoveel, de noemer als "
    "laatste.",
    "Column \"{key}\" computes with {number} columns. Name exactly as many, the "
    "denominator last."};
inline constexpr Text double_column{"reporting.double_column",
                                    "De kolom \"{key}\" staat twee keer in deze tabel. Geef een van de twee een andere "
                                    "naam.",
                                    "Column \"{key}\" is in this table twice. Give one of them another name."};
inline constexpr Text mixed_tables{
    "reporting.mixed_tables",
    "De tabel {table} hoort niet bij de andere: een rapport heeft eigen tabellen, of alleen tabellen uit andere "
    "rapporten. Maak er een rapport bij.",
    "The table {table} does not go with the others: a report has tables of its own, or only tables of other reports. "
    "Make another report."};
inline constexpr Text chart_column{
    "reporting.chart_column",
    "Een grafiek van de tabel {table} noemt de kolom \"{key}\". Noem kolommen die getoond worden, en als reeks alleen "
    "getallen van dezelfde soort.",
    "A chart of the table {table} names the column \"{key}\". Name columns that are shown, and as series only figures "
    "of one type."};

}  // namespace vierkant::reporting
