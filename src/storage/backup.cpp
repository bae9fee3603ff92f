#include "storage/backup.h"

#include <filesystem>

namespace vierkant::storage {

void copy_into(Connection& connection, const std::string& file)
{
    namespace fs = std::filesystem;
    verify(connection.dialect() == Dialect::sqlite, "a server has its own way to make copies");
    const auto unfinished = file + ".unfinished";
    fs::remove(unfinished);
    try {
        connection.execute("VACUUM INTO ?", {unfinished});
        fs::rename(unfinished, file);
    } catch (...) {
        std::error_code none;
        fs::remove(unfinished, none);
        throw;
    }
}

}  // namespace vierkant::storage
