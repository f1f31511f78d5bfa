#include "cli/web/reviewers.hpp"

#include "cli/files.hpp"
#include "text/error.hpp"
#include "text/sha256.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <cerrno>
#include <ostream>

#include <sys/random.h>

namespace hexapla::web {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t token_bytes = 32;

std::string joined(const std::vector<Language>& languages) {
  std::string tags;
  for (const Language language : languages)
    tags += (tags.empty() ? "" : ",") + std::string(language.tag());
  return tags;
}

std::vector<Language> languages_from(std::string_view tags) {
  std::vector<Language> languages;
  if (tags.empty()) return languages;
  for (const std::string_view tag : parts_of(tags, ',')) {
    const auto language = Language::from(tag);
    if (!language)
      throw Error(Fault::malformed, {"reviewer", 0},
                  "'" + std::string(tag) + "' is no language");
    languages.push_back(*language);
  }
  return languages;
}

Role role_from(std::string_view name) {
  const auto* const found = std::ranges::find(role_names, name);
  if (found == role_names.end())
    throw Error(Fault::malformed, {"reviewer", 0},
                "'" + std::string(name) + "' is none of reader, reviewer, admin");
  return static_cast<Role>(found - role_names.begin());
}

/// Looks at every byte, whatever it finds.
bool same_bytes(std::string_view one, std::string_view other) {
  unsigned difference = one.size() == other.size() ? 0 : 1;
  for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i)
    difference |= one[i] == other[i] ? 0U : 1U;
  return difference == 0;
}

}  // namespace

bool Person::may_decide_in(Language language) const {
  return role != Role::reader &&
         (languages.empty() || std::ranges::find(languages, language) != languages.end());
}

Person person_from(std::string_view words) {
  Person person;
  const std::size_t equals = std::min(words.find('='), words.size());
  person.name = words.substr(0, equals);
  person.role = Role::reviewer;
  if (equals < words.size()) {
    const std::string_view rest = words.substr(equals + 1);
    const std::size_t colon = std::min(rest.find(':'), rest.size());
    person.role = role_from(rest.substr(0, colon));
    if (colon < rest.size()) person.languages = languages_from(rest.substr(colon + 1));
  }
  const auto is_control = [](char letter) {
    return static_cast<unsigned char>(letter) < ' ';
  };
  if (person.name.empty() || std::ranges::any_of(person.name, is_control))
    throw Error(Fault::malformed, {"reviewer", 0},
                "a name is needed, as in bo=reviewer:fr,es");
  return person;
}

std::string words_for(const Person& person) {
  const std::string words = person.name + '=' + std::string(name_of(person.role));
  return person.languages.empty() ? words : words + ':' + joined(person.languages);
}

std::string new_token() {
  std::array<unsigned char, token_bytes> bytes{};
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = getrandom(bytes.data() + filled, bytes.size() - filled, 0);
    if (got < 0 && errno != EINTR)
      throw Error(Fault::unreadable, {"system", 0}, "gives no random bytes");
    if (got > 0) filled += static_cast<std::size_t>(got);
  }
  // Base 64 of RFC 4648, section 5, without padding.
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  constexpr unsigned bits_of_letter = 6;
  constexpr unsigned bits_of_byte = 8;
  std::string token;
  unsigned held = 0;
  unsigned bits = 0;
  for (const unsigned char byte : bytes) {
    held = (held << bits_of_byte) | byte;
    for (bits += bits_of_byte; bits >= bits_of_letter; bits -= bits_of_letter)
      token += letters[(held >> (bits - bits_of_letter)) & 0x3FU];
  }
  if (bits > 0) token += letters[(held << (bits_of_letter - bits)) & 0x3FU];
  return token;
}

void Reviewers::admit(Person person, std::string_view token) {
  const auto is_theirs = [&](const Entry& entry) {
    return entry.person.name == person.name;
  };
  for (Entry& entry : entries_)
    if (is_theirs(entry)) entry.person = person;  // what they may do now
  if (static_cast<std::size_t>(std::ranges::count_if(entries_, is_theirs)) >= most_tokens)
    entries_.erase(std::ranges::find_if(entries_, is_theirs));
  entries_.push_back({std::move(person), sha256_of(token)});
}

bool Reviewers::revoke(std::string_view name) {
  return std::erase_if(entries_,
                       [&](const Entry& entry) { return entry.person.name == name; }) > 0;
}

std::vector<Person> Reviewers::people() const {
  std::vector<Person> people;
  for (const Entry& entry : entries_)
    if (std::ranges::find(people, entry.person.name, &Person::name) == people.end())
      people.push_back(entry.person);
  return people;
}

const Person* Reviewers::with(std::string_view token) const {
  const std::string hash = sha256_of(token);
  const Person* person = nullptr;
  for (const Entry& entry : entries_)
    if (same_bytes(entry.hash, hash)) person = &entry.person;
  return person;
}

void Reviewers::read(const fs::path& file) {
  if (!fs::exists(file)) return;
  const auto others = fs::perms::group_all | fs::perms::others_all;
  if ((fs::status(file).permissions() & others) != fs::perms::none)
    throw Error(Fault::unreadable, {file.string(), 0},
                "others may read or write it; make it yours alone with chmod 600");
  const std::string text = cli::read_file(file);
  std::size_t number = 0;
  for (const std::string_view line : parts_of(text, '\n')) {
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    const auto fields = parts_of(line, '\t');
    constexpr std::size_t columns = 4;
    constexpr std::size_t hash_size = 64;
    if (fields.size() != columns || fields[3].size() != hash_size)
      throw Error(Fault::malformed, {file.string(), number},
                  "name, role, languages and hash are needed, with tabs between them");
    entries_.push_back(
        {{std::string(fields[0]), role_from(fields[1]), languages_from(fields[2])},
         std::string(fields[3])});
  }
}

void Reviewers::write(const fs::path& file) const {
  cli::change_file(file, [&](std::ostream& out) {
    out << "# Who may come in: name, role, languages, SHA-256 of the token.\n";
    for (const Entry& entry : entries_)
      out << entry.person.name << '\t' << name_of(entry.person.role) << '\t'
          << joined(entry.person.languages) << '\t' << entry.hash << '\n';
  });
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
}

}  // namespace hexapla::web
