#include "text/find_urls.hpp"

#include "text/code_point.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace hexapla {
namespace {

constexpr std::array<std::string_view, 3> starts{"https://", "http://", "www."};

std::size_t next_start(std::string_view text, std::size_t from) {
  std::size_t first = std::string_view::npos;
  for (const std::string_view start : starts)
    first = std::min(first, text.find(start, from));
  return first;
}

/// Ends an address: what is not ASCII and no letter or digit of a script with spaces.
bool ends_address(char32_t code_point) {
  constexpr char32_t first_beyond_ascii = 0x80;
  if (is_white_space(code_point) || is_han(code_point)) return true;
  if (code_point >= first_beyond_ascii)
    return !is_letter(code_point) && !is_digit(code_point);
  return code_point == U'<' || code_point == U'>' || code_point == U'"';
}

std::size_t end_of_address(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  for (std::size_t at = begin; at < text.size(); end = at)
    if (ends_address(next_code_point(text, at))) break;
  constexpr std::string_view trailing = ".,;:!?)]'";
  while (end > begin && trailing.find(text[end - 1]) != std::string_view::npos) {
    const bool opened = text[end - 1] == ')' &&
                        text.substr(begin, end - begin).find('(') != std::string_view::npos;
    if (opened) break;
    --end;
  }
  return end;
}

constexpr std::size_t longest_name = 253;  // bytes of a host. Source: RFC 1035

/// What a name of a host or of a mailbox is made of.
bool is_name_byte(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9') || byte == '-' || byte == '_' || byte == '.';
}

/// A host's last part that no abbreviation or file is called. Source: IANA, the oldest
/// ones.
bool is_top_level(std::string_view part) {
  constexpr std::array<std::string_view, 9> known{"org", "int", "com",  "net", "gov",
                                                  "edu", "mil", "info", "arpa"};
  return std::ranges::find(known, part) != known.end();
}

/// The end of a host's name that starts at `begin`, without a full stop after it.
std::size_t end_of_host(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && end - begin < longest_name && is_name_byte(text[end]))
    ++end;
  while (end > begin && !is_letter(static_cast<unsigned char>(text[end - 1])) &&
         !is_digit(static_cast<unsigned char>(text[end - 1])))
    --end;
  return end;
}

std::size_t begin_of_name(std::string_view text, std::size_t at) {
  const std::size_t first = at - std::min(at, longest_name);
  while (at > first && (is_name_byte(text[at - 1]) || text[at - 1] == '+'))
    --at;
  while (at < text.size() && (text[at] == '.' || text[at] == '-'))
    ++at;
  return at;
}

/// The mailbox around an @; empty when it is none.
ByteRange mailbox_at(std::string_view text, std::size_t sign) {
  const std::size_t begin = begin_of_name(text, sign);
  const std::size_t end = end_of_host(text, sign + 1);
  const bool has_host =
      end > sign + 1 && text.substr(sign, end - sign).find('.') != std::string_view::npos;
  return begin < sign && has_host ? ByteRange{begin, end} : ByteRange{sign, sign};
}

/// The address around a full stop that is before a top-level name, with its path: the
/// undocs.org of undocs.org/A/75/1. Empty when there is none.
ByteRange bare_address_at(std::string_view text, std::size_t stop) {
  std::size_t end = stop + 1;
  constexpr std::size_t longest_top_level = 4;  // bytes
  while (end < text.size() && end - stop <= longest_top_level + 1 && text[end] >= 'a' &&
         text[end] <= 'z')
    ++end;
  if (!is_top_level(text.substr(stop + 1, end - stop - 1))) return {stop, stop};
  const std::size_t begin = begin_of_name(text, stop);
  if (begin >= stop) return {stop, stop};
  if (end < text.size() && text[end] == '/') end = end_of_address(text, end);
  return {begin, end};
}

bool is_path_byte(char byte) {
  return is_name_byte(byte) || byte == '/' || byte == '\\' || byte == '~';
}

/// The path of a file around its first slash: C:\\reports\\a.docx, /srv/data/x.csv; empty
/// for and/or, 1/2 and (a)/(b). Source: a last part with an extension.
ByteRange path_at(std::string_view text, std::size_t slash) {
  std::size_t begin = slash;
  const bool has_drive = begin >= 2 && text[begin - 1] == ':' && text[begin - 2] >= 'A' &&
                         text[begin - 2] <= 'Z' &&
                         !is_letter(code_point_before(text, begin - 2));
  if (has_drive) begin -= 2;
  const char32_t before = code_point_before(text, begin);
  constexpr std::u32string_view opening = U"(“«\"（：:";
  const bool may_start = before == 0 || is_white_space(before) || is_han(before) ||
                         opening.find(before) != std::u32string_view::npos;
  if (!may_start) return {slash, slash};
  std::size_t end = slash;
  while (end < text.size() && is_path_byte(text[end]))
    ++end;
  while (end > slash && (text[end - 1] == '.' || text[end - 1] == '/'))
    --end;
  const std::string_view path = text.substr(slash, end - slash);
  const std::size_t last = path.find_last_of("/\\");
  const bool has_folder = last != std::string_view::npos && last > 0;
  const bool has_extension =
      last != std::string_view::npos && path.find('.', last + 2) != std::string_view::npos;
  return (has_drive || has_folder) && has_extension ? ByteRange{begin, end}
                                                    : ByteRange{slash, slash};
}

/// `ranges` are in order.
bool is_within(const std::vector<ByteRange>& ranges, std::size_t at) {
  const auto next = std::ranges::upper_bound(ranges, at, {}, &ByteRange::begin);
  return next != ranges.begin() && at < std::prev(next)->end;
}

}  // namespace

std::vector<ByteRange> addresses_in(std::string_view text) {
  std::vector<ByteRange> addresses = urls_in(text);
  const auto add_others = [&](char sign,
                              ByteRange (*around)(std::string_view, std::size_t)) {
    std::vector<ByteRange> found;
    for (std::size_t at = text.find(sign); at != std::string_view::npos;
         at = text.find(sign, at + 1)) {
      if (is_within(addresses, at)) continue;
      if (const ByteRange one = around(text, at); !one.empty()) found.push_back(one);
      if (!found.empty()) at = std::max(at, found.back().end - 1);
    }
    addresses.insert(addresses.end(), found.begin(), found.end());
    std::ranges::sort(addresses, {}, &ByteRange::begin);
  };
  add_others('@', mailbox_at);
  add_others('.', bare_address_at);
  add_others('/', path_at);
  add_others('\\', path_at);
  return addresses;
}

std::vector<ByteRange> urls_in(std::string_view text) {
  std::vector<ByteRange> urls;
  for (std::size_t begin = next_start(text, 0); begin != std::string_view::npos;) {
    const std::size_t end = end_of_address(text, begin);
    urls.push_back({begin, end});
    begin = next_start(text, std::max(end, begin + 1));
  }
  return urls;
}

}  // namespace hexapla
