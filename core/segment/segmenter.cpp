#include "segment/segmenter.hpp"

#include "segment/paragraph.hpp"
#include "segment/sentence_rules.hpp"
#include "text/code_point.hpp"

namespace hexapla {
namespace {

bool has_odd_quotes(std::string_view text) {
  bool odd = false;
  for (std::size_t at = text.find('"'); at != std::string_view::npos;
       at = text.find('"', at + 1))
    odd = !odd;
  return odd;
}

/// Walks over the marks of a paragraph; `decided(place, rule)` hears of each.
template <class Decided>
void walk(const Paragraph& paragraph, Decided decided) {
  const std::string_view text = paragraph.text;
  std::size_t begin = past_white_space(text, 0);
  std::size_t counted = 0;  // up to where straight quotation marks are counted
  bool in_quotes = false;
  for (std::size_t at = next_mark(text, begin); at < text.size();
       at = next_mark(text, at)) {
    MarkedPlace place;
    place.sentence = begin;
    place.mark = whole_mark(text, at);
    if (paragraph.spaceless)
      in_quotes ^= has_odd_quotes(text.substr(counted, at - counted));
    counted = at;
    place.in_quotes = in_quotes;
    place.end = end_of_sentence(paragraph, place.mark, in_quotes);
    at = place.end;
    if (at == text.size()) return;
    const SentenceRule rule = rule_at(paragraph, place);
    decided(place, rule);
    if (cuts(rule)) begin = past_white_space(text, at);
  }
}

}  // namespace

Segmenter::Segmenter(Language language)
    : spaceless_(language.spaceless()), words_(language) {}

std::vector<ByteRange> Segmenter::cut(std::string_view paragraph,
                                      std::span<const ByteRange> footnote_marks) const {
  SentenceRanges sentences(paragraph);
  walk({paragraph, footnote_marks, words_, spaceless_},
       [&](const MarkedPlace& place, SentenceRule rule) {
         if (cuts(rule)) sentences.end_at(place.end);
       });
  return std::move(sentences).finish();
}

std::vector<BreakDecision> Segmenter::explain(
    std::string_view paragraph, std::span<const ByteRange> footnote_marks) const {
  std::vector<BreakDecision> decisions;
  walk({paragraph, footnote_marks, words_, spaceless_},
       [&](const MarkedPlace& place, SentenceRule rule) {
         decisions.push_back({place.end, cuts(rule), std::string(name_of(rule))});
       });
  return decisions;
}

}  // namespace hexapla
