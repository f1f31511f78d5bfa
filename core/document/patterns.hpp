#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace hexapla {

/// What a line looks like by its words alone; patterns.tsv says how.
enum class LineLook : std::uint8_t {
  masthead,
  session,
  agenda_reference,
  open_end,
  open_start,
  title,
  signed_name,
  rule,
  furniture,
  footnote,
};

/// The compiled patterns.tsv. One thread at a time.
class Patterns {
 public:
  Patterns();
  ~Patterns();
  Patterns(Patterns&&) noexcept;
  Patterns& operator=(Patterns&&) noexcept;

  /// `line` has no white space at its ends. A line too long for any pattern looks like
  /// none.
  [[nodiscard]] bool looks_like(LineLook look, std::string_view line) const;

  /// The label of a line that looks like the start of a footnote; empty for others.
  [[nodiscard]] std::string footnote_label(std::string_view line) const;

  /// The same for a line that is nothing but a label, as `pdftotext -layout` sets it.
  [[nodiscard]] std::string lone_footnote_label(std::string_view line) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace hexapla
