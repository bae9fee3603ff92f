#pragma once

#include "web/visit.h"

#include <functional>
#include <string>
#include <string_view>

namespace vierkant::web {

inline constexpr std::string_view session_cookie_name = "vierkant_session";
inline const std::string session_cookie{session_cookie_name};
inline const std::string visit_cookie{"vierkant_visit"};

class LoginGuard;
/// Where this visitor's wrong passwords are counted, and where it is told who came in and who did not.
struct LoginDoor {
    LoginGuard& guard;
    std::string peer;
    const std::function<void(const std::string& line)>& log;
};

std::string roles_in_words(const Visit& visit);
std::vector<struct Choice> role_choices();

}  // namespace vierkant::web
