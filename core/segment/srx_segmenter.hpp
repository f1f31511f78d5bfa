#pragma once

#include "segment/sentence_cutter.hpp"
#include "segment/srx.hpp"
#include "text/language.hpp"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace hexapla {

/// Cuts by rules in SRX: at each place, the first rule decides whose `before` matches text
/// that ends there and whose `after` matches what follows. A `before` may look behind and
/// ahead of its match as in Java.
class SrxSegmenter final : public SentenceCutter {
 public:
  /// `name`: of the file that `rules` came from, for messages.
  ///
  /// Errors: Fault::unsupported when no map leads `language` to a rule.
  SrxSegmenter(const Srx& rules, Language language, std::string_view name);
  ~SrxSegmenter() override;

  /// Rules that can't be used, and languages that only the rules for every language fit.
  [[nodiscard]] const std::vector<SrxWarning>& warnings() const noexcept;

  /// Known footnote marks don't change what SRX rules say.
  ///
  /// Errors: Fault::unsupported naming the rule when its regular expressions take too long.
  [[nodiscard]] std::vector<ByteRange> cut(
      std::string_view paragraph,
      std::span<const ByteRange> footnote_marks = {}) const override;

  [[nodiscard]] std::vector<BreakDecision> explain(
      std::string_view paragraph,
      std::span<const ByteRange> footnote_marks = {}) const override;

 private:
  struct Rules;
  std::unique_ptr<Rules> rules_;
};

}  // namespace hexapla
