#include "exchange/po/read_po.hpp"

#include "exchange/language_tag.hpp"
#include "exchange/po/entry.hpp"
#include "format/recoded_stream.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <optional>
#include <sstream>
#include <utility>

namespace hexapla {
namespace {

constexpr std::size_t head_size =
    std::size_t{64} * 1024;  // bytes in which the header stands

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return lower;
}

/// What the header declares, in small letters; empty for UTF-8 and for nothing.
std::string declared_encoding(std::string_view head) {
  const std::string lower = lower_case(head);
  constexpr std::string_view field = "content-type:";
  const std::size_t type = lower.find(field);
  const std::string_view line =
      type == std::string::npos
          ? std::string_view()
          : std::string_view(lower).substr(type, lower.find("\\n", type) - type);
  constexpr std::string_view word = "charset=";
  const std::size_t place = line.find(word);
  if (place == std::string_view::npos) return {};
  const std::string_view rest = line.substr(place + word.size());
  const std::string name(rest.substr(0, rest.find_first_of(" \t\r\n\"\\;")));
  constexpr std::array<std::string_view, 5> plain{"utf-8", "utf8", "charset", "us-ascii",
                                                  "ascii"};
  return std::ranges::find(plain, name) == plain.end() ? name : std::string();
}

/// The file as UTF-8, and what its bytes tell besides.
struct PoBytes {
  std::unique_ptr<std::istream> utf8;
  bool ends_lines_in_crlf = false;
};

PoBytes utf8_po(std::istream& in, std::string_view name) {
  std::string head = first_bytes(in, head_size, name);
  PoBytes bytes;
  bytes.ends_lines_in_crlf = head.find("\r\n") != std::string::npos;
  const std::string encoding = declared_encoding(head);
  if (encoding.empty()) {
    bytes.utf8 = continued(std::move(head), in);
  } else {
    bytes.utf8 =
        std::make_unique<std::istringstream>(recoded(std::move(head), in, encoding, name));
  }
  return bytes;
}

class PoReader final : public UnitReader {
 public:
  PoReader(PoBytes bytes, std::string_view name, Language source, Language target)
      : name_(name),
        bytes_(std::move(bytes)),
        entries_(*bytes_.utf8, name),
        source_(source),
        target_(target) {
    header_.format = "po";
    header_.source = source;
    if (bytes_.ends_lines_in_crlf) header_.attributes.push_back({"line-ends", "crlf"});
    first_ = entries_.next();
    if (!first_ || first_->is_obsolete || !first_->text("msgid").empty() ||
        first_->texts.contains("msgctxt"))
      return;
    read_header(first_->text("msgstr"));
    header_.notes = std::move(first_->notes);
    for (NamedValue& property : first_->properties)
      header_.attributes.push_back(std::move(property));
    first_.reset();
  }

  bool next(TranslationUnit& unit) override {
    while (waiting_.empty()) {
      std::optional<PoEntry> entry =
          first_ ? std::exchange(first_, std::nullopt) : entries_.next();
      if (!entry) return false;
      read_units(*entry);
    }
    unit = std::move(waiting_.front());
    waiting_.pop_front();
    return true;
  }

 private:
  void read_header(std::string_view fields) {
    while (!fields.empty()) {
      const std::size_t end = std::min(fields.find('\n'), fields.size());
      const std::string_view line = fields.substr(0, end);
      fields.remove_prefix(std::min(end + 1, fields.size()));
      const std::size_t colon = line.find(':');
      if (colon == std::string_view::npos) continue;
      const std::size_t value = line.find_first_not_of(' ', colon + 1);
      const std::string_view words =
          value == std::string_view::npos ? "" : line.substr(value);
      if (line.starts_with("Language:") && !words.empty() && target_ == Language())
        target_ = language_tagged(words);
      header_.properties.push_back(
          {std::string(line.substr(0, colon)), std::string(words)});
    }
  }

  /// A unit, or one for each plural form.
  void read_units(const PoEntry& entry) {
    if (entry.translation() == nullptr)
      warn(name_, entry.line,
           "an entry without a msgstr; read as one without a translation");
    const bool has_forms = entry.texts.contains("msgid_plural") ||
                           entry.texts.lower_bound("msgstr[") != entry.texts.end();
    if (!has_forms) {
      waiting_.push_back(unit_of(entry, "msgid", "msgstr"));
      return;
    }
    for (std::size_t form = 0;; ++form) {
      const std::string keyword = "msgstr[" + std::to_string(form) + ']';
      if (form > 0 && !entry.texts.contains(keyword)) break;
      const bool is_plural = form > 0 && entry.texts.contains("msgid_plural");
      TranslationUnit unit = unit_of(entry, is_plural ? "msgid_plural" : "msgid", keyword);
      unit.attributes.push_back({std::string(po_form), std::to_string(form)});
      if (form == 0 && entry.texts.contains("msgid_plural"))
        unit.attributes.push_back({std::string(po_plural), entry.text("msgid_plural")});
      if (form > 0) unit.notes.clear();
      waiting_.push_back(std::move(unit));
    }
  }

  [[nodiscard]] TranslationUnit unit_of(const PoEntry& entry, std::string_view source,
                                        std::string_view target) const {
    TranslationUnit unit;
    unit.id = entry.text("msgctxt");
    unit.notes = entry.notes;
    unit.properties = entry.properties;
    if (entry.is_obsolete) unit.attributes.push_back({"obsolete", "yes"});
    unit.variants.emplace_back();
    unit.variants.back().language = source_;
    unit.variants.back().text = entry.text(source);
    std::string translation = entry.text(target);
    const bool is_fuzzy =
        std::ranges::any_of(entry.properties, [](const NamedValue& property) {
          return property.name == "flags" &&
                 property.value.find("fuzzy") != std::string::npos;
        });
    if (translation.empty()) {
      unit.state = UnitState::untranslated;
      return unit;
    }
    if (is_fuzzy) unit.state = UnitState::draft;
    unit.variants.emplace_back();
    unit.variants.back().language = target_;
    unit.variants.back().text = std::move(translation);
    return unit;
  }

  std::string name_;
  PoBytes bytes_;
  PoEntries entries_;
  Language source_;
  Language target_;
  std::optional<PoEntry> first_;  ///< Read to look for the header.
  std::deque<TranslationUnit> waiting_;
};

}  // namespace

std::unique_ptr<UnitReader> read_po(std::istream& in, std::string_view name,
                                    Language source, Language target) {
  return std::make_unique<PoReader>(utf8_po(in, name), name, source, target);
}

}  // namespace hexapla
