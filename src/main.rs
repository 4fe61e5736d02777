//! The `docpane` command.

fn main() -> std::process::ExitCode {
    docpane::cli::run(std::env::args().skip(1))
}
