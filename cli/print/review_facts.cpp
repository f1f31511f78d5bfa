#include "cli/print/review_facts.hpp"

#include "workbench/review/reviewed_work.hpp"
#include "workbench/workbench.hpp"

namespace hexapla::cli {

ReviewFacts review_facts(const DecidedWork& work, std::size_t dismissed) {
  ReviewFacts facts;
  for (const Verdict verdict : work.verdicts)
    facts.rows.push_back(static_cast<RowVerdict>(verdict));
  for (const auto& [document, segment] : work.edited)
    facts.edited.emplace(work.multitext.documents.at(document).document.language, segment);
  facts.dismissed = dismissed;
  facts.name_of = [&work](const Finding& finding) {
    return name_of_finding(
        finding, [&](const Spot& spot) { return segment_text(work.multitext, spot); });
  };
  return facts;
}

}  // namespace hexapla::cli
