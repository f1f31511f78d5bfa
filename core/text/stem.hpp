#pragma once

#include "text/language.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace hexapla {

/// Reduces inflected words of one language to a common stem (Snowball); a language without
/// rules gives its words back as they are. One thread at a time. Movable, not copyable.
class Stemmer {
 public:
  explicit Stemmer(Language language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  /// `word` is already folded().
  /// Source: snowballstem.org, libstemmer 2.2.
  [[nodiscard]] std::string stem(std::string_view word) const;

 private:
  struct Rules;
  std::unique_ptr<Rules> rules_;
};

}  // namespace hexapla
