#include "cli/embeddings/options.hpp"

#include "align/evidence/read_embeddings.hpp"
#include "cli/command.hpp"
#include "cli/embeddings/cache.hpp"
#include "cli/embeddings/server.hpp"
#include "cli/files.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <ostream>

namespace hexapla::cli {
namespace {

constexpr const char* key_variable = "HEXAPLA_API_KEY";

std::string variable(const char* name) {
  const char* const value = std::getenv(name);
  return value ? value : "";
}

/// Where the cache lies by the XDG base directory specification; empty when there is no
/// home to put it.
std::filesystem::path cache_folder() {
  const std::filesystem::path named = variable("XDG_CACHE_HOME");
  if (named.is_absolute()) return named / "hexapla";
  const std::filesystem::path home = variable("HOME");
  return home.is_absolute() ? home / ".cache" / "hexapla" : std::filesystem::path();
}

PairEmbeddings from_files(const PairNames& names, const BatchPair& pair,
                          std::uint32_t dimension) {
  const auto read = [&](const std::string& file, const AlignmentSide& side) {
    return read_embeddings(read_file(file), file, side.segments, dimension);
  };
  PairEmbeddings result{read(names.source_vectors, pair.source),
                        read(names.target_vectors, pair.target)};
  if (result.source.dimension != result.target.dimension)
    throw Error(Fault::inconsistent, {names.target_vectors, 0},
                "has vectors of dimension " + std::to_string(result.target.dimension) +
                    ", but " + names.source_vectors + " of " +
                    std::to_string(result.source.dimension) +
                    "; both must come from one model");
  return result;
}

PairEmbeddings from_server(const EmbeddingOptions& given, const BatchPair& pair,
                           std::ostream& err, Progress& progress) {
  ServerSettings settings;
  settings.url = given.url.value();
  settings.model = given.model.value();
  settings.key = variable(key_variable);
  if (given.timeout) {
    settings.limits.whole = std::chrono::seconds(*given.timeout);
    settings.limits.connect = std::min(settings.limits.connect, settings.limits.whole);
  }
  EmbeddingCache cache(cache_folder(), settings.url + "\n" + settings.model);
  EmbeddingServer server(settings, cache, [&](std::size_t done, std::size_t all) {
    progress.say("asking for embeddings: " + std::to_string(done) + " of " +
                 std::to_string(all) + " segments");
  });
  // Both sides in one request series: a line that is on both is asked for once.
  std::vector<std::string_view> texts = pair.source.segments;
  texts.insert(texts.end(), pair.target.segments.begin(), pair.target.segments.end());
  const Embeddings all = server.embed(texts);
  if (!cache.complaint().empty())
    err << "hexapla: embeddings are not kept for the next time: " << cache.complaint()
        << '\n';
  const auto border =
      all.numbers.begin() +
      static_cast<std::ptrdiff_t>(pair.source.segments.size() * std::size_t{all.dimension});
  return {{{all.numbers.begin(), border}, all.dimension},
          {{border, all.numbers.end()}, all.dimension}};
}

}  // namespace

PairEmbeddings embeddings_of(const EmbeddingOptions& given, const BatchPair& pair,
                             const PairNames& names, std::ostream& err,
                             Progress& progress) {
  if (given.url) return from_server(given, pair, err, progress);
  if (names.source_vectors.empty() && names.target_vectors.empty()) return {};
  return from_files(names, pair, given.dimension.value_or(0));
}

}  // namespace hexapla::cli
