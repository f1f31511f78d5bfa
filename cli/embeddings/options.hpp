#pragma once

#include "align/batch.hpp"
#include "cli/options/align_options.hpp"
#include "cli/options/segmented_pair.hpp"
#include "cli/progress.hpp"

#include <iosfwd>

namespace hexapla::cli {

/// The vectors of both sides; empty when nobody asked for any.
struct PairEmbeddings {
  Embeddings source;
  Embeddings target;
};

/// Reads the vectors that `names` tells the files of, or asks the server of
/// --embeddings-url, for the segments of `pair`. Doubts go to `err`. Errors: as
/// read_embeddings() and EmbeddingServer; Fault::inconsistent when the sides
///         differ in dimension.
[[nodiscard]] PairEmbeddings embeddings_of(const EmbeddingOptions& given,
                                           const BatchPair& pair, const PairNames& names,
                                           std::ostream& err, Progress& progress);

}  // namespace hexapla::cli
