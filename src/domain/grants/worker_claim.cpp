#include "domain/grants/worker_claim.h"

#include "base/bsn.h"
#include "base/exact.h"
#include "domain/grants/messages.h"

#include <algorithm>
#include <cstdint>

namespace vierkant::grants {

namespace {

constexpr std::size_t longest_reference = 20;
constexpr int most_letters_in_a_row = 4;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

Arguments worker(const WorkerClaim& claim)
{
    return {{"reference", claim.staff_reference}};
}

/// "36.50": hours as people write them in files.
std::string hours_text(Hours hours)
{
    return to_text(Money::cents(hours.hundredths));
}

bool contains(const std::vector<std::string>& known, const std::string& code)
{
    return std::find(known.begin(), known.end(), code) != known.end();
}

Result<Done> check_reference(const std::string& reference)
{
    if (reference.empty()) return bad_input(reference_missing);
    // A citizen service number is not repeated in the message.
    if (contains_bsn(reference)) return bad_input(reference_is_bsn);
    if (!is_staff_reference(reference)) return bad_input(reference_is_name);
    return Done{};
}

Result<Done> check_codes(const WorkerClaim& claim, const KnownCodes& known)
{
    // Said before an unknown code is repeated in a message.
    for (const auto* text :
         {&claim.required_level, &claim.attained_level, &claim.target_group, &claim.head.evidence.kind}) {
        if (contains_bsn(*text)) return bad_input(reference_is_bsn);
    }
    for (const auto* level : {&claim.required_level, &claim.attained_level}) {
        if (!contains(known.levels, *level)) {
            return bad_input(level_unknown, {{"reference", claim.staff_reference}, {"level", *level}});
        }
    }
    if (!contains(known.target_groups, claim.target_group)) {
        return bad_input(target_group_unknown, {{"reference", claim.staff_reference}, {"group", claim.target_group}});
    }
    return Done{};
}

}  // namespace

bool is_staff_reference(std::string_view text)
{
    int letters = 0;
    bool digit = false;
    for (const char c : text) {
        letters = is_letter(c) ? letters + 1 : 0;
        digit = digit || is_digit(c);
        const bool allowed = is_letter(c) || is_digit(c) || std::string_view{"-./_"}.find(c) != std::string_view::npos;
        if (!allowed || letters > most_letters_in_a_row) return false;
    }
    return digit && text.size() <= longest_reference;
}

Result<Done> check(const WorkerClaim& claim, Date awarded_on, const WorkerTerms& terms,
                   const std::vector<WorkerClaim>& before, const KnownCodes& known, Date today)
{
    if (auto sound = check_reference(claim.staff_reference); !sound) return sound;
    if (auto sound = check_codes(claim, known); !sound) return sound;
    if (auto sound = check(claim.head.evidence, today); !sound) return sound;
    const auto again = [&](const auto& other) {
        return other.staff_reference == claim.staff_reference && other.head.status() != ClaimStatus::rejected;
    };
    if (std::any_of(before.begin(), before.end(), again)) return refuse(claimed_before, worker(claim));
    if (claim.started_on < awarded_on) {
        return refuse(started_before_award,
                      {{"reference", claim.staff_reference}, {"start", claim.started_on}, {"award", awarded_on}});
    }
    if (claim.started_on > today) {
        return refuse(starts_later, {{"reference", claim.staff_reference}, {"start", claim.started_on}});
    }
    if (claim.hours < terms.hours_least) {
        return refuse(too_few_hours, {{"reference", claim.staff_reference},
                                      {"hours", hours_text(claim.hours)},
                                      {"least", hours_text(terms.hours_least)}});
    }
    return Done{};
}

Date kept_from(const WorkerClaim& claim, const WorkerTerms& terms)
{
    return add_months(claim.started_on, terms.months_kept);
}

bool left_early(const WorkerClaim& claim, const WorkerTerms& terms)
{
    return claim.left_on && *claim.left_on < kept_from(claim, terms);
}

Money earned_by_workers(const WorkerTerms& terms, const std::vector<WorkerClaim>& claims)
{
    const std::int64_t workers = std::count_if(claims.begin(), claims.end(), [&](const auto& claim) {
        return claim.head.status() == ClaimStatus::verified && !left_early(claim, terms);
    });
    return pro_rata(terms.per_worker, workers, 1, Rounding::down);
}

Retention retention(const WorkerClaim& claim, const WorkerTerms& terms, Date as_of)
{
    if (left_early(claim, terms) && *claim.left_on <= as_of) return Retention::broken;
    if (as_of < kept_from(claim, terms)) return Retention::running;
    const bool proven = claim.left_on || claim.kept_seen_on || terms.months_kept == 0;
    return proven ? Retention::kept : Retention::unproven;
}

Result<Done> check_kept(const WorkerClaim& claim, const WorkerTerms& terms, Date seen_on, Date today)
{
    if (claim.head.status() != ClaimStatus::verified) return refuse(not_verified, worker(claim));
    if (left_early(claim, terms)) {
        return refuse(has_left, {{"reference", claim.staff_reference}, {"day", *claim.left_on}});
    }
    if (seen_on > today) return bad_input(evidence_in_future, {{"day", seen_on}, {"today", today}});
    if (seen_on < kept_from(claim, terms)) {
        return refuse(months_running, {{"reference", claim.staff_reference}, {"day", kept_from(claim, terms)}});
    }
    return Done{};
}

Result<Done> check_left(const WorkerClaim& claim, Date left_on, Date today)
{
    if (claim.head.status() != ClaimStatus::verified) return refuse(not_verified, worker(claim));
    if (left_on < claim.started_on || left_on > today) {
        return refuse(
            left_out_of_range,
            {{"reference", claim.staff_reference}, {"day", left_on}, {"start", claim.started_on}, {"today", today}});
    }
    return Done{};
}

}  // namespace vierkant::grants
