#include "document/pdf/asides.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

namespace hexapla {
namespace {

// Of the size of most letters: those of a watermark are larger.
constexpr double watermark_size = 2;
// Pieces of text that it lies across, at least, and how much of a line's height it covers.
constexpr std::size_t fewest_crossed = 2;
constexpr double crossed_height = .5;
// Of the font size: the digits of one number touch, whatever fonts they are from.
constexpr double touching = .05;
// Large letters on a page, at most; more are no watermark.
constexpr std::size_t most_large = 200;

double size_of_most(const PdfPage& page) {
  std::vector<double> sizes;
  for (const PdfBox& box : page.boxes)
    sizes.insert(sizes.end(), box.text.size(), box.font_size);
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::ranges::nth_element(sizes, middle);
  return *middle;
}

bool lies_across(const PdfBox& large, const PdfBox& box) {
  const double height =
      std::min(large.bottom(), box.bottom()) - std::max(large.top, box.top);
  const double width =
      std::min(large.right(), box.right()) - std::max(large.left, box.left);
  return height >= crossed_height * box.height && width > box.height;
}

/// Large letters printed over lines, and others of that size.
void find_watermark(const PdfPage& page, std::set<std::size_t>& asides) {
  const double smallest = watermark_size * size_of_most(page);
  std::vector<std::size_t> large;
  for (std::size_t i = 0; i < page.boxes.size(); ++i)
    if (page.boxes[i].font_size >= smallest) large.push_back(i);
  if (large.size() > most_large) return;
  std::set<double> sizes;
  for (const std::size_t i : large) {
    const auto crossed = std::ranges::count_if(page.boxes, [&](const PdfBox& box) {
      return box.font_size < smallest && lies_across(page.boxes[i], box);
    });
    if (static_cast<std::size_t>(crossed) >= fewest_crossed)
      sizes.insert(page.boxes[i].font_size);
  }
  for (const std::size_t i : large)
    if (sizes.contains(page.boxes[i].font_size)) asides.insert(i);
}

void find_turned(const PdfPage& page, std::set<std::size_t>& asides) {
  std::size_t turned = 0;
  std::size_t all = 0;
  for (const PdfBox& box : page.boxes) {
    all += box.text.size();
    if (box.turned) turned += box.text.size();
  }
  if (2 * turned > all) return;
  for (std::size_t i = 0; i < page.boxes.size(); ++i)
    if (page.boxes[i].turned) asides.insert(i);
}

bool is_of_digits(const PdfBox& box) {
  return std::ranges::all_of(box.text, [](const PdfCharacter& character) {
    return is_digit(character.code) || is_white_space(character.code);
  });
}

/// LibreOffice embeds a large font in parts: `8` and `0` of one number are pieces of text
/// of two fonts.
void join_cut_numbers(PdfPage& page) {
  std::vector<PdfBox> boxes;
  for (PdfBox& box : page.boxes) {
    const bool goes_on =
        !boxes.empty() && std::abs(box.top - boxes.back().top) < touching * box.height &&
        std::abs(box.left - boxes.back().right()) < touching * box.font_size &&
        box.font_size == boxes.back().font_size && is_of_digits(box) &&
        is_of_digits(boxes.back());
    if (!goes_on) {
      boxes.push_back(std::move(box));
      continue;
    }
    PdfBox& number = boxes.back();
    number.width = box.right() - number.left;
    number.text.insert(number.text.end(), box.text.begin(), box.text.end());
  }
  page.boxes = std::move(boxes);
}

}  // namespace

void set_asides_apart(std::span<PdfPage> pages) {
  for (PdfPage& page : pages)
    join_cut_numbers(page);
  std::vector<std::set<std::size_t>> asides = line_numbers(pages);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    PdfPage& page = pages[i];
    if (page.boxes.empty()) continue;
    find_turned(page, asides[i]);
    find_watermark(page, asides[i]);
    if (asides[i].empty()) continue;
    std::vector<PdfBox> text;
    for (std::size_t box = 0; box < page.boxes.size(); ++box)
      (asides[i].contains(box) ? page.asides : text).push_back(std::move(page.boxes[box]));
    page.boxes = std::move(text);
  }
}

}  // namespace hexapla
