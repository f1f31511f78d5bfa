#include "document/audit.hpp"

#include "text/code_point.hpp"

#include <algorithm>
#include <array>

namespace hexapla {
namespace {

enum class Fate : std::uint8_t { unaccounted, body, footnotes, furniture, layout, mended };
constexpr std::size_t fate_count = 6;

Fate fate_of(BlockKind kind) {
  if (kind == BlockKind::footnote) return Fate::footnotes;
  return kind == BlockKind::furniture ? Fate::furniture : Fate::body;
}

class Fates {
 public:
  explicit Fates(std::size_t size) : fates_(size, Fate::unaccounted) {}

  void set(ByteRange source, Fate fate) {
    std::fill(fates_.begin() + static_cast<std::ptrdiff_t>(source.begin),
              fates_.begin() + static_cast<std::ptrdiff_t>(source.end), fate);
  }

  /// White space that no block kept, and the byte-order mark, are layout.
  void mark_layout(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t begin = at;
      const char32_t code_point = next_code_point(bytes, at);
      const bool layout =
          is_white_space(code_point) || (begin == 0 && bytes.starts_with(byte_order_mark));
      if (layout && fates_[begin] == Fate::unaccounted) set({begin, at}, Fate::layout);
    }
  }

  [[nodiscard]] Audit count() const {
    std::array<std::uint64_t, fate_count> bytes{};
    Audit audit;
    for (std::size_t at = 0; at < fates_.size(); ++at) {
      ++bytes.at(static_cast<std::size_t>(fates_[at]));
      if (fates_[at] != Fate::unaccounted) continue;
      auto& lost = audit.unaccounted;
      if (lost.empty() || lost.back().end != at) lost.push_back({at, at});
      lost.back().end = at + 1;
    }
    const auto of = [&](Fate fate) { return bytes.at(static_cast<std::size_t>(fate)); };
    audit.body = of(Fate::body);
    audit.footnotes = of(Fate::footnotes);
    audit.furniture = of(Fate::furniture);
    audit.layout = of(Fate::layout);
    audit.mended = of(Fate::mended);
    return audit;
  }

 private:
  std::vector<Fate> fates_;
};

}  // namespace

Audit audit(const Document& document, std::string_view bytes) {
  Fates fates(bytes.size());
  for (const Block& block : document.blocks)
    for (const ByteRange source : document.origin.source_of(block.range))
      fates.set(source, fate_of(block.kind));
  for (const SourceMap::Run& run : document.origin.runs()) {
    const std::string_view words =
        std::string_view(document.text).substr(run.text_begin, run.text_size);
    if (!run.copied && (words == " " || words == "\n"))
      fates.set({run.source_begin, std::size_t{run.source_begin} + run.source_size},
                Fate::layout);
  }
  for (const ByteRange hyphen : document.mended)
    fates.set(hyphen, Fate::mended);
  fates.mark_layout(bytes);
  return fates.count();
}

}  // namespace hexapla
