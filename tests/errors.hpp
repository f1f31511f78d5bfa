#pragma once

#include "text/error.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace hexapla {

/// What the error says that `act` ends with, which is of that fault.
template <class Act>
std::string error_of(Fault fault, Act act) {
  try {
    act();
  } catch (const Error& error) {
    CHECK(error.fault() == fault);
    return error.what();
  }
  FAIL("there was no error");
  return {};
}

}  // namespace hexapla
