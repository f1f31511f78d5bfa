#pragma once

#include "align/bead.hpp"

#include <iosfwd>
#include <span>
#include <string_view>
#include <vector>

namespace hexapla {

/// A link of an alignment file: segment numbers of either side, in any order. Unlike a Bead
/// it may be non-contiguous, since other people's gold files hold such links.
struct Link {
  std::vector<std::uint32_t> source;
  std::vector<std::uint32_t> target;

  friend auto operator<=>(const Link&, const Link&) = default;
};

/// Reads `[0, 1]:[0]`, one link a line, whatever follows a second colon ignored.
/// Errors: Fault::malformed with the line.
/// Source: the format of vecalign (Thompson and Koehn 2019).
[[nodiscard]] std::vector<Link> read_links(std::string_view text, std::string_view name);

/// A link with how sure whoever made it was; 1 where the third field is missing.
struct SureLink {
  Link link;
  double confidence = 1;
};

/// As read_links, with the third field.
[[nodiscard]] std::vector<SureLink> read_sure_links(std::string_view text,
                                                    std::string_view name);

/// Writes `[0, 1]:[0]:0.987654`, one bead a line, the third field being the confidence.
void write_links(std::ostream& out, std::span<const Bead> beads);

}  // namespace hexapla
