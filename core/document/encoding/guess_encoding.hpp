#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// What the statistics of scripts and letters say of bytes that are not UTF-8.
struct EncodingGuess {
  std::string encoding;                 ///< The likeliest; empty when nothing fits.
  bool clear = false;                   ///< It leads by a wide margin and reads as text.
  std::vector<std::string> candidates;  ///< All that are possible, likeliest first.
};

/// Tries the candidates of encodings.tsv, and those that ICU's detector adds, on a sample
/// of `bytes` and compares how likely the texts are that they give.
///
/// Source: the likelihoods are unigram models by script (encodings.tsv); since each
///         candidate has to explain the same bytes, their sums can be compared.
[[nodiscard]] EncodingGuess guess_encoding(std::string_view bytes);

/// Another encoding fits `bytes` far better than the one that they are declared to be in.
[[nodiscard]] bool is_doubtful(std::string_view bytes, const std::string& declared);

}  // namespace hexapla
