#pragma once

#include <filesystem>

/// One function for each group of qualities of issue 2; each prints its lines.
namespace vierkant::bench {

/// Where the administrations lie and scratch files may be made; on the disk whose commits are measured.
using Folder = std::filesystem::path;

void single_bookings(const Folder& folder);
void grouped_bookings(const Folder& folder);
void schedules(const Folder& folder);

}  // namespace vierkant::bench
