#pragma once

#include "align/align_documents.hpp"
#include "align/multitext.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// What is known of the words of two languages, in this order.
struct WordsBetween {
  Language source;
  Language target;
  WordSources words;
};

struct VersionsSettings {
  AlignSettings pairs;
  /// For pairs of documents in these languages, in the order of the documents.
  std::vector<WordsBetween> words = {};
  /// How often all pairs are aligned again with the other languages as witnesses; 0: each
  /// pair is alone.
  std::uint32_t witness_rounds = 1;
  unsigned threads = 1;  ///< Changes the time, never the result.
};

/// Aligns all pairs of documents, lets the other languages witness for each, and builds the
/// rows. `concepts` has an entry for each document, or is empty.
/// Shape: the bitexts are those from the first document to each other one, in their order,
///        then those of the second, and so on.
/// Cost:  a pair's for each pair and round; the same result on any number of threads.
[[nodiscard]] Multitext align_versions(std::vector<SegmentedDocument> documents,
                                       std::span<const SegmentConcepts> concepts = {},
                                       std::span<const ConfirmedBeads> confirmed = {},
                                       const VersionsSettings& settings = {});

}  // namespace hexapla
