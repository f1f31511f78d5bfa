#pragma once

#include "check/finding.hpp"

#include <functional>
#include <iosfwd>
#include <span>
#include <string>

namespace hexapla {

/// Where a spot is in a file that a person has.
struct FilePlace {
  std::string file;      ///< Name of the version's file, as a relative URI reference.
  std::size_t line = 0;  ///< From 1; 0 when it is not known.
  ByteRange bytes;       ///< In that file's text, or in the line when `line` is given.
};

/// Findings as a SARIF log of one run, for the viewers and pipelines that read it. Severity
/// becomes a level, confidence a rank from 0 to 100; what the source says is a related
/// location; the message carries the suggestion.
/// Source: OASIS SARIF 2.1.0, with Errata 01.
void write_findings_sarif(std::ostream& out, std::span<const Finding> findings,
                          const std::function<FilePlace(const Spot&)>& place_of,
                          std::string_view version);

}  // namespace hexapla
