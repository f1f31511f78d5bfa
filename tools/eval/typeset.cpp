#include "typeset.hpp"

#include "text/code_point.hpp"
#include "wrap_paragraph.hpp"

#include <random>
#include <vector>

namespace hexapla::eval {
namespace {

// Lines of body text on a page, between which each page's number lies.
constexpr std::size_t shortest_page = 25;
constexpr std::size_t longest_page = 45;
constexpr std::size_t layout_margin = 8;   // columns
constexpr std::size_t most_footnotes = 3;  // on a page

struct Furniture {
  std::string_view running_head;
  std::string_view footnote;
};

Furniture furniture_of(Language language) {
  if (language == languages::zh)
    return {"秘书长的报告",
            "见大会正式记录，第七十七届会议，补编第 1 号(A/77/1)，第 12 段。"};
  if (language == languages::ar)
    return {"تقرير الأمين العام",
            "انظر الوثائق الرسمية للجمعية العامة، الدورة السابعة والسبعون، الملحق رقم 1."};
  if (language == languages::ru)
    return {"Доклад Генерального секретаря",
            "См. Официальные отчеты Генеральной Ассамблеи, семьдесят седьмая сессия, "
            "Дополнение № 1 (A/77/1), пункт 12."};
  if (language == languages::fr)
    return {"Rapport du Secrétaire général",
            "Voir Documents officiels de l’Assemblée générale, soixante-dix-septième "
            "session, Supplément no 1 (A/77/1), par. 12."};
  if (language == languages::es)
    return {"Informe del Secretario General",
            "Véase Documentos Oficiales de la Asamblea General, septuagésimo séptimo "
            "período de sesiones, Suplemento núm. 1 (A/77/1), párr. 12."};
  return {"Report of the Secretary-General",
          "See Official Records of the General Assembly, Seventy-seventh Session, "
          "Supplement No. 1 (A/77/1), para. 12."};
}

class Press {
 public:
  Press(Language language, const Page& page, std::uint32_t seed)
      : page_(page),
        furniture_(furniture_of(language)),
        random_(seed),
        wrapper_(language, page.shape == Shape::one_line ? ~std::size_t{0} : page.columns,
                 page.hyphenate),
        indent_(page.shape == Shape::layout ? 2 + random_() % 4 : 1 + random_() % 4),
        page_length_(next_page_length()) {}

  void set(std::string_view paragraph) {
    const bool indented = page_.shape == Shape::indent ||
                          page_.shape == Shape::double_spaced ||
                          page_.shape == Shape::layout;
    const std::size_t indent = indented ? indent_ : 0;
    std::vector<std::string> lines = wrapper_.lines_of(paragraph, indent, random_);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (page_.paginate && lines_on_page_ == page_length_) end_page();
      put(lines[i], i == 0 ? indent : 0);
      ++lines_on_page_;
    }
    last_width_ = display_width(lines.back()) + (lines.size() == 1 ? indent : 0);
    const bool gap = page_.shape == Shape::blank_line || page_.shape == Shape::layout;
    if (gap && lines_on_page_ != 0) text_ += '\n';
  }

  /// Would the first word of `paragraph` have found room in the last line?
  [[nodiscard]] bool fits_behind(std::string_view paragraph) const {
    return last_width_ + 1 + display_width(wrapper_.first_piece(paragraph)) <=
           page_.columns;
  }

  std::string finish() {
    if (page_.paginate) end_page();
    return std::move(text_);
  }

 private:
  std::size_t next_page_length() {
    return shortest_page + random_() % (longest_page - shortest_page);
  }

  void put(std::string_view line, std::size_t indent) {
    if (page_.shape == Shape::layout) indent += layout_margin;
    text_.append(indent, ' ').append(line) += '\n';
    if (page_.shape == Shape::double_spaced) text_ += '\n';
  }

  void end_page() {
    ++page_number_;
    const std::size_t footnotes = random_() % (most_footnotes + 1);
    if (footnotes > 0) put("__________________", 0);
    for (std::size_t i = 0; i < footnotes; ++i) {
      const std::string note =
          std::to_string(++last_footnote_) + " " + std::string(furniture_.footnote);
      std::size_t indent = 1;
      for (const std::string& line : wrapper_.lines_of(note, indent, random_)) {
        put(line, indent);
        indent = 0;
      }
    }
    if (page_number_ == 1) put("22-12655 (E) 011022", 0);
    put(std::to_string(page_number_) + "/40", page_.columns / 2);
    if (page_number_ % 2 == 0) text_ += '\f';
    put("A/77/512", 0);
    put(furniture_.running_head, page_.columns / 2);
    lines_on_page_ = 0;
    page_length_ = next_page_length();
  }

  Page page_;
  Furniture furniture_;
  std::mt19937 random_;
  Wrapper wrapper_;
  std::size_t indent_;
  std::size_t page_length_;
  std::size_t lines_on_page_ = 0;
  std::size_t last_width_ = 0;  ///< Columns of the last line set.
  std::size_t page_number_ = 0;
  std::size_t last_footnote_ = 0;
  std::string text_;
};

}  // namespace

Typeset typeset(std::span<const std::string> paragraphs, Language language,
                const Page& page, std::uint32_t seed) {
  Press press(language, page, seed);
  Typeset result;
  for (const std::string& paragraph : paragraphs) {
    if (!result.hidden_end.empty())
      result.hidden_end.back() =
          page.shape == Shape::unmarked && !press.fits_behind(paragraph);
    press.set(paragraph);
    result.hidden_end.push_back(false);
  }
  result.text = press.finish();
  return result;
}

}  // namespace hexapla::eval
