#pragma once

#include "document/document.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hexapla {

enum class Distribution : std::uint8_t { general, limited, restricted };
[[nodiscard]] std::string_view name_of(Distribution distribution) noexcept;

/// What the first page of a document says of it. What it doesn't say is absent: nothing is
/// guessed.
struct DocumentFacts {
  std::optional<std::string> symbol;  ///< "A/75/574-S/2020/1083"
  std::optional<std::string> date;    ///< Of the document: "2020-11-03".
  std::optional<Distribution> distribution;
  std::optional<Language> original;       ///< The language it was written in.
  std::optional<std::string> job_number;  ///< "20-12655"
  std::optional<std::string> session;     ///< As written.
  std::optional<std::string> title;       ///< As written.
  std::optional<std::string> addressee;   ///< As its title names them.
};

/// The symbol has to be in a line of its own, or after the organs; the date beside the
/// distribution. Source: patterns.tsv; United Nations Editorial Manual, mastheads.
[[nodiscard]] DocumentFacts document_facts(const Document& document);

}  // namespace hexapla
