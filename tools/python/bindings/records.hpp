#pragma once

#include "align/aligned_unit.hpp"
#include "check/finding.hpp"
#include "corpus/store.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hexapla::python {

/// What goes together in several languages, as Python sees it.
struct RowRecord {
  std::int64_t id = -1;  ///< Of the corpus; -1 in none.
  std::uint32_t number = 0;
  std::string work;
  std::vector<std::pair<std::string, std::string>> texts;  ///< By language, in order.
  double confidence = 1;
  double agreement = 1;
  std::string verdict = "none";
};
[[nodiscard]] RowRecord record_of(const AlignedUnit& unit, const std::string& work);
[[nodiscard]] RowRecord record_of(const StoredUnit& stored, const std::string& work);

/// A place of a finding, in characters of Python, not in bytes.
struct SpotRecord {
  std::string language;
  std::uint32_t segment = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;  ///< What stands there.
};

struct FindingRecord {
  std::string rule;
  std::string severity;
  double confidence = 1;
  std::string message;
  std::string suggestion;
  std::vector<SpotRecord> source;
  std::vector<SpotRecord> target;
};

using SegmentTexts = std::function<std::string_view(const Spot&)>;
[[nodiscard]] FindingRecord record_of(const Finding& finding, const SegmentTexts& text_of);

/// Characters before byte `at` of valid UTF-8.
[[nodiscard]] std::size_t characters_before(std::string_view text, std::size_t at);

/// Errors: std::invalid_argument, in Python a ValueError.
[[nodiscard]] Language language_named(const std::string& tag);
[[nodiscard]] std::vector<Language> languages_named(const std::vector<std::string>& tags);

}  // namespace hexapla::python
