#include "corpus/tables/works.hpp"

#include "corpus/database/fields.hpp"
#include "text/error.hpp"

namespace hexapla {
namespace {

using sqlite::Connection;
using sqlite::Statement;

std::vector<Language> languages_of(const Connection& connection, const WorkInfo& work) {
  Statement tags(connection,
                 work.kind == WorkKind::documents
                     ? "SELECT language FROM document WHERE work = ? ORDER BY number"
                     : "SELECT tag FROM memory_language JOIN language "
                       "ON number = language WHERE work = ? ORDER BY number");
  return tags.rows([](const Statement& row) { return language_at(row, 0); }, work.id);
}

}  // namespace

LanguageNumbers::LanguageNumbers(const Connection& connection) : connection_(connection) {
  Statement row(connection, "SELECT number, tag FROM language");
  while (row.step()) {
    const Language language = language_at(row, 1);
    numbers_[language] = row.integer(0);
    languages_[row.integer(0)] = language;
  }
}

std::int64_t LanguageNumbers::number_of(Language language) {
  const auto known = numbers_.find(language);
  if (known != numbers_.end()) return known->second;
  Statement insert(connection_, "INSERT INTO language(tag) VALUES (?)");
  insert.run(language.tag());
  const std::int64_t number = connection_.last_id();
  numbers_[language] = number;
  languages_[number] = language;
  return number;
}

std::int64_t LanguageNumbers::known_number_of(Language language) const {
  const auto known = numbers_.find(language);
  return known == numbers_.end() ? unnumbered : known->second;
}

Language LanguageNumbers::language_of(std::int64_t number) const {
  const auto known = languages_.find(number);
  if (known == languages_.end())
    throw Error(Fault::malformed, {connection_.name(), 0},
                "a damaged corpus file: a cell is in an unknown language");
  return known->second;
}

std::int64_t insert_work(const Connection& connection, const NewWork& work, WorkKind kind) {
  if (work.name.empty())
    throw Error(Fault::inconsistent, {connection.name(), 0}, "a work needs a name");
  Statement same(connection, "SELECT 1 FROM work WHERE name = ?");
  if (same.bind(1, work.name).step())
    throw Error(Fault::inconsistent, {connection.name(), 0},
                "has a work '" + work.name + "' already; give this one another name");
  Statement insert(connection,
                   "INSERT INTO work(name, kind, symbol, date, revision) "
                   "VALUES (?, ?, ?, ?, 0)");
  insert.run(work.name, name_of(kind), work.symbol, work.date);
  return connection.last_id();
}

namespace {

/// All works, or one.
std::vector<WorkInfo> read(const Connection& connection, std::optional<std::int64_t> only) {
  Statement works(connection,
                  "SELECT id, name, kind, symbol, date, revision, "
                  "(SELECT count(*) FROM row WHERE work = work.id) FROM work " +
                      std::string(only ? "WHERE id = ?" : "ORDER BY id"));
  if (only) works.bind(1, *only);
  return works.rows([&](const Statement& row) {
    WorkInfo work{row.integer(0),
                  std::string(row.text(1)),
                  static_cast<WorkKind>(name_at(row, 2, work_kind_names)),
                  std::string(row.text(3)),
                  std::string(row.text(4)),
                  number_at(row, 5),
                  {},
                  static_cast<std::uint64_t>(row.integer(6))};
    work.languages = languages_of(connection, work);
    return work;
  });
}

}  // namespace

std::vector<WorkInfo> read_works(const Connection& connection) {
  return read(connection, std::nullopt);
}

std::optional<WorkInfo> read_work(const Connection& connection, std::int64_t work) {
  const std::vector<WorkInfo> works = read(connection, work);
  if (works.empty()) return std::nullopt;
  return works.front();
}

std::int64_t only_work(const Connection& connection, WorkKind kind) {
  const std::vector<WorkInfo> works = read_works(connection);
  if (works.empty())
    throw Error(Fault::inconsistent, {connection.name(), 0}, "holds no works yet");
  if (works.size() > 1) {
    std::string names;
    for (const WorkInfo& work : works)
      names += (names.empty() ? "" : ", ") + work.name;
    throw Error(Fault::inconsistent, {connection.name(), 0},
                "holds several works: " + names + "; name one with --work");
  }
  if (works.front().kind != kind)
    throw Error(Fault::unsupported, {connection.name(), 0},
                "holds no documents, only the memory " + works.front().name);
  return works.front().id;
}

}  // namespace hexapla
