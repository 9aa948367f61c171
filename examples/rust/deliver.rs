//! Uploads a photo and delivers it: URLs with transformations, several sizes, facts, a picture on the disk, and a
//! URL that opens for five minutes.
//!
//! `cargo run -p uploadcare-core --example deliver -- PHOTO`, with `UPLOADCARE_PUBLIC_KEY` and
//! `UPLOADCARE_SECRET_KEY` set.

use std::{error::Error, path::PathBuf};
use uploadcare::{
    Client, ClientOptions, DeliveryUrlOptions, ImageFormat, ImageQuality, SaveOptions,
    ScaleCropOptions, SrcsetOptions, Transformation, UploadOptions,
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let photo: PathBuf = std::env::args().nth(1).ok_or("give the path of a photo")?.into();
    let client = Client::from_env()?;
    let delivery = client.delivery();
    let file = client.uploads().upload(photo, UploadOptions::default()).await?;

    let facts = delivery.info(&file, Default::default()).await?;
    println!(
        "{} × {} pixels, {}",
        facts.width.unwrap_or_default(),
        facts.height.unwrap_or_default(),
        facts.format.as_deref().unwrap_or("no image")
    );

    // Each operation gives a new transformation, so a common beginning can be shared.
    let square = Transformation::new().scale_crop(300, 300, ScaleCropOptions::default())?;
    let avatar = square.format(ImageFormat::Png)?.quality(ImageQuality::Lighter)?;
    let gray = square.grayscale()?;
    for (name, transformation) in [("avatar.png", avatar.clone()), ("gray.jpg", gray)] {
        let options = DeliveryUrlOptions {
            transformation: Some(transformation),
            filename: Some(name.to_owned()),
        };
        println!("{}", delivery.url(&file, options)?);
    }

    let sizes = SrcsetOptions { widths: Some(vec![320, 640, 1280]), ..Default::default() };
    println!("<img srcset=\"{}\">", delivery.srcset(&file, sizes)?);

    // The service makes the picture; the file is there only when it is complete.
    let folder = tempfile::tempdir()?;
    let options = SaveOptions { transformation: Some(avatar), ..Default::default() };
    let saved = delivery.save(&file, folder.path(), options)?.run().await?;
    println!("{} bytes of {}", saved.size, saved.content_type.unwrap_or_default());

    // Projects with signed delivery have a secret for it. Two at once, while one takes the place of the other.
    let secret = "73636b61519adede42191efe1e73f02a67c7b692e3765f90c250c230be095211".to_owned();
    let options = ClientOptions { delivery_secrets: Some(vec![secret]), ..Default::default() };
    let signing = client.with_options(options)?.delivery();
    let signed =
        signing.signed_url(&signing.url(&file, Default::default())?, Default::default())?;
    let token = signing.verify_signed_url(&signed, Default::default())?;
    println!("opens until {}", token.expires_at);
    Ok(())
}
