//! A slim image has no file of root certificates; the bundled ones then serve.

// Helpers of tests may panic as the tests themselves.
#![allow(clippy::unwrap_used)]

#[test]
fn a_client_is_built_without_certificates_on_the_machine() {
    // Alone in its process: no other test reads the environment meanwhile.
    unsafe {
        std::env::set_var("SSL_CERT_FILE", "/nonexistent");
        std::env::set_var("SSL_CERT_DIR", "/nonexistent");
        std::env::set_var("UPLOADCARE_PUBLIC_KEY", "from-environment");
        std::env::set_var("UPLOADCARE_SECRET_KEY", "secret");
        std::env::set_var("UPLOADCARE_REST_API_BASE", "http://127.0.0.1:1/rest");
        std::env::set_var("UPLOADCARE_UPLOAD_API_BASE", "http://127.0.0.1:1/upload/");
        std::env::set_var("UPLOADCARE_CDN_BASE", "http://127.0.0.1:1/");
    }
    let client = uploadcare::Client::from_env().unwrap();
    assert_eq!(client.public_key(), "from-environment");
    assert_eq!(client.api_base(), "http://127.0.0.1:1/rest/");
    assert_eq!(client.upload_base(), "http://127.0.0.1:1/upload/");
    assert_eq!(client.cdn_base(), "http://127.0.0.1:1/");

    let given = uploadcare::Client::builder()
        .public_key("given")
        .api_base("http://[::1]/")
        .build()
        .unwrap();
    assert_eq!((given.public_key(), given.api_base()), ("given", "http://[::1]/"));

    unsafe { std::env::remove_var("UPLOADCARE_PUBLIC_KEY") };
    let error = uploadcare::Client::from_env().unwrap_err();
    assert_eq!(error.info().parameter.as_deref(), Some("public_key"));
    assert!(error.message().contains("UPLOADCARE_PUBLIC_KEY"));
}
