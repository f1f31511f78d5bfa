#include "corpus/store.hpp"

#include "corpus/memory_json.hpp"
#include "corpus/schema.hpp"
#include "corpus/search_index.hpp"
#include "corpus/similar_rows.hpp"
#include "corpus/store_alignment.hpp"
#include "corpus/store_connection.hpp"
#include "corpus/store_documents.hpp"
#include "corpus/store_findings.hpp"
#include "corpus/store_search.hpp"
#include "corpus/store_terms.hpp"
#include "corpus/store_units.hpp"
#include "corpus/store_works.hpp"
#include "text/error.hpp"

namespace hexapla {

namespace fs = std::filesystem;

struct Store::Connection : StoreConnection {};

namespace {

constexpr std::string_view nameless = "corpus";

/// The pivot's file without what follows its first full stop: `letter` for letter.zh.txt.
std::string usual_name(const Multitext& multitext) {
  if (multitext.documents.empty()) return std::string(nameless);
  const std::string& file = multitext.documents.front().document.name;
  const std::string name = file.substr(0, file.find('.'));
  return name.empty() ? std::string(nameless) : name;
}

std::int64_t write_work(const sqlite::Connection& database, const NewDocuments& documents) {
  const std::int64_t work = insert_work(database, documents.work, WorkKind::documents);
  const DocumentIds ids = write_documents(database, work, documents.multitext.documents);
  write_alignment(database, {work, ids}, documents.multitext);
  write_termbase(database, work, documents.termbase);
  write_findings(database, work, documents.findings);
  return work;
}

}  // namespace

Store::Store(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Store Store::open(const fs::path& file) {
  return Store(std::make_unique<Connection>(StoreConnection::open(file)));
}

Store Store::make(const fs::path& file, std::string_view program) {
  return Store(std::make_unique<Connection>(StoreConnection::make(file, program)));
}

void Store::publish() {
  connection_->publish();
}

void Store::create(const fs::path& file, const Multitext& multitext,
                   const Termbase& termbase, std::span<const Finding> findings,
                   std::string_view program) {
  Store store = make(file, program);
  store.add_work({{usual_name(multitext), "", ""}, multitext, termbase, findings});
  store.publish();
}

std::vector<WorkInfo> Store::works() const {
  return read_works(connection_->read());
}

Multitext Store::multitext(std::int64_t work) const {
  const sqlite::Connection& database = connection_->read();
  Multitext multitext;
  multitext.documents = read_documents(database, work);
  read_alignment(database, {work, document_ids(database, work)}, multitext);
  return multitext;
}

Termbase Store::termbase(std::int64_t work) const {
  return load_termbase(connection_->read(), work);
}

std::vector<Finding> Store::findings(std::int64_t work) const {
  return read_findings(connection_->read(), work);
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

void Store::search(const Search& search,
                   const std::function<bool(const SearchHit&)>& take) const {
  search_rows(connection_->read(), search, take);
}

std::vector<SimilarHit> Store::similar(const SimilarSearch& search) const {
  return similar_rows(connection_->read(), search);
}

std::int64_t Store::add_work(const NewDocuments& documents) {
  sqlite::Connection& database = connection_->write();
  sqlite::Transaction transaction(database);
  const std::int64_t work = write_work(database, documents);
  index_missing(database);
  transaction.commit();
  return work;
}

MemoryWriter Store::add_memory(const NewWork& work, const MemoryHeader& header) {
  return {connection_->write(), work, header};
}

void Store::set_findings(std::span<const Finding> findings) {
  set_findings(only_work(connection_->read(), WorkKind::documents), findings);
}

void Store::set_findings(std::int64_t work, std::span<const Finding> findings) {
  sqlite::Connection& database = connection_->write();
  sqlite::Transaction transaction(database);
  write_findings(database, work, findings);
  transaction.commit();
}

}  // namespace hexapla
