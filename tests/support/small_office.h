#pragma once

#include "base/secret.h"
#include "storage/user_store.h"
#include "support/served_desk.h"
#include "support/small_portfolio.h"

#include <string>

namespace vierkant::testing {

/// The desk over the small portfolio, with who works there already logged in: anna (officer), bob (decider), carla
/// (treasurer), dirk (auditor) and wim (administrator).
class SmallOffice {
public:
    explicit SmallOffice(Date today, void (*fill)(storage::Connection&) = make_small_portfolio) : today_{today}
    {
        storage::Connection connection{database_.name()};
        fill(connection);
        {
            storage::Work work{connection, task("user add", today)};
            for (const auto& [login, role] : people)
                storage::add_account(work, {{login, std::string{login} + " van het fonds", {role}, true}, 1});
            work.commit("accounts");
        }
        for (const auto& [login, role] : people)
            storage::add_session(connection, {token_digest(id_of(login)), login, {desk_.now, desk_.now}, ""});
    }

    Visitor as(const std::string& login)
    {
        Visitor visitor{desk_.port()};
        visitor.cookies()["vierkant_session"] = id_of(login);
        return visitor;
    }
    [[nodiscard]] std::string database() const { return database_.name(); }
    [[nodiscard]] const std::string& log() const { return desk_.log; }

private:
    static constexpr std::pair<const char*, officers::Role> people[]{{"anna", officers::Role::officer},
                                                                     {"bob", officers::Role::decider},
                                                                     {"carla", officers::Role::treasurer},
                                                                     {"dirk", officers::Role::auditor},
                                                                     {"wim", officers::Role::administrator}};
    static std::string id_of(const std::string& login) { return std::string(43 - login.size(), '0') + login; }

    Date today_;
    ScratchDatabase database_;
    ServedDesk desk_{database_.name(), today_};
};

}  // namespace vierkant::testing
