#include "search/query.hpp"

#include "text/code_point.hpp"
#include "text/error.hpp"
#include "text/fold.hpp"

#include <utility>

namespace hexapla {
namespace {

constexpr std::size_t longest_query = 4096;  // bytes: more is no query but a document
constexpr std::size_t most_words = 64;       // in a query; each costs memory

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Query read() {
    if (text_.size() > longest_query)
      refuse(0, "longer than " + std::to_string(longest_query) + " bytes");
    Query query{std::string(text_), {}};
    for (skip_space(); at_ < text_.size(); skip_space())
      query.parts.push_back(read_part());
    if (query.parts.empty()) refuse(text_.size(), "nothing to look for");
    return query;
  }

 private:
  [[noreturn]] void refuse(std::size_t at, const std::string& why) const {
    const std::size_t character = 1 + count_code_points(text_.substr(0, at));
    throw Error(Fault::malformed, {"query '" + std::string(text_) + "'", 0},
                "character " + std::to_string(character) + ": " + why);
  }

  void skip_space() {
    while (at_ < text_.size() && is_white_space(code_point_at(text_, at_)))
      static_cast<void>(next_code_point(text_, at_));
  }

  /// Bytes of the opening quotation mark at `at_`; 0 when there is none.
  [[nodiscard]] std::size_t quotation_mark() const {
    std::size_t after = at_;
    if (at_ == text_.size()) return 0;
    const char32_t mark = next_code_point(text_, after);
    return mark == U'"' || mark == U'“' || mark == U'”' || mark == U'«' ? after - at_ : 0;
  }

  QueryPart read_part() {
    const std::size_t begin = at_;
    if (text_[at_] == '/') return read_pattern();
    WordMatch match = WordMatch::inflections;
    if (text_[at_] == '=') {
      match = WordMatch::exact;
      ++at_;
    }
    const std::size_t mark = quotation_mark();
    const std::string_view held = mark > 0 ? read_quoted(mark) : read_bare();
    QueryPart part{{}, {}, begin};
    add_words(held, match, part);
    if (part.words.empty()) refuse(begin, "no word; look for marks as in /\\?!/");
    return part;
  }

  std::string_view read_quoted(std::size_t mark) {
    const std::size_t begin = at_;
    at_ += mark;
    const std::size_t first = at_;
    while (at_ < text_.size()) {
      const std::size_t end = at_;
      const char32_t character = next_code_point(text_, at_);
      if (character == U'"' || character == U'“' || character == U'”' || character == U'»')
        return text_.substr(first, end - first);
    }
    refuse(begin, "this quotation mark is never closed");
  }

  std::string_view read_bare() {
    const std::size_t first = at_;
    while (at_ < text_.size() && !is_white_space(code_point_at(text_, at_)) &&
           (at_ == first || quotation_mark() == 0))
      static_cast<void>(next_code_point(text_, at_));
    return text_.substr(first, at_ - first);
  }

  /// From a slash to the next that no backslash is before.
  QueryPart read_pattern() {
    QueryPart part{{}, {}, at_};
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '/') {
        ++at_;
        if (part.pattern.empty()) refuse(part.begin, "an empty regular expression");
        return part;
      }
      const bool escaped = text_[at_] == '\\' && at_ + 1 < text_.size();
      if (escaped && text_[at_ + 1] != '/') part.pattern += text_[at_];
      if (escaped) ++at_;
      part.pattern += text_[at_];
    }
    refuse(part.begin, "this regular expression has no closing /");
  }

  void add_words(std::string_view held, WordMatch match, QueryPart& part) {
    const auto at_of = [&](const Word& word) {
      return static_cast<std::size_t>(held.data() - text_.data()) + word.range.begin;
    };
    std::size_t end = 0;  // of the word before
    for (const Word& word : words_of(held)) {
      const std::string_view text = word.range.of(held);
      if (text == "*") {
        if (part.words.empty() || end != word.range.begin)
          refuse(at_of(word), "* goes after the beginning of a word");
        if (match == WordMatch::exact)
          refuse(at_of(word), "= asks for one form, * for many");
        part.words.back().match = WordMatch::prefix;
      } else if (word.kind != WordKind::punctuation && !folded(text).empty()) {
        if (++words_ > most_words)
          refuse(at_of(word), "more than " + std::to_string(most_words) + " words");
        part.words.push_back({std::string(text), word.kind, match});
      }
      end = word.range.end;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t words_ = 0;
};

}  // namespace

Query parse_query(std::string_view text) {
  require_utf8(text, "query");
  return Reader(text).read();
}

}  // namespace hexapla
