#pragma once

#include <ostream>
#include <streambuf>
#include <string>
#include <string_view>

namespace hexapla::cli {

/// What is between a terminal and everything that the program writes: text of files,
/// names and terms can hold characters that a terminal obeys. Control characters but tab
/// and line end are shown as `cat -v` does (^[), those of C1 and what turns the direction
/// of text by name (<U+202E>), bytes that are not UTF-8 as U+FFFD. Colours and the isolates
/// around right-to-left columns are ours, and come by write_raw(). Source: ECMA-48; UAX
/// #9, 2.
class TerminalBuffer final : public std::streambuf {
 public:
  explicit TerminalBuffer(std::streambuf& terminal) : terminal_(terminal) {}

  void raw(std::string_view bytes);

 protected:
  int_type overflow(int_type byte) override;
  std::streamsize xsputn(const char* bytes, std::streamsize size) override;
  int sync() override;

 private:
  void hand_on();
  void put(std::string_view bytes);

  std::streambuf& terminal_;
  std::string held_;  ///< The beginning of a character whose end has not come yet.
  bool failed_ = false;
};

/// Writes control sequences of ours; to anything but a TerminalBuffer as they are.
void write_raw(std::ostream& out, std::string_view sequence);

}  // namespace hexapla::cli
