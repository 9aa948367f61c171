//! Runs the emulator as a program of its own.

use std::{
    io::{self, Read, Write},
    process::ExitCode,
    thread,
};

use clap::{Parser, ValueEnum};
use tokio::sync::oneshot;
use uploadcare_emulator::{Emulator, Fault, RateLimit};

/// A local stand-in for the Uploadcare service.
///
/// When it is ready it prints one line of JSON that tells where it is.
#[derive(Parser)]
#[command(name = "uploadcare-emulator", version)]
struct Options {
    /// Port to listen on; 0 takes a free one.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// Port for the parts of multipart uploads; 0 takes a free one.
    #[arg(long, default_value_t = 0)]
    storage_port: u16,
    /// Host to listen on.
    #[arg(long, default_value = "127.0.0.1")]
    host: String,
    /// Stop when standard input closes.
    #[arg(long)]
    until_stdin_closes: bool,
    /// Where to keep data.
    #[arg(long, value_enum, default_value_t = Data::None)]
    data: Data,
    /// Make requests of every project and account go wrong; a fault in the form of the control API. May be
    /// given repeatedly.
    #[arg(long = "fault", value_name = "JSON")]
    faults: Vec<Fault>,
    /// Limit the requests of every project and account.
    #[arg(long, value_name = "PER_SECOND[/BURST]")]
    rate_limit: Option<RateLimit>,
    /// Seconds by which the service's clock is ahead; behind, if negative.
    #[arg(
        long,
        value_name = "SECONDS",
        default_value_t = 0,
        allow_negative_numbers = true,
        value_parser = clap::value_parser!(i64).range(-CLOCK_RANGE..=CLOCK_RANGE),
    )]
    clock_offset: i64,
}

/// Seconds of about a hundred years: farther away, dates stop being dates.
const CLOCK_RANGE: i64 = 3_155_760_000;

#[derive(Clone, Copy, ValueEnum)]
enum Data {
    /// In memory and in a temporary folder, as long as it runs.
    None,
    /// Likewise, but of what is uploaded only the size: for measuring clients.
    Discard,
}

#[tokio::main]
async fn main() -> ExitCode {
    let options = Options::parse();
    match run(options).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("uploadcare-emulator: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(options: Options) -> io::Result<()> {
    // Before the line is printed: whoever reads it may send a signal at once.
    let signal = stop_signal()?;
    let mut builder = Emulator::builder()
        .host(options.host)
        .port(options.port)
        .storage_port(options.storage_port)
        .clock_offset(options.clock_offset);
    if let Data::Discard = options.data {
        builder = builder.discard_uploads();
    }
    for fault in options.faults {
        builder = builder.fault(fault);
    }
    if let Some(limit) = options.rate_limit {
        builder = builder.rate_limit(limit);
    }
    let emulator = builder.start().await?;
    let line = serde_json::to_string(emulator.ready())?;
    let mut stdout = io::stdout();
    writeln!(stdout, "{line}")?;
    stdout.flush()?;
    tokio::select! {
        () = signal => {}
        () = stdin_closed(), if options.until_stdin_closes => {}
    }
    emulator.stop().await;
    Ok(())
}

#[cfg(unix)]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}

/// Resolves when standard input ends. A thread of its own reads it, because one of the
/// runtime could not be stopped while it waits for input.
async fn stdin_closed() {
    let (sender, closed) = oneshot::channel();
    thread::spawn(move || {
        let mut stdin = io::stdin().lock();
        let mut buffer = [0; 1024];
        loop {
            match stdin.read(&mut buffer) {
                Ok(0) => break,
                Err(error) if error.kind() != io::ErrorKind::Interrupted => break,
                _ => {}
            }
        }
        let _ = sender.send(());
    });
    let _ = closed.await;
}
