#include "document/audit.hpp"

#include "text/code_point.hpp"
#include "text/encoding.hpp"

#include <algorithm>
#include <array>

namespace hexapla {
namespace {

enum class Fate : std::uint8_t {
  unaccounted,
  body,
  footnotes,
  furniture,
  layout,
  reported,
  mended,
};
constexpr char32_t byte_order_character = 0xFEFF;
constexpr std::size_t fate_count = static_cast<std::size_t>(Fate::mended) + 1;

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

  void set_if_unaccounted(ByteRange source, Fate fate) {
    for (std::size_t at = source.begin; at < source.end; ++at)
      if (fates_[at] == Fate::unaccounted) fates_[at] = fate;
  }

  /// White space that no block kept, and the byte-order mark, are layout.
  void mark_layout(std::string_view bytes) {
    if (bytes.starts_with(byte_order_mark))
      set_if_unaccounted({0, byte_order_mark.size()}, Fate::layout);
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t begin = at;
      if (is_white_space(next_code_point(bytes, at)))
        set_if_unaccounted({begin, at}, Fate::layout);
    }
  }

  /// The same for a source in another encoding than UTF-8, where what stands for no
  /// character (shifts) is layout too.
  void mark_layout(std::string_view bytes, const std::string& encoding) {
    const Transcoded source = transcoded(bytes, encoding);
    std::size_t reached = 0;
    for (const Stretch& stretch : source.stretches) {
      set_if_unaccounted({reached, stretch.source_begin}, Fate::layout);
      for (std::size_t i = 0; i < stretch.characters; ++i) {
        const char32_t character =
            code_point_at(source.text, stretch.text_begin + i * stretch.text_step);
        reached = stretch.source_begin + i * stretch.source_step;
        const bool mark = reached == 0 && character == byte_order_character;
        if (mark || is_white_space(character))
          set_if_unaccounted({reached, reached + stretch.source_step}, Fate::layout);
      }
      reached = stretch.source_begin + stretch.characters * stretch.source_step;
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
    audit.reported = of(Fate::reported);
    audit.mended = of(Fate::mended);
    return audit;
  }

 private:
  std::vector<Fate> fates_;
};

}  // namespace

Audit audit(const Document& document, std::string_view bytes) {
  Fates fates(bytes.size());
  for (const Omission& left_out : document.left_out)
    fates.set(left_out.source, Fate::reported);
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
  for (const ByteRange markup : document.markup)
    fates.set_if_unaccounted(markup, Fate::layout);
  const bool utf8 = document.encoding.empty() || document.encoding == "UTF-8";
  utf8 ? fates.mark_layout(bytes) : fates.mark_layout(bytes, document.encoding);
  return fates.count();
}

std::vector<KindShare> kind_shares(const Document& document) {
  std::array<std::uint64_t, block_kind_names.size()> characters{};
  std::uint64_t all = 0;
  for (const Block& block : document.blocks) {
    const std::uint64_t count = count_code_points(block.range.of(document.text));
    characters.at(static_cast<std::size_t>(block.kind)) += count;
    all += count;
  }
  std::vector<KindShare> shares;
  for (std::size_t kind = 0; kind < characters.size(); ++kind)
    if (characters.at(kind) > 0)
      shares.push_back(
          {static_cast<BlockKind>(kind), characters.at(kind),
           static_cast<double>(characters.at(kind)) / static_cast<double>(all)});
  return shares;
}

std::optional<double> unusual_note_share(const Document& document) {
  for (const KindShare& share : kind_shares(document))
    if (share.kind == BlockKind::footnote && share.share > usual_note_share)
      return share.share;
  return std::nullopt;
}

}  // namespace hexapla
