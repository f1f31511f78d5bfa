#include "term/table/columns.hpp"

#include "term/termbase_builder.hpp"
#include "term_data.hpp"
#include "text/error.hpp"
#include "text/fold.hpp"
#include "text/language/language_called.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <string>

namespace hexapla {
namespace {

struct Meaning {
  TermField field = TermField::term;
  std::optional<Language> language;
};

std::optional<TermField> field_from(std::string_view name) {
  const auto* const found = std::ranges::find(term_field_names, name);
  if (found == term_field_names.end()) return std::nullopt;
  return static_cast<TermField>(found - term_field_names.begin());
}

/// True for what may differ between the languages of a concept.
bool is_of_a_term(TermField field) {
  return field > TermField::language;
}

/// Reads `status`, `en` and `en.status`.
std::optional<Meaning> meaning_of(std::string_view name) {
  if (const auto field = field_from(name)) return Meaning{*field, std::nullopt};
  const std::size_t point = name.find('.');
  const auto language = Language::from(name.substr(0, point));
  if (!language) return std::nullopt;
  if (point == std::string_view::npos) return Meaning{TermField::term, language};
  const auto field = field_from(name.substr(point + 1));
  if (!field || !is_of_a_term(*field)) return std::nullopt;
  return Meaning{*field, language};
}

/// What a table of others means by `header`.
std::optional<Meaning> meaning_of_alias(const std::string& header) {
  static const auto aliases = [] {
    std::map<std::string, std::string, std::less<>> names;
    for (const auto& row : rows_of_table(embedded::column_names_tsv))
      if (row.size() == 2) names.emplace(folded(row[0]), row[1]);
    return names;
  }();
  const auto alias = aliases.find(folded(header));
  if (alias != aliases.end()) return meaning_of(alias->second);
  const auto language = language_called(header);
  return language ? std::optional(Meaning{TermField::term, language}) : std::nullopt;
}

/// What a table that came without a map means by `header`, if it is one of our names. Of
/// languages only the official ones are known by their tags: "id", "no" and "pos" are tags
/// too.
std::optional<Meaning> meaning_of_header(const std::string& header) {
  const std::string key = folded(header);
  const auto meaning = meaning_of(key);
  if (!meaning || !meaning->language) return meaning;
  constexpr std::array<std::string_view, 6> official{"ar", "en", "es", "fr", "ru", "zh"};
  const bool known =
      std::ranges::find(official, meaning->language->primary()) != official.end();
  if (!known) return std::nullopt;
  return header == key ? meaning : meaning_of(header);  // zh-Hans keeps its capitals
}

class Planner {
 public:
  Planner(const TableRow& first_row, std::string_view name)
      : row_(first_row), name_(name), plan_{{}, false, first_row.fields.size()} {}

  TablePlan plan(const TableSettings& settings) {
    if (settings.columns.empty()) {
      add_named(meaning_of_header);
      add_named(meaning_of_alias);
    } else {
      for (const std::string_view pair : parts_of(settings.columns, ','))
        add_mapped(pair);
      plan_.has_heads = !is_by_number_ || names_a_column();
    }
    plan_.row_is_concept = std::ranges::any_of(
        plan_.columns,
        [](const TableColumn& column) { return column.language.has_value(); });
    require_columns();
    return std::move(plan_);
  }

 private:
  [[noreturn]] void refuse(std::string_view what) const {
    throw Error(Fault::malformed, {std::string(name_), row_.line}, what);
  }

  void add_named(std::optional<Meaning> (*meaning_of_name)(const std::string&)) {
    for (std::size_t place = 0; place < row_.fields.size(); ++place) {
      const auto meaning = meaning_of_name(tidied(row_.fields[place]));
      // "remark" is our note only where there is no "note".
      if (meaning && (meaning_of_name == meaning_of_header || !has(*meaning)))
        add(*meaning, place);
    }
  }

  [[nodiscard]] bool has(const Meaning& meaning) const {
    return std::ranges::any_of(plan_.columns, [&](const TableColumn& column) {
      return column.field == meaning.field && column.language == meaning.language;
    });
  }

  void add(const Meaning& meaning, std::size_t place) {
    for (const TableColumn& column : plan_.columns)
      if (column.field == meaning.field && column.language == meaning.language)
        refuse("the column " + tidied(row_.fields[place]) +
               " says the same as the column " + tidied(row_.fields[column.place]) +
               "; one of them is named twice");
    plan_.columns.push_back({meaning.field, meaning.language, place});
  }

  void add_mapped(std::string_view pair) {
    const std::size_t equals = pair.find('=');
    const std::string ours = tidied(pair.substr(0, equals));
    const auto meaning = meaning_of(ours);
    if (equals == std::string_view::npos || !meaning)
      refuse("“" + std::string(pair) +
             "” maps no column: write ours=theirs, where ours is concept, subject, "
             "definition, concept_note, language, term, status, part_of_speech, source, "
             "note, case_sensitive, exact_form, full_form, a language such as en, or "
             "en.status");
    add(*meaning, place_of(tidied(pair.substr(equals + 1))));
  }

  /// True when a mapped field of the first row is a word for a column.
  [[nodiscard]] bool names_a_column() const {
    return std::ranges::any_of(plan_.columns, [&](const TableColumn& column) {
      const std::string field = tidied(row_.fields[column.place]);
      return meaning_of_header(field) || meaning_of_alias(field);
    });
  }

  [[nodiscard]] std::size_t place_of(const std::string& theirs) {
    for (std::size_t place = 0; place < row_.fields.size(); ++place)
      if (tidied(row_.fields[place]) == theirs) {
        is_by_number_ = false;
        return place;
      }
    std::size_t number = 0;
    const auto [end, error] =
        std::from_chars(theirs.data(), theirs.data() + theirs.size(), number);
    if (error != std::errc() || end != theirs.data() + theirs.size() || number == 0 ||
        number > row_.fields.size())
      refuse("the first row names no column “" + theirs + "”, and the file has " +
             std::to_string(row_.fields.size()) + " columns");
    return number - 1;
  }

  void require_columns() const {
    const auto has = [&](TermField field) {
      return std::ranges::find(plan_.columns, field, &TableColumn::field) !=
             plan_.columns.end();
    };
    for (const TermField needed :
         {TermField::concept_id, TermField::language, TermField::term}) {
      const bool can_lack = plan_.row_is_concept && needed != TermField::term;
      if (!can_lack && !has(needed))
        refuse("the first row names no column “" +
               std::string(term_field_names.at(static_cast<std::size_t>(needed))) +
               "”; tell which one it is, as in --columns concept=1,en=2,fr=3");
    }
    if (!plan_.row_is_concept) return;
    for (const TableColumn& column : plan_.columns)
      if (column.field == TermField::language ||
          (column.field == TermField::term && !column.language))
        refuse("a column a language and a column “" +
               std::string(term_field_names.at(static_cast<std::size_t>(column.field))) +
               "” don't go together");
  }

  const TableRow& row_;
  std::string_view name_;
  TablePlan plan_;
  bool is_by_number_ = true;  ///< Each column of a map.
};

}  // namespace

std::optional<TermField> field_called(const std::string& name) {
  for (const auto& meaning : {meaning_of_header(name), meaning_of_alias(name)})
    if (meaning && !meaning->language) return meaning->field;
  return std::nullopt;
}

bool names_columns(const TableRow& row) {
  constexpr std::size_t least = 2;
  const auto known = std::ranges::count_if(row.fields, [](const std::string& field) {
    const std::string name = tidied(field);
    return meaning_of_header(name) || meaning_of_alias(name);
  });
  return static_cast<std::size_t>(known) >= least;
}

TablePlan plan_from(const TableRow& first_row, std::string_view name,
                    const TableSettings& settings) {
  return Planner(first_row, name).plan(settings);
}

}  // namespace hexapla
