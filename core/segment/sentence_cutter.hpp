#pragma once

#include "text/interface.hpp"
#include "text/utf8.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hexapla {

/// Why a text is cut at a place, or isn't.
struct BreakDecision {
  std::size_t at =
      0;  ///< Bytes from the start of the text: where a sentence ends, or would.
  bool cuts = false;
  std::string rule;  ///< For people.

  friend bool operator==(const BreakDecision&, const BreakDecision&) = default;
};

/// The sentences of one paragraph while they are found.
class SentenceRanges {
 public:
  explicit SentenceRanges(std::string_view paragraph) : paragraph_(paragraph) {}

  /// A sentence ends at `end`, unless there is only white space since the last one.
  void end_at(std::size_t end) {
    const ByteRange range = trimmed(paragraph_, {begin_, end});
    if (!range.empty()) sentences_.push_back(range);
    begin_ = end;
  }

  /// What is left is the last sentence.
  [[nodiscard]] std::vector<ByteRange> finish() && {
    end_at(paragraph_.size());
    return std::move(sentences_);
  }

 private:
  std::string_view paragraph_;
  std::size_t begin_ = 0;
  std::vector<ByteRange> sentences_;
};

/// Cuts running text into sentences. Safe to share between threads once made.
class SentenceCutter : public Interface {
 public:
  /// `footnote_marks`: where digits are known to be footnote marks, in order.
  ///
  /// Shape:  ranges are in order, do not overlap, are never empty, and together cover
  ///         every non-blank byte of `paragraph`; the gaps are white space only.
  /// Units:  bytes from the start of `paragraph`, which is valid UTF-8.
  [[nodiscard]] virtual std::vector<ByteRange> cut(
      std::string_view paragraph, std::span<const ByteRange> footnote_marks = {}) const = 0;

  /// The places where `cut` had to decide, in order, each with the rule that did.
  [[nodiscard]] virtual std::vector<BreakDecision> explain(
      std::string_view paragraph, std::span<const ByteRange> footnote_marks = {}) const = 0;
};

}  // namespace hexapla
