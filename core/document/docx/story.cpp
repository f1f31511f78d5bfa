#include "document/docx/story.hpp"

#include "document/markup/attribute_number.hpp"
#include "document/markup/items.hpp"
#include "document/symbol_fonts.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <array>

namespace hexapla {
namespace {

struct Skipped {
  std::string_view name;
  std::string_view report;  ///< Empty for what holds no text of the page.
};
constexpr std::array skipped{
    Skipped{"del", "deleted text"},
    Skipped{"moveFrom", "text moved to another place"},
    Skipped{"delText", "deleted text"},
    Skipped{"rt", "a reading aid above the line"},
    Skipped{"blip", "a picture"},
    Skipped{"imagedata", "a picture"},
    Skipped{"chart", "a chart"},
    Skipped{"relIds", "a diagram"},
    Skipped{"OLEObject", "an embedded object"},
    Skipped{"altChunk", "an embedded document"},
    Skipped{"instrText", ""},
    Skipped{"delInstrText", ""},
    Skipped{"sectPr", ""},
    Skipped{"pPrChange", ""},
    Skipped{"rPrChange", ""},
    Skipped{"tblPrChange", ""},
    Skipped{"trPr", ""},
    Skipped{"tcPrChange", ""},
    Skipped{"tblPr", ""},
    Skipped{"sdtPr", ""},
};

bool is_on(const std::optional<std::string>& value) {
  return !value || (*value != "0" && *value != "false" && *value != "off");
}

std::string lost_sign(std::string_view font) {
  return "a sign of the font " + std::string(font) + " that is no character";
}

}  // namespace

DocxStoryReader::DocxStoryReader(std::string_view xml, ByteRange range,
                                 DocxContext& context, std::string note_label)
    : scanner_(xml, Markup::xml, range),
      context_(context),
      note_label_(std::move(note_label)) {}

MarkupStory DocxStoryReader::read() {
  while (const auto token = scanner_.next()) {
    if (token->kind == MarkupToken::Kind::text && in_text_) add_text(*token);
    if (token->kind == MarkupToken::Kind::end_tag) end(token->name);
    if (token->kind != MarkupToken::Kind::start_tag || skip(*token)) continue;
    start(*token);
    if (token->closed) end(token->name);
  }
  while (!open_.empty())
    end_paragraph();
  if (unfinished_) {
    unfinished_->runs_on = false;
    open_.push_back(std::move(*unfinished_));
    end_paragraph();
  }
  return std::move(story_);
}

/// Whether the properties of a row say that it was deleted.
bool DocxStoryReader::deletes_row(ByteRange properties) const {
  MarkupScanner scanner(scanner_.source(), Markup::xml, properties);
  while (const auto token = scanner.next())
    if (token->starts("del")) return true;
  return false;
}

bool DocxStoryReader::skip(const MarkupToken& token) {
  if (token.name == "del" && in_run_properties_) return false;  // a paragraph's end
  if (token.name == "Fallback" && !choices_.empty() && choices_.back()) {
    const auto range = scanner_.skip_element(token);
    if (range) leave_out("a copy of a drawing for older programs", *range);
    return range.has_value();
  }
  const auto* const found = std::ranges::find(skipped, token.name, &Skipped::name);
  if (found == skipped.end()) return false;
  const auto range = scanner_.skip_element(token);
  if (range && token.name == "trPr" && !tables_.empty() && deletes_row(*range))
    tables_.back().delete_row();
  if (range && !found->report.empty()) leave_out(std::string(found->report), *range);
  return true;
}

void DocxStoryReader::start(const MarkupToken& token) {
  const bool properties = in_paragraph_properties_ || in_run_properties_;
  if (token.name == "pPr") {
    in_paragraph_properties_ = true;
  } else if (token.name == "rPr") {
    in_run_properties_ = true;
  } else if (properties) {
    start_properties(token);
  } else if (open_.empty() || token.name == "p" || token.name == "AlternateContent" ||
             token.name == "Choice") {
    start_structure(token);
  } else {
    start_run_content(token);
  }
}

void DocxStoryReader::end(std::string_view name) {
  if (name == "pPr") in_paragraph_properties_ = false;
  if (name == "rPr") in_run_properties_ = false;
  if (name == "t") in_text_ = false;
  if (name == "p" && !open_.empty()) end_paragraph();
  if (name == "tc" && open_.empty()) end_cell();
  if (name == "tbl" && open_.empty()) end_table();
  if (name == "AlternateContent" && !choices_.empty()) choices_.pop_back();
}

void DocxStoryReader::start_properties(const MarkupToken& token) {
  if (open_.empty()) return;
  Paragraph& paragraph = open_.back();
  const bool own = !in_run_properties_;
  if (!in_paragraph_properties_) {
    if (token.name == "vanish") hidden_ = is_on(value(token));
    if (token.name == "rStyle") run_style_ = value(token).value_or("");
    if (token.name == "rFonts") font_ = scanner_.attribute(token, "ascii").value_or("");
  }
  if (token.name == "framePr" && own)
    paragraph.runs_on = scanner_.attribute(token, "dropCap").value_or("none") != "none";
  if (token.name == "del" && in_paragraph_properties_) paragraph.runs_on = true;
  if (token.name == "pStyle" && own) paragraph.style = value(token).value_or("");
  if (token.name == "outlineLvl" && own)
    paragraph.own.outline_level = attribute_number(value(token));
  if (token.name == "ilvl" && own)
    paragraph.own.list_level = attribute_number(value(token));
  if (token.name == "numId" && own) {
    paragraph.own.number_id = value(token);
    paragraph.tag = token.range;
  }
}

void DocxStoryReader::start_structure(const MarkupToken& token) {
  if (token.name == "p") start_paragraph(token);
  if (token.name == "tbl") tables_.emplace_back();
  if (!tables_.empty()) {
    if (token.name == "tr") tables_.back().start_row();
    if (token.name == "tc") tables_.back().start_cell(story_.lines.size());
    if (token.name == "gridSpan")
      tables_.back().widen_cell(static_cast<std::uint32_t>(
          std::max(attribute_number(value(token)).value_or(1), 1)));
  }
  if (token.name == "AlternateContent") choices_.push_back(false);
  if (token.name == "Choice" && !choices_.empty()) choices_.back() = true;
}

void DocxStoryReader::start_run_content(const MarkupToken& token) {
  const std::string& name = token.name;
  if (name == "r") {
    hidden_.reset();
    run_style_.clear();
    font_.clear();
  } else if (name == "t") {
    in_text_ = true;
    keeps_space_ = scanner_.attribute(token, "space") == "preserve";
  } else if (name == "tab" || name == "ptab") {
    add_instead(" ", token.range);
  } else if (name == "br" || name == "cr") {
    end_line(scanner_.attribute(token, "type") == "page");
  } else if (name == "noBreakHyphen") {
    add_instead("‑", token.range);
  } else if (name == "softHyphen") {
    add_instead("\u00AD", token.range);
  } else if (name == "sym") {
    add_symbol(token);
  } else if (name == "footnoteReference") {
    refer_to_note(token, context_.footnotes);
  } else if (name == "endnoteReference") {
    refer_to_note(token, context_.endnotes);
  } else if (name == "footnoteRef" || name == "endnoteRef") {
    add_instead(note_label_, token.range);
    below_own_number_ = true;
  } else if (name == "fldChar") {
    start_field(token);
  }
}

void DocxStoryReader::add_symbol(const MarkupToken& token) {
  const std::string font = scanner_.attribute(token, "font").value_or("");
  const auto code = character_numbered(scanner_.attribute(token, "char").value_or(""));
  const auto sign = code ? sign_in_unicode(font, *code) : std::nullopt;
  if (!sign) return leave_out(lost_sign(font), token.range);
  if (hidden()) return leave_out("hidden text", token.range);
  if (instructions_ == 0) add_plain_words({*sign, token.range, false});
}

void DocxStoryReader::start_field(const MarkupToken& token) {
  const auto type = scanner_.attribute(token, "fldCharType");
  if (type == "begin") {
    fields_.push_back(false);
    ++instructions_;
  } else if (!fields_.empty() && (type == "separate" || type == "end")) {
    if (!fields_.back()) --instructions_;
    fields_.back() = true;
    if (type == "end") fields_.pop_back();
  }
}

void DocxStoryReader::refer_to_note(const MarkupToken& token, DocxNotes& notes) {
  const std::string id = scanner_.attribute(token, "id").value_or("");
  const auto typed = scanner_.attribute(token, "customMarkFollows");
  if (typed && is_on(typed)) {
    awaited_ = (&notes == &context_.endnotes ? "e" : "f") + id;
    return;
  }
  const std::string label = notes.label_of(id);
  add_instead(label, token.range, label);
}

void DocxStoryReader::start_paragraph(const MarkupToken& token) {
  Paragraph paragraph;
  if (unfinished_) paragraph = std::move(*unfinished_);
  unfinished_.reset();
  paragraph.tag = token.range;
  paragraph.style.clear();
  paragraph.own = {};
  paragraph.runs_on = false;
  open_.push_back(std::move(paragraph));
  hidden_.reset();
  run_style_.clear();
  font_.clear();
}

void DocxStoryReader::end_paragraph() {
  // A field's instruction never runs on: a file that forgets its end loses no text.
  while (instructions_ > 0) {
    if (!fields_.back()) --instructions_;
    fields_.pop_back();
  }
  awaited_.reset();
  typed_mark_.clear();
  Paragraph paragraph = std::move(open_.back());
  open_.pop_back();
  if (paragraph.runs_on && open_.empty()) {
    unfinished_ = std::move(paragraph);
    return;
  }
  paragraph.lines.push_back(std::move(paragraph.line));
  add_label(paragraph);
  const auto kind = kind_of(paragraph);
  std::erase_if(paragraph.lines, [](const MarkupLine& line) { return line.blank(); });
  auto& lines = open_.empty() ? story_.lines : boxed_;
  for (std::size_t i = 0; i < paragraph.lines.size(); ++i) {
    MarkupLine& line = paragraph.lines[i];
    line.hint.whole_block = true;
    line.hint.continues = i > 0 && (kind || !is_next_item(lines.back(), line));
    line.hint.kind = kind;
    lines.push_back(std::move(line));
  }
  if (!open_.empty()) return;
  std::ranges::move(boxed_, std::back_inserter(story_.lines));
  boxed_.clear();
}

/// A style of characters takes back what that of the paragraph says, as Word has it.
bool DocxStoryReader::hidden() const {
  if (hidden_) return *hidden_;
  const bool paragraph =
      !open_.empty() && context_.styles.hides(open_.back().style).value_or(false);
  return context_.styles.hides(run_style_).value_or(false) != paragraph;
}

std::optional<BlockKind> DocxStoryReader::kind_of(const Paragraph& paragraph) const {
  constexpr std::int32_t body_level = 9;
  if (const auto level = paragraph.own.outline_level)
    return *level < body_level ? std::optional(BlockKind::heading) : std::nullopt;
  return context_.styles.kind_of(paragraph.style);
}

void DocxStoryReader::add_label(Paragraph& paragraph) {
  DocxParagraphProperties properties = context_.styles.properties_of(paragraph.style);
  const bool from_style = !paragraph.own.number_id;
  if (!from_style) properties.number_id = paragraph.own.number_id;
  if (paragraph.own.list_level) properties.list_level = paragraph.own.list_level;
  if (!properties.number_id || *properties.number_id == "0") return;
  if (!properties.list_level)
    properties.list_level = from_style ? context_.numbering.level_of_style(
                                             *properties.number_id, paragraph.style)
                                       : 0;
  const DocxLabel label =
      context_.numbering.next_label(*properties.number_id, *properties.list_level);
  MarkupLine& line = paragraph.lines.front();
  if (label.text.empty() || line.blank()) return;
  line.hint.label = label.text;
  line.spans.insert(
      line.spans.begin(),
      {{label.text + (label.spaced ? " " : ""), paragraph.tag, false}, std::string()});
}

void DocxStoryReader::end_line(bool starts_page) {
  Paragraph& paragraph = open_.back();
  paragraph.lines.push_back(std::move(paragraph.line));
  paragraph.line = {};
  paragraph.line.starts_page = starts_page;
}

void DocxStoryReader::end_cell() {
  if (!tables_.empty()) tables_.back().end_cell(story_.lines, story_.lines.size());
}

void DocxStoryReader::end_table() {
  if (tables_.empty()) return;
  tables_.back().place(story_.lines, ++context_.tables);
  tables_.pop_back();
}

}  // namespace hexapla
