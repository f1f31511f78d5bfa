#pragma once

// Everything that `hexapla align` and `hexapla check` decide, as functions with values in
// and out. A program that links core alone aligns and checks a document so:
//
//   AlignRequest request;
//   for (each file) request.versions.push_back(segmented(read_text(bytes, name,
//   language))); request.termbase = read_termbase(termbase_bytes, "un-core.tbx");
//   request.versions = pivot_first(std::move(request.versions), std::nullopt);
//   Store store = Store::create("letter.hexapla", "my program 1.0");
//   const StoredWork letter = align_into(store, usual_work(request.versions), request);
//   store.publish();
//   const CheckedWork checked = check_work(store, letter.id, {});
//
// and writes the rows with Store::each_unit and a writer of exchange/. Nothing here reads
// files, asks the clock, or prints.

#include "align/align_versions.hpp"
#include "check/concept_use.hpp"
#include "check/finding.hpp"
#include "check/profile.hpp"
#include "corpus/store.hpp"
#include "term/termbase.hpp"
#include "workbench/aligned_lines.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace hexapla {

// ---- Aligning ----

/// Versions of one document and what is known of them.
struct AlignRequest {
  std::vector<SegmentedDocument> versions;  ///< Each in its own language, the pivot first.
  Termbase termbase;                        ///< May be empty.
  std::vector<ConfirmedBeads> anchors;      ///< Links that a person gives; they are kept.
  VersionsSettings settings;
};

/// The pivot first, the rest in the order of their tags, so that the order in which files
/// are named changes nothing. Without `pivot` Chinese, where there is a Chinese version.
/// Errors: Fault::inconsistent when none is in the language `pivot`, or two are in the
/// same.
[[nodiscard]] std::vector<SegmentedDocument> pivot_first(
    std::vector<SegmentedDocument> versions, std::optional<Language> pivot);

/// What a work is called without a name of its own: its symbol (A/75/574), or the name of
/// the pivot's file up to its first full stop. Symbol and date are the first that a version
/// tells.
[[nodiscard]] NewWork usual_work(std::span<const SegmentedDocument> versions);

/// An alignment and what departs in it; in no corpus yet.
struct AlignedWork {
  Multitext multitext;
  std::vector<Finding> findings;
};

/// Aligns and checks versions.
[[nodiscard]] AlignedWork align_work(const AlignRequest& request);

/// How settings of a run begin that are none, but what it had to say: "remark zh-en".
inline constexpr std::string_view remark_setting = "remark ";

/// What was said of the pairs as a whole stays with the run that said it.
void keep_remarks(RunRecord& run, const Multitext& multitext);

/// A work aligned again for newer versions of its documents.
struct RealignedWork {
  AlignedWork work;
  Termbase termbase;                    ///< The request's, or the one that the work has.
  std::vector<KeptDecision> kept;       ///< In terms of the new documents.
  std::vector<LoggedDecision> dropped;  ///< What they are about has changed.
  std::size_t unchanged = 0;            ///< Segments that are as before.
  std::size_t segments = 0;             ///< Of all new versions.
};

/// Aligns only what differs from the work `there`: the rest keeps its links, their
/// confidence, and what people decided about them. Anchors given now win over what was.
/// Writes nothing. Errors: those of Store::unedited_multitext.
[[nodiscard]] RealignedWork realign_work(const Store& store, std::int64_t there,
                                         AlignRequest request);

/// What a corpus holds of a work after align_into.
struct StoredWork {
  std::int64_t id = 0;
  Multitext multitext;       ///< After all decisions.
  std::size_t findings = 0;  ///< Without those dismissed.
  /// When the work was there before. Its multitext has moved to the member above.
  std::optional<RealignedWork> realigned;
};

/// Aligns versions into a corpus, in one transaction: as a new work, or, when there is a
/// work of that name, again. Errors: Fault::inconsistent when the work of that name is a
/// memory; those of
///         Store::add_work and Store::replace_work.
StoredWork align_into(Store& store, const NewWork& work, AlignRequest request,
                      std::optional<RunRecord> run = std::nullopt);

// ---- Texts ----

/// The texts of a work, aligned. Of a memory each language is a document whose segments are
/// the units' variants, and each unit is a row; of several variants in a language the first
/// counts.
/// Errors: those of Store::multitext.
/// Memory: all of the work.
[[nodiscard]] Multitext texts_of_work(const Store& store, std::int64_t work);

// ---- Checking ----

/// The findings of all bitexts with the pivot that the profile wants, in their order.
[[nodiscard]] std::vector<Finding> findings_of(const Multitext& multitext,
                                               const Termbase& termbase,
                                               const Profile& profile = Profile::usual());

/// The same with another version than the pivot for the source. Errors: those of
/// version_in().
[[nodiscard]] std::vector<Finding> findings_from(const Multitext& multitext,
                                                 Language source, const Termbase& termbase,
                                                 const Profile& profile = Profile::usual());

/// What is to be looked at.
struct CheckRequest {
  std::optional<Termbase> termbase;  ///< Instead of the one that the work has.
  std::optional<Profile> profile;    ///< Instead of the usual one.
  bool usage = false;                ///< Departures from the document's own usage, too.
  std::vector<Language> languages;   ///< Target languages; empty: all.
  std::optional<Language> source;    ///< Instead of the pivot. For a work only.
};

/// What departs in a work, with the texts that it is about.
struct CheckedWork {
  Multitext multitext;
  std::vector<Finding> findings;  ///< In the order of the text, by target language.
};

/// The findings of a work without those dismissed: those that the corpus keeps, or, for a
/// request that asks for something else, made anew. A corpus keeps none of memories, and
/// no termbase: theirs are always made anew.
/// Errors: those of Store::multitext.
[[nodiscard]] CheckedWork check_work(const Store& store, std::int64_t work,
                                     const CheckRequest& request);

/// The findings of two files of aligned lines, taken for one document.
[[nodiscard]] std::vector<Finding> check_lines(const AlignedLines& lines,
                                               const CheckRequest& request);

/// How each concept of the termbase is rendered in a work.
[[nodiscard]] std::vector<ConceptUse> concepts_of_work(const Store& store,
                                                       std::int64_t work,
                                                       const Termbase& termbase);

/// In which order findings are told.
enum class FindingOrder : std::uint8_t { document, rule, certainty };

/// Findings of one rule, or of the same certainty, stay in the order of the text.
void sort_findings(std::vector<Finding>& findings, FindingOrder order);

/// The version in a language. Errors: Fault::inconsistent when there is none.
[[nodiscard]] const SegmentedDocument& version_in(const Multitext& multitext,
                                                  Language language);

/// The segment that a finding is about. The view lives as long as `multitext`.
[[nodiscard]] std::string_view segment_text(const Multitext& multitext, const Spot& spot);

/// The bytes of the source file that a finding is about; of its text where the corpus
/// doesn't know where that came from.
[[nodiscard]] ByteRange source_bytes(const Multitext& multitext, const Spot& spot);

}  // namespace hexapla
