#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// One function for each group of qualities; each prints its lines.
namespace vierkant::bench {

/// Where the administrations lie and scratch files may be made; on the disk whose commits are measured.
using Folder = std::filesystem::path;

void single_bookings(const Folder& folder);
void grouped_bookings(const Folder& folder);
void bank_import(const Folder& folder);
void schedules(const Folder& folder);
void replays(const Folder& folder);
void quantlib(const Folder& folder);  ///< only where it is installed (WITH_QUANTLIB)
void start_up(const Folder& folder);
void reports(const Folder& folder);
void growth(const Folder& folder);
void closing(const Folder& folder);
void web_load(const Folder& folder);
void web_readers(const Folder& folder);
void web_soak(const Folder& folder);  ///< ten minutes: only where it is asked for

/// An administration that bench/run made: "1000.db" holds a thousand loans.
struct AdministrationFile {
    std::int64_t loans;
    std::string path;
};
/// Those in the folder, the smallest first.
std::vector<AdministrationFile> administrations(const Folder& folder);

}  // namespace vierkant::bench
