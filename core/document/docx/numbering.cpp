#include "document/docx/numbering.hpp"

#include "document/docx/styles.hpp"
#include "document/markup/attribute_number.hpp"
#include "document/markup/scanner.hpp"
#include "document/symbol_fonts.hpp"
#include "text/number/list_number.hpp"

#include <algorithm>

namespace hexapla {

/// Reads the definitions and lists; later parts of the file refer to earlier ones.
class DocxNumbering::Reader {
 public:
  Reader(std::string_view xml, DocxNumbering& numbering)
      : scanner_(xml, Markup::xml), numbering_(numbering) {}

  void read() {
    while (const auto token = scanner_.next()) {
      if (token->kind == MarkupToken::Kind::start_tag) start(*token);
      if (token->ends("lvl")) level_ = nullptr;
      if (token->ends("num")) list_ = nullptr;
    }
  }

 private:
  [[nodiscard]] std::optional<std::string> value(const MarkupToken& token) const {
    return scanner_.attribute(token, "val");
  }

  void start(const MarkupToken& token) {
    if (token.name == "abstractNum") {
      definition_ = &numbering_.definitions_[id(token, "abstractNumId")];
    } else if (token.name == "num") {
      list_ = &numbering_.lists_[id(token, "numId")];
    } else if (token.name == "abstractNumId" && list_ != nullptr) {
      list_->definition = value(token).value_or("");
    } else if (token.name == "lvlOverride") {
      index_ = index(token);
    } else if (token.name == "startOverride" && list_ != nullptr) {
      list_->starts[index_] = attribute_number(value(token)).value_or(1);
    } else if (token.name == "lvl") {
      start_level(token);
    } else if (level_ != nullptr) {
      describe_level(token);
    }
  }

  [[nodiscard]] std::string id(const MarkupToken& token, std::string_view name) const {
    return scanner_.attribute(token, name).value_or("");
  }

  [[nodiscard]] std::size_t index(const MarkupToken& token) const {
    const auto number = attribute_number(scanner_.attribute(token, "ilvl")).value_or(0);
    return static_cast<std::size_t>(
        std::clamp<std::int32_t>(number, 0, docx_list_levels - 1));
  }

  void start_level(const MarkupToken& token) {
    if (list_ != nullptr) {
      level_ = &list_->levels[index(token)];
    } else if (definition_ != nullptr) {
      level_ = &definition_->levels.at(index(token));
    }
  }

  void describe_level(const MarkupToken& token) {
    if (token.name == "start") level_->start = attribute_number(value(token)).value_or(1);
    if (token.name == "numFmt") level_->format = value(token).value_or("decimal");
    if (token.name == "lvlText") level_->text = value(token).value_or("");
    if (level_->text.size() > longest_docx_label) level_->text.clear();
    if (token.name == "suff") level_->spaced = value(token) != "nothing";
    if (token.name == "lvlRestart") level_->restart = attribute_number(value(token));
    if (token.name == "pStyle") level_->style = value(token).value_or("");
    if (token.name == "isLgl") level_->decimal_only = value(token).value_or("1") != "0";
  }

  MarkupScanner scanner_;
  DocxNumbering& numbering_;
  Definition* definition_ = nullptr;
  List* list_ = nullptr;
  Level* level_ = nullptr;
  std::size_t index_ = 0;
};

DocxNumbering::DocxNumbering(std::string_view xml) {
  Reader(xml, *this).read();
}

const DocxNumbering::Level& DocxNumbering::level_of(const List& list,
                                                    const Definition& definition,
                                                    std::size_t level) {
  const auto own = list.levels.find(level);
  return own == list.levels.end() ? definition.levels.at(level) : own->second;
}

void DocxNumbering::count(List& list, Definition& definition, std::size_t level) {
  if (!list.begun) {
    list.begun = true;
    for (const auto& [index, start] : list.starts)
      definition.counts.at(index) = start - 1;
  }
  auto& number = definition.counts.at(level);
  number = number.value_or(level_of(list, definition, level).start - 1) + 1;
  for (std::size_t deeper = level + 1; deeper < docx_list_levels; ++deeper) {
    const auto restart = level_of(list, definition, deeper).restart;
    const bool restarts = !restart || static_cast<std::int32_t>(level) < *restart;
    if (restarts) definition.counts.at(deeper) = std::nullopt;
  }
}

std::string DocxNumbering::printed(const List& list, const Definition& definition,
                                   std::size_t level) {
  const Level& own = level_of(list, definition, level);
  if (own.format == "bullet") return bullet_in_unicode(own.text);
  std::string label;
  for (std::size_t at = 0; at < own.text.size() && label.size() < longest_docx_label;
       ++at) {
    const bool number = own.text[at] == '%' && at + 1 < own.text.size() &&
                        own.text[at + 1] >= '1' && own.text[at + 1] <= '9';
    if (!number) {
      label += own.text[at];
      continue;
    }
    const auto named = static_cast<std::size_t>(own.text[++at] - '1');
    const Level& other = level_of(list, definition, named);
    label += list_number(own.decimal_only ? "decimal" : other.format,
                         definition.counts.at(named).value_or(other.start));
  }
  return label;
}

DocxLabel DocxNumbering::next_label(std::string_view number_id, std::int32_t level) {
  const auto list = lists_.find(number_id);
  if (list == lists_.end()) return {};
  const auto definition = definitions_.find(list->second.definition);
  if (definition == definitions_.end()) return {};
  const auto index =
      static_cast<std::size_t>(std::clamp<std::int32_t>(level, 0, docx_list_levels - 1));
  count(list->second, definition->second, index);
  return {printed(list->second, definition->second, index),
          level_of(list->second, definition->second, index).spaced};
}

std::int32_t DocxNumbering::level_of_style(std::string_view number_id,
                                           std::string_view style) const {
  const auto list = lists_.find(number_id);
  if (list == lists_.end()) return 0;
  const auto definition = definitions_.find(list->second.definition);
  if (definition == definitions_.end()) return 0;
  for (std::size_t level = 0; level < docx_list_levels; ++level)
    if (level_of(list->second, definition->second, level).style == style)
      return static_cast<std::int32_t>(level);
  return 0;
}

}  // namespace hexapla
