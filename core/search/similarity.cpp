#include "search/similarity.hpp"

#include "text/error.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace hexapla {
namespace {

constexpr std::uint32_t all = 100;  // percent

bool same_word(const TextForm& one, const TextForm& other) {
  if (one.kind == WordKind::digits && other.kind == WordKind::digits) return true;
  return one.form == other.form;
}

/// Words put in, left out or replaced. Cost: the product of the lengths.
/// Source: Levenshtein 1966; one line of the table after Wagner and Fischer 1974.
std::size_t edit_distance(const std::vector<TextForm>& one,
                          const std::vector<TextForm>& other) {
  std::vector<std::size_t> line(other.size() + 1);
  for (std::size_t j = 0; j <= other.size(); ++j)
    line[j] = j;
  for (std::size_t i = 0; i < one.size(); ++i) {
    std::size_t diagonal = std::exchange(line[0], i + 1);
    for (std::size_t j = 0; j < other.size(); ++j) {
      const std::size_t replaced = diagonal + (same_word(one[i], other[j]) ? 0 : 1);
      diagonal = line[j + 1];
      line[j + 1] = std::min({replaced, diagonal + 1, line[j] + 1});
    }
  }
  return line.back();
}

/// What is between the words.
std::string marks_of(std::string_view text, const std::vector<TextForm>& forms) {
  constexpr char word = '\0';
  std::string marks;
  std::size_t at = 0;
  for (const TextForm& form : forms) {
    marks.append(text.substr(at, form.range.begin - at)) += word;
    at = form.range.end;
  }
  return marks.append(text.substr(at));
}

/// Of two texts with the same words.
std::uint32_t score_of_same_words(std::string_view one, const std::vector<TextForm>& forms,
                                  std::string_view other,
                                  const std::vector<TextForm>& other_forms) {
  bool letters = false;
  bool numbers = false;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const bool differ = forms[i].range.of(one) != other_forms[i].range.of(other);
    (forms[i].kind == WordKind::digits ? numbers : letters) |= differ;
  }
  const bool marks = marks_of(one, forms) != marks_of(other, other_forms);
  return all - static_cast<std::uint32_t>(letters) - static_cast<std::uint32_t>(numbers) -
         static_cast<std::uint32_t>(marks);
}

std::string_view trimmed_text(std::string_view text) {
  return trimmed(text, {0, text.size()}).of(text);
}

}  // namespace

SimilarSentence::SimilarSentence(std::string_view sentence)
    : text_(trimmed_text(sentence)), forms_(text_forms(text_)) {
  const Place place{"the sentence", 0};
  if (forms_.empty()) throw Error(Fault::unsupported, place, "has no word");
  if (forms_.size() > most_words)
    throw Error(Fault::unsupported, place,
                "has more than " + std::to_string(most_words) + " words");
}

std::uint32_t SimilarSentence::score(std::string_view whole, std::uint32_t least) const {
  const std::string_view text = trimmed_text(whole);
  if (text == text_) return all;
  const std::vector<TextForm> forms = text_forms(text);
  const std::size_t longer = std::max(forms.size(), forms_.size());
  const std::size_t shorter = std::min(forms.size(), forms_.size());
  if (shorter * all < longer * least) return 0;
  const std::size_t distance = edit_distance(forms_, forms);
  if (distance == 0) return score_of_same_words(text_, forms_, text, forms);
  const std::size_t percent = all * (longer - distance) / longer;
  return std::min(most_with_other_words, static_cast<std::uint32_t>(percent));
}

}  // namespace hexapla
