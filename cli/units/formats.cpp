#include "cli/units/formats.hpp"

#include "cli/command.hpp"
#include "format/compressed_stream.hpp"

#include <algorithm>
#include <array>

namespace hexapla::cli {
namespace {

struct NamedFormat {
  std::string_view name;
  UnitFormat format;
  bool is_read;
  bool is_written;
};

constexpr std::array unit_formats{
    NamedFormat{"tmx", UnitFormat::tmx, true, true},
    NamedFormat{"xliff", UnitFormat::xliff, true, true},
    NamedFormat{"xliff2", UnitFormat::xliff2, false, true},
    NamedFormat{"po", UnitFormat::po, true, true},
    NamedFormat{"tsv", UnitFormat::tsv, true, true},
    NamedFormat{"csv", UnitFormat::csv, true, true},
    NamedFormat{"xlsx", UnitFormat::xlsx, true, true},
    NamedFormat{"jsonl", UnitFormat::jsonl, true, true},
    NamedFormat{"translation", UnitFormat::translation, false, true},
    NamedFormat{"moses", UnitFormat::moses, true, true},
    NamedFormat{"xces", UnitFormat::xces, true, true},
    NamedFormat{"hunalign", UnitFormat::hunalign, true, true},
    NamedFormat{"ladder", UnitFormat::ladder, true, false},
    NamedFormat{"links", UnitFormat::links, true, true},
    NamedFormat{"vecalign", UnitFormat::vecalign, true, false},
    NamedFormat{"sdltm", UnitFormat::sdltm, true, false},
    NamedFormat{"trados", UnitFormat::trados, true, true},
    NamedFormat{"wordfast", UnitFormat::wordfast, true, true},
    NamedFormat{"tbx", UnitFormat::tbx, true, true},
    NamedFormat{"utx", UnitFormat::utx, true, true},
    NamedFormat{"multiterm", UnitFormat::multiterm, true, true},
    NamedFormat{"zip", UnitFormat::zip, true, false},
    NamedFormat{"html", UnitFormat::html, false, true},
    NamedFormat{"dataset", UnitFormat::dataset, false, true}};

struct Ending {
  std::string_view ending;
  UnitFormat format;
};

constexpr std::array endings{
    Ending{".tmx", UnitFormat::tmx},       Ending{".xlf", UnitFormat::xliff},
    Ending{".xliff", UnitFormat::xliff},   Ending{".sdlxliff", UnitFormat::xliff},
    Ending{".mqxliff", UnitFormat::xliff}, Ending{".mxliff", UnitFormat::xliff},
    Ending{".txlf", UnitFormat::xliff},    Ending{".po", UnitFormat::po},
    Ending{".pot", UnitFormat::po},        Ending{".tsv", UnitFormat::tsv},
    Ending{".csv", UnitFormat::csv},       Ending{".xlsx", UnitFormat::xlsx},
    Ending{".jsonl", UnitFormat::jsonl},   Ending{".ndjson", UnitFormat::jsonl},
    Ending{".ladder", UnitFormat::ladder}, Ending{".html", UnitFormat::html},
    Ending{".sdltm", UnitFormat::sdltm},   Ending{".tbx", UnitFormat::tbx},
    Ending{".utx", UnitFormat::utx},       Ending{".zip", UnitFormat::zip}};

/// What tells a format at the beginning of its files: any of these words.
struct Mark {
  UnitFormat format;
  std::array<std::string_view, 3> words;
};

constexpr std::array marks{
    Mark{UnitFormat::wordfast, {"%Wordfast"}},
    Mark{UnitFormat::trados, {"<TWBExportFile", "<RTF Preamble>", "<TrU>"}},
    Mark{UnitFormat::utx, {"#UTX"}},
    Mark{UnitFormat::multiterm, {"<mtf"}},
    Mark{UnitFormat::tbx, {"<martif", "<tbx"}},
    Mark{UnitFormat::xces, {"<cesAlign", "<linkGrp"}},
    Mark{UnitFormat::tmx, {"<tmx"}},
    Mark{UnitFormat::xliff, {"<xliff"}},
    Mark{UnitFormat::zip, {"PK\x03\x04"}},
    Mark{UnitFormat::sdltm, {"SQLite format 3"}}};

UnitFormat format_named(std::string_view name, bool NamedFormat::*is_fit,
                        std::string_view option) {
  const auto* const found = std::ranges::find(unit_formats, name, &NamedFormat::name);
  if (found != unit_formats.end() && found->*is_fit) return found->format;
  std::string list;
  for (const NamedFormat& format : unit_formats)
    if (format.*is_fit) list += (list.empty() ? "" : ", ") + std::string(format.name);
  throw UsageError("'" + std::string(name) + "' can't be " + std::string(option) +
                   "; these can: " + list);
}

}  // namespace

UnitFormat format_to_read(std::string_view name) {
  return format_named(name, &NamedFormat::is_read, "read");
}

UnitFormat format_to_write(std::string_view name) {
  return format_named(name, &NamedFormat::is_written, "written");
}

std::optional<UnitFormat> format_by_name(const std::string& file) {
  if (file.ends_with('/')) return UnitFormat::dataset;
  std::string plain(without_packing(file));
  std::ranges::transform(plain, plain.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  const auto* const found = std::ranges::find_if(
      endings, [&](const Ending& ending) { return plain.ends_with(ending.ending); });
  if (found == endings.end()) return std::nullopt;
  return found->format;
}

std::optional<UnitFormat> format_by_content(std::string_view head) {
  std::string plain(head);
  std::erase(plain, '\0');  // the ASCII of UTF-16
  std::optional<UnitFormat> format;
  std::size_t first = plain.size();
  for (const auto& [marked, words] : marks)
    for (const std::string_view word : words)
      if (const std::size_t place = plain.find(word); !word.empty() && place < first) {
        first = place;
        format = marked;
      }
  return format;
}

bool names_languages(UnitFormat format) noexcept {
  return !is_of_two_languages(format) || format == UnitFormat::xliff ||
         format == UnitFormat::wordfast || format == UnitFormat::utx;
}

bool is_of_two_languages(UnitFormat format) noexcept {
  constexpr std::array pairs{UnitFormat::xliff,  UnitFormat::xliff2,  UnitFormat::po,
                             UnitFormat::moses,  UnitFormat::xces,    UnitFormat::hunalign,
                             UnitFormat::ladder, UnitFormat::links,   UnitFormat::vecalign,
                             UnitFormat::utx,    UnitFormat::wordfast};
  return std::ranges::find(pairs, format) != pairs.end();
}

bool keeps_states(UnitFormat format) noexcept {
  return format == UnitFormat::tmx || format == UnitFormat::xliff ||
         format == UnitFormat::xliff2 || format == UnitFormat::po ||
         format == UnitFormat::jsonl;
}

bool has_one_text_a_language(UnitFormat format) noexcept {
  return format != UnitFormat::tmx && format != UnitFormat::jsonl &&
         format != UnitFormat::trados && format != UnitFormat::tbx &&
         format != UnitFormat::utx && format != UnitFormat::multiterm;
}

bool has_columns(UnitFormat format) noexcept {
  return format == UnitFormat::tsv || format == UnitFormat::csv ||
         format == UnitFormat::xlsx || format == UnitFormat::html;
}

bool is_kept_by_place(std::string_view read, UnitFormat written) noexcept {
  return (written == UnitFormat::po && read == "po") ||
         (written == UnitFormat::wordfast && read == "wordfast") ||
         (written == UnitFormat::xliff && read.starts_with("xliff 1")) ||
         (written == UnitFormat::xliff2 && read.starts_with("xliff 2"));
}

}  // namespace hexapla::cli
