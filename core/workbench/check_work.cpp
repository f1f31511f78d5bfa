#include "align/aligned_unit.hpp"
#include "check/across_versions.hpp"
#include "check/check.hpp"
#include "check/repetitions.hpp"
#include "text/error.hpp"
#include "workbench/usage_findings.hpp"
#include "workbench/workbench.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <string>
#include <utility>

namespace hexapla {
namespace {

void add_findings_of(const std::vector<AlignedUnit>& units, const Termbase& termbase,
                     const Profile& profile, std::vector<Finding>& findings) {
  std::ranges::move(check(units, termbase, profile), std::back_inserter(findings));
  Repetitions repetitions;
  repetitions.add(units);
  std::ranges::move(repetitions.findings(), std::back_inserter(findings));
}

Bitext turned_round(const Bitext& bitext) {
  Bitext turned{bitext.target, bitext.source, bitext.beads};
  for (Bead& bead : turned.beads)
    std::swap(bead.source, bead.target);
  return turned;
}

/// The bitexts between the version in `source` and each other one.
std::vector<Bitext> bitexts_from(const Multitext& multitext, Language source) {
  const SegmentedDocument* const version = &version_in(multitext, source);
  const auto place = static_cast<std::uint32_t>(version - multitext.documents.data());
  std::vector<Bitext> bitexts;
  for (const Bitext& bitext : multitext.bitexts) {
    if (bitext.source == place) bitexts.push_back(bitext);
    if (bitext.target == place) bitexts.push_back(turned_round(bitext));
  }
  return bitexts;
}

Language source_of(const Multitext& multitext, const CheckRequest& request) {
  return request.source.value_or(multitext.documents.front().document.language);
}

bool is_memory_work(const Store& store, std::int64_t work) {
  return std::ranges::any_of(store.works(), [&](const WorkInfo& info) {
    return info.id == work && info.kind == WorkKind::memory;
  });
}

std::vector<Finding> findings_in(const Store& store, std::int64_t work,
                                 const Multitext& multitext, const CheckRequest& request) {
  const bool is_memory = is_memory_work(store, work);
  if (!request.termbase && !request.profile && !request.source && !is_memory)
    return store.findings(work);
  if (multitext.documents.empty()) return {};
  const auto kept = [&] { return is_memory ? Termbase() : store.termbase(work); };
  return findings_from(multitext, source_of(multitext, request),
                       request.termbase ? *request.termbase : kept(),
                       request.profile.value_or(Profile::usual()));
}

}  // namespace

std::vector<Finding> findings_of(const Multitext& multitext, const Termbase& termbase,
                                 const Profile& profile) {
  if (multitext.documents.empty()) return {};
  return findings_from(multitext, multitext.documents.front().document.language, termbase,
                       profile);
}

std::vector<Finding> findings_from(const Multitext& multitext, Language source,
                                   const Termbase& termbase, const Profile& profile) {
  std::vector<Finding> findings;
  for (const Bitext& bitext : bitexts_from(multitext, source))
    add_findings_of(units_of_beads(multitext, bitext), termbase, profile, findings);
  weigh_by_other_versions(units_of_rows(multitext), termbase, source, findings);
  return profile.applied(std::move(findings));
}

CheckedWork check_work(const Store& store, std::int64_t work, const CheckRequest& request) {
  CheckedWork checked{texts_of_work(store, work), {}};
  checked.findings = findings_in(store, work, checked.multitext, request);
  if (request.usage && !checked.multitext.documents.empty())
    for (const Bitext& bitext :
         bitexts_from(checked.multitext, source_of(checked.multitext, request)))
      add_findings(findings_against_usage(units_of_beads(checked.multitext, bitext)),
                   checked.findings);
  const auto& wanted = request.languages;
  if (!wanted.empty())
    std::erase_if(checked.findings, [&](const Finding& finding) {
      return std::ranges::find(wanted, finding.target.front().language) == wanted.end();
    });
  return checked;
}

std::vector<Finding> check_lines(const AlignedLines& lines, const CheckRequest& request) {
  constexpr std::size_t stretch = 16384;  // lines held as units at a time
  const Termbase termbase = request.termbase.value_or(Termbase());
  const Profile profile = request.profile.value_or(Profile::usual());
  const Checker checker(termbase, lines.source(), lines.target(), profile);
  DocumentUse use;
  Repetitions repetitions;
  const auto each_further_stretch = [&](const auto& visit) {
    for (std::size_t first = stretch; first < lines.size(); first += stretch)
      visit(lines.units(first, std::min(first + stretch, lines.size())));
  };
  std::vector<Finding> findings;
  const auto keep = [&](std::vector<Finding> found) {
    std::ranges::move(profile.applied(std::move(found)), std::back_inserter(findings));
  };
  // What most documents have in all is read once; longer ones are read twice behind it.
  std::vector<AlignedUnit> first = lines.units(0, std::min(stretch, lines.size()));
  Checker::Read read = checker.survey_and_keep(first, use);
  repetitions.add(first);
  each_further_stretch([&](const std::vector<AlignedUnit>& units) {
    checker.survey(units, use);
    repetitions.add(units);
  });
  use.learn();
  keep(checker.check(first, use, std::move(read)));
  first = {};
  each_further_stretch(
      [&](const std::vector<AlignedUnit>& units) { keep(checker.check(units, use)); });
  std::ranges::move(profile.applied(repetitions.findings()), std::back_inserter(findings));
  if (request.usage)
    add_findings(findings_against_usage(lines.units(0, lines.size())), findings);
  return findings;
}

std::vector<ConceptUse> concepts_of_work(const Store& store, std::int64_t work,
                                         const Termbase& termbase) {
  return concept_use(units_of_rows(texts_of_work(store, work)), termbase);
}

void sort_findings(std::vector<Finding>& findings, FindingOrder order) {
  if (order == FindingOrder::rule)
    std::ranges::stable_sort(findings, {}, &Finding::rule);
  else if (order == FindingOrder::certainty)
    std::ranges::stable_sort(findings, std::ranges::greater(), &Finding::confidence);
}

const SegmentedDocument& version_in(const Multitext& multitext, Language language) {
  for (const SegmentedDocument& version : multitext.documents)
    if (version.document.language == language) return version;
  throw Error(Fault::inconsistent, {"corpus", 0},
              "there is no version in " + std::string(language.tag()));
}

std::string_view segment_text(const Multitext& multitext, const Spot& spot) {
  const SegmentedDocument& version = version_in(multitext, spot.language);
  return version.text_of(version.segments.at(spot.segment));
}

ByteRange source_bytes(const Multitext& multitext, const Spot& spot) {
  const SegmentedDocument& version = version_in(multitext, spot.language);
  const std::size_t begin = version.segments.at(spot.segment).range.begin;
  const ByteRange in_text{begin + spot.range.begin, begin + spot.range.end};
  const auto in_source = version.document.origin.source_of(in_text);
  if (in_source.empty()) return in_text;
  return {in_source.front().begin, in_source.back().end};
}

}  // namespace hexapla
