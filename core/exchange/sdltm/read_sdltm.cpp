#include "exchange/sdltm/read_sdltm.hpp"

#include "exchange/language_tag.hpp"
#include "exchange/sdltm/foreign_database.hpp"
#include "exchange/sdltm/studio_segment.hpp"
#include "format/recoded_stream.hpp"
#include "text/encoding.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace hexapla {
namespace {

constexpr std::size_t largest_sdltm = std::size_t{2} << 30U;  // bytes
constexpr std::array<std::string_view, 2> sdltm_tables{"translation_memories",
                                                       "translation_units"};

/// `2013-05-24 08:33:11` as TMX has dates: `20130524T083311Z`; empty when it is none.
std::string date_of_studio(std::string_view written) {
  constexpr std::size_t seconds_end = 19;
  std::string date;
  for (const char character : written.substr(0, seconds_end)) {
    if (character == '-' || character == ':') continue;
    if (character == ' ' || character == 'T') {
      date += 'T';
    } else if (character >= '0' && character <= '9') {
      date += character;
    } else {
      return {};
    }
  }
  constexpr std::size_t date_size = 15;
  return date.size() == date_size ? date + 'Z' : std::string();
}

/// What a row says of a unit, and under which name TMX knows it.
struct StudioColumn {
  std::string_view column;
  std::string_view attribute;
  bool is_date = false;
};
constexpr std::array studio_columns{StudioColumn{"creation_date", "creationdate", true},
                                    StudioColumn{"creation_user", "creationid"},
                                    StudioColumn{"change_date", "changedate", true},
                                    StudioColumn{"change_user", "changeid"},
                                    StudioColumn{"last_used_date", "lastusagedate", true},
                                    StudioColumn{"usage_counter", "usagecount"}};

struct LanguagePair {
  std::string source;
  std::string target;
};

class SdltmReader final : public UnitReader {
 public:
  SdltmReader(std::string bytes, std::string_view name)
      : name_(name), database_(std::move(bytes), name) {
    for (const std::string_view table : sdltm_tables)
      if (!database_.has_table(table))
        throw Error(Fault::malformed, {name_, 0},
                    "not a translation memory of Trados Studio: it has no table " +
                        std::string(table));
    database_.read_only_from(sdltm_tables);
    header_.format = "sdltm";
    read_memories();
    rows_.emplace(database_, "SELECT * FROM translation_units ORDER BY id");
    columns_.id = rows_->column("id");
    columns_.memory = rows_->column("translation_memory_id");
    columns_.source = rows_->column("source_segment");
    columns_.target = rows_->column("target_segment");
    if (!columns_.source || !columns_.target)
      throw Error(Fault::malformed, {name_, 0},
                  "its table translation_units has no source_segment and target_segment, "
                  "as Trados Studio writes them");
    for (std::size_t at = 0; at < studio_columns.size(); ++at)
      columns_.facts.at(at) = rows_->column(studio_columns.at(at).column);
  }

  bool next(TranslationUnit& unit) override {
    while (rows_->next()) {
      unit = {};
      unit.id = std::to_string(rows_->integer(columns_.id));
      const auto pair = pairs_.find(rows_->integer(columns_.memory));
      const LanguagePair known = pair == pairs_.end() ? LanguagePair() : pair->second;
      if (!read_sides(unit, known) || unit.variants.empty()) continue;
      add_facts(unit);
      return true;
    }
    return false;
  }

 private:
  struct Columns {
    std::optional<int> id;
    std::optional<int> memory;
    std::optional<int> source;
    std::optional<int> target;
    std::array<std::optional<int>, studio_columns.size()> facts;
  };

  void read_memories() {
    ForeignRows memories(database_, "SELECT * FROM translation_memories ORDER BY id");
    const auto id = memories.column("id");
    const auto source = memories.column("source_language");
    const auto target = memories.column("target_language");
    const auto title = memories.column("name");
    while (memories.next()) {
      if (pairs_.empty()) {
        header_.source = language_tagged(as_utf8(memories.text(source)));
        header_.properties.push_back({"x-name", as_utf8(memories.text(title))});
      }
      pairs_[memories.integer(id)] = {as_utf8(memories.text(source)),
                                      as_utf8(memories.text(target))};
    }
  }

  /// False when a side can't be read: half of a unit is none.
  bool read_sides(TranslationUnit& unit, const LanguagePair& known) {
    try {
      add_side(unit, columns_.source, known.source);
      if (!add_side(unit, columns_.target, known.target) && !unit.variants.empty())
        unit.state = UnitState::untranslated;
      return true;
    } catch (const Error& error) {
      warn(name_, 0,
           "the unit " + unit.id +
               " is passed over, since a text of it can't be read: " + error.what());
      return false;
    }
  }

  bool add_side(TranslationUnit& unit, std::optional<int> column, const std::string& tag) {
    const std::string_view xml = rows_->text(column);
    if (xml.empty()) return false;
    Variant variant = studio_segment(xml, tag, "segment");
    if (variant.text.empty() && variant.tags.empty()) return false;
    unit.variants.push_back(std::move(variant));
    return true;
  }

  void add_facts(TranslationUnit& unit) const {
    for (std::size_t at = 0; at < studio_columns.size(); ++at) {
      const StudioColumn& fact = studio_columns.at(at);
      const std::string written = as_utf8(rows_->text(columns_.facts.at(at)));
      const std::string value = fact.is_date ? date_of_studio(written) : written;
      if (value.empty() || (fact.attribute == "usagecount" && value == "0")) continue;
      unit.attributes.push_back({std::string(fact.attribute), value});
    }
  }

  std::string name_;
  ForeignDatabase database_;
  std::map<std::int64_t, LanguagePair> pairs_;  ///< By the id of their memory.
  std::optional<ForeignRows> rows_;
  Columns columns_;
};

}  // namespace

std::unique_ptr<UnitReader> read_sdltm(std::istream& in, std::string_view name) {
  std::string bytes = all_bytes(in, largest_sdltm, name);
  if (bytes.size() > largest_sdltm)
    throw Error(Fault::unsupported, {std::string(name), 0},
                "a memory of more than 2 GiB; have Trados Studio export it as TMX");
  return std::make_unique<SdltmReader>(std::move(bytes), name);
}

}  // namespace hexapla
