#include "cli/commands/align_words.hpp"

#include "align/words/word_aligner.hpp"
#include "cli/files.hpp"
#include "cli/options/lexicons.hpp"
#include "cli/options/segmented_pair.hpp"
#include "format/json.hpp"
#include "text/dictionary_words.hpp"
#include "text/error.hpp"
#include "text/table.hpp"

#include <array>
#include <cstdio>
#include <ostream>

namespace hexapla::cli {
namespace {

/// Words between single blanks, so that a researcher's numbers stay: two blanks are an
/// empty word between them.
std::vector<std::string_view> given_words(std::string_view line) {
  if (line.empty()) return {};
  return parts_of(line, ' ');
}

std::vector<std::string_view> own_words(std::string_view line) {
  std::vector<std::string_view> words;
  for (const ByteRange range : dictionary_words_of(line))
    words.push_back(range.of(line));
  return words;
}

std::string two_digits(float confidence) {
  std::array<char, 8> digits{};
  (void)std::snprintf(digits.data(), digits.size(), "%.2f",
                      static_cast<double>(confidence));
  return digits.data();
}

void write_pharaoh(std::ostream& out, const std::vector<WordLink>& links,
                   bool with_confidence) {
  std::string_view before;
  for (const WordLink& link : links) {
    out << before << link.source << '-' << link.target;
    if (with_confidence) out << ':' << two_digits(link.confidence);
    before = " ";
  }
  out << '\n';
}

void write_object(std::ostream& out, const WordPair& pair,
                  const std::vector<WordLink>& links) {
  Json list = Json::array();
  for (const WordLink& link : links)
    list.push_back(Json::array(
        {link.source, link.target, rounded(static_cast<double>(link.confidence))}));
  out << Json{{"source", pair.source}, {"target", pair.target}, {"links", list}}.dump()
      << '\n';
}

}  // namespace

Exit align_words_of_lines(const AlignOptions& given, Streams streams) {
  const std::vector<Language>& languages = given.languages;
  const PairNames names{given.files[0], given.files[1], ""};
  const PairTexts texts = read_pair(names);
  const BatchPair lines = pair_of(texts, names, languages);
  const std::size_t count = lines.source.segments.size();
  if (count != lines.target.segments.size())
    throw Error(Fault::inconsistent, {names.target, 0},
                "has " + std::to_string(lines.target.segments.size()) + " lines, and " +
                    names.source + " has " + std::to_string(count) +
                    ": line N of one has to say what line N of the other says (align "
                    "--segmented pairs them)");
  const auto words_in = given.tokenized ? given_words : own_words;
  std::vector<WordPair> pairs;
  for (std::size_t line = 0; line < count; ++line)
    pairs.push_back(
        {words_in(lines.source.segments[line]), words_in(lines.target.segments[line])});
  const auto known = known_among(given.words, languages, languages);
  const WordSources sources = known.empty() ? WordSources{} : known.front().sources();
  const auto links = align_words(pairs, languages[0], languages[1], sources);
  for (std::size_t line = 0; line < count; ++line) {
    if (given.jsonl)
      write_object(streams.out, pairs[line], links[line]);
    else
      write_pharaoh(streams.out, links[line], given.with_confidence);
  }
  return Exit::done;
}

}  // namespace hexapla::cli
