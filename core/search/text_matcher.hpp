#pragma once

#include "search/query.hpp"
#include "search/text_form.hpp"
#include "text/language.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace hexapla {

/// Finds a query in texts of one language: the one place that says what a hit is; an index
/// only saves reading texts without one. One thread at a time.
class TextMatcher {
 public:
  /// Errors: Fault::malformed for a regular expression that is none, with its place.
  TextMatcher(const Query& query, Language language);
  ~TextMatcher();
  TextMatcher(TextMatcher&&) noexcept;
  TextMatcher& operator=(TextMatcher&&) noexcept;

  /// Where the parts of the query are in `text`; nullopt unless all are there.
  /// Shape: in order, without overlaps, never empty.
  /// Errors: Fault::unsupported for a regular expression that takes too long.
  [[nodiscard]] std::optional<std::vector<ByteRange>> find(std::string_view text) const;

  /// The same for a text whose text_forms() are known, as when it is asked many queries.
  [[nodiscard]] std::optional<std::vector<ByteRange>> find(
      std::string_view text, std::span<const TextForm> forms) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace hexapla
