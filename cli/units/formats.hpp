#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace hexapla::cli {

/// A format of units that other tools read or write.
enum class UnitFormat : std::uint8_t {
  tmx,
  xliff,   ///< Read: any; written: 1.2.
  xliff2,  ///< Written: 2.1.
  po,
  tsv,
  csv,
  jsonl,
  translation,  ///< Written: JSONL as data sets have it.
  moses,
  xces,
  hunalign,
  ladder,  ///< Read only.
  links,
  vecalign,  ///< Read only; written it is `links`.
  html,      ///< Written only.
  dataset,   ///< Written only: a folder.
  xlsx,
  sdltm,      ///< Read only: a memory of Trados Studio.
  trados,     ///< A text memory of Translator's Workbench.
  wordfast,   ///< A text memory of Wordfast Classic.
  tbx,        ///< Read: any termbase; written: TBX.
  utx,        ///< Read: any termbase; written: UTX.
  multiterm,  ///< Read: any termbase; written: MultiTerm XML.
  zip,        ///< Read only: an archive with files of one of the others.
};

/// Errors: UsageError that lists the formats which can be read, or written.
[[nodiscard]] UnitFormat format_to_read(std::string_view name);
[[nodiscard]] UnitFormat format_to_write(std::string_view name);

/// The format that a file's name tells, packed or not: `.tmx`, `.xlf`, `.po`, ...; a name
/// that ends in `/` is a data set's. nullopt when it tells none.
[[nodiscard]] std::optional<UnitFormat> format_by_name(const std::string& file);

/// The format that the first bytes of a file tell, for names that tell none: `.xml` and
/// `.txt`. nullopt when they tell none.
[[nodiscard]] std::optional<UnitFormat> format_by_content(std::string_view head);

/// True for formats whose files name the languages of their texts.
[[nodiscard]] bool names_languages(UnitFormat format) noexcept;

/// True for formats of a source and a target.
[[nodiscard]] bool is_of_two_languages(UnitFormat format) noexcept;

/// True for formats that can say how far a translation has come.
[[nodiscard]] bool keeps_states(UnitFormat format) noexcept;

/// True for formats in which a unit has one text a language.
[[nodiscard]] bool has_one_text_a_language(UnitFormat format) noexcept;

/// True for formats whose languages are columns.
[[nodiscard]] bool has_columns(UnitFormat format) noexcept;

/// True when units of `read`, as a MemoryHeader names it, tell source and target by their
/// place in the format `written`; plural forms of PO, too.
[[nodiscard]] bool is_kept_by_place(std::string_view read, UnitFormat written) noexcept;

}  // namespace hexapla::cli
