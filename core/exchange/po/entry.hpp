#pragma once

// Private to core/exchange/.

#include "format/line_reader.hpp"
#include "format/named_value.hpp"

#include <cstddef>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// An entry of a PO file as its keywords are there.
struct PoEntry {
  std::size_t line = 0;                                   ///< Of its first keyword.
  std::map<std::string, std::string, std::less<>> texts;  ///< By keyword: `msgstr[1]`.
  std::vector<std::string> notes;
  std::vector<NamedValue> properties;  ///< extracted, reference, flags, previous.
  bool is_obsolete = false;

  /// The text of `msgstr` or `msgstr[0]`; nullptr when there is neither.
  [[nodiscard]] const std::string* translation() const;
  [[nodiscard]] std::string text(std::string_view keyword) const;
};

/// The entries of a PO file, one after the other.
/// Errors: Fault::malformed with the line.
class PoEntries {
 public:
  /// `in` must live as long as the entries.
  PoEntries(std::istream& in, std::string_view name) : lines_(in, name) {}

  [[nodiscard]] std::optional<PoEntry> next();

 private:
  [[nodiscard]] bool next_line(std::string_view& line, bool& is_obsolete);
  [[nodiscard]] std::string& keyword_text(PoEntry& entry, std::string_view line);
  [[nodiscard]] std::string unquoted(std::string_view line) const;

  LineReader lines_;
  std::string_view held_;
  bool is_held_ = false;
  std::string previous_;  ///< A line `#~|` as `#|`.
};

}  // namespace hexapla
