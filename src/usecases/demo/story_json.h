#pragma once

#include "usecases/demo/story.h"

#include <string>

/// The files that companies hand in, as the ordinary use cases read them (docs/examples).
namespace vierkant::demo {

std::string undertaking_json(const Firm& firm);
std::string application_json(const PlannedApplication& application);

/// Claims on a grant, each with the evidence that was seen on the day: workers, or a statement of cost.
std::string worker_claims_json(const std::vector<Worker>& workers, Date seen_on);
std::string cost_claim_json(const std::vector<Invoice>& invoices, Date seen_on);

/// What is found `years` (1, 2 or 3) after the award; empty where the story promises no jobs.
std::string job_realisation_json(const PlannedApplication& application, int years, Date measured_on);

/// The account a company pays from and is paid on.
std::string iban_of(const Firm& firm);
/// Another account of the synthetic bank, such as that of its parent.
std::string other_iban(const Firm& firm);

}  // namespace vierkant::demo
