#include "term/utx/write_utx.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <string_view>
#include <vector>

namespace hexapla {
namespace {

constexpr std::string_view utx_line_end = "\r\n";

std::string_view utx_status(TermStatus status) {
  constexpr std::array<std::string_view, 5> names{"approved", "provisional", "non-standard",
                                                  "forbidden", "non-standard"};
  return names.at(static_cast<std::size_t>(status));
}

/// A row is a line, and tabs part its fields.
std::string utx_field(std::string_view text) {
  std::string field(text);
  std::ranges::replace_if(
      field, [](char byte) { return byte == '\t' || byte == '\n' || byte == '\r'; }, ' ');
  return field;
}

std::string utx_part_of_speech(const Term& term) {
  if (term.part_of_speech.empty()) return "-";
  return term.part_of_speech == "proper_noun" ? "properNoun"
                                              : utx_field(term.part_of_speech);
}

std::vector<const Term*> terms_in(const Concept& entry, Language language,
                                  bool (*is_wanted)(TermStatus status)) {
  std::vector<const Term*> terms;
  for (const Term& term : entry.terms)
    if (term.language == language && is_wanted(term.status)) terms.push_back(&term);
  return terms;
}

void write_utx_row(std::ostream& out, const Concept& entry, const Term& source,
                   const Term& target) {
  out << utx_field(source.text) << '\t' << utx_field(target.text) << '\t'
      << utx_part_of_speech(source) << '\t' << utx_part_of_speech(target) << '\t'
      << utx_status(target.status) << '\t' << utx_field(source.note) << '\t'
      << utx_field(target.note) << '\t' << utx_field(entry.id) << utx_line_end;
}

}  // namespace

std::size_t write_utx(std::ostream& out, const Termbase& termbase, const UtxHead& head) {
  out << "#UTX 1.11; " << head.source.tag() << '/' << head.target.tag()
      << "; ; creator: " << head.program << utx_line_end
      << "#src\ttgt\tsrc:pos\ttgt:pos\tterm status\tsrc:comment\ttgt:comment\tconcept ID"
      << utx_line_end;
  std::size_t left_out = 0;
  for (const Concept& entry : termbase.concepts) {
    const auto sources = terms_in(entry, head.source, is_usable);
    const auto targets = terms_in(entry, head.target, [](TermStatus) { return true; });
    if (sources.empty() || targets.empty()) {
      ++left_out;
      continue;
    }
    for (const Term* const target : targets)
      write_utx_row(out, entry, *sources.front(), *target);
    for (std::size_t other = 1; other < sources.size(); ++other)
      write_utx_row(out, entry, *sources[other], *targets.front());
  }
  return left_out;
}

}  // namespace hexapla
