#ifndef OPENCLAW_MEMORY_SHIM_H
#define OPENCLAW_MEMORY_SHIM_H

#include <stdlib.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

/// Makes the allocator keep what a busy server frees, in few arenas: buffers of 100 KB are neither mapped nor given back one by one.
static inline void openclaw_keep_memory(void) {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
  mallopt(M_ARENA_MAX, 4);
#endif
}

/// Gives back to the system what was freed.
static inline void openclaw_release_memory(void) {
#if defined(__GLIBC__)
  malloc_trim(0);
#endif
}

#endif
