#pragma once

// Counts the allocations of the calling thread between start and stop. Those that oneDNN and its runtime libraries
// (libdnnl, libgomp, libstdc++) make are counted apart.
void allocation_probe_start(void);

typedef struct {
  long ours;
  long libraries;
} AllocationCounts;

AllocationCounts allocation_probe_stop(void);
