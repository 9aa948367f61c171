import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.model.ClientOptions
import com.uploadcare.sdk.model.DeliveryUrlOptions
import com.uploadcare.sdk.model.ImageFormat
import com.uploadcare.sdk.model.ImageQuality
import com.uploadcare.sdk.model.SaveOptions
import com.uploadcare.sdk.model.SrcsetOptions
import com.uploadcare.sdk.model.Transformation
import com.uploadcare.sdk.model.format
import com.uploadcare.sdk.model.grayscale
import com.uploadcare.sdk.model.quality
import com.uploadcare.sdk.model.scaleCrop
import java.io.FileDescriptor
import java.io.FileOutputStream
import java.io.PrintStream
import java.nio.file.Path
import kotlin.io.path.createTempDirectory
import kotlin.system.exitProcess

/**
 * Uploads a photo and delivers it: URLs with transformations, several sizes, facts, a picture on the disk, and a URL that
 * opens for five minutes.
 *
 * Keys and bases come from the environment: `UPLOADCARE_PUBLIC_KEY`, `UPLOADCARE_SECRET_KEY` and, for another service
 * than the real one, `UPLOADCARE_REST_API_BASE`, `UPLOADCARE_UPLOAD_API_BASE`, `UPLOADCARE_CDN_BASE`.
 */
suspend fun main(args: Array<String>) {
    System.setOut(PrintStream(FileOutputStream(FileDescriptor.out), true, Charsets.UTF_8))
    val photo = args.firstOrNull()
    if (photo == null) {
        System.err.println("usage: deliver PHOTO")
        exitProcess(2)
    }
    Uploadcare().use { client ->
        val delivery = client.delivery
        val file = client.uploads.upload(Path.of(photo))

        val facts = delivery.info(file)
        println("${facts.width} × ${facts.height} pixels, ${facts.format}")

        // Each operation gives a new transformation, so a common beginning can be shared.
        val square = Transformation().scaleCrop(300, 300)
        val avatar = square.format(ImageFormat.Png).quality(ImageQuality.Lighter)
        println(delivery.url(file, DeliveryUrlOptions(avatar, "avatar.png")))
        println(delivery.url(file, DeliveryUrlOptions(square.grayscale(), "gray.jpg")))
        println("<img srcset=\"${delivery.srcset(file, SrcsetOptions(widths = listOf(320, 640, 1280)))}\">")

        // The service makes the picture; the file is there only when it is complete.
        val folder = createTempDirectory("deliver")
        val saved = delivery.save(file, folder, SaveOptions(avatar)) { println("${it.receivedBytes} bytes have come") }
        println("${saved.size} bytes of ${saved.contentType}")
        folder.toFile().deleteRecursively()

        // Projects with signed delivery have a secret for it. Two at once, while one takes the place of the other.
        val secret = "73636b61519adede42191efe1e73f02a67c7b692e3765f90c250c230be095211"
        client.withOptions(ClientOptions(deliverySecrets = listOf(secret))).use { signing ->
            val signed = signing.delivery.signedUrl(delivery.url(file))
            println("opens until ${signing.delivery.verifySignedUrl(signed).expiresAt}")
        }
    }
}
