#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// The lines of a stream, one after the other: UTF-8, without a byte-order mark at the
/// start and without their ends, "\n" or "\r\n". UTF-16 with a mark, as spreadsheets write
/// it, is read as well.
/// Errors: Fault::malformed with the line for what is not UTF-8; Fault::unsupported for a
///         line longer than `longest_line`; Fault::unreadable when the stream breaks; those
///         of out_of_utf16().
/// Memory: that of the longest line; of UTF-16, that of the text.
class LineReader {
 public:
  /// `in` must live as long as the reader.
  LineReader(std::istream& in, std::string_view name);

  /// False at the end. The view dies at the next call.
  [[nodiscard]] bool next(std::string_view& line);

  /// Of the line that next() gave; 1-based.
  [[nodiscard]] std::size_t line() const noexcept { return line_; }
  [[nodiscard]] const std::string& name() const noexcept { return name_; }

  /// Throws Fault::malformed at the present line.
  [[noreturn]] void refuse(std::string_view what) const;

 private:
  [[nodiscard]] bool fill();
  [[nodiscard]] std::string_view checked(std::string_view line) const;

  std::istream& in_;
  std::string name_;
  std::string buffer_;
  std::size_t at_ = 0;  ///< In `buffer_`: where the next line begins.
  std::size_t line_ = 0;
  bool at_end_ = false;
};

}  // namespace hexapla
