#include "collection/content_match.hpp"

#include "text/encoding.hpp"

#include <algorithm>
#include <cfloat>
#include <set>
#include <tuple>

namespace hexapla {
namespace {

/// Documents that have nothing to do with each other are less alike than that; README.md
/// has the figures.
constexpr double least_likeness = 0.06;
/// So is a version, where most versions in its language are twice as alike and more: how
/// well a lexicon knows a language differs.
constexpr double least_share_of_usual = 0.5;
/// Fewer files tell nothing of what is usual. Units: files.
constexpr std::size_t least_for_usual = 20;
/// A file that is so much more like another work belongs there.
constexpr double clearly_more = 1.5;
/// Of two works that fit about as well, none is chosen.
constexpr double nearly_as_good = 0.9;
constexpr std::size_t works_looked_at = 12;

using Members = std::vector<std::size_t>;

/// The members of `group` that are in order and in another language than `file`.
Members partners(const std::vector<Candidate>& candidates, const Members& group,
                 std::size_t file) {
  Members others;
  for (const std::size_t other : group)
    if (other != file && candidates[other].sound() &&
        candidates[other].language != candidates[file].language)
      others.push_back(other);
  return others;
}

/// The group of a file, or itself while it has none.
Members group_with(const std::vector<Candidate>& candidates, const Groups& groups,
                   std::size_t file) {
  const auto found = groups.find(candidates[file].group);
  return found == groups.end() ? Members{file} : found->second;
}

void score_group(std::vector<Candidate>& candidates, const Members& group,
                 const ContentIndex& index) {
  for (const std::size_t file : group)
    candidates[file].score = index.likeness(file, partners(candidates, group, file));
}

/// What a file in each language needs to be taken for a version.
class LeastLikeness {
 public:
  LeastLikeness(std::vector<Candidate>& candidates, const Groups& groups,
                const ContentIndex& index) {
    std::map<Language, std::vector<double>> scores;
    for (const auto& [key, group] : groups) {
      score_group(candidates, group, index);
      for (const std::size_t file : group)
        if (candidates[file].sound() && !partners(candidates, group, file).empty())
          scores[*candidates[file].language].push_back(candidates[file].score);
    }
    for (auto& [language, all] : scores) {
      if (all.size() < least_for_usual) continue;
      const auto middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
      std::ranges::nth_element(all, middle);
      usual_[language] = *middle;
    }
  }

  /// Whether there are enough files in its language to tell.
  [[nodiscard]] bool knows(const Candidate& candidate) const {
    return usual_.contains(*candidate.language);
  }

  [[nodiscard]] double of(const Candidate& candidate) const {
    const auto usual = usual_.find(*candidate.language);
    return usual == usual_.end()
               ? least_likeness
               : std::max(least_likeness, least_share_of_usual * usual->second);
  }

 private:
  std::map<Language, double> usual_;
};

/// A work that a file may belong to.
struct Match {
  double score = 0;
  std::size_t file = 0;   ///< The one without a work.
  std::size_t other = 0;  ///< A file of the work.
};

/// The works whose content is like that of `file`, without its own, the best first.
std::vector<Match> matches_of(const std::vector<Candidate>& candidates,
                              const Groups& groups, const ContentIndex& index,
                              const LeastLikeness& least, std::size_t file) {
  std::vector<Match> matches;
  std::set<Members> seen;
  for (const auto& [other, likeness] : index.most_alike(file, works_looked_at)) {
    if (!candidates[other].sound() ||
        candidates[other].language == candidates[file].language)
      continue;
    if (!candidates[file].group.empty() &&
        candidates[other].group == candidates[file].group)
      continue;
    const Members group = group_with(candidates, groups, other);
    if (!seen.insert(group).second) continue;
    const double score = index.likeness(file, partners(candidates, group, file));
    if (score >= least.of(candidates[file])) matches.push_back({score, file, other});
  }
  std::ranges::stable_sort(matches, std::greater<>(), &Match::score);
  return matches;
}

std::string called(const Candidate& candidate) {
  return candidate.file.symbol.empty() ? as_utf8(candidate.file.path)
                                       : candidate.file.symbol;
}

void doubt(std::vector<Candidate>& candidates, const Groups& groups,
           const ContentIndex& index, const LeastLikeness& least, std::size_t file) {
  Candidate& candidate = candidates[file];
  const auto matches = matches_of(candidates, groups, index, least, file);
  if (!matches.empty() && matches[0].score > clearly_more * candidate.score) {
    const std::string against = candidate.how == PairedBy::symbol ? "symbol" : "name";
    candidate.complain("content against " + against + ": it is like " +
                       called(candidates[matches[0].other]));
  } else {
    candidate.complain("not parallel: its content is not that of the other versions");
  }
}

/// Whether what a file says can speak against its work.
bool is_judged(const std::vector<Candidate>& candidates, const Members& group,
               std::size_t file) {
  return candidates[file].sound() && candidates[file].file.can_compare &&
         !candidates[file].file.print.empty() && !partners(candidates, group, file).empty();
}

}  // namespace

void check_by_content(std::vector<Candidate>& candidates, const ContentIndex& index) {
  const Groups groups = groups_of(candidates);
  const LeastLikeness least(candidates, groups, index);
  // How far below what it needs.
  const auto lack = [&](std::size_t file) {
    return candidates[file].score / least.of(candidates[file]);
  };
  for (const auto& [key, group] : groups) {
    // The most unlike first: without it the others are more alike.
    for (std::size_t doubted = 0; doubted < group.size(); ++doubted) {
      score_group(candidates, group, index);
      const auto worst = std::ranges::min_element(group, {}, [&](std::size_t file) {
        return is_judged(candidates, group, file) ? lack(file) : DBL_MAX;
      });
      if (!is_judged(candidates, group, *worst) || lack(*worst) >= 1) break;
      const Members others = partners(candidates, group, *worst);
      doubt(candidates, groups, index, least, *worst);
      // Of two that don't fit, either may be the wrong one.
      if (others.size() == 1) doubt(candidates, groups, index, least, others.front());
    }
    score_group(candidates, group, index);
    // In small collections only other works tell how alike is alike enough.
    for (const std::size_t file : group) {
      if (!is_judged(candidates, group, file) || least.knows(candidates[file])) continue;
      const auto matches = matches_of(candidates, groups, index, least, file);
      if (!matches.empty() && matches[0].score > clearly_more * candidates[file].score)
        doubt(candidates, groups, index, least, file);
    }
  }
}

namespace {

bool is_alone(const std::vector<Candidate>& candidates, const Groups& groups,
              std::size_t file) {
  const Candidate& candidate = candidates[file];
  if (!candidate.sound()) return false;
  return candidate.group.empty() ||
         partners(candidates, groups.at(candidate.group), file).empty();
}

/// True when the two groups may be one: no language twice, not two symbols.
bool may_join(const std::vector<Candidate>& candidates, const Groups& groups,
              const Match& match) {
  const Members one = group_with(candidates, groups, match.file);
  const Members other = group_with(candidates, groups, match.other);
  std::string symbol;
  std::set<Language> seen;
  for (const Members* members : {&one, &other})
    for (const std::size_t file : *members) {
      const Candidate& candidate = candidates[file];
      if (!candidate.sound()) continue;
      if (!seen.insert(*candidate.language).second) return false;
      if (candidate.file.symbol.empty()) continue;
      const std::string key = name_key(candidate.file.symbol);
      if (!symbol.empty() && symbol != key) return false;
      symbol = key;
    }
  return true;
}

void join(std::vector<Candidate>& candidates, Groups& groups, const Match& match) {
  Candidate& file = candidates[match.file];
  Candidate& other = candidates[match.other];
  const Members moved = group_with(candidates, groups, match.file);
  if (other.group.empty()) {
    other.group = file.group.empty() ? "content " + as_utf8(other.file.path) : file.group;
    other.how = PairedBy::content;
    groups[other.group].push_back(match.other);
  }
  if (file.group == other.group) return;
  groups.erase(file.group);
  for (const std::size_t member : moved) {
    candidates[member].group = other.group;
    candidates[member].how = PairedBy::content;
    groups[other.group].push_back(member);
  }
}

}  // namespace

void group_by_content(std::vector<Candidate>& candidates, const ContentIndex& index) {
  Groups groups = groups_of(candidates);
  const LeastLikeness least(candidates, groups, index);
  std::vector<Match> all;
  for (std::size_t file = 0; file < candidates.size(); ++file) {
    if (!is_alone(candidates, groups, file)) continue;
    std::vector<Match> matches = matches_of(candidates, groups, index, least, file);
    std::erase_if(matches,
                  [&](const Match& match) { return !may_join(candidates, groups, match); });
    all.insert(all.end(), matches.begin(), matches.end());
  }
  std::ranges::sort(all, [](const Match& one, const Match& other) {
    return std::tuple(-one.score, one.file, one.other) <
           std::tuple(-other.score, other.file, other.other);
  });
  // The best first; what was joined meanwhile may leave no room.
  std::set<std::size_t> done;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Match& match = all[i];
    if (!is_alone(candidates, groups, match.file) || done.contains(match.file) ||
        !may_join(candidates, groups, match))
      continue;
    const auto rival = std::find_if(
        all.begin() + static_cast<std::ptrdiff_t>(i) + 1, all.end(),
        [&](const Match& other) {
          return other.file == match.file && other.score > nearly_as_good * match.score &&
                 (candidates[other.other].group != candidates[match.other].group ||
                  candidates[match.other].group.empty()) &&
                 candidates[other.other].language == candidates[match.other].language &&
                 may_join(candidates, groups, other);
        });
    if (rival != all.end()) {
      candidates[match.file].complain("two candidates: its content is as like " +
                                      called(candidates[match.other]) + " as " +
                                      called(candidates[rival->other]));
      done.insert(match.file);
      continue;
    }
    join(candidates, groups, match);
  }
  for (const auto& [key, group] : groups)
    score_group(candidates, group, index);
}

void find_rivals(std::vector<Candidate>& candidates) {
  const Groups groups = groups_of(candidates);
  std::vector<std::pair<std::size_t, std::string>> found;
  for (const auto& [key, group] : groups)
    for (const std::size_t file : group)
      for (const std::size_t other : group)
        if (file != other && candidates[file].sound() && candidates[other].sound() &&
            candidates[file].language == candidates[other].language)
          found.emplace_back(file,
                             "two candidates: " + as_utf8(candidates[other].file.path) +
                                 " is in the same language; empty the problem of "
                                 "the right one");
  for (const auto& [file, words] : found)
    if (candidates[file].sound()) candidates[file].complain(words);
  for (std::size_t file = 0; file < candidates.size(); ++file)
    if (is_alone(candidates, groups, file))
      candidates[file].complain("alone: there is no version in another language");
}

}  // namespace hexapla
