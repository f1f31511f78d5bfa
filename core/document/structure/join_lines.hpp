#pragma once

#include "text/language.hpp"
#include "text/utf8.hpp"

#include <memory>
#include <string_view>

namespace hexapla {

/// What is between two lines once the wrap is undone.
enum class Join {
  nothing,  ///< Han to Han, after a hyphen that belongs to the word, inside a URL.
  space,
  mend_hyphen,  ///< Nothing, and the hyphen at the end of the first line goes too.
};

/// Decides how wrapped lines of one source are joined, by the words and habits of that
/// source. Keeps a view of it. One thread at a time.
class LineJoiner {
 public:
  LineJoiner(std::string_view source, Language language);
  ~LineJoiner();
  LineJoiner(LineJoiner&&) noexcept;
  LineJoiner& operator=(LineJoiner&&) noexcept;

  /// `line` and `next` are lines of the source without the white space at their ends.
  [[nodiscard]] Join between(ByteRange line, ByteRange next) const;

  /// The last character of `line`, where `between` said mend_hyphen.
  [[nodiscard]] ByteRange hyphen_of(ByteRange line) const noexcept;

 private:
  struct Habits;
  std::unique_ptr<Habits> habits_;
};

}  // namespace hexapla
