#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>

namespace hexapla {

/// The bytes of an XML document in UTF-8, a tag, comment, instruction, declaration or run
/// of text at a time, so that a reader knows which bytes an event was made of. It cuts and
/// judges nothing: that is XmlReader's work, which reads from it.
/// Errors: Fault::unreadable when the stream breaks; Fault::malformed for markup of more
/// than
///         64 MiB.
/// Memory: what was not taken yet.
class XmlTokens {
 public:
  explicit XmlTokens(std::string bytes);
  /// `in` must live as long as the tokens.
  XmlTokens(std::istream& in, std::string_view name);

  /// Empty at the end. The view dies at the next call.
  [[nodiscard]] std::string_view next();

  /// Where the last token begins and ends, in bytes from the start of the document.
  [[nodiscard]] std::size_t begin() const noexcept { return begin_; }
  [[nodiscard]] std::size_t end() const noexcept { return taken_ + at_; }
  /// The last token again, as long as it was not taken. The view dies at the next call.
  [[nodiscard]] std::string_view last() const {
    return std::string_view(buffer_).substr(begin_ - taken_, end() - begin_);
  }

  /// The bytes from what was taken last up to `place`.
  [[nodiscard]] std::string take_until(std::size_t place);

 private:
  [[nodiscard]] bool fill();
  [[nodiscard]] std::size_t end_of_markup();
  [[nodiscard]] std::size_t after(std::string_view mark, std::size_t from);
  [[nodiscard]] std::size_t after_tag();

  std::istream* in_ = nullptr;
  std::string name_;
  std::string buffer_;
  std::size_t taken_ = 0;  ///< Bytes that went before the buffer.
  std::size_t at_ = 0;     ///< In the buffer: the end of the last token.
  std::size_t begin_ = 0;
};

}  // namespace hexapla
