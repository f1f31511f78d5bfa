#include "check/rules/likeness.hpp"
#include "check/rules/rules.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace hexapla {
namespace {

bool is_language_part(std::string_view part) {
  constexpr std::array<std::string_view, 15> parts{
      "ar",      "en",     "es",      "fr",      "ru",     "zh",      "ch",     "cn",
      "zh-hans", "arabic", "english", "chinese", "french", "spanish", "russian"};
  return std::ranges::find(parts, part) != parts.end();
}

/// An address without its scheme, letter case and the part that names a language:
/// `www.un.org/dgacm/zh` and `https://www.un.org/dgacm/en/` lead to one page for two
/// readers.
std::string page_of(std::string_view address) {
  std::string whole = folded(address);
  for (const std::string_view scheme : {"https://", "http://", "www."})
    if (whole.starts_with(scheme)) whole.erase(0, scheme.size());
  constexpr std::string_view borders = "/.?=&_";
  std::string page;
  for (std::size_t at = 0; at <= whole.size();) {
    const std::size_t end = std::min(whole.find_first_of(borders, at), whole.size());
    const std::string_view part = std::string_view(whole).substr(at, end - at);
    if (!part.empty() && !is_language_part(part)) page.append("/").append(part);
    at = end + 1;
  }
  return page;
}

std::vector<ByteRange> urls_not_among(const ParsedCell& side, const ParsedCell& other) {
  std::vector<ByteRange> result;
  for (const ByteRange url : side.urls) {
    const bool there = std::ranges::any_of(other.urls, [&](ByteRange candidate) {
      return other.at(candidate) == side.at(url) ||
             page_of(other.at(candidate)) == page_of(side.at(url));
    });
    if (!there) result.push_back(url);
  }
  return result;
}

constexpr double url_slip = 0.95;   // another letter or digit
constexpr double other_page = 0.7;  // a page of its own for each language, perhaps
constexpr double one_sided = 0.85;
constexpr double urls_alike = 0.75;

}  // namespace

void check_urls(const CellPair& pair, const CheckContext& /*around*/, Findings& findings) {
  std::vector<ByteRange> changed = urls_not_among(pair.target, pair.source);
  for (const ByteRange url : urls_not_among(pair.source, pair.target)) {
    Finding finding = make_finding(Rule::url, pair, one_sided);
    finding.source = spots_of(*pair.source.cell, url);
    finding.suggestion = pair.source.at(url);
    if (changed.empty()) {
      finding.target = where_expected(pair, url);
      finding.message = "the address of the " +
                        std::string(english_name(pair.source.language())) + " is missing";
    } else {
      const auto nearest = std::ranges::max_element(changed, {}, [&](ByteRange candidate) {
        return likeness(pair.target.at(candidate), pair.source.at(url));
      });
      const double same = likeness(pair.target.at(*nearest), pair.source.at(url));
      finding = make_finding(Rule::url, pair, same >= urls_alike ? url_slip : other_page);
      finding.source = spots_of(*pair.source.cell, url);
      finding.suggestion = pair.source.at(url);
      finding.target = spots_of(*pair.target.cell, *nearest);
      finding.message = "the address is another one than in the " +
                        std::string(english_name(pair.source.language()));
      changed.erase(nearest);
    }
    findings.push_back(std::move(finding));
  }
  for (const ByteRange url : changed) {
    Finding finding = make_finding(Rule::url, pair, one_sided);
    finding.source = whole(*pair.source.cell);
    finding.target = spots_of(*pair.target.cell, url);
    finding.message =
        "this address is not in the " + std::string(english_name(pair.source.language()));
    findings.push_back(std::move(finding));
  }
}

}  // namespace hexapla
