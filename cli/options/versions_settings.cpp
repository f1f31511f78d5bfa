#include "cli/options/versions_settings.hpp"

#include "align/evidence/shape.hpp"
#include "cli/files.hpp"
#include "cli/options/anchors_file.hpp"
#include "cli/print/alignment_summary.hpp"
#include "cli/print/explain.hpp"
#include "cli/print/remarks.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <thread>

namespace hexapla::cli {

VersionsSettings versions_settings(const Arguments& arguments) {
  constexpr unsigned most_threads = 256;
  VersionsSettings settings;
  settings.pairs.without = left_out(arguments);
  if (const auto widest = arguments.value("widest")) {
    settings.pairs.widest_bead = number_in("widest", *widest);
    if (settings.pairs.widest_bead > widest_possible_bead)
      throw UsageError("--widest is at most " + std::to_string(widest_possible_bead));
  }
  settings.pairs.explain = arguments.has("explain");
  settings.pairs.judge = true;
  if (arguments.has("alone")) settings.witness_rounds = 0;
  const auto threads = arguments.value("threads");
  settings.threads = threads ? std::min(most_threads, number_in("threads", *threads))
                             : std::max(1U, std::thread::hardware_concurrency());
  return settings;
}

std::vector<ConfirmedBeads> confirmed_beads(const Arguments& arguments,
                                            std::span<const SegmentedDocument> versions) {
  const auto file = arguments.value("anchors");
  if (!file) return {};
  return read_anchors(admit_utf8(read_file(*file), *file), *file, versions);
}

void report_alignment(const Arguments& arguments, const Multitext& multitext,
                      Streams streams) {
  write_alignment_summary(streams.err, multitext);
  for (const JudgedBitext& bitext : multitext.judged)
    write_remarks(streams.err, judged_pair(multitext, bitext));
  if (arguments.has("explain")) {
    for (const Bitext& bitext : multitext.bitexts) {
      const auto tag_of = [&](std::uint32_t document) {
        return std::string(multitext.documents[document].document.language.tag());
      };
      write_explanations(streams.out, tag_of(bitext.source) + '-' + tag_of(bitext.target),
                         bitext.beads, bitext.explanations, arguments.has("format"));
    }
  } else if (arguments.has("format")) {
    write_alignment_summary_jsonl(streams.out, multitext);
  }
}

}  // namespace hexapla::cli
