# Debian's Python, which has Debian's pybind11 and numpy, before any other on the path; another one
# by -DPython_EXECUTABLE=... Sets pybind11_FOUND.
if(NOT Python_EXECUTABLE AND EXISTS /usr/bin/python3)
  set(Python_EXECUTABLE /usr/bin/python3)
endif()
find_package(Python 3.9 QUIET COMPONENTS Interpreter Development.Module)
if(Python_FOUND)
  set(PYBIND11_FINDPYTHON ON)
  find_package(pybind11 2.10 QUIET)
endif()
