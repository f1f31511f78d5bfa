#pragma once

#include <cstdint>
#include <memory>
#include <optional>
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
  annex,
  heading,
  numbered,
  item,
  distr_general,
  distr_limited,
  distr_restricted,
  original_ar,
  original_en,
  original_es,
  original_fr,
  original_ru,
  original_zh,
  job_number,
  addressee,
  above_title,
};

/// The patterns of patterns.tsv, which a process compiles once, kind by kind as they are
/// asked for. One thread at a time.
class Patterns {
 public:
  Patterns();
  /// Patterns of another table. Errors: Fault::malformed with the line of a row that is
  /// broken: columns missing, a kind that is not known, an expression that can't be read.
  Patterns(std::string_view tsv, std::string_view name);
  ~Patterns();
  Patterns(Patterns&&) noexcept;
  Patterns& operator=(Patterns&&) noexcept;

  /// `line` has no white space at its ends. A line too long for any pattern looks like
  /// none.
  [[nodiscard]] bool looks_like(LineLook look, std::string_view line) const;

  /// The label (number, letter, bullet) of a line that looks like `look`, which has one;
  /// empty for others.
  [[nodiscard]] std::string label(LineLook look, std::string_view line) const;

  /// What the first pattern of `look` that is found anywhere in `line` names: its first
  /// group, or all of it.
  [[nodiscard]] std::optional<std::string> found_in(LineLook look,
                                                    std::string_view line) const;

  /// The label of a line that looks like the start of a footnote; empty for others.
  [[nodiscard]] std::string footnote_label(std::string_view line) const {
    return label(LineLook::footnote, line);
  }

  /// The same for a line that is nothing but a label, as `pdftotext -layout` sets it.
  [[nodiscard]] std::string lone_footnote_label(std::string_view line) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace hexapla
