import UploadcareSDK

func showUrls(of photo: UploadedFile, by client: Uploadcare) throws {
    let square = try Transformation().crop(.percent(50), .percent(50), align: .center)
        .scaleCrop(300, 300)
    let avatar = try square.grayscale().format(.webp)
    let options = DeliveryUrlOptions(transformation: avatar, filename: "avatar.webp")
    print(try client.delivery.url(photo, options: options))

    let sizes = SrcsetOptions(widths: [320, 640, 1280], transformation: square)
    print("<img srcset=\"\(try client.delivery.srcset(photo, options: sizes))\">")
}
