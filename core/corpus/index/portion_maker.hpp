#pragma once

// Private to core/corpus/.

#include "corpus/index/language_postings.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hexapla {

/// A text of a row that is to be indexed.
struct IndexedText {
  std::int64_t row = 0;
  std::int64_t language_number = 0;  ///< That of table language.
  Language language;
  ByteRange range;  ///< Of the bytes of its batch.
};

/// Texts that go from thread to thread together, in one piece of memory: a string for each
/// would be taken on one thread and freed on the other.
struct TextBatch {
  std::vector<IndexedText> texts;
  std::string bytes;

  void add(std::int64_t row, std::int64_t language_number, Language language,
           std::string_view text) {
    texts.push_back(
        {row, language_number, language, {bytes.size(), bytes.size() + text.size()}});
    bytes += text;
  }
};

/// Rows that are indexed together.
struct PortionLists {
  std::int64_t first = 0;
  std::int64_t last = 0;
  std::vector<LanguageLists> languages;
};

/// Bytes in memory; the larger a portion, the seldomer each form is repeated. Its lists
/// take as much again until they are written.
inline constexpr std::size_t largest_portion = std::size_t{64} << 20;

/// Makes portions of texts, without a database: on any thread, the same of the same texts.
class PortionMaker {
 public:
  explicit PortionMaker(std::size_t largest = largest_portion) : largest_(largest) {}

  /// All texts of a row are in one batch, one after the other; rows may come in any order.
  /// Portions end between batches. A batch is read language by language, so that the words
  /// of one are at hand in the processor's caches.
  void add(const TextBatch& batch);
  /// Ends the portion that is being made.
  void finish();

  /// The portions that have ended since the last call.
  [[nodiscard]] std::vector<PortionLists> take_finished() {
    return std::exchange(finished_, {});
  }

 private:
  void add_ascending(std::span<const IndexedText> texts, std::string_view bytes);
  [[nodiscard]] bool is_full() const;

  std::size_t largest_;
  std::map<std::int64_t, LanguagePostings> languages_;  ///< By their numbers.
  std::int64_t first_ = 0;
  std::int64_t last_ = 0;
  std::vector<PortionLists> finished_;
};

}  // namespace hexapla
