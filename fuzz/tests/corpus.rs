//! The corpus of the fuzzers as a test of its own: nothing that was found comes back.

// Helpers of tests may panic as the tests themselves.
#![allow(clippy::unwrap_used)]

use std::{fs, path::Path};

#[test]
fn what_was_found_stays_fixed() {
    for (name, fuzz) in uploadcare::fuzzing::FUZZERS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
        let mut count = 0;
        for file in fs::read_dir(&folder).unwrap() {
            let path = file.unwrap().path();
            let input = fs::read(&path).unwrap();
            // Its name is the first to be looked for if the input fails.
            println!("{}", path.display());
            fuzz(&input);
            count += 1;
        }
        assert!(count > 0, "{} is empty", folder.display());
    }
}

#[test]
fn every_fuzzer_has_a_program() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("targets");
    let mut programs: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    programs.sort();
    assert_eq!(programs, uploadcare::fuzzing::FUZZERS.map(|(name, _)| name));
}
