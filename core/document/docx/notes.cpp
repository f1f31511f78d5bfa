#include "document/docx/notes.hpp"

#include "document/docx/styles.hpp"
#include "document/markup/attribute_number.hpp"
#include "document/markup/scanner.hpp"
#include "text/number/list_number.hpp"

namespace hexapla {
namespace {

constexpr std::size_t longest_typed_label = 16;  // bytes; "****", "(a)"

}  // namespace

DocxNotes::DocxNotes(const DocxPart* part, std::string_view note_name,
                     std::string_view settings, std::string_view document)
    : part_(part), format_(note_name == "endnote" ? "lowerRoman" : "decimal") {
  const std::string properties_name = std::string(note_name) + "Pr";
  read_format(settings, properties_name);
  read_format(document, properties_name);
  if (part == nullptr) return;
  MarkupScanner scanner(part->xml, Markup::xml);
  while (const auto token = scanner.next()) {
    if (!token->starts(note_name) || token->closed) continue;
    const auto id = scanner.attribute(*token, "id");
    // Separators between the body and the notes are no notes.
    const bool separator = scanner.attribute(*token, "type").value_or("normal") != "normal";
    const auto whole = scanner.skip_element(*token);
    if (id && whole && !separator)
      notes_[*id] = {{token->range.end, part->xml.rfind('<', whole->end - 1)}, {}};
  }
}

void DocxNotes::read_format(std::string_view xml, std::string_view properties_name) {
  MarkupScanner scanner(xml, Markup::xml);
  bool inside = false;
  while (const auto token = scanner.next()) {
    if (token->starts(properties_name)) inside = !token->closed;
    if (token->ends(properties_name)) inside = false;
    if (!inside) continue;
    if (token->starts("numFmt"))
      format_ = scanner.attribute(*token, "val").value_or(format_);
    if (token->starts("numStart"))
      next_ = attribute_number(scanner.attribute(*token, "val")).value_or(next_);
  }
}

std::string DocxNotes::label_of(std::string_view id) {
  const auto found = notes_.find(id);
  if (found == notes_.end()) return list_number(format_, next_++);
  if (found->second.label.empty()) {
    found->second.label = list_number(format_, next_++);
    order_.emplace_back(id);
  }
  return found->second.label;
}

bool DocxNotes::set_label(std::string_view id, std::string label) {
  const auto found = notes_.find(id);
  if (found == notes_.end() || label.empty() || label.size() > longest_typed_label)
    return false;
  if (found->second.label.empty()) order_.emplace_back(id);
  found->second.label = std::move(label);
  return true;
}

std::vector<ByteRange> DocxNotes::orphans() const {
  std::vector<ByteRange> ranges;
  for (const auto& [id, note] : notes_)
    if (note.label.empty()) ranges.push_back(note.content);
  return ranges;
}

}  // namespace hexapla
