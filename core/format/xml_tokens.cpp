#include "format/xml_tokens.hpp"

#include "text/error.hpp"

#include <algorithm>
#include <istream>
#include <utility>

namespace hexapla {
namespace {

constexpr std::size_t token_step = std::size_t{64} * 1024;            // bytes read at once
constexpr std::size_t largest_token = std::size_t{64} * 1024 * 1024;  // bytes

}  // namespace

XmlTokens::XmlTokens(std::string bytes) : buffer_(std::move(bytes)) {}

XmlTokens::XmlTokens(std::istream& in, std::string_view name) : in_(&in), name_(name) {}

bool XmlTokens::fill() {
  if (in_ == nullptr) return false;
  const std::size_t size = buffer_.size();
  if (size - at_ > largest_token)
    throw Error(Fault::malformed, {name_, 0}, "a piece of markup has more than 64 MiB");
  buffer_.resize(size + token_step);
  in_->read(buffer_.data() + size, static_cast<std::streamsize>(token_step));
  if (in_->bad()) throw Error(Fault::unreadable, {name_, 0}, "can't be read to its end");
  buffer_.resize(size + static_cast<std::size_t>(in_->gcount()));
  return buffer_.size() > size;
}

std::string_view XmlTokens::next() {
  begin_ = end();
  const std::size_t from = at_;
  if (from == buffer_.size() && !fill()) return {};
  at_ = buffer_[from] == '<' ? end_of_markup()
                             : std::min(buffer_.find('<', from), buffer_.size());
  return std::string_view(buffer_).substr(from, at_ - from);
}

/// What never ends is handed on as it is, for the reader to refuse.
std::size_t XmlTokens::end_of_markup() {
  constexpr std::size_t longest_opening = 9;  // bytes: <![CDATA[
  while (buffer_.size() - at_ < longest_opening && fill()) {
  }
  const std::string_view opening = std::string_view(buffer_).substr(at_, longest_opening);
  if (opening.starts_with("<!--")) return after("-->", at_ + 4);
  if (opening.starts_with("<![CDATA[")) return after("]]>", at_ + longest_opening);
  if (opening.starts_with("<?")) return after("?>", at_ + 2);
  return after_tag();
}

std::size_t XmlTokens::after(std::string_view mark, std::size_t from) {
  for (;;) {
    const std::size_t found = buffer_.find(mark, from);
    if (found != std::string::npos) return found + mark.size();
    from = std::max(from, buffer_.size() - std::min(buffer_.size(), mark.size()));
    if (!fill()) return buffer_.size();
  }
}

/// Of a tag or a DOCTYPE, which may hold a subset in brackets.
std::size_t XmlTokens::after_tag() {
  char quote = 0;
  std::size_t brackets = 0;
  for (std::size_t at = at_ + 1;; ++at) {
    if (at == buffer_.size() && !fill()) return buffer_.size();
    const char byte = buffer_[at];
    if (quote != 0) {
      if (byte == quote) quote = 0;
    } else if (byte == '"' || byte == '\'') {
      quote = byte;
    } else if (byte == '[') {
      ++brackets;
    } else if (byte == ']' && brackets > 0) {
      --brackets;
    } else if (byte == '>' && brackets == 0) {
      return at + 1;
    }
  }
}

std::string XmlTokens::take_until(std::size_t place) {
  const std::size_t size = place - taken_;
  std::string bytes = buffer_.substr(0, size);
  buffer_.erase(0, size);
  at_ -= size;
  taken_ = place;
  return bytes;
}

}  // namespace hexapla
