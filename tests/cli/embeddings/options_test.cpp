#include "cli/run.hpp"
#include "cli/stub_server.hpp"

#include <cstdlib>
#include <cstring>
#include <optional>

#include <catch2/catch.hpp>

namespace hexapla::cli::options_test {
namespace {

/// Sets a variable of the environment while it lives.
class Variable {
 public:
  Variable(const char* name, const std::string& value) : name_(name) {
    if (const char* const before = std::getenv(name)) before_ = before;
    ::setenv(name, value.c_str(), 1);
  }
  ~Variable() {
    if (before_) {
      ::setenv(name_, before_->c_str(), 1);
    } else {
      ::unsetenv(name_);
    }
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
  std::optional<std::string> before_;
};

std::string floats(const std::vector<float>& numbers) {
  std::string bytes(numbers.size() * sizeof(float), '\0');
  std::memcpy(bytes.data(), numbers.data(), bytes.size());
  return bytes;
}

/// Two texts whose order only vectors can tell.
struct Files {
  Files() {
    folder.write("a.zh", "甲\n乙\n丙\n");
    folder.write("a.en", "one\ntwo\nsix\n");
    folder.write("zh.emb", floats({1, 0, 0, 0, 1, 0, 0, 0, 1}));
    folder.write("en.emb", floats({1, 0, 0, 0, 1, 0, 0, 0, 1}));
  }
  [[nodiscard]] Outcome aligned(const std::vector<std::string>& more) const {
    std::vector<std::string> words{
        "align",       "--segmented", folder.path("a.zh"), folder.path("a.en"),
        "--languages", "zh,en"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }
  Folder folder;
};

}  // namespace

TEST_CASE("align takes a file of vectors for each side", "[cli][embeddings]") {
  const Files files;
  const Outcome outcome = files.aligned({"--embeddings", files.folder.path("zh.emb"),
                                         files.folder.path("en.emb"), "--explain"});
  CHECK(outcome.err.empty());
  REQUIRE(outcome.exit == Exit::done);
  CHECK_THAT(outcome.out, Catch::Contains("embeddings") && Catch::Contains("zh-en 1 = 1"));
  CHECK(files
            .aligned({"--embeddings", files.folder.path("zh.emb"),
                      files.folder.path("en.emb"), "--dimension", "3"})
            .exit == Exit::done);
}

TEST_CASE("vectors that don't fit are refused by name", "[cli][embeddings][error]") {
  const Files files;
  files.folder.write("short.emb", floats({1, 0, 0, 0, 1, 0}));
  files.folder.write("flat.emb", floats({1, 2, 3}));
  const std::string source = files.folder.path("zh.emb");
  const Outcome rows = files.aligned(
      {"--embeddings", source, files.folder.path("short.emb"), "--dimension", "3"});
  CHECK(rows.exit == Exit::failed);
  CHECK_THAT(rows.err, Catch::Contains("short.emb: has 2 vectors for 3 segments"));
  const Outcome dimension =
      files.aligned({"--embeddings", source, files.folder.path("flat.emb")});
  CHECK(dimension.exit == Exit::failed);
  CHECK_THAT(dimension.err, Catch::Contains("flat.emb: has vectors of dimension 1, but"));
  CHECK_THAT(files.aligned({"--embeddings", source, files.folder.path("none.emb")}).err,
             Catch::Contains("none.emb: no such file"));
}

TEST_CASE("options of embeddings that don't go together are refused",
          "[cli][embeddings][error]") {
  const Files files;
  const auto [words, complaint] = GENERATE(table<std::vector<std::string>, std::string>(
      {{{"--embeddings", "a"}, "takes two values"},
       {{"--embeddings", "a", "--explain"}, "takes two values"},
       {{"--embeddings", "a", "b", "--embeddings", "a", "b"}, "is given twice"},
       {{"--embeddings", "a", "b", "--embeddings-url", "http://localhost/",
         "--embeddings-model", "m"},
        "exclude each other"},
       {{"--embeddings-url", "http://localhost/"}, "go together"},
       {{"--embeddings-model", "m"}, "go together"},
       {{"--dimension", "3"}, "--dimension"},
       {{"--embeddings", "a", "b", "--dimension", "no"}, "whole number"},
       {{"--embeddings", "a", "b", "--batch", "list"}, "--batch"},
       {{"third", "--embeddings", "a", "b"}, "two files"}}));
  CAPTURE(words);
  const Outcome outcome = files.aligned(words);
  CHECK(outcome.exit == Exit::misused);
  CHECK_THAT(outcome.err, Catch::Contains(complaint));
  CHECK(run({"align", "a", "b", "--embeddings", "a", "b"}).exit == Exit::misused);
}

TEST_CASE("align asks a server for vectors, once", "[cli][embeddings]") {
  const Files files;
  const Variable cache("XDG_CACHE_HOME", files.folder.path("cache"));
  const Variable key("HEXAPLA_API_KEY", "s3cret");
  const Variable proxy("no_proxy", "127.0.0.1");
  const StubServer stub(
      [](const StubRequest& request) { return made_up_embeddings(request); });
  const std::vector<std::string> more{"--embeddings-url", stub.url(), "--embeddings-model",
                                      "made-up", "--explain"};
  const Outcome first = files.aligned(more);
  CHECK_THAT(first.err, !Catch::Contains("not kept"));
  REQUIRE(first.exit == Exit::done);
  REQUIRE(stub.requests().size() == 1);
  CHECK(stub.requests()[0].authorization == "Bearer s3cret");
  const Outcome second = files.aligned(more);
  CHECK(second.out == first.out);
  CHECK(stub.requests().size() == 1);
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(files.folder.path("cache")))
    if (entry.is_regular_file())
      CHECK_THAT(files.folder.read(entry.path().lexically_relative(files.folder.path(""))),
                 !Catch::Contains("s3cret"));
}

TEST_CASE("without a place for the cache align says so and goes on", "[cli][embeddings]") {
  const Files files;
  const Variable cache("XDG_CACHE_HOME", "");
  const Variable home("HOME", "");
  const Variable proxy("no_proxy", "127.0.0.1");
  const StubServer stub(
      [](const StubRequest& request) { return made_up_embeddings(request); });
  const Outcome outcome =
      files.aligned({"--embeddings-url", stub.url(), "--embeddings-model", "made-up"});
  CHECK(outcome.exit == Exit::done);
  CHECK_THAT(outcome.err, Catch::Contains("not kept for the next time"));
}

TEST_CASE("a server that refuses is a failure, with its words",
          "[cli][embeddings][error]") {
  const Files files;
  const Variable cache("XDG_CACHE_HOME", files.folder.path("cache"));
  const Variable proxy("no_proxy", "127.0.0.1");
  const StubServer stub([](const StubRequest&) {
    return StubAnswer{404, R"({"error":{"message":"model made-up not found"}})", ""};
  });
  const Outcome outcome =
      files.aligned({"--embeddings-url", stub.url(), "--embeddings-model", "made-up"});
  CHECK(outcome.exit == Exit::failed);
  CHECK(outcome.out.empty());
  CHECK(outcome.err ==
        "hexapla: " + stub.url() + ": answers with status 404: model made-up not found\n");
}

}  // namespace hexapla::cli::options_test
