#include "collection/grouping.hpp"

#include "text/encoding.hpp"

#include <algorithm>

namespace hexapla {
namespace {

using NameGroups = std::map<std::string, std::vector<std::size_t>>;

NameGroups by_name(const std::vector<Candidate>& candidates) {
  NameGroups groups;
  for (std::size_t i = 0; i < candidates.size(); ++i)
    groups[candidates[i].file.name.key].push_back(i);
  return groups;
}

/// A letter at the end of a name is a language's only beside others that are right; else
/// it belongs to the title: annex_A.
void doubt_letters(std::vector<Candidate>& candidates) {
  const NameGroups groups = by_name(candidates);
  for (const auto& [key, members] : groups) {
    const auto right = std::ranges::count_if(members, [&](std::size_t member) {
      const CollectedFile& file = candidates[member].file;
      return file.name.language && file.name.language == file.language;
    });
    for (const std::size_t member : members) {
      FileName& name = candidates[member].file.name;
      const auto& shown = candidates[member].file.language;
      if (name.hint != NameHint::letter || !shown || name.language == shown) continue;
      if (right > 0) continue;
      name.key += '_' + std::string(name.language->tag());
      name.language.reset();
      name.hint = NameHint::none;
    }
  }
}

/// The symbol that most of these files have on page one; empty when none has any.
std::string usual_symbol(const std::vector<Candidate>& candidates,
                         const std::vector<std::size_t>& members) {
  std::map<std::string, std::size_t> counts;
  for (const std::size_t member : members)
    if (!candidates[member].file.symbol.empty())
      ++counts[name_key(candidates[member].file.symbol)];
  const auto most =
      std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
  return most == counts.end() ? "" : most->first;
}

/// One symbol in two ways: with the year after it, or as one of the two that a document
/// has (A/75/574-S/2020/1083).
bool agree(const std::string& page, const std::string& name) {
  if (page == name) return true;
  const std::string& shorter = page.size() < name.size() ? page : name;
  const std::string& longer = page.size() < name.size() ? name : page;
  constexpr std::size_t year = 4;
  if (longer.ends_with('_' + shorter)) return true;
  if (!longer.starts_with(shorter + '_')) return false;
  const std::string rest = longer.substr(shorter.size() + 1);
  const bool is_year =
      rest.size() == year && (rest.starts_with("19") || rest.starts_with("20"));
  const bool is_second =
      rest.starts_with("s_") || rest.starts_with("a_") || rest.starts_with("e_");
  return is_year || is_second;
}

/// `file` without the marks of a language is what a name group is called after.
std::string group_of_name(const CollectedFile& file) {
  return "name " + file.name.key;
}

void group(Candidate& candidate, const std::string& usual, std::size_t siblings) {
  const CollectedFile& file = candidate.file;
  const std::string page = name_key(file.symbol);
  const std::string named = name_key(file.name.symbol);
  // What the name says, or what its siblings have on page one.
  const std::string expected = !named.empty() ? named : siblings > 1 ? usual : "";
  if (!page.empty() && !expected.empty() && !agree(page, expected)) {
    candidate.group = expected;
    candidate.how = PairedBy::name;
    candidate.complain("symbol against name: page one says " + file.symbol +
                       (named.empty() ? ", files of the same name have another"
                                      : ", the name " + file.name.symbol));
    return;
  }
  if (!page.empty()) {
    candidate.group = page;
    candidate.how = PairedBy::symbol;
  } else if (!expected.empty()) {
    candidate.group =
        expected == named && siblings > 1 && !usual.empty() && agree(usual, expected)
            ? usual
            : expected;
    candidate.how = PairedBy::name;
  } else if (siblings > 1) {
    candidate.group = group_of_name(file);
    candidate.how = PairedBy::name;
  }
}

}  // namespace

Groups groups_of(const std::vector<Candidate>& candidates) {
  Groups groups;
  for (std::size_t i = 0; i < candidates.size(); ++i)
    if (!candidates[i].group.empty()) groups[candidates[i].group].push_back(i);
  return groups;
}

void find_languages(std::vector<Candidate>& candidates) {
  doubt_letters(candidates);
  for (Candidate& candidate : candidates) {
    const auto& shown = candidate.file.language;
    const auto& named = candidate.file.name.language;
    candidate.language = shown ? shown : named;
    if (!candidate.file.trouble.empty()) {
      candidate.complain(candidate.file.trouble);
    } else if (!candidate.language) {
      candidate.complain("no language: neither its name nor its text tells it");
    } else if (shown && named && shown->primary() != named->primary()) {
      candidate.complain("wrong language: the name says " + std::string(named->tag()) +
                         ", the text is " + std::string(shown->tag()));
    } else if (named) {
      candidate.language = named;  // zh-Hant says more than zh
    }
  }
}

void find_duplicates(std::vector<Candidate>& candidates) {
  std::map<std::string, std::size_t> by_sha;
  std::map<std::pair<std::string, std::uint64_t>, std::size_t> by_text;
  std::vector<std::size_t> order(candidates.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = i;
  // The one to be taken is one whose name is right, and beside the most versions.
  const NameGroups groups = by_name(candidates);
  std::ranges::stable_sort(order, {}, [&](std::size_t i) {
    const std::size_t siblings = groups.at(candidates[i].file.name.key).size();
    return std::pair(!candidates[i].sound(), -static_cast<std::ptrdiff_t>(siblings));
  });
  for (const std::size_t i : order) {
    Candidate& candidate = candidates[i];
    const CollectedFile& file = candidate.file;
    if (!file.trouble.empty() || !candidate.language) continue;
    if (const auto [first, is_new] = by_sha.emplace(file.sha, i); !is_new) {
      candidate.complain("duplicate: the same file as " +
                         as_utf8(candidates[first->second].file.path));
      continue;
    }
    const auto [first, is_new] = by_text.emplace(
        std::pair(std::string(candidate.language->primary()), file.text), i);
    if (!is_new)
      candidate.complain("duplicate: the same text as " +
                         as_utf8(candidates[first->second].file.path));
  }
}

void group_by_symbol_and_name(std::vector<Candidate>& candidates) {
  for (const auto& [key, members] : by_name(candidates)) {
    const std::string usual = usual_symbol(candidates, members);
    for (const std::size_t member : members)
      group(candidates[member], usual, members.size());
  }
}

}  // namespace hexapla
