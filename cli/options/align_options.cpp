#include "cli/options/align_options.hpp"

#include "align/evidence/shape.hpp"
#include "cli/command.hpp"
#include "cli/option_table.hpp"
#include "text/table.hpp"

#include <algorithm>

namespace hexapla::cli {
namespace {

/// The kinds that `--without words,marks` names.
EvidenceSet kinds_in(std::string_view names) {
  EvidenceSet kinds;
  for (const std::string_view name : parts_of(names, ',')) {
    const auto kind = evidence_named(name);
    if (!kind) {
      std::string known;
      for (std::size_t number = 0; number < evidence_kinds; ++number)
        known += (number == 0 ? "" : ", ") +
                 std::string(name_of(static_cast<EvidenceKind>(number)));
      throw UsageError("--without doesn't know '" + std::string(name) + "', only " + known);
    }
    kinds.add(*kind);
  }
  return kinds;
}

AlignOptions read(std::span<const std::string_view> words) {
  AlignOptions given;
  std::optional<std::string> without;
  OptionTable table;
  table.words("two FILEs or more are needed", given.files, 0);
  table.value("out", given.out);
  table.value("into", given.into);
  table.value("work", given.work);
  table.value("pivot", given.pivot);
  table.value("termbase", given.termbase);
  table.value("languages", given.languages);
  table.flag("ocr", given.recognise);
  table.flag("segmented", given.segmented);
  table.flag("words", given.between_words);
  table.flag("tokenized", given.tokenized);
  table.flag("confidence", given.with_confidence);
  table.value("batch", given.batch);
  table.value("translation", given.translation);
  table.list("dictionary", given.words.dictionaries);
  table.value("lexicon", given.words.lexicon);
  table.value("corpus", given.words.corpus);
  table.value("save-lexicon", given.words.save_lexicon);
  table.pair("embeddings", given.embeddings.files);
  table.value("embeddings-url", given.embeddings.url);
  table.value("embeddings-model", given.embeddings.model);
  table.positive("dimension", given.embeddings.dimension);
  table.positive("timeout", given.embeddings.timeout);
  table.value("anchors", given.anchors);
  table.flag("alone", given.alone);
  table.positive("threads", given.threads);
  table.value("without", without);
  table.positive("widest", given.widest);
  table.flag("explain", given.explain);
  table.choice("format", given.jsonl, {{"jsonl", true}});
  table.file_words({});
  table.files(FileUse::read, {"termbase", "batch", "translation", "dictionary", "lexicon",
                              "embeddings", "anchors"});
  table.files(FileUse::read_corpus, {"corpus"});
  table.files(FileUse::written, {"save-lexicon"});
  // Segmented text is written as links, or into a folder.
  const bool is_segmented =
      std::ranges::find(words, std::string_view("--segmented")) != words.end();
  table.files(is_segmented ? FileUse::written : FileUse::written_corpus, {"out"});
  table.files(FileUse::changed_corpus, {"into"});
  given.given = table.read(words);
  if (without) given.without = kinds_in(*without);
  return given;
}

/// Options that mean nothing here are refused, lest somebody think that they helped.
void refuse_others(const AlignOptions& given, std::span<const std::string_view> names,
                   const std::string& where) {
  for (const std::string_view name : names)
    if (given.given.has(name))
      throw UsageError("--" + std::string(name) + " is for " + where);
}

void require_fitting_embeddings(const AlignOptions& given) {
  const EmbeddingOptions& embeddings = given.embeddings;
  const bool files = embeddings.files.has_value();
  const bool server = embeddings.url.has_value();
  if (embeddings.model.has_value() != server)
    throw UsageError("--embeddings-url and --embeddings-model go together");
  if (embeddings.timeout && !server)
    throw UsageError("--timeout is how long the server of --embeddings-url may be silent");
  if (embeddings.dimension && !files && !given.batch)
    throw UsageError("--dimension tells what the files of --embeddings hold");
  if (!files && !server) return;
  if (files && server)
    throw UsageError("--embeddings and --embeddings-url exclude each other");
  if (!given.segmented)
    throw UsageError("embeddings go with --segmented: a vector for each line of the files");
  if (given.batch && files)
    throw UsageError("with --batch the files of vectors are named in its list");
  if (given.files.size() != 2 && !given.batch)
    throw UsageError("embeddings take two files, a SOURCE and a TARGET");
}

void require_fitting_words(const AlignOptions& given) {
  constexpr std::array<std::string_view, 15> of_segments{
      "out",       "into",         "work",    "pivot",       "termbase",
      "segmented", "save-lexicon", "anchors", "translation", "alone",
      "batch",     "without",      "widest",  "explain",     "ocr"};
  refuse_others(given, of_segments, "segments, not --words");
  if (given.files.size() != 2) throw UsageError("--words takes a SOURCE and a TARGET");
  if (given.languages.size() != 2)
    throw UsageError("--words needs two --languages, as in en,fr");
}

void require_fitting(const AlignOptions& given) {
  if (given.between_words) return require_fitting_words(given);
  constexpr std::array<std::string_view, 2> of_words{"tokenized", "confidence"};
  refuse_others(given, of_words, "--words");
  constexpr std::array<std::string_view, 3> of_two{"batch", "translation", "save-lexicon"};
  constexpr std::array<std::string_view, 3> of_documents{"into", "work", "ocr"};
  if (given.widest && *given.widest > widest_possible_bead)
    throw UsageError("--widest is at most " + std::to_string(widest_possible_bead));
  require_fitting_embeddings(given);
  if (!given.segmented) {
    refuse_others(given, of_two, "segmented text; see --segmented");
    if (given.files.size() < 2) throw UsageError("two FILEs or more are needed");
    if (given.out.has_value() == given.into.has_value())
      throw UsageError(
          "--out names a new corpus, --into one that may be there: one is needed");
    return;
  }
  refuse_others(given, of_documents, "whole documents, not segmented text");
  if (given.languages.empty()) throw UsageError("--languages is missing");
  if (given.files.size() > 2) {
    refuse_others(given, of_two, "two languages");
    if (!given.out) throw UsageError("--out is missing");
  } else if (given.languages.size() != 2) {
    throw UsageError("--languages takes two tags here, as in zh,en");
  } else if (given.batch && !given.files.empty()) {
    throw UsageError("with --batch the files are named in its list");
  } else if (!given.batch && given.files.size() != 2) {
    throw UsageError("--segmented takes a SOURCE and a TARGET");
  }
}

}  // namespace

AlignOptions align_options(std::span<const std::string_view> words) {
  AlignOptions given = read(words);
  require_fitting(given);
  return given;
}

}  // namespace hexapla::cli
