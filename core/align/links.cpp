#include "align/links.hpp"

#include "text/error.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <ostream>
#include <string>

namespace hexapla {
namespace {

/// Reads one line from left to right; each function says whether it found what it reads.
class LinkReader {
 public:
  explicit LinkReader(std::string_view line) : rest_(line) {}

  bool take(char expected) {
    skip_blanks();
    if (rest_.empty() || rest_.front() != expected) return false;
    rest_.remove_prefix(1);
    return true;
  }

  std::optional<std::uint32_t> number() {
    skip_blanks();
    std::uint32_t value = 0;
    const auto [end, fault] =
        std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    if (fault != std::errc()) return std::nullopt;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return value;
  }

  std::optional<double> fraction() {
    skip_blanks();
    double value = 0;
    const auto [end, fault] =
        std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    if (fault != std::errc()) return std::nullopt;
    return value;
  }

  /// `[0, 1]` or `[]`.
  std::optional<std::vector<std::uint32_t>> list() {
    std::vector<std::uint32_t> numbers;
    if (!take('[')) return std::nullopt;
    if (take(']')) return numbers;
    do {
      const auto next = number();
      if (!next) return std::nullopt;
      numbers.push_back(*next);
    } while (take(','));
    if (!take(']')) return std::nullopt;
    return numbers;
  }

  bool at_end() {
    skip_blanks();
    return rest_.empty();
  }

 private:
  void skip_blanks() {
    const auto blanks = rest_.find_first_not_of(" \t\r");
    rest_.remove_prefix(blanks == std::string_view::npos ? rest_.size() : blanks);
  }

  std::string_view rest_;
};

std::optional<SureLink> link_from(std::string_view line) {
  LinkReader reader(line);
  auto source = reader.list();
  if (!source || !reader.take(':')) return std::nullopt;
  auto target = reader.list();
  if (!target) return std::nullopt;
  SureLink link{{*std::move(source), *std::move(target)}};
  if (reader.at_end()) return link;
  if (!reader.take(':')) return std::nullopt;
  link.confidence = std::clamp(reader.fraction().value_or(1), 0.0, 1.0);
  return link;
}

void append_run(std::string& line, const SegmentRun& run) {
  line += '[';
  for (std::uint32_t segment = run.first; segment < run.last; ++segment) {
    if (segment != run.first) line += ", ";
    line += std::to_string(segment);
  }
  line += ']';
}

/// A probability with six decimals, in every locale with a point.
void append_confidence(std::string& line, double confidence) {
  constexpr int decimals = 6;
  std::array<char, 32> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(),
                                     confidence, std::chars_format::fixed, decimals);
  line.append(digits.data(), written.ptr);
}

}  // namespace

std::vector<SureLink> read_sure_links(std::string_view text, std::string_view name) {
  std::vector<SureLink> links;
  for (std::size_t line_number = 1; !text.empty(); ++line_number) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (LinkReader(line).at_end()) continue;
    auto link = link_from(line);
    if (!link)
      throw Error(Fault::malformed, {std::string(name), line_number},
                  "not a link such as [0, 1]:[0]");
    links.push_back(*std::move(link));
  }
  return links;
}

std::vector<Link> read_links(std::string_view text, std::string_view name) {
  std::vector<Link> links;
  for (SureLink& link : read_sure_links(text, name))
    links.push_back(std::move(link.link));
  return links;
}

void write_links(std::ostream& out, std::span<const Bead> beads) {
  std::string line;
  for (const Bead& bead : beads) {
    line.clear();
    append_run(line, bead.source);
    line += ':';
    append_run(line, bead.target);
    line += ':';
    append_confidence(line, bead.confidence);
    line += '\n';
    out << line;
  }
}

}  // namespace hexapla
