// napi's command line sets this variable when it has no typings of this crate yet; without a
// build script that watches it, a cached build leaves every model out of `index.d.ts`.
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=NAPI_FORCE_BUILD_UPLOADCARE_CORE");
}
