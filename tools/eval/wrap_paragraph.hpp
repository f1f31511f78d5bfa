#pragma once

#include "text/language.hpp"

#include <cstddef>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla::eval {

/// Breaks paragraphs into lines. One thread at a time.
class Wrapper {
 public:
  Wrapper(Language language, std::size_t columns, bool hyphenate);
  ~Wrapper();
  Wrapper(Wrapper&&) noexcept;
  Wrapper& operator=(Wrapper&&) noexcept;

  /// The lines of `paragraph`, the first with `indent` columns less room; white space at
  /// the breaks is gone. `random` decides where a word is broken.
  [[nodiscard]] std::vector<std::string> lines_of(std::string_view paragraph,
                                                  std::size_t indent,
                                                  std::mt19937& random) const;

  /// What of `paragraph` has to be in its first line, without white space at its end.
  [[nodiscard]] std::string_view first_piece(std::string_view paragraph) const;

 private:
  struct Breaks;
  std::unique_ptr<Breaks> breaks_;
  std::size_t columns_;
  bool hyphenate_;
};

}  // namespace hexapla::eval
