"""The benchmark that `cargo xtask bench` runs."""
