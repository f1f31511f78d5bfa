#include "cli/options/versions_settings.hpp"

#include "cli/files.hpp"
#include "cli/options/anchors_file.hpp"
#include "cli/print/alignment_summary.hpp"
#include "cli/print/explain.hpp"
#include "cli/print/remarks.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <thread>

namespace hexapla::cli {

VersionsSettings versions_settings(const AlignOptions& given) {
  constexpr unsigned most_threads = 256;
  VersionsSettings settings;
  settings.pairs.without = given.without;
  if (given.widest) settings.pairs.widest_bead = *given.widest;
  settings.pairs.explain = given.explain;
  settings.pairs.judge = true;
  if (given.alone) settings.witness_rounds = 0;
  settings.threads = given.threads ? std::min(most_threads, *given.threads)
                                   : std::max(1U, std::thread::hardware_concurrency());
  return settings;
}

std::vector<ConfirmedBeads> confirmed_beads(const AlignOptions& given,
                                            std::span<const SegmentedDocument> versions) {
  if (!given.anchors) return {};
  const std::string& file = *given.anchors;
  return read_anchors(admit_utf8(read_file(file), file), file, versions);
}

void report_alignment(const AlignOptions& given, const Multitext& multitext,
                      Streams streams) {
  write_alignment_summary(streams.err, multitext);
  for (const JudgedBitext& bitext : multitext.judged)
    write_remarks(streams.err, judged_pair(multitext, bitext));
  if (given.explain) {
    for (const Bitext& bitext : multitext.bitexts) {
      const auto tag_of = [&](std::uint32_t document) {
        return std::string(multitext.documents[document].document.language.tag());
      };
      write_explanations(streams.out, tag_of(bitext.source) + '-' + tag_of(bitext.target),
                         bitext.beads, bitext.explanations, given.jsonl);
    }
  } else if (given.jsonl) {
    write_alignment_summary_jsonl(streams.out, multitext);
  }
}

}  // namespace hexapla::cli
