//! `guard`: what some paths of the client cost, in figures that do not depend on how fast the machine is. Started by
//! `cargo xtask guard`, which compares them with those in `tests/guard`.

mod counter;
mod paths;
mod scale;
mod stage;

use std::process::ExitCode;

#[global_allocator]
static HEAP: counter::Counting = counter::Counting;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let known = words.first().and_then(|word| paths::PATHS.iter().find(|(name, _)| name == word));
    match (known, &*words) {
        (Some((_, run)), [_]) => println!("{}", run().into_json()),
        (_, [word]) if word == "names" => {
            paths::PATHS.iter().for_each(|(name, _)| println!("{name}"));
        }
        (_, [word]) if word == "lists" => return all_right(&scale::lists()),
        (_, [word]) if word == "calls" => return all_right(&scale::calls()),
        _ => {
            eprintln!("usage: guard names | guard NAME | guard lists | guard calls");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

fn all_right(problems: &[String]) -> ExitCode {
    problems.iter().for_each(|problem| eprintln!("{problem}"));
    if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
