#include "cli/command.hpp"
#include "cli/option_table.hpp"
#include "cli/stamp.hpp"
#include "cli/web/open_page.hpp"
#include "cli/web/routes.hpp"
#include "cli/web/server.hpp"
#include "cli_data.hpp"
#include "corpus/store.hpp"
#include "text/table.hpp"

#include <chrono>
#include <ostream>
#include <utility>

namespace hexapla::cli {
namespace {

struct ServeOptions {
  std::filesystem::path corpus;
  std::uint16_t port = 0;  ///< 0: any that is free.
  std::string origin;
  std::string invite;
  std::optional<std::string> tokens;
  bool open = false;
};

std::uint16_t port_in(const std::string& digits) {
  constexpr std::uint32_t highest = 65535;
  const std::uint32_t port = number_in("port", digits);
  if (port > highest) throw UsageError("--port is a number from 1 to 65535");
  return static_cast<std::uint16_t>(port);
}

std::string origin_in(std::string origin) {
  if (!origin.empty() && !origin.starts_with("https://") && !origin.starts_with("http://"))
    throw UsageError("--origin is an address as https://review.example.org");
  while (origin.ends_with('/'))
    origin.pop_back();
  return origin;
}

void bind_options(OptionTable& table, ServeOptions& given) {
  table.only_file("corpus file", given.corpus);
  table.value("port", given.port, port_in);
  table.value("origin", given.origin, origin_in);
  table.value("invite", given.invite);
  table.value("tokens", given.tokens);
  table.file_words({.first = FileUse::changed_corpus});
  table.files(FileUse::changed, {"tokens"});
  table.flag("open", given.open);
}

/// Those who get an address, the one who starts the server first.
std::vector<web::Person> people_in(const std::string& invited) {
  const std::string user = stamp_of_now().who;
  std::vector<web::Person> people{{user.empty() ? "admin" : user, web::Role::admin, {}}};
  for (const std::string_view words : parts_of(invited, ' '))
    if (!words.empty()) people.push_back(web::person_from(words));
  return people;
}

std::int64_t seconds_now() {
  using std::chrono::steady_clock;
  return std::chrono::duration_cast<std::chrono::seconds>(
             steady_clock::now().time_since_epoch())
      .count();
}

Exit run_serve(std::span<const std::string_view> words, Streams streams) {
  const auto given = options_in<ServeOptions>(words);
  web::Desk desk(
      Store::open(given.corpus), [] { return stamp_of_now().at; }, given.corpus);
  web::Reviewers reviewers;
  if (given.tokens) {
    reviewers.read(*given.tokens);
    reviewers.keep_in(*given.tokens);
  }

  std::optional<web::Gate> gate;
  std::optional<web::Site> site;
  web::Server server(given.port, [&site](const web::HttpRequest& request) {
    return web::answer(*site, request);
  });
  gate.emplace(server.port(), given.origin);
  site.emplace(web::Site{desk, reviewers, *gate, seconds_now});

  const std::string base = given.origin.empty()
                               ? "http://127.0.0.1:" + std::to_string(server.port())
                               : given.origin;
  std::string own;
  for (web::Person& person : people_in(given.invite)) {
    const std::string token = web::new_token();
    const std::string address = base + "/#" + token;
    if (own.empty()) own = address;
    streams.out << address << '\t' << person.name << '\t' << name_of(person.role) << '\n';
    reviewers.admit(std::move(person), token);
  }
  streams.out.flush();
  reviewers.save();
  streams.err << given.corpus.filename().string() << " is served; Ctrl-C ends\n";
  std::optional<web::OpenedPage> page;
  if (given.open) page.emplace(own);
  server.run();
  return Exit::done;
}

}  // namespace

const Command serve_command{"serve", "Open a corpus as a page on which a reviser works",
                            embedded::serve_txt, run_serve};

}  // namespace hexapla::cli
