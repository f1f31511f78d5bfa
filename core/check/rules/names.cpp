#include "check/latin_names.hpp"
#include "check/rules/likeness.hpp"
#include "check/rules/rules.hpp"
#include "text/transliterate.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <set>

namespace hexapla {
namespace {

constexpr double names_alike = 0.75;      // a misspelling of the same name
constexpr double rather_alike = 0.6;      // skeletons across scripts, where vowels are lost
constexpr std::size_t shortest_kept = 5;  // letters; shorter words are too often alike

using Names = std::vector<LatinName>;

Names names_not_among(const Names& names, const Names& others) {
  std::set<std::string> known;
  for (const LatinName& other : others)
    known.insert(other.key);
  Names result;
  std::ranges::copy_if(names, std::back_inserter(result),
                       [&](const LatinName& name) { return !known.contains(name.key); });
  return result;
}

/// True when a word of `side`, in whatever script or with other accents, sounds like
/// `name`.
bool sounds_there(const LatinName& name, const ParsedCell& side) {
  const std::string plain = latinised(name.key);
  const std::string sound = consonant_skeleton(name.key);
  return std::ranges::any_of(side.words, [&](const Word& word) {
    if (word.kind != WordKind::letters) return false;
    const std::string_view text = word.range.of(side.text);
    if (is_latin(side.language())) return latinised(text) == plain;
    return likeness(consonant_skeleton(text), sound) >= rather_alike;
  });
}

/// HCoVs, of which the Chinese has one form.
bool is_plural_of(const LatinName& plural, const LatinName& name) {
  return plural.key == name.key + 's';
}

/// Joins the names that stand next to each other: Vagram Pogosian.
std::vector<ByteRange> phrases_of(const Names& names, const ParsedCell& side) {
  std::vector<ByteRange> phrases;
  for (const LatinName& name : names) {
    const bool goes_on =
        !phrases.empty() &&
        side.text.substr(phrases.back().end, name.range.begin - phrases.back().end) == " ";
    if (goes_on) {
      phrases.back().end = name.range.end;
    } else {
      phrases.push_back(name.range);
    }
  }
  return phrases;
}

/// One letter changed inside a name is a slip; at its end names take the form of the
/// language: European, Europea.
double name_certainty(std::string_view source, std::string_view target) {
  constexpr double slip = 0.95;
  constexpr double alike_name = 0.5;
  constexpr double other_name = 0.3;
  const double same = likeness(source, target);
  const auto longer =
      static_cast<double>(std::max(count_code_points(source), count_code_points(target)));
  constexpr double one_change = 1.5;  // letters, with room for rounding
  const bool same_end =
      !source.empty() && !target.empty() && source.back() == target.back();
  if (same_end && (1 - same) * longer < one_change) return slip;
  return same >= names_alike ? alike_name : other_name;
}

Finding name_departure(const CellPair& pair, ByteRange source, ByteRange target) {
  Finding finding = make_finding(
      Rule::name, pair, name_certainty(pair.source.at(source), pair.target.at(target)));
  point_at(finding, pair, source, target);
  finding.message = "the name is " + in_quotes(pair.source.at(source)) + " in the " +
                    std::string(english_name(pair.source.language())) + " and " +
                    in_quotes(pair.target.at(target)) + " here";
  finding.suggestion = pair.source.at(source);
  return finding;
}

/// Latin names beside what they explain, as in 欧洲联盟 (European Union), need not stay.
Finding missing_name(const CellPair& pair, ByteRange source) {
  constexpr double needed = 0.25;
  return finding_of_lost(Rule::name, pair, needed, source, "name");
}

/// The name of `candidates` that is most alike; the end when none is alike enough.
Names::iterator nearest(const LatinName& name, Names& candidates, double threshold) {
  const auto best = std::ranges::max_element(
      candidates, {},
      [&](const LatinName& candidate) { return likeness(candidate.key, name.key); });
  if (best == candidates.end() || likeness(best->key, name.key) < threshold)
    return candidates.end();
  return best;
}

/// What the target says in other places, too, is a word of its language: Unión, Nacional.
void doubt_a_habit(const LatinName& said, const DocumentUse& document, Finding& finding) {
  constexpr double slips_are_single = 0.3;
  if (document.targets_with(said.key) < 2) return;
  finding.confidence *= slips_are_single;
  finding.severity = severity_for(finding.confidence);
}

std::size_t times(const Names& names, const std::string& key) {
  return static_cast<std::size_t>(std::ranges::count(names, key, &LatinName::key));
}

/// True when two neighbours have changed places: Internatinoal.
bool is_transposed(std::string_view one, std::string_view other) {
  if (one.size() != other.size()) return false;
  const auto parted = std::ranges::mismatch(one, other);
  const auto at = static_cast<std::size_t>(parted.in1 - one.begin());
  return at + 1 < one.size() && one[at] == other[at + 1] && one[at + 1] == other[at] &&
         one.substr(at + 2) == other.substr(at + 2);
}

/// A name that the source says more often than the target, or a slip beside it: Jaime V and
/// Jaiem V.
void check_repeated_names(const CellPair& pair, const Names& source, const Names& target,
                          Names added, Findings& findings) {
  for (const LatinName& name : source) {
    const std::size_t kept = times(target, name.key);
    if (kept == 0) continue;
    const auto other = nearest(name, added, rather_alike);
    if (other == added.end() || is_plural_of(*other, name)) continue;
    if (kept >= times(source, name.key) && !is_transposed(name.key, other->key)) continue;
    findings.push_back(name_departure(pair, name.range, other->range));
    added.erase(other);
  }
}

/// A source in another script: its Latin names are there because they must not be lost.
void check_from_other_script(const CellPair& pair, const DocumentUse& document,
                             Findings& findings) {
  const Names source = latin_names_in(pair.source.text, pair.source.words);
  // Without one in the source, none of the target's can be anything but words of its own.
  if (source.empty()) return;
  const Names target = latin_names_in(pair.target.text, pair.target.words);
  Names lost = names_not_among(source, target);
  Names added = names_not_among(target, source);
  std::erase_if(lost, [&](const LatinName& name) {
    return std::erase_if(added, [&](const LatinName& other) {
             return is_plural_of(other, name) || is_plural_of(name, other);
           }) > 0;
  });
  // What a term holds is the term's.
  std::erase_if(lost, [&](const LatinName& name) {
    return std::ranges::any_of(pair.source.hits, [&](const TermHit& hit) {
      return hit.range.begin <= name.range.begin && name.range.end <= hit.range.end;
    });
  });
  const bool latin_target = is_latin(pair.target.language());
  // In a Latin text most capitalised words are no counterparts: only what is alike counts.
  if (latin_target)
    std::erase_if(lost,
                  [&](const LatinName& name) { return sounds_there(name, pair.target); });
  constexpr double hardly_alike = 0.4;
  Names alone;
  for (const LatinName& name : lost) {
    const auto other = nearest(name, added, latin_target ? hardly_alike : 0);
    if (other != added.end()) {
      findings.push_back(name_departure(pair, name.range, other->range));
      if (latin_target) doubt_a_habit(*other, document, findings.back());
      added.erase(other);
    } else if (latin_target || !sounds_there(name, pair.target)) {
      alone.push_back(name);
    }
  }
  for (const ByteRange phrase : phrases_of(alone, pair.source))
    findings.push_back(missing_name(pair, phrase));
  check_repeated_names(pair, source, target, std::move(added), findings);
}

/// A Latin source and a text in another script: Latin names added there must be the
/// source's.
void check_to_other_script(const CellPair& pair, const DocumentUse& document,
                           Findings& findings) {
  const Names said = latin_names_in(pair.target.text, pair.target.words);
  if (said.empty()) return;
  const Names known = latin_names_in(pair.source.text, pair.source.words);
  Names candidates = names_not_among(known, said);
  for (const LatinName& name : names_not_among(said, known)) {
    const auto other = nearest(name, candidates, rather_alike);
    if (other == candidates.end() || is_plural_of(*other, name)) continue;
    findings.push_back(name_departure(pair, other->range, name.range));
    doubt_a_habit(name, document, findings.back());
    candidates.erase(other);
  }
}

/// The name right after `name` in a phrase such as Vagram Pogosian; the end when none is.
Names::const_iterator following(const LatinName& name, const Names& names,
                                const ParsedCell& side) {
  return std::ranges::find_if(names, [&](const LatinName& next) {
    return next.range.begin == name.range.end + 1 && side.text[name.range.end] == ' ';
  });
}

/// Two Latin texts: a name of several words of which the first is kept and the second not.
void check_second_names(const CellPair& pair, Findings& findings) {
  const Names source = latin_names_in(pair.source.text, pair.source.words);
  const Names target = latin_names_in(pair.target.text, pair.target.words);
  const Names lost = names_not_among(source, target);
  const Names added = names_not_among(target, source);
  for (const LatinName& first : source) {
    const auto kept = std::ranges::find(target, first.key, &LatinName::key);
    if (kept == target.end()) continue;
    const auto left = following(first, lost, pair.source);
    const auto come = following(*kept, added, pair.target);
    if (left == lost.end() || come == added.end() || sounds_there(*left, pair.target))
      continue;
    findings.push_back(name_departure(pair, {first.range.begin, left->range.end},
                                      {kept->range.begin, come->range.end}));
    constexpr double rarely = 0.5;  // Saint Petersburg, Saint-Pétersbourg
    findings.back().confidence *= rarely;
    findings.back().severity = severity_for(findings.back().confidence);
  }
}

/// Two Latin texts: names that the document keeps elsewhere as they are.
void check_between_latin(const CellPair& pair, const DocumentUse& document,
                         Findings& findings) {
  const Names source = latin_names_in(pair.source.text, pair.source.words);
  const Names target = latin_names_in(pair.target.text, pair.target.words);
  Names added = names_not_among(target, source);
  for (const LatinName& name : names_not_among(source, target)) {
    if (name.key.size() < shortest_kept || !document.kept_as_it_is(name.key)) continue;
    if (sounds_there(name, pair.target)) continue;  // College, Collège
    const auto other = nearest(name, added, names_alike);
    if (other == added.end() || is_plural_of(name, *other) || is_plural_of(*other, name))
      continue;
    findings.push_back(name_departure(pair, name.range, other->range));
    doubt_a_habit(*other, document, findings.back());
    added.erase(other);
  }
}

}  // namespace

void check_names(const CellPair& pair, const CheckContext& around, Findings& findings) {
  if (!is_latin(pair.source.language())) {
    check_from_other_script(pair, around.document, findings);
  } else if (!is_latin(pair.target.language())) {
    check_to_other_script(pair, around.document, findings);
  } else {
    check_second_names(pair, findings);
    check_between_latin(pair, around.document, findings);
  }
}

}  // namespace hexapla
