#pragma once

#include "base/result.h"
#include "domain/schemes/offer.h"
#include "formats/json_reader.h"

#include <string>
#include <string_view>

namespace vierkant::formats {

/// A scheme's offer in the words of schedule-terms.schema.json, without dates and amounts: months after the award and
/// shares of the loan stand for them. One rate, "annual_percent" or "base_rate"; in months or years.
schemes::LoanOffer read_offer(Fields& fields);

/// How a loan is to be drawn: "tranches", "first_drawing" and "last_drawing", each of which may be absent.
schemes::DrawingPlan read_drawing_plan(Fields& fields);
void write_drawing_plan(Json& json, const schemes::DrawingPlan& plan);

/// The same from a document of its own.
Result<schemes::DrawingPlan> read_drawing_file(std::string_view text, const std::string& source);

}  // namespace vierkant::formats
