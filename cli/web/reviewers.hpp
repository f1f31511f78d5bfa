#pragma once

#include "text/language.hpp"

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla::web {

/// What a person may do. Each may do all that those before it may.
enum class Role : std::uint8_t {
  reader,    ///< See, search, export.
  reviewer,  ///< Decide in their languages, comment, undo their own.
  admin,     ///< Decide everything, undo any line, let others in and out.
};
inline constexpr std::array role_names{
    std::string_view("reader"), std::string_view("reviewer"), std::string_view("admin")};
[[nodiscard]] constexpr std::string_view name_of(Role role) noexcept {
  return role_names.at(static_cast<std::size_t>(role));
}

struct Person {
  std::string name;
  Role role = Role::reader;
  std::vector<Language> languages;  ///< That they decide in; empty: all.

  [[nodiscard]] bool may_decide_in(Language language) const;
};

/// "bo=reviewer:fr,es"
[[nodiscard]] std::string words_for(const Person& person);

/// Reads "bo=reviewer:fr,es"; without a role a reviewer.
/// Errors: Fault::malformed with what is wrong.
[[nodiscard]] Person person_from(std::string_view words);

/// 256 bits from the system as 43 characters that may be in a URL.
[[nodiscard]] std::string new_token();

/// Who may come in. Only hashes of tokens are kept, so that nobody can come in with what a
/// file or a core dump tells.
class Reviewers {
 public:
  /// `token` lets `person` in, as do the tokens given to the person last.
  void admit(Person person, std::string_view token);

  /// Nobody of that name comes in any more. Returns: whether somebody could.
  bool revoke(std::string_view name);

  /// Each once, in the order in which they were let in.
  [[nodiscard]] std::vector<Person> people() const;

  /// Whose token it is. Takes as long whatever it is.
  [[nodiscard]] const Person* with(std::string_view token) const;

  /// Reads lines of name, role, languages, SHA-256 of the token, with tabs between them.
  /// Errors: Fault::malformed with the line; Fault::unreadable when others may read `file`.
  void read(const std::filesystem::path& file);
  /// Writes them, for the owner's eyes only.
  void write(const std::filesystem::path& file) const;
  /// Has save() write them to `file`; without one they last as long as the program.
  void keep_in(std::filesystem::path file) { file_ = std::move(file); }
  void save() const {
    if (!file_.empty()) write(file_);
  }

 private:
  static constexpr std::size_t most_tokens = 4;  ///< Of a person.

  struct Entry {
    Person person;
    std::string hash;
  };
  std::vector<Entry> entries_;
  std::filesystem::path file_;
};

}  // namespace hexapla::web
