#pragma once

#include "align/align_versions.hpp"
#include "align/lexicon/prior_lexicon.hpp"
#include "text/language.hpp"

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace hexapla::python {

/// A folder of lexicons, or one of them, each read when it is first asked for and then
/// kept.
class Lexicons {
 public:
  explicit Lexicons(const std::string& path) : path_(path) {}

  /// Nothing for two languages of which it knows nothing. Lives as long as this.
  /// Errors: those of read_lexicon().
  [[nodiscard]] WordSources between(Language source, Language target);
  /// The same for all pairs, in the order of the texts.
  [[nodiscard]] std::vector<WordsBetween> among(std::span<const SegmentedDocument> texts);

 private:
  std::filesystem::path path_;
  std::mutex mutex_;
  std::map<std::pair<Language, Language>, std::optional<PriorLexicon>> read_;
};

/// Errors: Fault::unreadable.
[[nodiscard]] std::string bytes_of(const std::filesystem::path& file);

}  // namespace hexapla::python
