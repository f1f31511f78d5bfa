#pragma once

#include "align/evidence/evidence.hpp"
#include "cli/arguments.hpp"
#include "text/language.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla::cli {

/// What is known of words before texts are aligned, and where it is kept for others.
struct WordOptions {
  std::vector<std::string> dictionaries;
  std::optional<std::string> lexicon;  ///< A file, a folder or "none".
  std::optional<std::string> corpus;
  std::optional<std::filesystem::path> save_lexicon;
};

/// Where vectors of the segments come from: files, or a server; nowhere when both are
/// empty.
struct EmbeddingOptions {
  std::optional<std::array<std::string, 2>> files;
  std::optional<std::string> url;
  std::optional<std::string> model;
  std::optional<std::uint32_t> dimension;
  std::optional<std::uint32_t> timeout;  ///< Seconds.
};

/// What `hexapla align` was asked; see help/align.txt.
struct AlignOptions {
  std::vector<std::string> files;
  std::optional<std::filesystem::path> out;
  std::optional<std::filesystem::path> into;
  std::optional<std::string> work;
  std::optional<Language> pivot;
  std::optional<std::string> termbase;
  std::vector<Language> languages;  ///< Of the files; empty when nobody said.
  bool recognise = false;           ///< Pages of PDF files that have no text.
  bool segmented = false;
  bool between_words = false;  ///< --words: links of words, not of segments.
  bool tokenized = false;      ///< Words are what blanks part.
  bool with_confidence = false;
  std::optional<std::string> batch;
  std::optional<std::string> translation;
  WordOptions words;
  EmbeddingOptions embeddings;
  std::optional<std::string> anchors;
  bool alone = false;
  std::optional<std::uint32_t> threads;
  EvidenceSet without;
  std::optional<std::uint32_t> widest;
  bool explain = false;
  bool jsonl = false;
  Arguments given;  ///< As it was written, for the log.
};

/// Errors: UsageError, also for options that would do nothing beside the others.
[[nodiscard]] AlignOptions align_options(std::span<const std::string_view> words);

}  // namespace hexapla::cli
