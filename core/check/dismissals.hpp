#pragma once

#include "check/finding.hpp"

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace hexapla {

/// Findings that a person has looked at and found to be none, each at its place only: the
/// same rule cries again in another segment, and in this one as soon as a side of it reads
/// otherwise.
class Dismissals {
 public:
  /// The text of the segment that a spot is in.
  using SegmentText = std::function<std::string_view(const Spot&)>;

  /// Reads what write() wrote, on top of what is known.
  /// Errors: Fault::malformed with the line.
  void read(std::string_view text, std::string_view name);
  /// A line each, sorted: rule, target language, segment, mark of the texts.
  void write(std::ostream& out) const;

  /// The line, without its end, that write() writes for a finding.
  [[nodiscard]] static std::string line_for(const Finding& finding,
                                            const SegmentText& text_of);

  void add(const Finding& finding, const SegmentText& text_of);
  [[nodiscard]] bool holds(const Finding& finding, const SegmentText& text_of) const;
  [[nodiscard]] std::size_t size() const noexcept { return dismissed_.size(); }

 private:
  using Key = std::tuple<std::string, std::string, std::uint32_t, std::string>;
  static std::string line_of(const Key& key);
  static Key key_of(const Finding& finding, const SegmentText& text_of);
  std::set<Key> dismissed_;
};

}  // namespace hexapla
