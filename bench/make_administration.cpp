// Makes an administration to measure on.
//   make_administration DATABASE LOANS

#include "administration.h"

#include <cstdio>
#include <cstdlib>
#include <exception>

int main(int argc, char** argv)
{
    using namespace vierkant;
    const auto loans = argc == 3 ? std::atoll(argv[2]) : 0;
    if (loans < 1 || loans > 9'999'999) {
        std::fprintf(stderr, "usage: make_administration DATABASE LOANS\n");
        return 2;
    }
    try {
        storage::Connection connection{argv[1]};
        bench::make_administration(connection, loans, [&](std::int64_t done) {
            if (done % 5'000 == 0) std::fprintf(stderr, "%lld of %lld loans\n", static_cast<long long>(done), loans);
        });
    } catch (const std::exception& error) {
        std::fprintf(stderr, "make_administration: %s\n", error.what());
        return 1;
    }
    return 0;
}
