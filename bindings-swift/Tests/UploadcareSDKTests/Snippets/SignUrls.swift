import UploadcareSDK

func link(to file: UploadedFile, with secret: String, by client: Uploadcare) throws -> String {
    let signing = try client.withOptions(ClientOptions(deliverySecrets: [secret])).delivery
    let url = try signing.signedUrl(signing.url(file), options: SignUrlOptions(lifetime: 3600))
    print("opens until \(try signing.verifySignedUrl(url).expiresAt)")
    return url
}
