#pragma once

#include "text/utf8.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// An ICU regular expression, with limits on its memory, on its time for one text, and on
/// that for all texts together, so that no pattern can hang a search. One thread at a time.
class Regex {
 public:
  static constexpr std::int64_t usual_ticks = 20'000;  // about twenty seconds

  /// Errors: Fault::malformed naming the character of `pattern` where it goes wrong.
  /// `most_ticks`: of ICU's clock, about a millisecond each, for all texts.
  explicit Regex(std::string pattern, std::int64_t most_ticks = usual_ticks);
  ~Regex();
  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;

  /// All matches in `text` that are not empty, in order, without overlaps.
  /// Errors: Fault::unsupported when it takes too long.
  [[nodiscard]] std::vector<ByteRange> find_all(std::string_view text) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace hexapla
