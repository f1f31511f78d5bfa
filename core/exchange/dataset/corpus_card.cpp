#include "exchange/dataset/corpus_card.hpp"

#include "exchange/dataset/yaml_text.hpp"

#include <algorithm>
#include <ostream>

namespace hexapla {
namespace {

/// What readers call the parts.
std::string_view split_name(Split split) {
  return split == Split::dev ? "validation" : name_of(split);
}

void write_head(std::ostream& out, const CorpusCardFacts& facts) {
  out << "---\nlanguage:\n";
  for (const Language language : facts.languages)
    out << "- " << language.tag() << '\n';
  if (!facts.licence.empty()) out << "license_name: " << yaml_text(facts.licence) << '\n';
  out << "multilinguality:\n- translation\ntask_categories:\n- translation\n"
      << "pretty_name: " << yaml_text(facts.name) << "\nconfigs:\n";
  for (const DatasetConfiguration& configuration : facts.configurations) {
    out << "- config_name: " << yaml_text(configuration.name) << "\n  data_files:\n";
    for (const Split split : splits)
      if (configuration.rows.at(static_cast<std::size_t>(split)) > 0)
        out << "  - split: " << split_name(split)
            << "\n    path: " << yaml_text(configuration.name + '/' + dataset_file(split))
            << '\n';
  }
  out << "---\n\n";
}

void write_tables(std::ostream& out, const CorpusCardFacts& facts) {
  out << "| configuration | part | documents | rows |\n|---|---|---:|---:|\n";
  for (const DatasetConfiguration& configuration : facts.configurations)
    for (const Split split : splits) {
      const auto at = static_cast<std::size_t>(split);
      out << "| " << configuration.name << " | " << split_name(split) << " | "
          << configuration.documents.at(at) << " | " << configuration.rows.at(at) << " |\n";
    }
  out << "\n## Left out\n\n| configuration | rows |\n|---|---|\n";
  for (const DatasetConfiguration& configuration : facts.configurations) {
    out << "| " << configuration.name << " | ";
    std::string_view comma;
    for (const auto& [words, rows] : configuration.left_out) {
      if (rows == 0) continue;
      out << comma << rows << ' ' << words;
      comma = ", ";
    }
    out << (comma.empty() ? "none" : "") << " |\n";
  }
}

}  // namespace

std::string dataset_file(Split split) {
  return std::string(split_name(split)) + ".jsonl.zst";
}

void write_corpus_card(std::ostream& out, const CorpusCardFacts& facts) {
  write_head(out, facts);
  out << "# " << facts.name << "\n\nAligned texts of " << facts.works
      << " works of the corpus `" << facts.corpus << "`"
      << ". A line is an object: `id`, `document`, `symbol`, `date`, `position` in the "
         "document, `confidence` (0 to 1), `agreement` (the share of pairs of languages "
         "that agree with the row), `licence`, `translation` by language. In the "
         "configuration `all` a text is null where a language has none.\n\n";
  write_tables(out, facts);
  out << "\n## How it was made\n\n- Licence: "
      << (facts.licence.empty() ? "not stated" : facts.licence) << "\n- Programs: ";
  for (const std::string& program : facts.programs)
    out << (&program == &facts.programs.front() ? "" : ", ") << program;
  out << "\n- Filters: ";
  if (facts.settings.empty()) out << "none";
  for (const std::string& setting : facts.settings)
    out << (&setting == &facts.settings.front() ? "`" : ", `") << setting << '`';
  out << "\n- Parts: documents are dealt by a hash of their names with the seed "
      << facts.seed << ", " << facts.shares.dev << " of them to validation and "
      << facts.shares.test << " to test, so that no document is in two parts.\n"
      << "- Duplicates: of rows with the same letters (case, marks, digits and spaces make "
         "no difference) the first is kept. A row of train is left out when one of its "
         "texts, so compared, is in validation or test, one of validation when it is in "
         "test.\n";
  if (!facts.overlap.empty())
    out << "- Rows with a text that is, so compared, in `" << facts.overlap
        << "` are in no part.\n";
}

}  // namespace hexapla
