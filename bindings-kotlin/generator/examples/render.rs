fn main() {
    let root = std::path::Path::new("/work/main");
    for (path, text) in uploadcare_kotlin_generator::render(root).unwrap() {
        std::fs::write(root.join(path), text).unwrap();
    }
}
