"""What the benchmarks share. Only the standard library is needed."""
