#include "corpus/tables/memory_writer.hpp"

#include "corpus/database/sqlite.hpp"
#include "corpus/database/table_sums.hpp"
#include "corpus/index/search_index.hpp"
#include "corpus/tables/memory_json.hpp"
#include "corpus/tables/runs.hpp"
#include "corpus/tables/units.hpp"
#include "corpus/tables/works.hpp"
#include "text/error.hpp"

#include <cassert>
#include <map>
#include <string>

namespace hexapla {
namespace {

using sqlite::Statement;

/// How a memory names a language: its number, and its usual spelling.
struct SpelledLanguage {
  std::int64_t number = 0;
  std::string written;
};

[[noreturn]] void refuse_unit(const sqlite::Connection& connection, std::uint32_t number,
                              const std::string& why) {
  throw Error(Fault::inconsistent, {connection.name(), 0},
              "unit " + std::to_string(number) + " can't be kept: " + why);
}

}  // namespace

struct MemoryWriter::State {
  State(sqlite::Connection& database, const NewWork& work, const MemoryHeader& header,
        unsigned threads)
      : connection(database),
        transaction(database),
        languages(database),
        index(database, threads),
        id(insert_work(database, work, WorkKind::memory)),
        insert_row(database,
                   "INSERT INTO row(work, number, confidence, name, extra) "
                   "VALUES (?, ?, ?, ?, ?)"),
        insert_cell(database,
                    "INSERT INTO cell(id, language, text, extra) VALUES (?, ?, ?, ?)") {
    index_missing(database);  // rows of before, so that no gap stays after them
    Statement(database, "UPDATE work SET header = ? WHERE id = ?").run(json_of(header), id);
  }

  /// The first spelling of a language in a memory is its usual one.
  const SpelledLanguage& spelled(const Variant& variant) {
    const auto known = spellings.find(variant.language);
    if (known != spellings.end()) return known->second;
    return spellings
        .emplace(variant.language,
                 SpelledLanguage{languages.number_of(variant.language), variant.tag})
        .first->second;
  }

  sqlite::Connection& connection;
  WriteTransaction transaction;
  LanguageNumbers languages;
  SearchIndex index;
  std::int64_t id;
  Statement insert_row;
  Statement insert_cell;
  std::map<Language, SpelledLanguage> spellings;
};

MemoryWriter::MemoryWriter(sqlite::Connection& connection, const NewWork& work,
                           const MemoryHeader& header, unsigned threads)
    : state_(std::make_unique<State>(connection, work, header, threads)) {}
MemoryWriter::~MemoryWriter() = default;
MemoryWriter::MemoryWriter(MemoryWriter&&) noexcept = default;
MemoryWriter& MemoryWriter::operator=(MemoryWriter&&) noexcept = default;

void MemoryWriter::add(const TranslationUnit& unit) {
  assert(state_ != nullptr);
  State& state = *state_;
  if (unit.variants.empty()) refuse_unit(state.connection, added_, "it has no text");
  if (unit.variants.size() > most_variants)
    refuse_unit(state.connection, added_,
                "it has more than " + std::to_string(most_variants) + " variants");
  if (!(unit.confidence >= 0 && unit.confidence <= 1))
    refuse_unit(state.connection, added_, "its confidence is not from 0 to 1");
  const auto name =
      unit.id.empty() ? std::nullopt : std::optional(std::string_view(unit.id));
  state.insert_row.run(state.id, added_, unit.confidence, name, extra_of(unit));
  const std::int64_t row = state.connection.last_id();
  for (std::size_t place = 0; place < unit.variants.size(); ++place) {
    const Variant& variant = unit.variants[place];
    const SpelledLanguage& language = state.spelled(variant);
    state.insert_cell.run(cell_id(row, place), language.number, variant.text,
                          extra_of(variant, language.written));
    state.index.add(row, language.number, variant.language, variant.text);
  }
  ++added_;
}

std::int64_t MemoryWriter::finish(std::optional<RunRecord> run) {
  Statement insert(state_->connection, "INSERT INTO memory_language VALUES (?, ?, ?)");
  for (const auto& [language, spelling] : state_->spellings)
    insert.run(state_->id, spelling.number, spelling.written);
  state_->index.finish();
  if (run) {
    run->work = state_->id;
    write_run(state_->connection, *run);
  }
  state_->transaction.commit();
  const std::int64_t id = state_->id;
  state_.reset();
  return id;
}

std::uint32_t MemoryWriter::added() const noexcept {
  return added_;
}

}  // namespace hexapla
