#pragma once

// Private to core/corpus/: segments of a document as people have cut, united and edited them.

#include "segment/segments.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// What segments say, by number, where a person changed it.
using EditedSegments = std::map<std::uint32_t, std::string>;

/// The segments of a document while decisions about them are applied one by one.
class PresentSegments {
 public:
  /// As they came in. Refers to `version` while decisions are applied.
  explicit PresentSegments(const SegmentedDocument& version) : version_(version) {}

  [[nodiscard]] std::uint32_t size() const noexcept {
    return static_cast<std::uint32_t>(segments().size());
  }
  /// Whether they are others than came in, apart from what they say.
  [[nodiscard]] bool are_others() const noexcept { return !own_.empty(); }
  [[nodiscard]] const std::vector<Segment>& segments() const noexcept {
    return own_.empty() ? version_.segments : own_;
  }
  [[nodiscard]] const EditedSegments& edits() const noexcept { return edits_; }
  [[nodiscard]] std::string text_of(std::uint32_t segment) const;

  void edit(std::uint32_t segment, std::string text);
  /// The second part begins at byte `at`; white space at the border goes.
  /// Errors, of both: Fault::inconsistent when it can't be.
  void cut(std::uint32_t segment, std::uint32_t at);
  /// With the next one, of the same block.
  void unite(std::uint32_t segment);

 private:
  const SegmentedDocument& version_;
  std::vector<Segment> own_;  ///< Empty as long as they are those that came in.
  EditedSegments edits_;
};

/// `version`, as it came in, with these segments, which say this. Several edited ones may
/// have the range that they once were together.
void put_segments(SegmentedDocument& version, const std::vector<Segment>& segments,
                  const EditedSegments& edits);

/// `version` with its segment saying `text`: all that lies after it moves.
void put_edit(SegmentedDocument& version, std::uint32_t segment, std::string_view text);

}  // namespace hexapla
