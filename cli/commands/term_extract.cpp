#include "align/aligned_unit.hpp"
#include "cli/commands/group_verbs.hpp"
#include "cli/files.hpp"
#include "cli/options/term_files.hpp"
#include "cli/options/works.hpp"
#include "corpus/store.hpp"
#include "extract/extract_terms.hpp"
#include "text/error.hpp"
#include "text/table.hpp"
#include "workbench/workbench.hpp"

#include <algorithm>
#include <iomanip>
#include <ostream>

#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

struct ExtractOptions {
  std::vector<std::string> files;   ///< A corpus, or two files of segments.
  std::vector<Language> languages;  ///< Two.
  std::optional<fs::path> out;
  bool jsonl = false;
  std::optional<std::string> work;
  double least_confidence = 0.5;  ///< A doubtful bead teaches wrong words.
  ExtractSettings settings;
};

void bind_options(OptionTable& table, ExtractOptions& given) {
  table.words("a corpus file, or two files of segments, are needed", given.files, 1, 2);
  table.required("languages", given.languages);
  table.value("work", given.work);
  table.value("out", given.out);
  table.file_words({});
  table.files(FileUse::written, {"out"});
  table.jsonl(given.jsonl);
  table.positive("most", given.settings.most);
  table.positive("least", given.settings.least_count);
  table.value("confidence", given.least_confidence);
  table.positive("examples", given.settings.examples);
}

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

Corpus read_corpus(const ExtractOptions& given) {
  Corpus corpus{given.languages[0], given.languages[1], {}};
  const Store store = Store::open(given.files.front());
  const Multitext multitext = texts_of_work(store, any_work(given.work, store).id);
  for (const AlignedUnit& unit : units_of_rows(multitext)) {
    const Cell* source = cell_in(unit, corpus.source);
    const Cell* target = cell_in(unit, corpus.target);
    if (source == nullptr || target == nullptr || unit.confidence < given.least_confidence)
      continue;
    corpus.texts.push_back(source->text);
    corpus.texts.push_back(target->text);
  }
  return corpus;
}

/// Two files of segments, a line each.
Corpus read_segments(const ExtractOptions& given) {
  std::array<std::vector<std::string>, 2> sides;
  for (std::size_t side = 0; side < sides.size(); ++side) {
    const std::string& file = given.files[side];
    const std::string text = admit_utf8(read_file(file), file);
    std::string_view body = text;
    if (body.ends_with('\n')) body.remove_suffix(1);
    for (const std::string_view line : parts_of(body, '\n'))
      sides.at(side).emplace_back(line);
  }
  if (sides[0].size() != sides[1].size())
    throw Error(Fault::inconsistent, {given.files[1], 0},
                "has " + std::to_string(sides[1].size()) + " lines, " + given.files[0] +
                    " " + std::to_string(sides[0].size()) +
                    "; line by line they have to say the same");
  Corpus corpus{given.languages[0], given.languages[1], {}};
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
  nlohmann::ordered_json object{{"source", candidate.source},
                                {"target", candidate.target},
                                {"score", candidate.score},
                                {"together", candidate.together},
                                {"source_count", candidate.source_count},
                                {"target_count", candidate.target_count}};
  auto& examples = object["examples"] = nlohmann::ordered_json::array();
  for (const std::uint32_t example : candidate.examples)
    examples.push_back(
        {{"source", pairs[example].source}, {"target", pairs[example].target}});
  out << object.dump() << '\n';
}

}  // namespace

Exit run_term_extract(std::span<const std::string_view> words, Streams streams) {
  const auto given = options_in<ExtractOptions>(words);
  if (given.languages.size() != 2) throw UsageError("--languages takes two, as in zh,en");
  const Corpus corpus = given.files.size() == 2 ? read_segments(given) : read_corpus(given);
  const std::vector<AlignedText> pairs = corpus.pairs();
  const std::vector<TermCandidate> candidates =
      extract_terms(pairs, corpus.source, corpus.target, given.settings);
  if (given.out) {
    write_termbase_file(*given.out,
                        termbase_of(candidates, pairs, corpus.source, corpus.target));
  } else {
    for (const TermCandidate& candidate : candidates) {
      if (given.jsonl) {
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
