#pragma once

#include "text/language.hpp"
#include "text/utf8.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace hexapla {

/// Cuts running text into sentences by the rules of one language.
///
/// Owns its rule state, so one Segmenter serves one thread. Movable, not copyable.
class Segmenter {
 public:
  /// Errors: Fault::unsupported when the installed ICU has no rules for `language`.
  explicit Segmenter(Language language);
  ~Segmenter();
  Segmenter(Segmenter&&) noexcept;
  Segmenter& operator=(Segmenter&&) noexcept;

  /// Shape:  ranges are in order, do not overlap, are never empty, and together cover
  ///         every non-blank byte of `paragraph`; the gaps are white space only.
  /// Units:  bytes from the start of `paragraph`, which is valid UTF-8.
  /// Source: UAX #29 sentence boundaries as shipped in ICU, corrected by our own rules
  ///         (abbreviations.tsv; closing marks and footnote digits; quotations).
  [[nodiscard]] std::vector<ByteRange> cut(std::string_view paragraph) const;

 private:
  struct Rules;
  std::unique_ptr<Rules> rules_;
};

}  // namespace hexapla
