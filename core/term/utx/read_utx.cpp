#include "term/utx/read_utx.hpp"

#include "term/term_status.hpp"
#include "text/table.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hexapla {
namespace {

using UtxFields = std::vector<std::string_view>;

struct UtxRow {
  UtxFields fields;
  std::size_t line = 0;
};

/// Rows that are one concept.
struct UtxConcept {
  std::string id;
  std::vector<UtxRow> rows;
};

class UtxReader {
 public:
  UtxReader(std::string_view text, std::string_view name, OnFault on_fault)
      : builder_(name, on_fault), lines_(parts_of(text, '\n')) {}

  SurveyedTermbase read() {
    read_head();
    for (const UtxConcept& entry : concepts())
      read_concept(entry);
    return builder_.finish();
  }

 private:
  /// `#UTX 1.11; en/fr; ...` down to `#src<tab>tgt<tab>src:pos`.
  void read_head() {
    const auto facts = parts_of(lines_.front(), ';');
    if (!lines_.front().starts_with(utx_mark) || facts.size() < 2)
      builder_.refuse(1, "not a UTX file: it doesn't begin with “#UTX 1.11; en/fr;”");
    const auto tags = parts_of(facts[1], '/');
    source_ = builder_.language_from(tidied(tags[0]), 1);
    if (tags.size() > 1 && !tidied(tags[1]).empty())
      target_ = builder_.language_from(tidied(tags[1]), 1);
    for (at_ = 1; at_ < lines_.size() && lines_[at_].starts_with('#'); ++at_) {
      columns_ = parts_of(lines_[at_].substr(1), '\t');
      if (columns_.front() == "src") break;
    }
    if (columns_.empty() || columns_.front() != "src")
      builder_.refuse(at_ + 1,
                      "the head of a UTX file ends with the names of its columns, as in "
                      "“#src<tab>tgt<tab>src:pos”; there is none here");
    ++at_;
  }

  std::vector<UtxConcept> concepts() {
    std::vector<UtxConcept> found;
    std::map<std::string, std::size_t, std::less<>> by_id;
    for (; at_ < lines_.size(); ++at_) {
      const std::string_view line = lines_[at_];
      if (line.starts_with('#') || tidied(line).empty()) continue;
      UtxRow row{parts_of(line, '\t'), at_ + 1};
      std::string id = field(row, "concept ID");
      const auto known = id.empty() ? by_id.end() : by_id.find(id);
      if (known != by_id.end()) {
        found[known->second].rows.push_back(std::move(row));
        continue;
      }
      if (!id.empty()) by_id.emplace(id, found.size());
      found.push_back({std::move(id), {std::move(row)}});
    }
    return found;
  }

  void read_concept(const UtxConcept& entry) {
    const std::size_t line = entry.rows.front().line;
    builder_.begin_concept(entry.id, line);
    add_language(entry, source_, "src");
    if (target_) add_language(entry, *target_, "tgt");
    builder_.end_concept(line);
  }

  /// The terms of one side, each once.
  void add_language(const UtxConcept& entry, Language language, const std::string& side) {
    const bool is_target = side == "tgt";
    const std::size_t first = builder_.current().terms.size();
    std::vector<bool> has_status;
    for (const UtxRow& row : entry.rows) {
      Term term;
      term.language = language;
      term.text = field(row, side);
      const auto& terms = builder_.current().terms;
      const bool is_there = std::ranges::any_of(terms, [&](const Term& known) {
        return known.language == language && known.text == term.text;
      });
      if (is_there || (term.text.empty() && is_target)) continue;
      term.part_of_speech = field(row, side + ":pos");
      if (term.part_of_speech == "properNoun") term.part_of_speech = "proper_noun";
      term.note = field(row, side + ":comment");
      if (is_target && term.note.empty()) term.note = field(row, "comment");
      const std::string status = is_target ? field(row, "term status") : std::string();
      term.status = builder_.status_from(status, row.line);
      builder_.add_term(std::move(term), row.line);
      if (builder_.current().terms.size() > first + has_status.size())
        has_status.push_back(!status.empty() && term_status_from(status).has_value());
    }
    settle_statuses(std::span(builder_.current().terms).subspan(first), has_status);
  }

  [[nodiscard]] std::string field(const UtxRow& row, std::string_view column) const {
    const auto found = std::ranges::find(columns_, column);
    const auto at = static_cast<std::size_t>(found - columns_.begin());
    if (found == columns_.end() || at >= row.fields.size()) return {};
    std::string text = tidied(row.fields[at]);
    return text == "-" ? std::string() : text;
  }

  TermbaseBuilder builder_;
  std::vector<std::string_view> lines_;
  std::size_t at_ = 0;  ///< Into `lines_`.
  UtxFields columns_;
  Language source_;
  std::optional<Language> target_;
};

}  // namespace

SurveyedTermbase read_utx(std::string_view bytes, std::string_view name, OnFault on_fault) {
  const std::string text = admit_utf8(bytes, name);
  return UtxReader(text, name, on_fault).read();
}

}  // namespace hexapla
