#pragma once

#include "cli/arguments.hpp"
#include "cli/command.hpp"

#include <span>
#include <string>
#include <string_view>

namespace hexapla::cli {

/// What a command of several verbs can do, as `check` in `hexapla corpus check`.
struct Verb {
  std::string_view name;
  Exit (*run)(std::span<const std::string_view> words, Streams streams);
};

/// Runs the verb that `words` begin with, with the words after it.
/// Errors: UsageError that names all of `verbs` when it is none of them.
inline Exit run_verb(std::span<const Verb> verbs, std::span<const std::string_view> words,
                     Streams streams) {
  if (words.size() == 1 && words.front() == list_options_word) {
    OptionList list;
    for (const Verb& verb : verbs)
      list.words.emplace_back(verb.name);
    throw list;
  }
  std::string known;
  for (const Verb& verb : verbs) {
    if (!words.empty() && verb.name == words.front())
      return verb.run(words.subspan(1), streams);
    if (&verb != verbs.data()) known += &verb == &verbs.back() ? " or " : ", ";
    known += verb.name;
  }
  throw UsageError(words.empty()
                       ? "what to do? " + known
                       : "'" + std::string(words.front()) + "' is none of " + known);
}

}  // namespace hexapla::cli
