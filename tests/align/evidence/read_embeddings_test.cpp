#include "align/evidence/read_embeddings.hpp"

#include "text/error.hpp"

#include <cmath>
#include <cstring>
#include <limits>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

const std::vector<std::string_view> segments{"第七十五届会议", "安全理事会"};

std::string bytes_of(const std::vector<float>& numbers) {
  std::string bytes(numbers.size() * sizeof(float), '\0');
  std::memcpy(bytes.data(), numbers.data(), bytes.size());
  return bytes;
}

/// As numpy.save writes: the header filled up with blanks.
std::string npy(const std::string& header, const std::string& numbers, int version = 1) {
  const std::string padded = header + std::string(117 - header.size(), ' ') + "\n";
  std::string file = "\x93NUMPY";
  file += static_cast<char>(version);
  file += '\0';
  file += static_cast<char>(padded.size());
  file.append(version == 1 ? 1 : 3, '\0');
  return file + padded + numbers;
}

const std::string usual = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }";
const std::vector<float> six{1, 2, 3, -4, 5, 0.5};

std::string complaint(const std::string& bytes, std::uint32_t dimension = 0) {
  try {
    (void)read_embeddings(bytes, "a.npy", segments, dimension);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("NumPy's files are read, of either version and spelling", "[align][embeddings]") {
  const auto header = GENERATE_COPY(values<std::string>(
      {usual, R"({"shape":(2,3),"fortran_order":False,"descr":"<f4"})",
       "{ 'shape' : ( 2 , 3 , ) , 'descr' : '<f4' , 'fortran_order' : False , }"}));
  const int version = GENERATE(1, 2);
  const Embeddings read =
      read_embeddings(npy(header, bytes_of(six), version), "a.npy", segments);
  CHECK(read.dimension == 3);
  CHECK(read.numbers == six);
  CHECK(read.rows().of(1)[1] == 5);
}

TEST_CASE("bare floats are read, with or without their dimension", "[align][embeddings]") {
  const auto dimension = GENERATE(0U, 3U);
  const Embeddings read = read_embeddings(bytes_of(six), "a.emb", segments, dimension);
  CHECK(read.dimension == 3);
  CHECK(read.numbers == six);
}

TEST_CASE("other kinds of NumPy's files are refused with a way out",
          "[align][embeddings][error]") {
  const auto [header, words] = GENERATE(table<std::string, std::string>(
      {{"{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }", "'<f8', not '<f4'"},
       {"{'descr': '>f4', 'fortran_order': False, 'shape': (2, 3), }", "'>f4', not '<f4'"},
       {"{'descr': [('x', '<f4')], 'fortran_order': False, 'shape': (2, 3), }",
        "structure"},
       {"{'descr': '<f4', 'fortran_order': True, 'shape': (2, 3), }",
        "column by column"},
       {"{'descr': '<f4', 'fortran_order': False, 'shape': (6,), }", "shape has 1 numbers"},
       {"{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2, 3), }",
        "shape has 3 numbers"}}));
  const std::string said = complaint(npy(header, bytes_of(six)));
  CHECK_THAT(said, Catch::StartsWith("a.npy: byte ") && Catch::Contains(words) &&
                       Catch::Contains("numpy.save"));
  CHECK_THAT(complaint(npy(usual, bytes_of(six), 3)), Catch::Contains("version 3"));
}

TEST_CASE("broken headers are refused with their byte", "[align][embeddings][error]") {
  const auto header = GENERATE(values<std::string>(
      {"", "{", "{'descr'", "{'descr': ", "{'descr': '<f4', 'fortran_order': Maybe}",
       "{'descr': '<f4', 'fortran_order': False}", "{'shape': (2, ", "{'shape': (-2, 3)}",
       "{'shape': (99999999999999999999, 3)}", "{'colour': 'red'}", "import os"}));
  CAPTURE(header);
  CHECK_THAT(complaint(npy(header, bytes_of(six))), Catch::StartsWith("a.npy: byte "));
}

TEST_CASE("a file of NumPy's that ends early is refused", "[align][embeddings][error]") {
  const std::string whole = npy(usual, bytes_of(six));
  CHECK_THAT(complaint(whole.substr(0, 9)), Catch::Contains("ends inside its header"));
  CHECK_THAT(complaint(whole.substr(0, 60)), Catch::Contains("ends before its end"));
  CHECK_THAT(complaint(whole.substr(0, whole.size() - 1)),
             Catch::Contains("byte 128: 23 bytes of numbers follow, not the 24"));
  CHECK_THAT(complaint(whole + "x"), Catch::Contains("25 bytes of numbers follow"));
}

TEST_CASE("other numbers of rows are refused", "[align][embeddings][error]") {
  CHECK_THAT(complaint(npy("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }",
                           bytes_of(six))),
             Catch::Contains("has 3 vectors for 2 segments"));
  CHECK_THAT(complaint(bytes_of(six), 2), Catch::Contains("has 3 vectors for 2 segments"));
  CHECK_THAT(complaint(bytes_of({1, 2, 3})), Catch::Contains("12 bytes are no vectors"));
  CHECK_THAT(complaint(bytes_of(six), 4), Catch::Contains("byte 16: ends inside a vector"));
  CHECK_THAT(complaint(npy(usual, bytes_of(six)), 4),
             Catch::Contains("dimension 3, not 4"));
}

TEST_CASE("dimensions beyond any model's are refused", "[align][embeddings][error]") {
  const std::string huge =
      "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 9999999999), }";
  CHECK_THAT(complaint(npy(huge, bytes_of(six))), Catch::Contains("dimension 9999999999"));
  CHECK_THAT(
      complaint(npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 0), }", "")),
      Catch::Contains("dimension 0"));
}

TEST_CASE("numbers that are none are refused with their byte",
          "[align][embeddings][error]") {
  const float broken = GENERATE(std::nanf(""), std::numeric_limits<float>::infinity());
  auto numbers = six;
  numbers[4] = broken;
  CHECK_THAT(complaint(npy(usual, bytes_of(numbers))),
             Catch::Contains("byte 144: a number in the vector of segment 1"));
  CHECK_THAT(complaint(bytes_of(numbers)),
             Catch::Contains("byte 16: a number in the vector of segment 1"));
}

TEST_CASE("a vector of zeros is refused unless its segment is blank",
          "[align][embeddings][error]") {
  const std::string bytes = bytes_of({1, 2, 3, 0, 0, 0});
  CHECK_THAT(complaint(bytes), Catch::Contains("byte 12: the vector of segment 1"));
  const std::vector<std::string_view> blank{"words", " "};
  CHECK(read_embeddings(bytes, "a.emb", blank).dimension == 3);
}

TEST_CASE("a part of the rows has the vectors of those rows", "[align][embeddings]") {
  const VectorRows rows{six, 2};
  const VectorRows part = rows.part(1, 2);
  REQUIRE(part.size() == 2);
  CHECK(part.of(0)[0] == six[2]);
  CHECK(part.of(1)[1] == six[5]);
}

}  // namespace hexapla
