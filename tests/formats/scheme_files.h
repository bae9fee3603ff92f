#pragma once

#include "domain/parties/undertaking.h"
#include "domain/schemes/facts.h"

#include <set>
#include <string>
#include <vector>

// The files of the repository that the tests of schemes and applications read.

namespace vierkant::testing {

extern const std::set<std::string> scheme_codes;

std::string text_of(const std::string& file);
/// The file with the first `what` replaced.
std::string changed(const std::string& file, const std::string& what, const std::string& with);

/// The name of the example application of a scheme.
std::string example_of(const std::string& code);
parties::Undertaking example_undertaking();

/// Every file of data/schemes, which is named after its code and its first year.
std::vector<schemes::Scheme> all_editions();
schemes::Tables all_tables();

}  // namespace vierkant::testing
