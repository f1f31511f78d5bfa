#include "corpus/store.hpp"

#include "corpus/replace_file.hpp"
#include "corpus/schema.hpp"
#include "corpus/sqlite.hpp"
#include "corpus/store_alignment.hpp"
#include "corpus/store_documents.hpp"
#include "corpus/store_findings.hpp"
#include "corpus/store_terms.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <system_error>

namespace hexapla {

namespace fs = std::filesystem;

struct Store::Connection {
  explicit Connection(const fs::path& file) : database(file) {}
  sqlite::Connection database;
};

namespace {

/// What SQLite keeps beside a database while it writes. Source: SQLite, "Temporary Files".
constexpr std::array log_suffixes{std::string_view("-journal"), std::string_view("-wal"),
                                  std::string_view("-shm")};

fs::path log_of(const fs::path& file, std::string_view suffix) {
  return fs::weakly_canonical(file).concat(suffix);
}

/// Clears away the log of a writer that was killed: SQLite would apply it to the new file.
void settle_log(const fs::path& file) {
  const auto exists = [&](std::string_view suffix) {
    std::error_code error;
    return fs::exists(log_of(file, suffix), error);
  };
  if (std::ranges::none_of(log_suffixes, exists)) return;
  try {
    // Opening completes or undoes what the writer began.
    const sqlite::Connection old(file);
  } catch (const Error&) {  // no database: the log is worth nothing
  }
  for (const std::string_view suffix : log_suffixes) {
    std::error_code ignored;
    fs::remove(log_of(file, suffix), ignored);
  }
}

void require_readable_file(const fs::path& file) {
  const auto fail = [&](std::string_view why) {
    throw Error(Fault::unreadable, {file.string(), 0}, why);
  };
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (status.type() == fs::file_type::not_found) fail("no such file");
  if (error) fail("can't be read: " + error.message());
  if (status.type() == fs::file_type::directory) fail("a directory, not a file");
  if (status.type() != fs::file_type::regular) fail("not a regular file");
}

/// SQLite reads what is missing of a page as zeros, that is as nothing.
void require_whole_pages(const sqlite::Connection& database, const fs::path& file) {
  sqlite::Statement question(database, "PRAGMA page_size");
  const std::int64_t page = question.step() ? question.integer(0) : 0;
  std::error_code error;
  const std::uintmax_t size = fs::file_size(file, error);
  if (!error && page > 0 && size % static_cast<std::uintmax_t>(page) != 0)
    throw Error(Fault::unreadable, {file.string(), 0},
                "a damaged corpus file, cut short; align the documents again");
}

}  // namespace

Store::Store(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Store Store::open(const fs::path& file) {
  require_readable_file(file);
  auto connection = std::make_unique<Connection>(file);
  require_schema(connection->database);
  require_whole_pages(connection->database, file);
  return Store(std::move(connection));
}

void Store::create(const fs::path& file, const Multitext& multitext,
                   const Termbase& termbase, std::span<const Finding> findings,
                   std::string_view program) {
  // In memory, so that neither SQLite's locks nor its logs ever stand beside `file`.
  sqlite::Connection database(sqlite::InMemory{file.string()});
  create_schema(database, program);
  sqlite::Transaction transaction(database);
  write_documents(database, multitext.documents);
  write_alignment(database, multitext);
  write_termbase(database, termbase);
  write_findings(database, findings);
  transaction.commit();
  const std::string bytes = database.bytes();
  settle_log(file);
  replace_file(file, bytes);
}

Multitext Store::multitext() const {
  Multitext multitext;
  multitext.documents = read_documents(connection_->database);
  read_alignment(connection_->database, multitext);
  return multitext;
}

Termbase Store::termbase() const {
  return load_termbase(connection_->database);
}

std::vector<Finding> Store::findings() const {
  return read_findings(connection_->database);
}

void Store::set_findings(std::span<const Finding> findings) {
  sqlite::Connection& database = connection_->database;
  if (database.read_only())
    throw Error(Fault::unwritable, {database.name(), 0},
                "open for reading only: the file or its folder can't be written");
  const sqlite::WriteAheadLog log(database);
  sqlite::Transaction transaction(database);
  write_findings(database, findings);
  transaction.commit();
}

}  // namespace hexapla
