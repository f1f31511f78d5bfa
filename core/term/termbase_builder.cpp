#include "term/termbase_builder.hpp"

#include "text/code_point.hpp"
#include "text/error.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace hexapla {
namespace {

constexpr std::size_t longest_term = 2000;  // bytes; the longest titles of bodies take 600

struct StatusName {
  std::string_view name;
  TermStatus status;
};

// Source: ISO 12620 pick list of administrativeStatus; the short names are our CSV's.
constexpr std::array status_names{
    StatusName{"", TermStatus::preferred},
    StatusName{"preferred", TermStatus::preferred},
    StatusName{"admitted", TermStatus::admitted},
    StatusName{"deprecated", TermStatus::deprecated},
    StatusName{"preferredTerm-admn-sts", TermStatus::preferred},
    StatusName{"admittedTerm-admn-sts", TermStatus::admitted},
    StatusName{"deprecatedTerm-admn-sts", TermStatus::deprecated},
    StatusName{"supersededTerm-admn-sts", TermStatus::deprecated},
    StatusName{"standardizedTerm-admn-sts", TermStatus::preferred},
    StatusName{"legalTerm-admn-sts", TermStatus::preferred},
    StatusName{"regulatedTerm-admn-sts", TermStatus::preferred}};

}  // namespace

std::string tidied(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (is_white_space(next_code_point(text, at))) {
      if (!result.empty() && result.back() != ' ') result.push_back(' ');
    } else {
      result.append(text.substr(begin, at - begin));
    }
  }
  if (result.ends_with(' ')) result.pop_back();
  return is_nfc(result) ? result : nfc(result);
}

void TermbaseBuilder::begin_concept(std::string_view id, std::size_t line) {
  std::string own = tidied(id);
  if (own.empty()) own = std::to_string(termbase_.concepts.size() + 1);
  if (!ids_.insert(own).second) refuse(line, "the concept " + own + " stands here twice");
  termbase_.concepts.push_back({std::move(own), {}, {}});
}

void TermbaseBuilder::add_term(Term term, std::size_t line) {
  term.text = tidied(term.text);
  if (term.text.empty())
    refuse(line, "a term of the concept " + current().id + " has no text");
  if (term.text.size() > longest_term)
    refuse(line, "a term of the concept " + current().id + " is longer than 2000 bytes");
  current().terms.push_back(std::move(term));
}

void TermbaseBuilder::end_concept(std::size_t line) {
  if (current().terms.empty())
    refuse(line, "the concept " + current().id + " has no terms");
}

Language TermbaseBuilder::language_from(std::string_view tag, std::size_t line) const {
  const auto language = Language::from(tag);
  if (!language)
    refuse(line, "“" + std::string(tag) + "” is no language tag such as en or zh-Hans");
  return *language;
}

TermStatus TermbaseBuilder::status_from(std::string_view status, std::size_t line) const {
  const auto* const found = std::ranges::find(status_names, status, &StatusName::name);
  if (found == status_names.end())
    refuse(line, "“" + std::string(status) +
                     "” is no status of a term: preferred, admitted or deprecated");
  return found->status;
}

void TermbaseBuilder::refuse(std::size_t line, std::string_view what) const {
  throw Error(Fault::malformed, {name_, line}, what);
}

}  // namespace hexapla
