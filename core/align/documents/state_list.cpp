#include "align/documents/state_list.hpp"

#include "align/documents/assignment.hpp"
#include "align/evidence/name_similarity.hpp"
#include "text/state_codes.hpp"
#include "text/transliterate.hpp"

#include <map>
#include <string>

namespace hexapla {
namespace {

/// Confidence of the last lines, which nothing but the others' being paired speaks for.
constexpr double what_remains = 0.5;

using Numbers = std::vector<std::uint32_t>;

std::uint32_t size_of(const Numbers& numbers) {
  return static_cast<std::uint32_t>(numbers.size());
}

/// Pairs lines, and knows which are left.
class Pairing {
 public:
  Pairing(const AlignmentSide& source, const AlignmentSide& target)
      : source_(source),
        target_(target),
        source_done_(source.segments.size()),
        target_done_(target.segments.size()) {}

  std::vector<Bead> run() {
    pair_by_code();
    pair_by_sound();
    const Numbers sources = left(source_done_);
    const Numbers targets = left(target_done_);
    if (sources.size() == 1 && targets.size() == 1)
      pair(sources.front(), targets.front(), what_remains);
    leave_alone();
    return std::move(beads_);
  }

 private:
  void pair(std::uint32_t source, std::uint32_t target, double confidence) {
    beads_.push_back({{source, source + 1}, {target, target + 1}, confidence});
    source_done_[source] = target_done_[target] = true;
  }

  static Numbers left(const std::vector<bool>& done) {
    Numbers numbers;
    for (std::uint32_t line = 0; line < done.size(); ++line)
      if (!done[line]) numbers.push_back(line);
    return numbers;
  }

  void pair_by_code() {
    constexpr double same_code = 0.99;
    std::multimap<std::string, std::uint32_t> targets;
    for (std::uint32_t line = 0; line < target_.segments.size(); ++line)
      if (auto code = state_code(target_.segments[line]))
        targets.emplace(*std::move(code), line);
    for (std::uint32_t line = 0; line < source_.segments.size(); ++line) {
      const auto code = state_code(source_.segments[line]);
      const auto partner = code ? targets.lower_bound(*code) : targets.end();
      if (partner == targets.end() || partner->first != *code) continue;
      pair(line, partner->second, same_code);
      targets.erase(partner);
    }
  }

  void pair_by_sound() {
    constexpr double like_name = 0.9;
    constexpr double least_similarity = 0.6;  // below, two names are alike by chance
    const Numbers sources = left(source_done_);
    const Numbers targets = left(target_done_);
    if (sources.empty() || targets.empty()) return;
    std::vector<std::string> sounds;
    for (const auto line : targets)
      sounds.push_back(consonant_skeleton(target_.segments[line]));
    std::vector<std::vector<double>> likeness;
    for (const auto line : sources) {
      const std::string sound = consonant_skeleton(source_.segments[line]);
      auto& row = likeness.emplace_back();
      for (const std::string& other : sounds)
        row.push_back(name_similarity(sound, other));
    }
    const auto partners = best_assignment(
        size_of(sources), size_of(targets), [&](std::uint32_t one, std::uint32_t other) {
          return std::max(0.0, likeness[one][other] - least_similarity);
        });
    for (std::uint32_t one = 0; one < partners.size(); ++one)
      if (partners[one] && likeness[one][*partners[one]] >= least_similarity)
        pair(sources[one], targets[*partners[one]], like_name);
  }

  void leave_alone() {
    const auto source_end = static_cast<std::uint32_t>(source_.segments.size());
    for (const auto line : left(source_done_))
      beads_.push_back({{line, line + 1}, {}, what_remains});
    for (const auto line : left(target_done_))
      beads_.push_back({{source_end, source_end}, {line, line + 1}, what_remains});
  }

  const AlignmentSide& source_;
  const AlignmentSide& target_;
  std::vector<bool> source_done_;
  std::vector<bool> target_done_;
  std::vector<Bead> beads_;
};

}  // namespace

std::vector<Bead> align_state_lists(const AlignmentSide& source,
                                    const AlignmentSide& target) {
  return Pairing(source, target).run();
}

}  // namespace hexapla
