#include "document/markup/scanner.hpp"

#include "document/markup/text.hpp"

#include <algorithm>

namespace hexapla {
namespace {

constexpr std::string_view spaces = " \t\n\r\f";
constexpr std::string_view comment_start = "<!--";
constexpr std::string_view cdata_start = "<![CDATA[";
constexpr std::string_view cdata_end = "]]>";

bool is_ascii_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

std::string lower_case_name(std::string_view name) {
  std::string lower(name);
  for (char& letter : lower)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return lower;
}

std::string name_in(std::string_view written, Markup markup) {
  if (markup == Markup::html) return lower_case_name(written);
  const std::size_t colon = written.find(':');
  return std::string(written.substr(colon == std::string_view::npos ? 0 : colon + 1));
}

/// The position of the ">" that ends a tag, past any in quotation marks after an "=".
std::size_t tag_end(std::string_view source, std::size_t at) {
  bool value = false;  // an "=" is before
  for (; at < source.size(); ++at) {
    const char now = source[at];
    if (now == '>') return at;
    if (value && (now == '"' || now == '\'')) {
      // A quotation mark that nothing closes is no reason to lose the rest of the page.
      const std::size_t close = source.find(now, at + 1);
      if (close != std::string_view::npos) at = close;
    }
    if (spaces.find(now) == std::string_view::npos) value = now == '=';
  }
  return source.size();
}

struct Attribute {
  std::string_view name;
  ByteRange value;
  std::size_t end = 0;
};

/// The attribute at or after `at`; its name is empty when there is none.
Attribute attribute_at(std::string_view source, std::size_t at, std::size_t end) {
  const std::string_view tag = source.substr(0, end);
  const std::size_t begin = std::min(tag.find_first_not_of(" \t\n\r\f/", at), end);
  // An "=" in the first place belongs to the name.
  const std::size_t name_end =
      begin == end ? end : std::min(tag.find_first_of(" \t\n\r\f/=", begin + 1), end);
  Attribute found{tag.substr(begin, name_end - begin), {name_end, name_end}, name_end};
  const std::size_t equals = std::min(tag.find_first_not_of(spaces, name_end), end);
  if (equals == end || tag[equals] != '=') return found;
  std::size_t value = std::min(tag.find_first_not_of(spaces, equals + 1), end);
  const bool quoted = value < end && (tag[value] == '"' || tag[value] == '\'');
  const std::size_t value_end = quoted ? std::min(tag.find(tag[value], value + 1), end)
                                       : std::min(tag.find_first_of(spaces, value), end);
  if (quoted) ++value;
  found.value = {value, value_end};
  found.end = std::min(value_end + (quoted ? 1 : 0), end);
  return found;
}

}  // namespace

bool MarkupScanner::tag_starts(std::size_t at) const {
  const std::string_view rest = source_.substr(at, 3);
  if (rest.size() < 2) return false;
  if (markup_ == Markup::xml) return true;
  if (rest[1] == '/') return rest.size() > 2 && is_ascii_letter(rest[2]);
  return rest[1] == '!' || rest[1] == '?' || is_ascii_letter(rest[1]);
}

std::optional<MarkupToken> MarkupScanner::next() {
  if (at_ >= source_.size()) return std::nullopt;
  MarkupToken token;
  if (source_[at_] != '<' || !tag_starts(at_)) {
    token = text_token();
  } else if (source_[at_ + 1] == '!' || source_[at_ + 1] == '?') {
    token = declaration_token();
  } else {
    token = tag_token();
  }
  at_ = token.range.end;
  return token;
}

MarkupToken MarkupScanner::text_token() {
  std::size_t end = at_ + 1;
  while ((end = source_.find('<', end)) != std::string_view::npos && !tag_starts(end))
    ++end;
  MarkupToken token;
  token.range = {at_, std::min(end, source_.size())};
  return token;
}

MarkupToken MarkupScanner::tag_token() {
  MarkupToken token;
  const bool end_tag = source_[at_ + 1] == '/';
  token.kind = end_tag ? MarkupToken::Kind::end_tag : MarkupToken::Kind::start_tag;
  const std::size_t name = at_ + (end_tag ? 2 : 1);
  const std::size_t name_end =
      std::min(source_.find_first_of(" \t\n\r\f/>", name), source_.size());
  const std::size_t end = tag_end(source_, name_end);
  token.unfinished = end == source_.size();
  token.range = {at_, token.unfinished ? end : end + 1};
  token.name = name_in(source_.substr(name, name_end - name), markup_);
  token.inside = {name_end, end};
  token.closed = !end_tag && end > name_end && source_[end - 1] == '/';
  return token;
}

MarkupToken MarkupScanner::declaration_token() {
  const auto ending = [&](std::string_view mark, std::size_t from) {
    const std::size_t end = source_.find(mark, from);
    return end == std::string_view::npos ? std::string_view::npos : end + mark.size();
  };
  const std::string_view rest = source_.substr(at_);
  MarkupToken token;
  token.kind = MarkupToken::Kind::other;
  std::size_t end = 0;
  if (rest.starts_with(comment_start)) {
    // In HTML, "<!-->" is a whole comment.
    end = ending("-->", at_ + (markup_ == Markup::html ? 2 : comment_start.size()));
  } else if (markup_ == Markup::xml && rest.starts_with(cdata_start)) {
    const std::size_t begin = at_ + cdata_start.size();
    const std::size_t text_end = std::min(source_.find(cdata_end, begin), source_.size());
    token.kind = MarkupToken::Kind::text;
    token.verbatim = true;
    token.inside = {begin, text_end};
    end = ending(cdata_end, begin);
  } else {
    end = ending(markup_ == Markup::xml && rest[1] == '?' ? "?>" : ">", at_);
  }
  token.unfinished = end == std::string_view::npos;
  token.range = {at_, std::min(end, source_.size())};
  return token;
}

std::optional<ByteRange> MarkupScanner::skip_element(const MarkupToken& start) {
  if (start.closed && markup_ == Markup::xml) return start.range;
  MarkupScanner ahead(source_, markup_, {start.range.end, source_.size()});
  std::size_t depth = 1;
  while (const auto token = ahead.next()) {
    const bool same = token->name == start.name;
    if (same && token->kind == MarkupToken::Kind::start_tag &&
        !(token->closed && markup_ == Markup::xml))
      ++depth;
    if (same && token->kind == MarkupToken::Kind::end_tag && --depth == 0) {
      at_ = token->range.end;
      return ByteRange{start.range.begin, at_};
    }
  }
  return std::nullopt;
}

std::optional<ByteRange> MarkupScanner::skip_raw_element(const MarkupToken& start) {
  for (std::size_t at = start.range.end;
       (at = source_.find("</", at)) != std::string_view::npos; at += 2) {
    if (lower_case_name(source_.substr(at + 2, start.name.size())) != start.name) continue;
    const std::size_t after = at + 2 + start.name.size();
    if (after < source_.size() && is_ascii_letter(source_[after])) continue;
    const std::size_t end = source_.find('>', after);
    at_ = end == std::string_view::npos ? source_.size() : end + 1;
    return ByteRange{start.range.begin, at_};
  }
  return std::nullopt;
}

std::optional<std::string> MarkupScanner::attribute(const MarkupToken& tag,
                                                    std::string_view name) const {
  for (std::size_t at = tag.inside.begin; at < tag.inside.end;) {
    const Attribute found = attribute_at(source_, at, tag.inside.end);
    if (found.name.empty()) break;
    if (!found.name.starts_with("xmlns") && name_in(found.name, markup_) == name)
      return resolved_text(source_, found.value, markup_);
    at = found.end;
  }
  return std::nullopt;
}

}  // namespace hexapla
