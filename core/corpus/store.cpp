#include "corpus/store.hpp"

#include "corpus/database/fields.hpp"
#include "corpus/database/schema.hpp"
#include "corpus/database/table_sums.hpp"
#include "corpus/index/search_index.hpp"
#include "corpus/index/search_rows.hpp"
#include "corpus/index/similar_rows.hpp"
#include "corpus/store_connection.hpp"
#include "corpus/tables/alignment.hpp"
#include "corpus/tables/copy_work.hpp"
#include "corpus/tables/decision_log.hpp"
#include "corpus/tables/decisions.hpp"
#include "corpus/tables/documents.hpp"
#include "corpus/tables/faults.hpp"
#include "corpus/tables/findings.hpp"
#include "corpus/tables/memory_json.hpp"
#include "corpus/tables/runs.hpp"
#include "corpus/tables/terms.hpp"
#include "corpus/tables/units.hpp"
#include "corpus/tables/works.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <map>

namespace hexapla {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view nameless = "corpus";

/// The pivot's file without what follows its first full stop: `letter` for letter.zh.txt.
std::string usual_name(const Multitext& multitext) {
  if (multitext.documents.empty()) return std::string(nameless);
  const std::string& file = multitext.documents.front().document.name;
  const std::string name = file.substr(0, file.find('.'));
  return name.empty() ? std::string(nameless) : name;
}

void write_contents(const sqlite::Connection& database, std::int64_t work,
                    const NewDocuments& documents) {
  const DocumentIds ids = write_documents(database, work, documents.multitext.documents);
  write_alignment(database, {work, ids}, documents.multitext);
  write_termbase(database, work, documents.termbase);
  write_findings(database, work, documents.findings);
  if (documents.is_indexed) index_missing(database);
  if (!documents.run) return;
  RunRecord run = *documents.run;
  run.work = work;
  write_run(database, run);
}

/// Everything of a documents work but its name and its log.
void remove_contents(const sqlite::Connection& database, std::int64_t work) {
  for (const std::string_view table : {"finding", "row", "bitext", "concept", "document"})
    sqlite::Statement(database,
                      "DELETE FROM " + std::string(table) + " WHERE work = ?")
        .run(work);  // what hangs on their lines, too
}

}  // namespace

Store::Store(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Store Store::open(const fs::path& file) {
  return Store(std::make_unique<Connection>(StoreConnection::open(file)));
}

Store Store::create(const fs::path& file, std::string_view program) {
  return Store(std::make_unique<Connection>(StoreConnection::make(file, program)));
}

void Store::publish() {
  connection_->publish();
}

void Store::write_corpus(const fs::path& file, const Multitext& multitext,
                         const Termbase& termbase, std::span<const Finding> findings,
                         std::string_view program) {
  Store store = create(file, program);
  store.add_work(
      {{usual_name(multitext), "", ""}, multitext, termbase, findings, std::nullopt});
  store.publish();
}

std::vector<WorkInfo> Store::works() const {
  const sqlite::Snapshot snapshot(connection_->read());
  return read_works(connection_->read());
}

WorkInfo Store::work(std::string_view name) const {
  std::string names;
  for (WorkInfo& work : works()) {
    if (work.name == name) return std::move(work);
    names += (names.empty() ? "" : ", ") + work.name;
  }
  throw Error(Fault::inconsistent, {connection_->read().name(), 0},
              "has no work '" + std::string(name) + "', but " +
                  (names.empty() ? "none at all" : names));
}

Multitext Store::multitext(std::int64_t work) const {
  const sqlite::Snapshot snapshot(connection_->read());
  return read_multitext(connection_->read(), work);
}

Multitext Store::unedited_multitext(std::int64_t work) const {
  const sqlite::Snapshot snapshot(connection_->read());
  return read_multitext(connection_->read(), work, Texts::as_they_came);
}

std::vector<SegmentedDocument> Store::machine_documents(std::int64_t work) const {
  const sqlite::Snapshot snapshot(connection_->read());
  return read_documents(connection_->read(), work);
}

Termbase Store::termbase(std::int64_t work) const {
  return load_termbase(connection_->read(), work);
}

std::vector<Finding> Store::findings(std::int64_t work) const {
  const sqlite::Snapshot snapshot(connection_->read());
  return read_open_findings(connection_->read(), work, Dismissed::left_out);
}

Multitext Store::multitext() const {
  return multitext(only_work(connection_->read(), WorkKind::documents));
}

Termbase Store::termbase() const {
  return termbase(only_work(connection_->read(), WorkKind::documents));
}

std::vector<Finding> Store::findings() const {
  return findings(only_work(connection_->read(), WorkKind::documents));
}

MemoryHeader Store::memory_header(std::int64_t work) const {
  const sqlite::Connection& database = connection_->read();
  sqlite::Statement row(database, "SELECT header FROM work WHERE id = ?");
  if (!row.bind(1, work).step() || row.null(0))
    throw Error(Fault::unsupported, {database.name(), 0},
                "the work " + std::to_string(work) + " is no memory");
  return memory_header_in(row.text(0), database.name());
}

void Store::each_unit(const UnitSelection& selection,
                      const std::function<bool(const StoredUnit&)>& take) const {
  read_units(connection_->read(), selection, take);
}

StoredUnit Store::unit(std::int64_t row) const {
  return read_unit(connection_->read(), row);
}

std::optional<std::int64_t> Store::row_of(std::int64_t work, std::uint32_t number) const {
  sqlite::Statement row(connection_->read(),
                        "SELECT id FROM row WHERE work = ? AND number = ? ORDER BY id");
  if (!row.bind(1, work).bind(2, number).step()) return std::nullopt;
  return row.integer(0);
}

void Store::search(const Search& search,
                   const std::function<bool(const SearchHit&)>& take) const {
  search_rows(connection_->read(), search, take);
}

std::vector<SimilarHit> Store::similar(const SimilarSearch& search) const {
  return similar_rows(connection_->read(), search);
}

std::int64_t Store::add_work(const NewDocuments& documents) {
  sqlite::Connection& database = connection_->write();
  WriteTransaction transaction(database);
  const std::int64_t work = insert_work(database, documents.work, WorkKind::documents);
  write_contents(database, work, documents);
  transaction.commit();
  return work;
}

MemoryWriter Store::add_memory(const NewWork& work, const MemoryHeader& header,
                               unsigned threads) {
  return {connection_->write(), work, header, threads};
}

std::vector<std::string> Store::faults() const {
  const sqlite::Snapshot snapshot(connection_->read());
  return faults_of(connection_->read());
}

void Store::copy_works(std::span<const WorkSource> works,
                       const std::function<void(const std::string&)>& copying) {
  sqlite::Connection& database = connection_->write();
  WriteTransaction transaction(database);
  std::map<const Store*, sqlite::Snapshot> snapshots;
  std::vector<WorkPlace> places;
  for (const WorkSource& source : works) {
    const sqlite::Connection& from = source.store->connection_->read();
    snapshots.try_emplace(source.store, from);
    places.push_back({&from, source.work.id});
  }
  hexapla::copy_works(places, database, [&](std::size_t i) {
    if (copying) copying(works[i].work.name);
  });
  transaction.commit();
}

std::int64_t Store::copy_work(const Store& from, std::int64_t work) {
  sqlite::Connection& database = connection_->write();
  WriteTransaction transaction(database);
  const sqlite::Snapshot snapshot(from.connection_->read());
  const WorkPlace place{&from.connection_->read(), work};
  const std::int64_t copy = hexapla::copy_works({&place, 1}, database);
  transaction.commit();
  return copy;
}

void Store::vacuum() {
  connection_->write().execute("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
}

std::int64_t Store::log_run(const RunRecord& run) {
  sqlite::Connection& database = connection_->write();
  WriteTransaction transaction(database);
  const std::int64_t id = write_run(database, run);
  transaction.commit();
  return id;
}

std::vector<RunRecord> Store::runs() const {
  return read_runs(connection_->read());
}

std::string Store::program() const {
  sqlite::Statement value(connection_->read(),
                          "SELECT value FROM meta WHERE key = 'program'");
  return value.step() ? std::string(value.text(0)) : std::string();
}

void Store::replace_work(std::int64_t work, const NewDocuments& documents,
                         std::span<const KeptDecision> kept) {
  sqlite::Connection& database = connection_->write();
  WriteTransaction transaction(database);
  remove_contents(database, work);
  sqlite::Statement(database,
                    "UPDATE work SET revision = revision + 1, symbol = ?, date = ? "
                    "WHERE id = ?")
      .run(documents.work.symbol, documents.work.date, work);
  write_contents(database, work, documents);
  for (const KeptDecision& decision : kept)
    log_decision(database, work, {decision.decision, decision.stamp, decision.from});
  if (!kept.empty()) put_alignment(database, work);
  transaction.commit();
}

}  // namespace hexapla
