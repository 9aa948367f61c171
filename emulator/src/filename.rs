/// The file name as delivery URLs show it: letters, digits and underscores of the stem
/// and of the extension, one dot between them, `noroot` where no stem is left.
pub(crate) fn sanitised(filename: &str) -> String {
    let keep = |text: &str| -> String {
        text.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
    };
    let (stem, extension) = filename.rsplit_once('.').unwrap_or((filename, ""));
    let (mut stem, extension) = (keep(stem), keep(extension));
    if stem.is_empty() {
        stem.push_str("noroot");
    }
    if extension.is_empty() { stem } else { format!("{stem}.{extension}") }
}

#[cfg(test)]
mod tests {
    use super::sanitised;

    #[test]
    fn names_seen_in_real_answers() {
        for (original, expected) in [
            ("IMG-0412_123.JPG", "IMG0412_123.JPG"),
            ("test-image_1.jpg", "testimage_1.jpg"),
            ("Circles-3.gif", "Circles3.gif"),
            ("6A17E17C-180A-462A-A5EB-4B8596BB51FD.heic", "6A17E17C180A462AA5EB4B8596BB51FD.heic"),
            ("image.png.jpeg", "imagepng.jpeg"),
            ("instellar_logo_main (1).png", "instellar_logo_main1.png"),
            ("Гошмцо Ещщинвдущ У.А..pdf", "noroot.pdf"),
            ("tmp0368cbd6", "tmp0368cbd6"),
            ("", "noroot"),
            ("...", "noroot"),
            (".gitignore", "noroot.gitignore"),
        ] {
            assert_eq!(sanitised(original), expected, "{original}");
        }
    }
}
