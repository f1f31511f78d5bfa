#include "align/aligned_unit.hpp"
#include "cli/commands/term_verbs.hpp"
#include "cli/files.hpp"
#include "cli/options/term_files.hpp"
#include "cli/options/works.hpp"
#include "corpus/store.hpp"
#include "extract/extract_terms.hpp"
#include "text/error.hpp"
#include "text/table.hpp"
#include "workbench/workbench.hpp"

#include <algorithm>
#include <charconv>
#include <iomanip>
#include <ostream>

#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array options{Option{"languages"}, Option{"out"},   Option{"format"},
                             Option{"most"},      Option{"least"}, Option{"confidence"},
                             Option{"examples"},  Option{"work"}};

/// Aligned texts, and who owns them.
struct Corpus {
  Language source;
  Language target;
  std::vector<std::string> texts;  ///< Source and target by turns.

  [[nodiscard]] std::vector<AlignedText> pairs() const {
    std::vector<AlignedText> pairs;
    for (std::size_t at = 0; at + 1 < texts.size(); at += 2)
      pairs.push_back({texts[at], texts[at + 1]});
    return pairs;
  }
};

std::vector<Language> two_languages(const Arguments& arguments) {
  std::vector<Language> languages = languages_in(arguments.required("languages"));
  if (languages.size() != 2) throw UsageError("--languages takes two, as in zh,en");
  return languages;
}

double least_confidence(const Arguments& arguments) {
  constexpr double otherwise = 0.5;  // a doubtful bead teaches wrong words
  const auto given = arguments.value("confidence");
  if (!given) return otherwise;
  double confidence = 0;
  const char* const last = given->data() + given->size();
  const auto [end, error] = std::from_chars(given->data(), last, confidence);
  if (error != std::errc() || end != last || confidence < 0 || confidence > 1)
    throw UsageError("--confidence takes a number from 0 to 1, not '" + *given + "'");
  return confidence;
}

const Cell* cell_in(const AlignedUnit& unit, Language language) {
  const auto cell = std::ranges::find(unit.cells, language, &Cell::language);
  return cell == unit.cells.end() ? nullptr : &*cell;
}

Multitext texts_in(const fs::path& file, const Arguments& arguments) {
  const Store store = Store::open(file);
  return texts_of_work(store, any_work(arguments, store).id);
}

Corpus read_corpus(const fs::path& file, const Arguments& arguments) {
  const auto languages = two_languages(arguments);
  Corpus corpus{languages[0], languages[1], {}};
  const double least = least_confidence(arguments);
  for (const AlignedUnit& unit : units_of_rows(texts_in(file, arguments))) {
    const Cell* source = cell_in(unit, corpus.source);
    const Cell* target = cell_in(unit, corpus.target);
    if (source == nullptr || target == nullptr || unit.confidence < least) continue;
    corpus.texts.push_back(source->text);
    corpus.texts.push_back(target->text);
  }
  return corpus;
}

/// Two files of segments, a line each.
Corpus read_segments(const Arguments& arguments) {
  const auto languages = two_languages(arguments);
  std::array<std::vector<std::string>, 2> sides;
  for (std::size_t side = 0; side < sides.size(); ++side) {
    const std::string& file = arguments.words[side];
    const std::string text = admit_utf8(read_file(file), file);
    std::string_view body = text;
    if (body.ends_with('\n')) body.remove_suffix(1);
    for (const std::string_view line : parts_of(body, '\n'))
      sides.at(side).emplace_back(line);
  }
  if (sides[0].size() != sides[1].size())
    throw Error(Fault::inconsistent, {arguments.words[1], 0},
                "has " + std::to_string(sides[1].size()) + " lines, " + arguments.words[0] +
                    " " + std::to_string(sides[0].size()) +
                    "; line by line they have to say the same");
  Corpus corpus{languages[0], languages[1], {}};
  for (std::size_t line = 0; line < sides[0].size(); ++line) {
    corpus.texts.push_back(std::move(sides[0][line]));
    corpus.texts.push_back(std::move(sides[1][line]));
  }
  return corpus;
}

void write_text(const TermCandidate& candidate, std::span<const AlignedText> pairs,
                std::ostream& out) {
  out << candidate.source << "  =  " << candidate.target << "  (together "
      << candidate.together << " of " << candidate.source_count << " and "
      << candidate.target_count << ", score " << std::fixed << std::setprecision(1)
      << candidate.score << ")\n";
  for (const std::uint32_t example : candidate.examples)
    out << "    " << pairs[example].source << "\n    " << pairs[example].target << '\n';
}

void write_json(const TermCandidate& candidate, std::span<const AlignedText> pairs,
                std::ostream& out) {
  nlohmann::ordered_json object;
  object["source"] = candidate.source;
  object["target"] = candidate.target;
  object["score"] = candidate.score;
  object["together"] = candidate.together;
  object["source_count"] = candidate.source_count;
  object["target_count"] = candidate.target_count;
  auto& examples = object["examples"] = nlohmann::ordered_json::array();
  for (const std::uint32_t example : candidate.examples)
    examples.push_back(
        {{"source", pairs[example].source}, {"target", pairs[example].target}});
  out << object.dump() << '\n';
}

}  // namespace

Exit run_term_extract(std::span<const std::string_view> words, Streams streams) {
  const Arguments arguments = parse_arguments(words, options);
  const std::string format = arguments.value_or("format", "text");
  if (format != "text" && format != "jsonl") throw UsageError("--format is text or jsonl");
  if (arguments.words.empty() || arguments.words.size() > 2)
    throw UsageError("a corpus file, or two files of segments, are needed");
  ExtractSettings settings;
  if (const auto most = arguments.value("most")) settings.most = number_in("most", *most);
  if (const auto least = arguments.value("least"))
    settings.least_count = number_in("least", *least);
  if (const auto examples = arguments.value("examples"))
    settings.examples = number_in("examples", *examples);
  const Corpus corpus = arguments.words.size() == 2
                            ? read_segments(arguments)
                            : read_corpus(arguments.words.front(), arguments);
  const std::vector<AlignedText> pairs = corpus.pairs();
  const std::vector<TermCandidate> candidates =
      extract_terms(pairs, corpus.source, corpus.target, settings);
  if (const auto out = arguments.value("out")) {
    write_termbase_file(*out, termbase_of(candidates, pairs, corpus.source, corpus.target));
  } else {
    for (const TermCandidate& candidate : candidates) {
      if (format == "jsonl") {
        write_json(candidate, pairs, streams.out);
      } else {
        write_text(candidate, pairs, streams.out);
      }
    }
  }
  streams.err << candidates.size() << " candidates from " << pairs.size()
              << " pairs of texts\n";
  return Exit::done;
}

}  // namespace hexapla::cli
