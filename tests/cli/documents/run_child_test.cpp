#include "cli/documents/run_child.hpp"

#include "cli/documents/sandbox.hpp"
#include "folder.hpp"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include <catch2/catch.hpp>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace hexapla::cli::run_child_test {
namespace {

using namespace std::chrono_literals;

ChildResult run(const std::vector<std::string>& words, std::string_view input = "",
                const ChildLimits& limits = {}) {
  return run_child(words, input, limits, "test");
}

}  // namespace

TEST_CASE("a child reads its input and answers on both streams", "[cli][child]") {
  const ChildResult result = run({"sh", "-c", "cat; echo error >&2; exit 3"}, "Слово\n");
  CHECK(result.end == ChildEnd::exited);
  CHECK(result.exit_code == 3);
  CHECK(result.out == "Слово\n");
  CHECK(result.stderr_text == "error\n");
}

TEST_CASE("a child can open its input by name, whatever the size", "[cli][child]") {
  const std::string input(std::size_t{3} << 20U, 'x');
  CHECK(run({"cat", "/dev/stdin", "/dev/stdin"}, input).out == input + input);
}

TEST_CASE("words for a child are no shell's", "[cli][child]") {
  CHECK(run({"printf", "%s", "$(echo no); `no` *"}).out == "$(echo no); `no` *");
}

TEST_CASE("a program that isn't there is told from one that fails", "[cli][child][error]") {
  CHECK(run({"hexapla-has-no-such-program"}).end == ChildEnd::not_found);
  CHECK(run({"false"}).end == ChildEnd::exited);
}

TEST_CASE("a child that never ends is killed at the limit", "[cli][child][error]") {
  const std::string script = GENERATE(values<std::string>(
      {"while :; do :; done", "sleep 1000", "exec >&- 2>&-; sleep 1000"}));
  CAPTURE(script);
  ChildLimits limits;
  limits.time = 200ms;
  const auto begin = std::chrono::steady_clock::now();
  CHECK(run({"sh", "-c", script}, "", limits).end == ChildEnd::took_too_long);
  CHECK(std::chrono::steady_clock::now() - begin < 10s);
}

TEST_CASE("a child that writes without end is killed at the limit", "[cli][child][error]") {
  ChildLimits limits;
  limits.output = 100'000;
  const ChildResult result = run({"yes"}, "", limits);
  CHECK(result.end == ChildEnd::wrote_too_much);
  CHECK(result.out.size() <= limits.output + 1);
}

TEST_CASE("a child gets no more memory than the limit", "[cli][child][error]") {
  ChildLimits limits;
  limits.memory = std::size_t{64} << 20U;
  CHECK(run({"dd", "if=/dev/zero", "of=/dev/null", "bs=512M", "count=1"}, "", limits)
            .exit_code != 0);
}

TEST_CASE("a child that a signal ends has crashed", "[cli][child][error]") {
  CHECK(run({"sh", "-c", "kill -SEGV $$"}).end == ChildEnd::crashed);
}

TEST_CASE("a child can write no file", "[cli][child]") {
  const auto file = std::filesystem::temp_directory_path() / "hexapla-child-test";
  std::filesystem::remove(file);
  (void)run({"sh", "-c", "echo words > " + file.string()});
  const bool empty = !std::filesystem::exists(file) || std::filesystem::is_empty(file);
  CHECK(empty);
  std::filesystem::remove(file);
}

/// A port of this machine that takes connections while it lives.
class Listener {
 public:
  Listener() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const general = reinterpret_cast<sockaddr*>(&address);
    REQUIRE(::bind(socket_, general, size) == 0);
    REQUIRE(::listen(socket_, 1) == 0);
    REQUIRE(::getsockname(socket_, general, &size) == 0);
    port_ = ntohs(address.sin_port);
  }
  ~Listener() { ::close(socket_); }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  [[nodiscard]] std::string port() const { return std::to_string(port_); }

 private:
  int socket_;
  int port_ = 0;
};

TEST_CASE("a child can open no connection", "[cli][child]") {
  if (!missing_walls().empty()) {
    WARN("no walls here: " + missing_walls());
    return;
  }
  const Listener listener;
  const std::string connect = "exec 3<>/dev/tcp/127.0.0.1/" + listener.port();
  REQUIRE(std::system(("bash -c '" + connect + "'").c_str()) == 0);
  const ChildResult result = run({"bash", "-c", connect});
  CHECK(result.exit_code != 0);
  CHECK_THAT(result.stderr_text, Catch::Contains("Permission denied"));
}

TEST_CASE("a child reads nothing of the user's", "[cli][child]") {
  if (!missing_walls().empty()) {
    WARN("no walls here: " + missing_walls());
    return;
  }
  const Folder home;
  const Folder own;
  const std::string secret = home.write("secret", "a password");
  const std::string given = own.write("given", "a letter");
  const std::vector<std::string> words{"cat", secret, given};
  for (const ChildFolder& folder : {ChildFolder{}, ChildFolder{own.path(""), 1000}}) {
    const ChildResult result = run_child(words, "", {}, "test", folder);
    CHECK(result.out == (folder.path.empty() ? "" : "a letter"));
    CHECK_THAT(result.stderr_text, Catch::Contains("secret: Permission denied"));
  }
  CHECK(run({"ls", home.path("")}).exit_code != 0);
}

TEST_CASE("a child gets nothing of the user's environment but the way to programs",
          "[cli][child]") {
  ::setenv("HEXAPLA_API_KEY", "a password", 1);
  const std::string seen = run({"env"}).out;
  ::unsetenv("HEXAPLA_API_KEY");
  CHECK(seen.find("PATH=") != std::string::npos);
  CHECK(seen.find("password") == std::string::npos);
}

TEST_CASE("a child can't leave a process behind", "[cli][child]") {
  if (!missing_walls().empty()) {
    WARN("no walls here: " + missing_walls());
    return;
  }
  const std::string mark = "86398.0" + std::to_string(::getpid());
  (void)run({"sh", "-c",
             "setsid -f sleep " + mark + " >&- 2>&-; setsid sleep " + mark +
                 " >&- 2>&- & sleep 0.2"});
  std::this_thread::sleep_for(100ms);
  CHECK(run({"pgrep", "-f", "^sleep " + mark}).exit_code == 1);
}

TEST_CASE("a child ends with the program that started it", "[cli][child]") {
  // The parent's parent is this test: it starts a parent, kills it, and looks for the
  // child.
  const std::string mark = "86399.0" + std::to_string(::getpid());
  const pid_t parent = ::fork();
  if (parent == 0) {
    (void)run({"sleep", mark});
    ::_exit(0);
  }
  const auto child_is_there = [&] {
    return run({"pgrep", "-f", "^sleep " + mark}).exit_code == 0;
  };
  bool seen = false;
  for (int tries = 0; tries < 100 && !seen; ++tries) {
    std::this_thread::sleep_for(20ms);
    seen = child_is_there();
  }
  REQUIRE(seen);
  ::kill(parent, SIGKILL);
  ::waitpid(parent, nullptr, 0);
  bool gone = false;
  for (int tries = 0; tries < 100 && !gone; ++tries) {
    std::this_thread::sleep_for(20ms);
    gone = !child_is_there();
  }
  CHECK(gone);
}

TEST_CASE("processes that a child starts end with it", "[cli][child]") {
  const bool at_limit = GENERATE(true, false);
  CAPTURE(at_limit);
  const auto folder = std::filesystem::temp_directory_path() / "hexapla-child-folder";
  std::filesystem::create_directories(folder);
  ChildLimits limits;
  limits.time = at_limit ? 500ms : 60s;
  const std::vector<std::string> words{
      "sh", "-c",
      std::string("sleep 1000 >&- 2>&- & echo $!; ") + (at_limit ? "wait" : "exit 7")};
  const ChildResult result = run_child(words, "", limits, "test", {folder.string(), 1000});
  CHECK(result.end == (at_limit ? ChildEnd::took_too_long : ChildEnd::exited));
  if (!at_limit) CHECK(result.exit_code == 7);
  const pid_t other = std::stoi(result.out);
  const auto is_there = [&] { return ::kill(other, 0) == 0; };
  for (int i = 0; i < 100 && is_there(); ++i)
    std::this_thread::sleep_for(20ms);
  CHECK_FALSE(is_there());
  std::filesystem::remove_all(folder);
}

}  // namespace hexapla::cli::run_child_test
