// Preloaded into a program, lets one of its allocations fail: the one with the number in
// FAIL_ALLOCATION, from 1 on; none without it. Writes to the file named by
// FAIL_ALLOCATION_REPORT how many there were, and where the one that failed came from: the
// libraries on the stack, innermost first.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// The allocator itself. Source: glibc, malloc/malloc.c.
extern void* __libc_malloc(size_t size);
extern void* __libc_calloc(size_t count, size_t size);
extern void* __libc_realloc(void* old, size_t size);
extern void* __libc_memalign(size_t alignment, size_t size);

static atomic_long allocations;
static long failing = -1;  // not read yet
static atomic_int quiet;   // while the report is written

enum { deepest = 64, longest_path = 4096 };

static void report(const char* kind) {
  const char* file = getenv("FAIL_ALLOCATION_REPORT");
  if (file == NULL) return;
  atomic_fetch_add(&quiet, 1);
  const int out = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (out >= 0) {
    dprintf(out, "%s %ld\n", kind, atomic_load(&allocations));
    void* frames[deepest];
    const int depth = backtrace(frames, deepest);
    for (int i = 0; i < depth; ++i) {
      Dl_info place;
      if (dladdr(frames[i], &place) == 0) continue;
      dprintf(out, "%s %s %lx\n", place.dli_fname, place.dli_sname ? place.dli_sname : "?",
              (unsigned long)((char*)frames[i] - (char*)place.dli_fbase));
    }
    close(out);
  }
  atomic_fetch_sub(&quiet, 1);
}

// True for the allocation that is to fail.
static int fails(void) {
  if (atomic_load(&quiet) != 0) return 0;
  if (failing < 0) {
    const char* number = getenv("FAIL_ALLOCATION");
    failing = number == NULL ? 0 : atol(number);
  }
  if (atomic_fetch_add(&allocations, 1) + 1 != failing) return 0;
  report("failed");
  errno = ENOMEM;
  return 1;
}

__attribute__((destructor)) static void tell(void) {
  if (failing <= 0) report("done");
}

void* malloc(size_t size) {
  return fails() ? NULL : __libc_malloc(size);
}
void* calloc(size_t count, size_t size) {
  return fails() ? NULL : __libc_calloc(count, size);
}
void* realloc(void* old, size_t size) {
  return fails() ? NULL : __libc_realloc(old, size);
}
void* memalign(size_t alignment, size_t size) {
  return fails() ? NULL : __libc_memalign(alignment, size);
}
void* aligned_alloc(size_t alignment, size_t size) {
  return fails() ? NULL : __libc_memalign(alignment, size);
}
int posix_memalign(void** made, size_t alignment, size_t size) {
  if (fails()) return ENOMEM;
  *made = __libc_memalign(alignment, size);
  return *made == NULL ? ENOMEM : 0;
}
