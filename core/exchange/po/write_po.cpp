#include "exchange/po/write_po.hpp"

#include "exchange/plain_notes.hpp"
#include "exchange/po/read_po.hpp"
#include "exchange/shared_names.hpp"
#include "exchange/unit_texts.hpp"
#include "format/one_line.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <ostream>
#include <unordered_set>
#include <utility>
#include <vector>

namespace hexapla {
namespace {

std::string po_quoted(std::string_view text) {
  constexpr std::string_view special = "\n\t\r\"\\\a\b\f\v";
  constexpr std::string_view letters = "ntr\"\\abfv";
  std::string result = "\"";
  for (const char byte : text) {
    const std::size_t place = special.find(byte);
    if (place != std::string_view::npos) {
      result += '\\';
      result += letters[place];
    } else {
      result += byte;
    }
  }
  return result + '"';
}

class PoWriter final : public UnitWriter {
 public:
  PoWriter(std::ostream& out, UnitWriterSettings settings)
      : out_(out),
        settings_(std::move(settings)),
        is_own_(settings_.header.format == "po"),
        line_end_(value_of(settings_.header.attributes, "line-ends") != nullptr && is_own_
                      ? "\r\n"
                      : "\n") {
    write_header();
  }

  bool write_unit(const TranslationUnit& unit) override {
    const auto [source, target] = sides_of(unit, settings_.languages);
    // The empty msgid is the header's.
    if (source == nullptr || source->text.empty()) return false;
    const std::string translation = target == nullptr ? "" : target->text;
    const std::string* const form = value_of(unit.attributes, po_form);
    if (form != nullptr && is_next_form(unit, *form)) {
      write("msgstr[" + *form + ']', translation);
      ++forms_;
      return true;
    }
    out_ << line_end_;
    write_comments(unit, target != nullptr);
    prefix_ = is_obsolete(unit) ? "#~ " : "";
    write_context(unit, *source);
    write("msgid", source->text);
    const std::string* const plural = value_of(unit.attributes, po_plural);
    const bool has_forms = form != nullptr && *form == "0";
    if (has_forms && plural != nullptr) write("msgid_plural", *plural);
    write(has_forms ? "msgstr[0]" : "msgstr", translation);
    forms_ = has_forms ? 1 : 0;
    context_ = unit.id;
    return true;
  }

 private:
  /// A form that goes on with the entry written last.
  [[nodiscard]] bool is_next_form(const TranslationUnit& unit,
                                  const std::string& form) const {
    return forms_ > 0 && form == std::to_string(forms_) && unit.id == context_;
  }

  void write(std::string_view keyword, std::string_view text) {
    out_ << prefix_ << keyword << ' ' << po_quoted(text) << line_end_;
  }

  void write_header() {
    std::vector<NamedValue> fields;
    if (is_own_) {
      fields = settings_.header.properties;
      for (const std::string& note : settings_.header.notes)
        write_note(note);
      write_marked(settings_.header.attributes, "");
    }
    if (settings_.languages.size() > 1 && value_of(fields, "Language") == nullptr)
      fields.push_back({"Language", std::string(settings_.languages[1].tag())});
    const std::array<NamedValue, 3> demanded{{{"MIME-Version", "1.0"},
                                              {"Content-Type", "text/plain; charset=UTF-8"},
                                              {"Content-Transfer-Encoding", "8bit"}}};
    for (const NamedValue& field : demanded)
      if (value_of(fields, field.name) == nullptr) fields.push_back(field);
    out_ << "msgid \"\"" << line_end_ << "msgstr \"\"" << line_end_;
    for (const NamedValue& field : fields)
      out_ << po_quoted(field.name + ": " + value_in_utf8(field) + '\n') << line_end_;
  }

  /// What is written is in UTF-8, whatever was read.
  static std::string value_in_utf8(const NamedValue& field) {
    constexpr std::string_view word = "charset=";
    const std::size_t charset = field.value.find(word);
    if (field.name != "Content-Type" || charset == std::string::npos) return field.value;
    const std::string_view name =
        std::string_view(field.value).substr(charset + word.size());
    if (name == "utf-8") return field.value;
    return field.value.substr(0, charset + word.size()) + "UTF-8";
  }

  void write_note(std::string_view note) {
    const std::string line = on_one_line(note);
    out_ << (line.empty() ? "#" : "# ") << line << line_end_;
  }

  /// Comments by their marks; `#~|` for what was before in an obsolete entry.
  void write_marked(const std::vector<NamedValue>& values, std::string_view obsolete) {
    struct Mark {
      std::string_view name;
      std::string_view mark;
    };
    constexpr std::array marks{Mark{"extracted", "."}, Mark{"reference", ":"},
                               Mark{"flags", ","}, Mark{"previous", "|"}};
    for (const auto& [name, mark] : marks)
      for (const NamedValue& value : values)
        if (value.name == name)
          out_ << '#' << (mark == "|" ? obsolete : "") << mark << ' '
               << on_one_line(value.value) << line_end_;
  }

  void write_comments(const TranslationUnit& unit, bool has_target) {
    for (const std::string& note : plain_notes(unit))
      write_note(note);
    std::vector<NamedValue> values = unit.properties;
    const bool is_flagged = std::ranges::any_of(values, [](const NamedValue& value) {
      return value.name == "flags" && value.value.find("fuzzy") != std::string::npos;
    });
    if (unit.state == UnitState::draft && has_target && !is_flagged)
      values.push_back({"flags", "fuzzy"});
    write_marked(values, is_obsolete(unit) ? "~" : "");
  }

  /// No two entries may have the same context and msgid.
  void write_context(const TranslationUnit& unit, const Variant& source) {
    ++number_;
    constexpr char border = '\4';  // as in gettext's own keys
    std::string context = unit.id;
    const bool is_new =
        is_obsolete(unit) ||
        written_.insert(std::hash<std::string>()(context + border + source.text)).second;
    if (!is_new) context += (context.empty() ? "unit-" : "/") + std::to_string(number_);
    if (!context.empty()) write("msgctxt", context);
  }

  std::ostream& out_;
  UnitWriterSettings settings_;
  bool is_own_;
  std::string_view line_end_;
  std::string_view prefix_;
  std::string context_;    ///< Of the entry written last.
  std::size_t forms_ = 0;  ///< Plural forms that it has so far.
  std::size_t number_ = 0;
  std::unordered_set<std::size_t> written_;  ///< Hashes of contexts and msgids.
};

}  // namespace

std::unique_ptr<UnitWriter> po_writer(std::ostream& out, UnitWriterSettings settings) {
  return std::make_unique<PoWriter>(out, std::move(settings));
}

}  // namespace hexapla
