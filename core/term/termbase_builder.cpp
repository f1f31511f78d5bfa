#include "term/termbase_builder.hpp"

#include "term/term_status.hpp"
#include "text/code_point.hpp"
#include "text/error.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace hexapla {
namespace {

constexpr std::size_t longest_term = 2000;  // bytes; the longest titles of bodies take 600

/// True for text that `tidied` would give back as it is, told without decoding.
bool is_tidy_ascii(std::string_view text) {
  char before = ' ';
  for (const char byte : text) {
    if (byte < ' ' || byte > '~' || (byte == ' ' && before == ' ')) return false;
    before = byte;
  }
  return before != ' ' || text.empty();
}

/// French parts « » and some marks from words by spaces that don't break.
std::string with_plain_spaces(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t code_point = next_code_point(text, at);
    if (code_point == U'\u00A0' || code_point == U'\u202F') {
      result.push_back(' ');
    } else {
      result += text.substr(begin, at - begin);
    }
  }
  return result;
}

}  // namespace

std::string tidied(std::string_view text) {
  if (is_tidy_ascii(text)) return std::string(text);
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

void settle_statuses(std::span<Term> terms, const std::vector<bool>& has_status) {
  bool has_preferred = false;
  for (std::size_t at = 0; at < terms.size(); ++at)
    has_preferred =
        has_preferred || (has_status.at(at) && terms[at].status == TermStatus::preferred);
  for (std::size_t at = 0; at < terms.size(); ++at) {
    if (has_status.at(at)) continue;
    terms[at].status = has_preferred ? TermStatus::admitted : TermStatus::preferred;
    has_preferred = true;
  }
}

void TermbaseBuilder::begin_concept(std::string_view id, std::size_t line) {
  std::string own = tidied(id);
  if (own.empty()) own = std::to_string(result_.termbase.concepts.size() + 1);
  if (!ids_.insert(own).second)
    complain(line, LintRule::duplicate_concept, "the concept " + own + " is here twice");
  // Concepts have about as many terms as the one before.
  const std::size_t terms = has_concepts() ? current().terms.size() : 0;
  result_.termbase.concepts.push_back({std::move(own), {}, {}});
  current().terms.reserve(terms);
}

void TermbaseBuilder::add_term(Term term, std::size_t line) {
  std::string tidy = tidied(term.text);
  if (tidy.empty()) {
    pass_over(line, LintRule::empty_term,
              "a term of the concept " + current().id + " has no text");
    return;
  }
  if (tidy.size() > longest_term) {
    complain(line, LintRule::long_term,
             "a term of the concept " + current().id + " is longer than 2000 bytes");
    return;
  }
  if (on_fault_ == OnFault::collect) look_at_spaces(term, tidy, line);
  term.text = std::move(tidy);
  term.line = {line};
  current().terms.push_back(std::move(term));
}

void TermbaseBuilder::remark(std::size_t line, LintRule rule, const Term& term,
                             std::string_view what) {
  if (on_fault_ == OnFault::collect)
    result_.issues.push_back(
        {rule, line, current().id, term.language, tidied(term.text), std::string(what)});
}

void TermbaseBuilder::look_at_spaces(const Term& term, const std::string& tidy,
                                     std::size_t line) {
  // A line end inside an element of XML is how the file is laid out.
  if (term.text.find('\n') != std::string::npos) return;
  const bool french = term.language.primary() == languages::fr.tag();
  const std::string text = french ? with_plain_spaces(term.text) : term.text;
  if (text == tidy || nfc(text) == tidy) return;
  result_.issues.push_back({LintRule::odd_spaces, line, current().id, term.language, tidy,
                            "spaces at the ends, two in a row or no plain ones: they are "
                            "read as one plain space"});
}

void TermbaseBuilder::end_concept(std::size_t line) {
  if (!current().terms.empty()) return;
  pass_over(line, LintRule::empty_concept, "the concept " + current().id + " has no terms");
  result_.termbase.concepts.pop_back();
}

Language TermbaseBuilder::language_from(std::string_view tag, std::size_t line) {
  std::string lower(tag);
  // Older exports write EN-US; the primary language is in small letters. Source: BCP 47.
  for (char& byte : std::span(lower).first(std::min(lower.find('-'), lower.size())))
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  const auto language = Language::from(lower);
  if (!language)
    complain(line, LintRule::unreadable_value,
             "“" + std::string(tag) + "” is no language tag such as en or zh-Hans");
  return language.value_or(Language());
}

TermStatus TermbaseBuilder::status_from(std::string_view status, std::size_t line) {
  const auto known = term_status_from(status);
  if (!known)
    pass_over(line, LintRule::unreadable_value,
              "“" + std::string(status) +
                  "” is no status of a term: preferred, admitted, deprecated, forbidden or "
                  "obsolete");
  return known.value_or(TermStatus::preferred);
}

bool TermbaseBuilder::flag_from(std::string_view flag, std::size_t line) {
  constexpr std::array<std::string_view, 4> yes{"yes", "true", "1", "x"};
  constexpr std::array<std::string_view, 4> no{"", "no", "false", "0"};
  const std::string word = folded(flag);
  const bool known = std::ranges::find(yes, word) != yes.end();
  if (!known && std::ranges::find(no, word) == no.end())
    complain(line, LintRule::unreadable_value,
             "“" + std::string(flag) + "” is neither yes nor no");
  return known;
}

void TermbaseBuilder::refuse(std::size_t line, std::string_view what) const {
  throw Error(Fault::malformed, {name_, line}, what);
}

void TermbaseBuilder::complain(std::size_t line, LintRule rule, std::string_view what) {
  if (on_fault_ != OnFault::collect) refuse(line, what);
  collect(line, rule, what);
}

void TermbaseBuilder::pass_over(std::size_t line, LintRule rule, std::string_view what) {
  if (on_fault_ == OnFault::refuse) refuse(line, what);
  collect(line, rule, what);
}

void TermbaseBuilder::collect(std::size_t line, LintRule rule, std::string_view what) {
  result_.issues.push_back({rule, line, has_concepts() ? current().id : std::string(),
                            Language(), "", std::string(what)});
}

}  // namespace hexapla
