"""Made from the Rust definitions by `cargo xtask generate`, and the native module."""
