#include "cli/commands/align_segmented.hpp"

#include "align/alignment_constraints.hpp"
#include "align/links.hpp"
#include "cli/commands/align_batch.hpp"
#include "cli/embeddings/options.hpp"
#include "cli/files.hpp"
#include "cli/options/anchors_file.hpp"
#include "cli/options/lexicons.hpp"
#include "cli/options/segmented_pair.hpp"
#include "cli/options/versions_settings.hpp"
#include "cli/print/explain.hpp"
#include "cli/print/remarks.hpp"
#include "cli/progress.hpp"
#include "text/error.hpp"
#include "text/utf8.hpp"

#include <ostream>

namespace hexapla::cli {
namespace {

SegmentRun run_of(const std::vector<std::uint32_t>& segments, std::uint32_t next,
                  const std::string& file) {
  if (segments.empty()) return {next, next};
  for (std::size_t i = 1; i < segments.size(); ++i)
    if (segments[i] != segments[i - 1] + 1)
      throw Error(Fault::malformed, {file, 0}, "holds a link whose segments have gaps");
  return {segments.front(), segments.back() + 1};
}

std::vector<Bead> confirmed_links(std::string_view text, const std::string& file) {
  std::vector<Bead> beads;
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  for (const Link& link : read_links(text, file)) {
    beads.push_back({run_of(link.source, source, file), run_of(link.target, target, file)});
    source = beads.back().source.last;
    target = beads.back().target.last;
  }
  return beads;
}

/// A table of anchors as for whole documents; links as this command writes them begin with
/// a bracket. Nothing without a file.
std::vector<Bead> confirmed_in(const std::string& file, const BatchPair& pair) {
  if (file.empty()) return {};
  const std::string text = admit_utf8(read_file(file), file);
  std::vector<Bead> beads;
  if (text.starts_with('[')) {
    beads = confirmed_links(text, file);
  } else {
    std::vector<SegmentedDocument> sides(2);
    sides[0].document.language = pair.source.language;
    sides[0].segments.resize(pair.source.segments.size());
    sides[1].document.language = pair.target.language;
    sides[1].segments.resize(pair.target.segments.size());
    for (const ConfirmedBeads& confirmed : read_anchors(text, file, sides))
      beads.insert(beads.end(), confirmed.beads.begin(), confirmed.beads.end());
  }
  if (!in_order(beads, static_cast<std::uint32_t>(pair.source.segments.size()),
                static_cast<std::uint32_t>(pair.target.segments.size())))
    throw Error(Fault::malformed, {file, 0},
                "holds links that cross, overlap or lie outside the texts");
  std::ranges::sort(beads, {}, [](const Bead& bead) {
    return std::pair(bead.source.first, bead.target.first);
  });
  return beads;
}

Exit align_one(const AlignOptions& given, const AlignSettings& settings, Streams streams,
               Progress& progress) {
  PairNames names{given.files[0], given.files[1], "", given.translation.value_or("")};
  if (const auto& vectors = given.embeddings.files) {
    names.source_vectors = vectors->at(0);
    names.target_vectors = vectors->at(1);
  }
  const PairTexts texts = read_pair(names);
  BatchPair pair = pair_of(texts, names, given.languages);
  const PairEmbeddings embeddings =
      embeddings_of(given.embeddings, pair, names, streams.err, progress);
  pair.source.embeddings = embeddings.source.rows();
  pair.target.embeddings = embeddings.target.rows();
  progress.say("aligning");
  const GuidedAlignment aligned =
      align_guided(pair.source, pair.target,
                   {{}, confirmed_in(given.anchors.value_or(""), pair)}, settings);
  const JudgedPair judged{
      names.source, names.target, aligned.beads.size(), aligned.belonging,
      remarks_on(pair.source, pair.target, aligned.beads, aligned.belonging, settings)};
  write_remarks(streams.err, judged);
  save_lexicon(given.words, std::span(&pair, 1), std::span(&aligned.beads, 1));
  const auto& out = given.out;
  if (out) write_file(*out, [&](std::ostream& file) { write_links(file, aligned.beads); });
  if (settings.explain) {
    write_explanations(
        streams.out,
        std::string(given.languages[0].tag()) + '-' + std::string(given.languages[1].tag()),
        aligned.beads, aligned.explanations, given.jsonl);
  } else if (!out) {
    write_links(streams.out, aligned.beads);
  } else if (given.jsonl) {
    write_remarks_jsonl(streams.out, judged);
  }
  return Exit::done;
}

}  // namespace

Exit align_segmented(const AlignOptions& given, Streams streams) {
  Progress progress(streams);
  progress.say("aligning");
  AlignSettings settings = versions_settings(given).pairs;
  const auto known = known_among(given.words, given.languages, given.languages);
  settings.words = known.front().sources();
  return given.batch ? align_batch_list(given, settings, streams, progress)
                     : align_one(given, settings, streams, progress);
}

}  // namespace hexapla::cli
