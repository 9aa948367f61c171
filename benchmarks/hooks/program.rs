//! Makes so many calls, one after another, on one thread; with `listener` as the second word, one that does
//! nothing is told of each step.

use uploadcare::{CallEvent, Client};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args().skip(1);
    let count: usize = words.next().ok_or("how many calls?")?.parse()?;
    let mut builder = Client::builder()
        .public_key(std::env::var("PUBLIC_KEY")?)
        .secret_key(std::env::var("SECRET_KEY")?)
        .api_base(std::env::var("API_BASE")?);
    if words.next().as_deref() == Some("listener") {
        builder = builder.event_listener(|event: CallEvent| drop(event));
    }
    let client = builder.build()?;
    for _ in 0..count {
        client.project().get().await?;
    }
    Ok(())
}
