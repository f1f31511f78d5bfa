#include "cli/arguments.hpp"
#include "cli/command.hpp"
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

constexpr std::array options{Option{"port"}, Option{"open", Takes::nothing},
                             Option{"invite"}, Option{"tokens"}, Option{"origin"}};

std::uint16_t port_in(const Arguments& arguments) {
  const auto digits = arguments.value("port");
  if (!digits) return 0;
  constexpr std::uint32_t highest = 65535;
  const std::uint32_t port = number_in("port", *digits);
  if (port > highest) throw UsageError("--port is a number from 1 to 65535");
  return static_cast<std::uint16_t>(port);
}

std::string origin_in(const Arguments& arguments) {
  std::string origin = arguments.value_or("origin", "");
  if (!origin.empty() && !origin.starts_with("https://") && !origin.starts_with("http://"))
    throw UsageError("--origin is an address as https://review.example.org");
  while (origin.ends_with('/'))
    origin.pop_back();
  return origin;
}

/// Those who get an address, the one who starts the server first.
std::vector<web::Person> people_in(const Arguments& arguments) {
  const std::string user = stamp_of_now().who;
  std::vector<web::Person> people{{user.empty() ? "admin" : user, web::Role::admin, {}}};
  const std::string invited = arguments.value_or("invite", "");
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

Exit run(std::span<const std::string_view> words, Streams streams) {
  const Arguments arguments = parse_arguments(words, options);
  const std::filesystem::path corpus = arguments.only_file("corpus file");
  const std::string origin = origin_in(arguments);
  web::Desk desk(Store::open(corpus), [] { return stamp_of_now().at; });
  web::Reviewers reviewers;
  const auto tokens = arguments.value("tokens");
  if (tokens) reviewers.read(*tokens);

  std::optional<web::Gate> gate;
  std::optional<web::Site> site;
  web::Server server(port_in(arguments), [&site](const web::HttpRequest& request) {
    return web::answer(*site, request);
  });
  gate.emplace(server.port(), origin);
  site.emplace(web::Site{desk, reviewers, *gate, seconds_now});

  const std::string base =
      origin.empty() ? "http://127.0.0.1:" + std::to_string(server.port()) : origin;
  std::string own;
  for (web::Person& person : people_in(arguments)) {
    const std::string token = web::new_token();
    const std::string address = base + "/#" + token;
    if (own.empty()) own = address;
    streams.out << address << '\t' << person.name << '\t' << name_of(person.role) << '\n';
    reviewers.admit(std::move(person), token);
  }
  streams.out.flush();
  if (tokens) reviewers.write(*tokens);
  streams.err << corpus.filename().string() << " is served; Ctrl-C ends\n";
  std::optional<web::OpenedPage> page;
  if (arguments.has("open")) page.emplace(own);
  server.run();
  return Exit::done;
}

}  // namespace

const Command serve_command{"serve", "Open a corpus as a page on which a reviser works",
                            embedded::serve_txt, run};

}  // namespace hexapla::cli
