#include "domain/banking/statement.h"

#include "domain/banking/messages.h"

namespace vierkant::banking {

std::string identity_of(const StatementHead& statement)
{
    auto identity = statement.account + "|" + statement.id;
    if (statement.sequence) identity += "|" + std::to_string(*statement.sequence);
    return identity;
}

std::vector<Notice> continuity(const StatementHead& previous, const StatementHead& next)
{
    verify(previous.account == next.account, "only statements of one account follow each other");
    std::vector<Notice> notices;
    if (previous.sequence && next.sequence) {
        const bool new_year = *next.sequence == 1 && next.closing.on.year() > previous.closing.on.year();
        if (*next.sequence != *previous.sequence + 1 && !new_year) {
            notices.push_back({&sequence_gap,
                               {{"account", next.account},
                                {"previous", std::to_string(*previous.sequence)},
                                {"next", std::to_string(*next.sequence)}}});
        }
    }
    if (previous.closing.amount != next.opening.amount) {
        notices.push_back({&balance_gap,
                           {{"account", next.account},
                            {"previous", previous.closing.amount},
                            {"previous_day", previous.closing.on},
                            {"next", next.opening.amount},
                            {"next_day", next.opening.on}}});
    }
    return notices;
}

}  // namespace vierkant::banking
