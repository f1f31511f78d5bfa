#include "align/lexicon/word_book.hpp"

#include "align/lexicon/wiktionary_entry.hpp"
#include "align/lexicon/without_remarks.hpp"
#include "format/line_reader.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <limits>
#include <sstream>
#include <utility>

namespace hexapla {
namespace {

std::string_view cut(std::string_view& text, char end) {
  const auto at = text.find(end);
  const auto part = text.substr(0, at);
  text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
  return part;
}

/// Whether the columns of a file are in the other order than `source` and `target`, by its
/// name: `en-fr.tsv`, `en-fr.tsv.gz`.
bool is_turned_by_name(std::string_view name, const Language& source,
                       const Language& target) {
  name.remove_prefix(name.find_last_of("/\\") + 1);  // npos + 1 is 0
  const std::string turned =
      std::string(target.primary()) + '-' + std::string(source.primary());
  return name.substr(0, name.find('.')) == turned;
}

}  // namespace

WordBook::WordBook(Language source, Language target) : source_(source), target_(target) {}

std::vector<std::uint32_t> WordBook::numbers_of(std::string_view phrase,
                                                const Language& language) {
  if (language.spaceless()) {
    if (phrase.empty()) return {};
    han_words_.add(phrase);
    return {keys_.number_of(phrase, TokenKind::han)};
  }
  const std::string_view segment = phrase;
  std::vector<std::uint32_t> numbers = tokens_of({language, {segment}, {}}, keys_).tokens;
  std::erase_if(numbers, [&](std::uint32_t number) {
    return keys_.kind_of(number) == TokenKind::mark;
  });
  return numbers;
}

void WordBook::add(std::string_view source, std::string_view target) {
  // Longer phrases explain a word rather than translating it.
  constexpr std::size_t most_words = 5;
  const auto sources = numbers_of(source, source_);
  const auto targets = numbers_of(target, target_);
  if (sources.size() > most_words || targets.size() > most_words) return;
  const float weight = 1 / static_cast<float>(sources.size() * targets.size());
  for (const auto one : sources)
    for (const auto other : targets)
      pairs_.push_back({one, other, weight, weight});
}

void WordBook::add_cedict(std::string_view line, const LineReader& lines) {
  (void)cut(line, ' ');
  const auto word = cut(line, ' ');
  const auto pinyin_end = line.find("] /");
  if (word.empty() || pinyin_end == std::string_view::npos)
    lines.refuse("not an entry such as '繁體 简体 [pin1 yin1] /meaning/'");
  line.remove_prefix(pinyin_end + 3);
  while (!line.empty()) {
    const auto meanings = cut(line, '/');
    // Remarks on measure words and variants.
    if (meanings.empty() || meanings.starts_with("CL:") ||
        meanings.find("variant of") != std::string_view::npos)
      continue;
    const std::string plain = without_remarks(meanings);
    std::string_view rest = plain;
    while (!rest.empty()) {
      const auto meaning = cut(rest, ';');
      if (source_.spaceless()) {
        add(word, meaning);
      } else {
        add(meaning, word);
      }
    }
  }
}

void WordBook::add_line(std::string_view line, const LineReader& lines, bool is_turned) {
  if (line.starts_with('{')) {
    const auto entry = wiktionary_entry(line, source_, target_);
    if (!entry)
      lines.refuse(
          "not an entry of Wiktionary such as {\"word\":\"peace\","
          "\"lang_code\":\"en\",\"translations\":[...]}");
    for (const auto& [source, target] : *entry)
      add(source, target);
  } else if (line.find('\t') != std::string_view::npos) {
    const auto word = cut(line, '\t');
    const auto translation = cut(line, '\t');
    if (is_turned)
      add(translation, word);
    else
      add(word, translation);
  } else if (line.find(" [") != std::string_view::npos) {
    add_cedict(line, lines);
  } else {
    lines.refuse("not an entry such as 'word<TAB>translation'");
  }
}

void WordBook::read(std::istream& in, std::string_view name) {
  const bool is_turned = is_turned_by_name(name, source_, target_);
  const std::size_t known = pairs_.size();
  LineReader lines(in, name);
  std::string_view line;
  while (lines.next(line))
    if (!line.empty() && !line.starts_with('#')) add_line(line, lines, is_turned);
  if (pairs_.size() == known)
    throw Error(Fault::malformed, {std::string(name)},
                "none of its " + std::to_string(lines.line()) +
                    " lines has words of both " + std::string(source_.tag()) + " and " +
                    std::string(target_.tag()) +
                    "; is it a dictionary of these languages?");
}

WordBook WordBook::read(std::string_view text, std::string_view name, Language source,
                        Language target) {
  WordBook book(source, target);
  std::istringstream in{std::string(text)};
  book.read(in, name);
  return book;
}

WordBook WordBook::turned_round() && {
  std::swap(source_, target_);
  for (KnownPair& pair : pairs_) {
    std::swap(pair.source, pair.target);
    std::swap(pair.forward, pair.backward);
  }
  return std::move(*this);
}

std::vector<KnownPair> WordBook::known_in(const Vocabulary& vocabulary) const {
  constexpr auto none = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> theirs(keys_.size(), none);
  vocabulary.for_each([&](std::string_view key, std::uint32_t number) {
    if (const auto mine = keys_.find(key)) theirs[*mine] = number;
  });
  std::vector<KnownPair> known;
  for (const KnownPair& pair : pairs_)
    if (theirs[pair.source] != none && theirs[pair.target] != none &&
        theirs[pair.source] != theirs[pair.target])
      known.push_back(
          {theirs[pair.source], theirs[pair.target], pair.forward, pair.backward});
  // Several meanings may share a word.
  return merged(std::move(known));
}

}  // namespace hexapla
