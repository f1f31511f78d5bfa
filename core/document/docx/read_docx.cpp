#include "document/docx/read_docx.hpp"

#include "document/docx/package.hpp"
#include "document/docx/story.hpp"

#include <algorithm>

namespace hexapla {
namespace {

using Role = DocxPart::Role;

/// LibreOffice puts the mark that an author typed before the same mark that begins the
/// text of the note. Returns where the first of the two was.
std::optional<ByteRange> take_doubled_mark(MarkupStory& story, const std::string& label) {
  if (story.lines.empty() || label.empty()) return std::nullopt;
  std::vector<MarkupLine::Span>& spans = story.lines.front().spans;
  const bool twice = spans.size() > 1 && spans[0].piece.words == label &&
                     spans[1].piece.words.starts_with(label);
  if (!twice) return std::nullopt;
  const ByteRange source = spans.front().piece.source;
  spans.erase(spans.begin());
  return source;
}

class DocxReader {
 public:
  explicit DocxReader(const DocxPackage& package)
      : package_(package),
        context_{DocxStyles(package.styles), DocxNumbering(package.numbering),
                 notes(Role::footnotes, "footnote"), notes(Role::endnotes, "endnote")} {
    for (const DocxPart& part : package.parts) {
      manuscript_.parts.push_back({part.name, part.begin});
      for (const ByteRange range : wordless_ranges(part.xml, Markup::xml))
        manuscript_.markup.push_back({range.begin + part.begin, range.end + part.begin});
    }
  }

  Manuscript read() {
    read_all(Role::document, std::nullopt);
    read_notes(context_.footnotes);
    read_notes(context_.endnotes);
    read_all(Role::header, BlockKind::furniture);
    read_all(Role::footer, BlockKind::furniture);
    report_comments();
    return std::move(manuscript_);
  }

 private:
  [[nodiscard]] DocxNotes notes(Role role, std::string_view name) const {
    const auto found = std::ranges::find(package_.parts, role, &DocxPart::role);
    return {found == package_.parts.end() ? nullptr : &*found, name, package_.settings,
            package_.parts.front().xml};
  }

  void read_all(Role role, std::optional<BlockKind> kind) {
    for (const DocxPart& part : package_.parts) {
      if (part.role != role) continue;
      MarkupStory story = DocxStoryReader(part.xml, {0, part.xml.size()}, context_).read();
      if (kind)
        for (MarkupLine& line : story.lines) {
          line.hint.kind = kind;
          line.hint.cell.reset();
        }
      add(story, part);
    }
  }

  void read_notes(const DocxNotes& notes) {
    if (notes.part() == nullptr) return;
    // Notes that are met in notes join the list while it is read.
    for (std::size_t i = 0; i < notes.in_order().size(); ++i) {
      const DocxNotes::Note note = notes.note(notes.in_order()[i]);
      MarkupStory story =
          DocxStoryReader(notes.part()->xml, note.content, context_, note.label).read();
      if (const auto twice = take_doubled_mark(story, note.label))
        leave_out("the mark of a note, which is there twice", *twice, *notes.part());
      for (std::size_t line = 0; line < story.lines.size(); ++line) {
        LineHint& hint = story.lines[line].hint;
        hint = {true, line > 0, BlockKind::footnote, note.label};
      }
      add(story, *notes.part());
    }
    for (const ByteRange orphan : notes.orphans())
      leave_out("a note without a mark in the text", orphan, *notes.part());
  }

  void report_comments() {
    for (const DocxPart& part : package_.parts) {
      if (part.role != Role::comments) continue;
      MarkupScanner scanner(part.xml, Markup::xml);
      while (const auto token = scanner.next())
        if (token->starts("comment"))
          if (const auto comment = scanner.skip_element(*token))
            leave_out("a comment", *comment, part);
    }
  }

  void add(const MarkupStory& story, const DocxPart& part) {
    for (const MarkupLine& line : story.lines)
      append_line(manuscript_, line, part.begin);
    for (const Omission& left : story.left_out)
      leave_out(left.what, left.source, part);
  }

  void leave_out(const std::string& what, ByteRange range, const DocxPart& part) {
    manuscript_.left_out.push_back(
        {what, {range.begin + part.begin, range.end + part.begin}});
  }

  const DocxPackage& package_;
  DocxContext context_;
  Manuscript manuscript_;
};

}  // namespace

Manuscript manuscript_from_parts(const DocxPackage& package) {
  return DocxReader(package).read();
}

ReadDocx read_docx(std::string_view bytes, std::string_view name) {
  const DocxPackage package = docx_package(bytes, name);
  ReadDocx read{{}, manuscript_from_parts(package)};
  for (const DocxPart& part : package.parts)
    read.source += part.xml;
  read.manuscript.format = "docx";
  read.manuscript.source_size = bytes.size();
  return read;
}

Manuscript manuscript_from_docx(std::string_view bytes, std::string_view name) {
  return std::move(read_docx(bytes, name).manuscript);
}

}  // namespace hexapla
