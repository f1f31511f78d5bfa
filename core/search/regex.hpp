#pragma once

#include "text/utf8.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// An ICU regular expression, with limits on its time and memory so that no pattern can
/// hang a search. One thread at a time.
class Regex {
 public:
  /// Errors: Fault::malformed naming the character of `pattern` where it goes wrong.
  explicit Regex(std::string pattern);
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
