#pragma once

#include "base/date.h"
#include "base/id.h"
#include "base/result.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace vierkant::grants {

/// A document by which a claim is proven. A closed list: free words would invite names.
struct EvidenceKind {
    std::string_view code;
    std::string_view nl;
    std::string_view en;
};
inline constexpr std::array evidence_kinds{
    EvidenceKind{"contract", "arbeidsovereenkomst", "employment contract"},
    EvidenceKind{"payslip", "loonstrook", "payslip"},
    EvidenceKind{"payroll", "verzamelloonstaat", "payroll statement"},
    EvidenceKind{"target-group", "doelgroepverklaring", "target-group statement"},
    EvidenceKind{"invoice", "factuur", "invoice"},
    EvidenceKind{"payment", "betaalbewijs", "proof of payment"},
    EvidenceKind{"audit", "controleverklaring", "auditor's report"},
};
/// The codes, for a refusal: "contract, payslip, ...".
std::string known_evidence();

/// The document is not kept here: an officer has seen it.
struct Evidence {
    std::string kind;  ///< a code of evidence_kinds
    Date seen_on;
};
Result<Done> check(const Evidence& evidence, Date today);

enum class ClaimStatus { entered, verified, rejected };

/// What every claim has, whatever it is for.
struct ClaimHead {
    ClaimId id;
    std::string entered_by;
    Evidence evidence;
    std::optional<std::string> verified_by = std::nullopt;
    std::optional<std::string> rejected_by = std::nullopt;

    [[nodiscard]] ClaimStatus status() const
    {
        if (rejected_by) return ClaimStatus::rejected;
        return verified_by ? ClaimStatus::verified : ClaimStatus::entered;
    }
};

/// May `by` verify it? Once, and never who entered it (four eyes, design.md invariant 7).
Result<Done> check_verification(const ClaimHead& claim, const std::string& by);

}  // namespace vierkant::grants
