#include "cli/commands/align_segmented.hpp"

#include "align/alignment_constraints.hpp"
#include "align/batch.hpp"
#include "align/links.hpp"
#include "align/parallel_for.hpp"
#include "align/segmented_text.hpp"
#include "cli/embeddings/options.hpp"
#include "cli/files.hpp"
#include "cli/options/anchors_file.hpp"
#include "cli/options/lexicons.hpp"
#include "cli/options/versions_settings.hpp"
#include "cli/print/explain.hpp"
#include "cli/progress.hpp"
#include "text/error.hpp"
#include "text/utf8.hpp"

#include <array>
#include <ostream>
#include <set>

namespace hexapla::cli {
namespace {

std::string admit_lines(const std::string& file) {
  return admit_segments(read_file(file), file);
}

/// The names of the files of one alignment; `translation` may be empty.
struct Names {
  std::string source;
  std::string target;
  std::string out;
  std::string translation;
};

/// What the views of a BatchPair look at.
struct Texts {
  explicit Texts(const Names& names)
      : source(admit_lines(names.source)), target(admit_lines(names.target)) {
    if (!names.translation.empty()) translation = admit_lines(names.translation);
  }

  [[nodiscard]] BatchPair pair(const std::vector<Language>& languages,
                               const Names& names) const {
    BatchPair pair{{languages[0], segments_of(source), {}},
                   {languages[1], segments_of(target), {}}};
    pair.source.translation = segments_of(translation);
    if (!names.translation.empty() &&
        pair.source.translation.size() != pair.source.segments.size())
      throw Error(Fault::malformed, {names.translation, 0},
                  "has " + std::to_string(pair.source.translation.size()) + " lines for " +
                      std::to_string(pair.source.segments.size()) +
                      " segments; it needs one a segment");
    return pair;
  }

  std::string source;
  std::string target;
  std::string translation;
};

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

void report_if_unrelated(const std::vector<Bead>& beads, const std::string& name,
                         std::ostream& err) {
  constexpr double percent = 100;
  const double share = parallelism(beads);
  if (beads.empty() || share >= least_parallel) return;
  err << name << ": not parallel: only " << static_cast<int>(share * percent)
      << " % of the segments seem to have a partner\n";
}

Exit align_one(const Arguments& arguments, const std::vector<Language>& languages,
               const AlignSettings& settings, Streams streams, Progress& progress) {
  if (arguments.words.size() != 2)
    throw UsageError("--segmented takes a SOURCE and a TARGET");
  const Names names{arguments.words[0], arguments.words[1], "",
                    arguments.value_or("translation", "")};
  const Texts texts(names);
  BatchPair pair = texts.pair(languages, names);
  const PairEmbeddings embeddings = embeddings_of(arguments, pair, streams.err, progress);
  pair.source.embeddings = embeddings.source.rows();
  pair.target.embeddings = embeddings.target.rows();
  progress.say("aligning");
  const GuidedAlignment aligned =
      align_guided(pair.source, pair.target,
                   {{}, confirmed_in(arguments.value_or("anchors", ""), pair)}, settings);
  report_if_unrelated(aligned.beads, names.source, streams.err);
  save_lexicon(arguments, std::span(&pair, 1), std::span(&aligned.beads, 1));
  const auto out = arguments.value("out");
  if (out) write_file(*out, [&](std::ostream& file) { write_links(file, aligned.beads); });
  if (settings.explain) {
    write_explanations(
        streams.out,
        std::string(languages[0].tag()) + '-' + std::string(languages[1].tag()),
        aligned.beads, aligned.explanations, arguments.has("format"));
  } else if (!out) {
    write_links(streams.out, aligned.beads);
  }
  return Exit::done;
}

/// A row: source, target, output, and perhaps a translation of the source.
std::vector<Names> rows_of(const std::string& list) {
  std::vector<Names> rows;
  std::set<std::string> outputs;
  const std::string text = admit_lines(list);
  std::size_t number = 0;
  for (std::string_view line : segments_of(text)) {
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    std::vector<std::string> fields(1);
    for (const char byte : line) {
      if (byte == '\t') {
        fields.emplace_back();
      } else {
        fields.back() += byte;
      }
    }
    if (fields.size() < 3 || fields.size() > 4)
      throw Error(Fault::malformed, {list, number},
                  "not a row of three or four file names with tabs between them");
    if (!outputs.insert(fields[2]).second)
      throw Error(Fault::inconsistent, {list, number}, "names the output of another row");
    fields.resize(4);
    rows.push_back({fields[0], fields[1], fields[2], fields[3]});
  }
  return rows;
}

Exit align_list(const Arguments& arguments, const std::vector<Language>& languages,
                const AlignSettings& settings, Streams streams) {
  if (!arguments.words.empty())
    throw UsageError("with --batch the files stand in its list");
  const auto rows = rows_of(arguments.required("batch"));
  const unsigned threads = versions_settings(arguments).threads;
  std::vector<std::optional<Texts>> texts(rows.size());
  std::vector<BatchPair> pairs(rows.size());
  parallel_for(rows.size(), threads, [&](std::size_t row) {
    texts[row].emplace(rows[row]);
    pairs[row] = texts[row]->pair(languages, rows[row]);
  });
  const auto aligned = align_batch(pairs, settings, threads);
  save_lexicon(arguments, pairs, aligned);
  parallel_for(rows.size(), threads, [&](std::size_t row) {
    write_file(rows[row].out, [&](std::ostream& file) { write_links(file, aligned[row]); });
  });
  for (std::size_t row = 0; row < rows.size(); ++row)
    report_if_unrelated(aligned[row], rows[row].source, streams.err);
  return Exit::done;
}

}  // namespace

Exit align_segmented(const Arguments& arguments, Streams streams) {
  const std::vector<Language> languages = languages_in(arguments.required("languages"));
  if (languages.size() != 2)
    throw UsageError("--languages takes two tags here, as in zh,en");
  Progress progress(streams);
  progress.say("aligning");
  AlignSettings settings = versions_settings(arguments).pairs;
  const auto known = known_among(arguments, languages, languages);
  settings.words = known.front().sources();
  return arguments.has("batch")
             ? align_list(arguments, languages, settings, streams)
             : align_one(arguments, languages, settings, streams, progress);
}

}  // namespace hexapla::cli
