#include "format/csv_rows.hpp"

#include "format/recoded_stream.hpp"
#include "text/error.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <istream>
#include <utility>

namespace hexapla {
namespace {

constexpr std::size_t step_size = std::size_t{64} * 1024;  // bytes read at once

/// A line without what is in quotation marks.
std::string outside_quotes(std::string_view line) {
  std::string outside;
  bool is_quoted = false;
  for (const char byte : line) {
    if (byte == '"') is_quoted = !is_quoted;
    if (!is_quoted) outside += byte;
  }
  return outside;
}

/// Tabs or semicolons stand for commas, as in the first row that is cut at all: above it a
/// title may stand.
char separator_of(std::string_view text) {
  constexpr std::size_t rows_of_heads = 10;
  for (std::size_t row = 0; row < rows_of_heads && !text.empty(); ++row) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string header = outside_quotes(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    for (const char separator : {'\t', ';', ','})
      if (header.find(separator) != std::string::npos) return separator;
  }
  return ',';
}

/// Cuts RFC 4180 text, whose line ends are "\n", into rows. The text is a window that moves
/// through a stream, or all there is.
class CsvReader final : public RowSource {
 public:
  CsvReader(std::string_view text, std::istream* in, std::string_view name)
      : text_(text), in_(in), name_(name) {
    if (more()) separator_ = separator_of(text_);
    borders_ = {separator_, '\n'};
  }

  bool next(TableRow& row) override {
    while (more() && text_[at_] == '\n')
      step();
    if (!more()) return false;
    row.fields.clear();
    row.line = line_;
    for (;;) {
      row.fields.push_back(field());
      if (!more()) return true;
      const char border = text_[at_];
      step();
      if (border == '\n') return true;
    }
  }

 private:
  [[noreturn]] void refuse(std::size_t line, std::string_view what) const {
    throw Error(Fault::malformed, {name_, line}, what);
  }

  /// False at the end of all.
  bool more() {
    if (at_ < text_.size()) return true;
    if (in_ == nullptr || at_end_) return false;
    fill();
    return !text_.empty();
  }

  /// The next bytes of the stream, "\r\n" as "\n".
  void fill() {
    const std::size_t kept = ends_in_return_ ? 1 : 0;
    buffer_.assign(kept, '\r');
    buffer_.resize(kept + step_size);
    in_->read(buffer_.data() + kept, static_cast<std::streamsize>(step_size));
    if (in_->bad()) throw Error(Fault::unreadable, {name_, 0}, "can't be read to its end");
    const auto size = static_cast<std::size_t>(in_->gcount());
    buffer_.resize(kept + size);
    at_end_ = size == 0;
    if (is_first_ && has_utf16_mark(buffer_))
      buffer_ = out_of_utf16(std::move(buffer_), *in_, name_);
    ends_in_return_ = !at_end_ && buffer_.ends_with('\r');
    if (ends_in_return_) buffer_.pop_back();
    // Lines of old Macs end in "\r" alone: all of a file, or none.
    if (is_first_ && buffer_.find('\n') == std::string::npos &&
        buffer_.find('\r') != std::string::npos)
      ends_lines_in_return_ = true;
    if (ends_lines_in_return_) std::ranges::replace(buffer_, '\r', '\n');
    std::size_t size_now = 0;
    for (std::size_t at = 0; at < buffer_.size(); ++at)
      if (buffer_[at] != '\r' || at + 1 == buffer_.size() || buffer_[at + 1] != '\n')
        buffer_[size_now++] = buffer_[at];
    buffer_.resize(size_now);
    text_ = buffer_;
    at_ = 0;
    if (std::exchange(is_first_, false) && text_.starts_with(byte_order_mark))
      at_ = byte_order_mark.size();
    if (at_ == text_.size() && !at_end_) fill();
  }

  void step() {
    if (text_[at_++] == '\n') ++line_;
  }

  std::string field() {
    if (more() && text_[at_] == '"') return admitted(quoted());
    std::string value;
    while (more()) {
      const std::size_t end = std::min(text_.find_first_of(borders_, at_), text_.size());
      value += text_.substr(at_, end - at_);
      at_ = end;
      if (at_ < text_.size()) break;
      require_size(value);
    }
    return admitted(std::move(value));
  }

  std::string quoted() {
    const std::size_t opened = line_;
    std::string value;
    step();
    for (; more(); step()) {
      if (text_[at_] != '"') {
        value.push_back(text_[at_]);
        if (value.size() > longest_line)
          refuse(opened,
                 "a field has more than 16 MiB; its quotation mark is never closed");
        continue;
      }
      step();
      if (!more() || text_[at_] == separator_ || text_[at_] == '\n') return value;
      if (text_[at_] != '"')
        refuse(line_,
               "there is text after a closing quotation mark; double the quotation marks "
               "inside a field");
      value.push_back('"');
      require_size(value);
    }
    refuse(opened, "the quotation mark of a field is never closed");
  }

  void require_size(const std::string& value) const {
    if (value.size() > longest_line) refuse(line_, "a field has more than 16 MiB");
  }

  /// Text that came whole was checked before.
  std::string admitted(std::string value) const {
    if (in_ == nullptr) return value;
    require_size(value);
    if (find_ill_formed(value))
      refuse(line_,
             "not valid UTF-8; convert the file, as with iconv -f ENCODING -t UTF-8");
    return value;
  }

  std::string_view text_;  ///< All of it, or what `buffer_` holds.
  std::istream* in_;
  std::string name_;
  char separator_ = ',';
  std::string borders_;
  std::string buffer_;
  bool at_end_ = false;
  bool is_first_ = true;
  bool ends_lines_in_return_ = false;
  bool ends_in_return_ = false;  ///< A "\r" whose "\n" may come with the next bytes.
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace

std::unique_ptr<RowSource> csv_rows(std::string_view text, std::string_view name) {
  return std::make_unique<CsvReader>(text, nullptr, name);
}

std::unique_ptr<RowSource> csv_rows(std::istream& in, std::string_view name) {
  return std::make_unique<CsvReader>(std::string_view(), &in, name);
}

}  // namespace hexapla
