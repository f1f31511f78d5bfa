#include "document/pdf/boxes.hpp"

#include "document/markup/scanner.hpp"
#include "document/markup/text.hpp"
#include "document/pdf/shapes.hpp"
#include "document/symbol_fonts.hpp"
#include "text/code_point.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

namespace hexapla {
namespace {

constexpr double farthest = 1e6;       // in units; PDF itself stops at 14,400 points
constexpr double size_of_height = .9;  // of a font, where the XML names none
constexpr double smallest_size = 1;

/// pdftohtml names the pages that links lead to after the pages that it would write.
bool leads_inside(std::string_view address) {
  return address.find("://") == std::string_view::npos &&
         address.find(".html#") != std::string_view::npos;
}

class BoxReader {
 public:
  BoxReader(std::string_view xml, std::string_view name)
      : scanner_(xml, Markup::xml), xml_(xml), name_(name) {}

  std::vector<PdfPage> read() {
    while (const auto token = scanner_.next()) {
      if (token->kind == MarkupToken::Kind::start_tag) {
        start(*token);
      } else if (token->ends("a")) {
        linked_ = false;
      } else if (token->ends("text")) {
        finish_box();
      } else if (token->kind == MarkupToken::Kind::text && box_) {
        add(token->verbatim ? token->inside : token->range);
      }
    }
    finish_box();
    return std::move(pages_);
  }

 private:
  void start(const MarkupToken& token) {
    if (token.name == "page") {
      start_page(token);
    } else if (token.name == "fontspec") {
      start_font(token);
    } else if (token.name == "text" && !pages_.empty()) {
      finish_box();
      start_box(token);
    } else if (token.name == "b" && box_) {
      box_->bold = true;
    } else if (token.name == "i" && box_) {
      box_->italic = true;
    } else if (token.name == "a" && box_) {
      linked_ = leads_inside(scanner_.attribute(token, "href").value_or(""));
    }
  }

  void start_font(const MarkupToken& token) {
    Font& font = fonts_[number_of(token, "id")];
    font.size = std::max(number_of(token, "size"), smallest_size);
    const std::string family = scanner_.attribute(token, "family").value_or("");
    font.symbols = symbol_font_named(std::string_view(family).substr(family.find('+') + 1));
  }

  void start_page(const MarkupToken& token) {
    finish_box();
    if (pages_.size() == most_pdf_pages)
      throw Error(Fault::unsupported, {name_, 0},
                  "more than " + std::to_string(most_pdf_pages) + " pages; cut it up");
    PdfPage page;
    page.number = static_cast<std::uint32_t>(pages_.size() + 1);
    page.width = number_of(token, "width");
    page.height = number_of(token, "height");
    page.source_begin = token.range.begin;
    pages_.push_back(std::move(page));
  }

  void start_box(const MarkupToken& token) {
    box_.emplace();
    linked_ = false;
    box_->left = number_of(token, "left");
    box_->top = number_of(token, "top");
    box_->width = std::max(number_of(token, "width"), 0.);
    box_->height = std::max(number_of(token, "height"), smallest_size);
    const auto font = fonts_.find(number_of(token, "font"));
    const bool known = font != fonts_.end();
    box_->font_size = known ? font->second.size : box_->height * size_of_height;
    symbols_ = known ? font->second.symbols : std::string_view();
  }

  void finish_box() {
    if (!box_) return;
    PdfPage& page = pages_.back();
    const bool blank = std::ranges::all_of(box_->text, [](const PdfCharacter& character) {
      return is_white_space(character.code);
    });
    if (page.boxes.size() + page.blanks.size() == most_pdf_boxes)
      throw Error(Fault::unsupported, {name_, 0},
                  "more than " + std::to_string(most_pdf_boxes) +
                      " pieces of text on page " + std::to_string(page.number) +
                      "; it is a drawing rather than a text");
    (blank ? page.blanks : page.boxes).push_back(std::move(*box_));
    box_.reset();
  }

  void add(ByteRange range) {
    for (const TextPiece& piece : text_pieces(xml_, range, Markup::xml)) {
      std::size_t at = piece.source.begin;
      for (std::size_t i = 0; i < piece.words.size();) {
        const std::size_t begin = i;
        PdfCharacter character;
        character.said = next_code_point(piece.words, i);
        character.code = letter_of(character.said);
        character.linked = linked_;
        character.begin = static_cast<std::uint32_t>(at);
        at = piece.copied ? at + (i - begin) : piece.source.end;
        character.end = static_cast<std::uint32_t>(at);
        box_->text.push_back(character);
      }
    }
  }

  /// What is read where the file says `said`.
  [[nodiscard]] char32_t letter_of(char32_t said) const {
    if (is_symbol(said))
      if (const auto sign = sign_in_unicode(symbols_, said)) return code_point_at(*sign, 0);
    return shapes_.letter_of(said).value_or(said);
  }

  [[nodiscard]] double number_of(const MarkupToken& token, std::string_view name) const {
    const std::string value = scanner_.attribute(token, name).value_or("0");
    double number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return std::isfinite(number) ? std::clamp(number, -farthest, farthest) : 0;
  }

  MarkupScanner scanner_;
  std::string_view xml_;
  std::string name_;
  std::vector<PdfPage> pages_;
  PdfShapes shapes_;
  struct Font {
    double size = 0;
    std::string_view symbols;  ///< The symbol font that it is.
  };

  std::map<double, Font> fonts_;  ///< By their numbers.
  std::string_view symbols_;      ///< The symbol font of the open box.
  std::optional<PdfBox> box_;     ///< The one that is open.
  bool linked_ = false;           ///< So is a link to another page.
};

}  // namespace

std::vector<PdfPage> pdf_pages(std::string_view xml, std::string_view name) {
  if (xml.size() > largest_pdf_xml)
    throw Error(Fault::unsupported, {std::string(name), 0},
                "more text than any document has: " + std::to_string(xml.size()) +
                    " bytes of XML; cut it up");
  if (const auto at = find_ill_formed(xml))
    throw Error(Fault::malformed, {std::string(name), 0},
                "its text has bytes that are no characters (byte " + std::to_string(*at) +
                    " of pdftohtml's XML); print it to PDF again, or save it as .docx");
  return BoxReader(xml, name).read();
}

}  // namespace hexapla
