#include "formats/job_json.h"

#include "base/bsn.h"
#include "formats/json_reader.h"
#include "formats/messages.h"

#include <set>

namespace vierkant::formats {

namespace {

constexpr std::int64_t most_jobs = 100'000;  // the four municipalities have some 115,000 jobs

social_return::JobLine read_line(Fields& f)
{
    using social_return::JobKind;
    social_return::JobLine line;
    line.kind = f.one_of<JobKind>("kind", {{"new", JobKind::created}, {"kept", JobKind::kept}});
    line.level = f.text("level");
    line.target_group = f.text_or("target_group", "");
    line.jobs = f.integer("jobs", 0, most_jobs);
    f.refuse_unknown();
    return line;
}

}  // namespace

Result<social_return::JobRealisation> read_job_realisation(std::string_view json, const std::string& source)
{
    const auto document = parse_json(json, source);
    if (!document) return document.refusal();
    Fields f{*document, source};
    social_return::JobRealisation realisation{f.date("measured_on"), f.text("evidence"), {}};
    f.require(!contains_bsn(realisation.evidence), "evidence", holds_bsn);
    std::set<std::string> seen;
    for (auto& item : f.objects("jobs")) {
        realisation.lines.push_back(read_line(item));
        const auto& line = realisation.lines.back();
        const auto key = line.level + "/" + line.target_group + "/" +
                         (line.kind == social_return::JobKind::created ? "new" : "kept");
        item.require(!contains_bsn(line.target_group), "target_group", holds_bsn);
        item.require(seen.insert(key).second, "level", given_twice, {{"value", key}});
    }
    f.require(!realisation.lines.empty(), "jobs", job_lines_missing);
    f.refuse_unknown();
    if (const auto& wrong = f.refusal()) return *wrong;
    return realisation;
}

}  // namespace vierkant::formats
