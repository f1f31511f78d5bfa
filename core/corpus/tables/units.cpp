#include "corpus/tables/units.hpp"

#include "corpus/database/fields.hpp"
#include "corpus/tables/memory_json.hpp"
#include "corpus/tables/row_texts.hpp"
#include "corpus/tables/works.hpp"
#include "text/error.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace hexapla {
namespace {

using sqlite::Connection;
using sqlite::Statement;

/// The cells of a memory's rows.
class MemoryCells {
 public:
  MemoryCells(const Connection& connection, std::int64_t work)
      : connection_(connection),
        languages_(connection),
        cell_(connection,
              "SELECT language, text, extra FROM cell WHERE id BETWEEN ? AND ? "
              "ORDER BY id") {
    Statement usual(connection,
                    "SELECT language, written FROM memory_language WHERE work = ?");
    usual.bind(1, work);
    while (usual.step())
      usual_[usual.integer(0)] = usual.text(1);
  }

  void read(std::int64_t row, std::vector<Variant>& variants) {
    cell_.reset();
    cell_.bind(1, cell_id(row, 0)).bind(2, cell_id(row + 1, 0) - 1);
    while (cell_.step()) {
      const std::int64_t language = cell_.integer(0);
      Variant variant;
      variant.language = languages_.language_of(language);
      variant.tag = usual_[language];
      variant.text = cell_.text(1);
      if (!cell_.null(2)) add_extra(cell_.text(2), connection_.name(), variant);
      variants.push_back(std::move(variant));
    }
    if (variants.empty()) refuse_corpus(cell_, "a unit has no texts");
  }

 private:
  const Connection& connection_;
  LanguageNumbers languages_;
  Statement cell_;
  std::map<std::int64_t, std::string> usual_;
};

StoredUnit unit_at(const Statement& row, std::int64_t work) {
  StoredUnit stored{row.integer(0), work, number_at(row, 1), {}, row.real(3)};
  stored.unit.confidence = row.real(2);
  if (!row.null(4)) stored.verdict = static_cast<Verdict>(name_at(row, 4, verdict_names));
  if (!row.null(5)) stored.unit.id = row.text(5);
  if (!row.null(6)) add_extra(row.text(6), row.connection().name(), stored.unit);
  return stored;
}

/// Columns of a row as unit_at() reads them.
constexpr std::string_view row_columns =
    "SELECT id, number, confidence, agreement, verdict, name, extra FROM row WHERE ";

/// A memory's rows have ids in their order, one after the other; a documents work's may
/// have been made anew.
template <class Texts>
constexpr std::string_view rows_of_work =
    "work = ?1 AND +id BETWEEN ?2 AND ?3 ORDER BY number, id";
template <>
constexpr std::string_view rows_of_work<MemoryCells> =
    "+work = ?1 AND id BETWEEN max(?2, (SELECT id FROM row WHERE work = ?1 "
    "ORDER BY number LIMIT 1)) AND min(?3, (SELECT id FROM row WHERE work = ?1 "
    "ORDER BY number DESC LIMIT 1)) ORDER BY id";

/// Hands on the rows of one work. Returns: false when `take` has had enough.
template <class Texts>
bool read_units_of(const Connection& connection, std::int64_t work,
                   const UnitSelection& selection,
                   const std::function<bool(const StoredUnit&)>& take) {
  Texts texts(connection, work);
  Statement row(connection, std::string(row_columns).append(rows_of_work<Texts>));
  row.bind(1, work).bind(2, selection.first).bind(3, selection.last);
  while (row.step()) {
    StoredUnit stored = unit_at(row, work);
    texts.read(stored.row, stored.unit.variants);
    if (!take(stored)) return false;
  }
  return true;
}

/// A work by its id, and whether it is a memory.
struct KindOfWork {
  std::int64_t id = 0;
  bool memory = false;
};

std::vector<KindOfWork> selected_works(const Connection& connection,
                                       const UnitSelection& selection) {
  Statement work(connection,
                 "SELECT id, kind FROM work WHERE ?1 IS NULL OR id = ?1 ORDER BY id");
  work.bind(1, selection.work);
  std::vector<KindOfWork> works;
  while (work.step())
    works.push_back({work.integer(0), work.text(1) == name_of(WorkKind::memory)});
  if (selection.work && works.empty())
    throw Error(Fault::inconsistent, {connection.name(), 0},
                "has no work with the id " + std::to_string(*selection.work));
  return works;
}

}  // namespace

void read_units(const Connection& connection, const UnitSelection& selection,
                const std::function<bool(const StoredUnit&)>& take) {
  for (const KindOfWork& work : selected_works(connection, selection)) {
    const bool more = work.memory
                          ? read_units_of<MemoryCells>(connection, work.id, selection, take)
                          : read_units_of<RowTexts>(connection, work.id, selection, take);
    if (!more) return;
  }
}

struct StoredRows::State {
  explicit State(const Connection& database)
      : connection(database),
        row(database, std::string(row_columns).append("id = ?")),
        work(database,
             "SELECT work.id, kind FROM row JOIN work ON work.id = work WHERE row.id = ?") {
  }

  const Connection& connection;
  Statement row;
  Statement work;
  std::map<std::int64_t, MemoryCells> memories;  ///< By work.
  std::map<std::int64_t, RowTexts> documents;
};

StoredRows::StoredRows(const Connection& connection)
    : state_(std::make_unique<State>(connection)) {}
StoredRows::~StoredRows() = default;

StoredUnit StoredRows::read(std::int64_t id) {
  State& state = *state_;
  state.row.reset();
  state.work.reset();
  if (!state.row.bind(1, id).step() || !state.work.bind(1, id).step())
    throw Error(Fault::inconsistent, {state.connection.name(), 0},
                "has no row with the id " + std::to_string(id));
  StoredUnit stored = unit_at(state.row, state.work.integer(0));
  const bool is_memory = state.work.text(1) == name_of(WorkKind::memory);
  auto& variants = stored.unit.variants;
  if (is_memory) {
    texts_of_work(state.memories, state.connection, stored.work).read(id, variants);
  } else {
    texts_of_work(state.documents, state.connection, stored.work).read(id, variants);
  }
  return stored;
}

StoredUnit read_unit(const Connection& connection, std::int64_t id) {
  return StoredRows(connection).read(id);
}

}  // namespace hexapla
