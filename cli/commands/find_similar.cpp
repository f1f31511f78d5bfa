#include "cli/commands/find_similar.hpp"

#include "cli/print/find_output.hpp"
#include "corpus/store.hpp"

#include <ostream>
#include <utility>

namespace hexapla::cli {

Exit find_similar(const FindOptions& options, Streams streams) {
  if (!options.search.has.empty() || !options.search.lacks.empty())
    throw UsageError("--has and --lacks go with a query, not with --similar");
  const Store store = Store::open(options.file);
  const auto hits =
      store.similar({*options.similar, *options.search.language, options.least_score,
                     options.limit, options.search.filter});
  if (options.count) {
    streams.out << hits.size() << '\n';
  } else {
    HitWriter writer(options, store.works(), streams);
    for (const SimilarHit& hit : hits) {
      const std::string& text = hit.stored.unit.variants[hit.variant].text;
      writer.write({hit.stored, {{hit.variant, {{0, text.size()}}}}}, hit.score);
    }
  }
  return hits.empty() ? Exit::findings : Exit::done;
}

}  // namespace hexapla::cli
