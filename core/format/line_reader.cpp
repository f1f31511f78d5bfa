#include "format/line_reader.hpp"

#include "format/recoded_stream.hpp"
#include "text/error.hpp"
#include "text/utf8.hpp"

#include <istream>
#include <utility>

namespace hexapla {
namespace {

constexpr std::size_t step = std::size_t{64} * 1024;  // bytes read at once

}  // namespace

LineReader::LineReader(std::istream& in, std::string_view name) : in_(in), name_(name) {}

/// False when the stream has ended.
bool LineReader::fill() {
  if (at_end_) return false;
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t size = buffer_.size();
  if (size > longest_line)
    throw Error(Fault::unsupported, {name_, line_ + 1},
                "a line has more than " + std::to_string(longest_line / (1024 * 1024)) +
                    " MiB; this is no file of lines");
  buffer_.resize(size + step);
  in_.read(buffer_.data() + size, static_cast<std::streamsize>(step));
  if (in_.bad()) throw Error(Fault::unreadable, {name_, 0}, "can't be read to its end");
  buffer_.resize(size + static_cast<std::size_t>(in_.gcount()));
  at_end_ = buffer_.size() == size;
  if (line_ == 0 && size == 0 && has_utf16_mark(buffer_))
    buffer_ = out_of_utf16(std::move(buffer_), in_, name_);
  return !at_end_;
}

bool LineReader::next(std::string_view& line) {
  std::size_t end = buffer_.find('\n', at_);
  while (end == std::string::npos) {
    const std::size_t searched = buffer_.size() - at_;
    if (!fill()) break;
    end = buffer_.find('\n', at_ + searched);
  }
  if (end == std::string::npos && at_ == buffer_.size()) return false;
  ++line_;
  const std::string_view whole = std::string_view(buffer_).substr(
      at_, end == std::string::npos ? std::string::npos : end - at_);
  at_ = end == std::string::npos ? buffer_.size() : end + 1;
  line = checked(whole);
  return true;
}

std::string_view LineReader::checked(std::string_view line) const {
  if (line_ == 1 && line.starts_with(byte_order_mark))
    line.remove_prefix(byte_order_mark.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (const auto bad = find_ill_formed(line))
    refuse("not valid UTF-8 from byte " + std::to_string(*bad) +
           " of the line on; convert the file, as with iconv -f ENCODING -t UTF-8");
  return line;
}

void LineReader::refuse(std::string_view what) const {
  throw Error(Fault::malformed, {name_, line_}, what);
}

}  // namespace hexapla
