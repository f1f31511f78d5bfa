#include "search/text_matcher.hpp"

#include "search/regex.hpp"
#include "term/word_keys.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace hexapla {
namespace {

constexpr std::size_t most_remembered = 100'000;  // forms of a query's word: some MB

/// A word of the query, and what is known of the words of texts.
class WordTest {
 public:
  WordTest(QueryWord word, const WordKeys& keys)
      : word_(std::move(word)), form_(form_of(word_.text, word_.kind)) {
    if (word_.kind == WordKind::letters) key_ = keys.of_term_word(word_.text, word_.kind);
  }

  bool matches(std::string_view text, const TextForm& other, const WordKeys& keys) {
    if (word_.kind == WordKind::han) {
      if (word_.match != WordMatch::exact) return other.form == form_;
      return folded(other.range.of(text)) == folded(word_.text);
    }
    if (other.form == form_) return true;
    if (word_.match == WordMatch::prefix) return other.form.starts_with(form_);
    if (word_.match == WordMatch::exact || other.kind != WordKind::letters) return false;
    return is_inflection(other.form, keys);
  }

 private:
  bool is_inflection(const std::string& form, const WordKeys& keys) {
    if (key_.empty()) return false;
    const auto known = known_.find(form);
    if (known != known_.end()) return known->second;
    if (known_.size() >= most_remembered) known_.clear();
    keys.of_text_word(form, WordKind::letters, scratch_);
    return known_.emplace(form, std::ranges::find(scratch_, key_) != scratch_.end())
        .first->second;
  }

  QueryWord word_;
  std::string form_;
  std::string key_;
  std::unordered_map<std::string, bool> known_;
  std::vector<std::string> scratch_;
};

using Phrase = std::vector<WordTest>;

/// Joins ranges that touch the same bytes.
std::vector<ByteRange> without_overlaps(std::vector<ByteRange> ranges) {
  std::ranges::sort(
      ranges, {}, [](const ByteRange& range) { return std::pair(range.begin, range.end); });
  std::vector<ByteRange> joined;
  for (const ByteRange range : ranges) {
    if (!joined.empty() && range.begin < joined.back().end) {
      joined.back().end = std::max(joined.back().end, range.end);
    } else {
      joined.push_back(range);
    }
  }
  return joined;
}

}  // namespace

struct TextMatcher::Parts {
  WordKeys keys;
  std::vector<Phrase> phrases;
  std::vector<Regex> patterns;

  bool stands_at(Phrase& phrase, std::string_view text, std::span<const TextForm> forms) {
    if (forms.size() < phrase.size()) return false;
    for (std::size_t i = 0; i < phrase.size(); ++i)
      if (!phrase[i].matches(text, forms[i], keys)) return false;
    return true;
  }

  /// Returns: false when the phrase is not there.
  bool add_places(Phrase& phrase, std::string_view text, std::span<const TextForm> forms,
                  std::vector<ByteRange>& places) {
    const std::size_t before = places.size();
    for (std::size_t i = 0; i + phrase.size() <= forms.size();) {
      if (!stands_at(phrase, text, forms.subspan(i))) {
        ++i;
        continue;
      }
      const std::size_t last = i + phrase.size() - 1;
      places.push_back({forms[i].range.begin, forms[last].range.end});
      i = last + 1;
    }
    return places.size() > before;
  }
};

TextMatcher::TextMatcher(const Query& query, Language language)
    : parts_(new Parts{WordKeys(language), {}, {}}) {
  for (const QueryPart& part : query.parts) {
    if (!part.pattern.empty()) {
      parts_->patterns.emplace_back(part.pattern);
      continue;
    }
    Phrase& phrase = parts_->phrases.emplace_back();
    for (const QueryWord& word : part.words)
      phrase.emplace_back(word, parts_->keys);
  }
}

TextMatcher::~TextMatcher() = default;
TextMatcher::TextMatcher(TextMatcher&&) noexcept = default;
TextMatcher& TextMatcher::operator=(TextMatcher&&) noexcept = default;

std::optional<std::vector<ByteRange>> TextMatcher::find(std::string_view text) const {
  if (parts_->phrases.empty()) return find(text, {});
  return find(text, text_forms(text));
}

std::optional<std::vector<ByteRange>> TextMatcher::find(
    std::string_view text, std::span<const TextForm> forms) const {
  std::vector<ByteRange> places;
  for (Phrase& phrase : parts_->phrases)
    if (!parts_->add_places(phrase, text, forms, places)) return std::nullopt;
  for (const Regex& pattern : parts_->patterns) {
    const std::vector<ByteRange> found = pattern.find_all(text);
    if (found.empty()) return std::nullopt;
    places.insert(places.end(), found.begin(), found.end());
  }
  return without_overlaps(std::move(places));
}

}  // namespace hexapla
