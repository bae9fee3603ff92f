#pragma once

#include "base/result.h"

namespace vierkant::usecases {

inline constexpr Text no_pdf_program{
    "usecases.no_pdf_program",
    "Een PDF maken kan hier niet: het programma WeasyPrint staat niet op deze computer. Kies html: die bladzijde is "
    "opgemaakt om af te drukken, ook als PDF.",
    "A PDF cannot be made here: the program WeasyPrint is not on this computer. Choose html: that page is laid out to "
    "be "
    "printed, also as PDF."};
inline constexpr Text pdf_took_too_long{
    "usecases.pdf_took_too_long",
    "Van dit rapport een PDF maken duurde langer dan {seconds} seconden en is gestaakt. Kies xlsx of html voor een "
    "rapport met zoveel regels.",
    "Making a PDF of this report took longer than {seconds} seconds and was stopped. Choose xlsx or html for a report "
    "with so many rows."};
inline constexpr Text pdf_failed{
    "usecases.pdf_failed",
    "WeasyPrint kon van dit rapport geen PDF maken. Kies html: die bladzijde is opgemaakt om af te drukken, ook als "
    "PDF.",
    "WeasyPrint could not make a PDF of this report. Choose html: that page is laid out to be printed, also as PDF."};
inline constexpr Text pdf_busy{
    "usecases.pdf_busy", "Er worden al twee rapporten als PDF opgemaakt. Probeer het over een halve minuut opnieuw.",
    "Two reports are being made into a PDF already. Try again in half a minute."};

}  // namespace vierkant::usecases
