#include "exchange/po/write_po.hpp"

#include "exchange/shared_names.hpp"
#include "exchange/unit_texts.hpp"
#include "format/one_line.hpp"

#include <array>
#include <functional>
#include <ostream>
#include <unordered_set>
#include <utility>

namespace hexapla {
namespace {

std::string quoted(std::string_view text) {
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
        is_own_(settings_.header.format == "po") {
    write_header();
  }

  void add(const TranslationUnit& unit) override {
    const auto [source, target] = sides_of(unit, settings_.languages);
    if (source == nullptr || source->text.empty()) {  // the empty msgid is the header's
      ++exported_.skipped;
      return;
    }
    out_ << '\n';
    write_comments(unit);
    prefix_ = value_of(unit.attributes, "obsolete") != nullptr ? "#~ " : "";
    write_context(unit, *source);
    if (is_own_ && unit.variants.size() > 2) {
      write_forms(unit);
    } else {
      write("msgid", source->text);
      write("msgstr", target == nullptr ? "" : target->text);
    }
    ++exported_.written;
  }

  Exported finish() override { return exported_; }

 private:
  void write(std::string_view keyword, std::string_view text) {
    out_ << prefix_ << keyword << ' ' << quoted(text) << '\n';
  }

  void write_header() {
    std::vector<NamedValue> fields;
    if (is_own_) fields = settings_.header.properties;
    if (is_own_)
      for (const std::string& note : settings_.header.notes)
        out_ << "# " << on_one_line(note) << '\n';
    if (settings_.languages.size() > 1 && value_of(fields, "Language") == nullptr)
      fields.push_back({"Language", std::string(settings_.languages[1].tag())});
    const std::array<NamedValue, 3> demanded{{{"MIME-Version", "1.0"},
                                              {"Content-Type", "text/plain; charset=UTF-8"},
                                              {"Content-Transfer-Encoding", "8bit"}}};
    for (const NamedValue& field : demanded)
      if (value_of(fields, field.name) == nullptr) fields.push_back(field);
    out_ << "msgid \"\"\nmsgstr \"\"\n";
    for (const NamedValue& field : fields)
      out_ << quoted(field.name + ": " + field.value + '\n') << '\n';
  }

  void write_comments(const TranslationUnit& unit) {
    for (const std::string& note : unit.notes)
      out_ << "# " << on_one_line(note) << '\n';
    const std::array<std::pair<std::string_view, std::string_view>, 4> kinds{
        {{"extracted", "#. "},
         {"reference", "#: "},
         {"flags", "#, "},
         {"previous", "#| "}}};
    for (const auto& [name, mark] : kinds)
      for (const NamedValue& property : unit.properties)
        if (property.name == name) out_ << mark << on_one_line(property.value) << '\n';
  }

  /// No two entries may have the same context and msgid.
  void write_context(const TranslationUnit& unit, const Variant& source) {
    ++number_;
    constexpr char border = '\4';  // as in gettext's own keys
    std::string context = unit.id;
    if (!written_.insert(std::hash<std::string>()(context + border + source.text)).second)
      context += (context.empty() ? "unit-" : "/") + std::to_string(number_);
    if (!context.empty()) write("msgctxt", context);
  }

  /// An entry with plural forms.
  void write_forms(const TranslationUnit& unit) {
    write("msgid", unit.variants.front().text);
    for (const Variant& variant : unit.variants) {
      const std::string* const form = value_of(variant.attributes, "form");
      if (form == nullptr) continue;
      write(*form == "plural" ? "msgid_plural" : "msgstr[" + *form + "]", variant.text);
    }
  }

  std::ostream& out_;
  UnitWriterSettings settings_;
  bool is_own_;
  std::string_view prefix_;
  std::size_t number_ = 0;
  std::unordered_set<std::size_t> written_;  ///< Hashes of contexts and msgids.
  Exported exported_;
};

}  // namespace

std::unique_ptr<UnitWriter> po_writer(std::ostream& out, UnitWriterSettings settings) {
  return std::make_unique<PoWriter>(out, std::move(settings));
}

}  // namespace hexapla
