import com.uploadcare.sdk.UploadClient
import com.uploadcare.sdk.model.UploadOptions
import com.uploadcare.sdk.model.UploadProgress
import java.io.FileDescriptor
import java.io.FileOutputStream
import java.io.PrintStream
import java.nio.file.Path
import kotlin.io.path.fileSize
import kotlin.system.exitProcess

/**
 * Uploads a large file in parts and shows how far it is. Started again after it was ended in the middle, it goes on.
 *
 * The public key comes from `UPLOADCARE_PUBLIC_KEY`, and bases from `UPLOADCARE_UPLOAD_API_BASE` and
 * `UPLOADCARE_CDN_BASE`.
 */
suspend fun main(args: Array<String>) {
    // File names have all alphabets, whatever the terminal's locale says.
    System.setOut(PrintStream(FileOutputStream(FileDescriptor.out), true, Charsets.UTF_8))
    val name = args.firstOrNull()
    if (name == null) {
        System.err.println("usage: upload-large FILE")
        exitProcess(2)
    }
    val path = Path.of(name)
    UploadClient().use { client ->
        println("${path.fileName}, ${path.fileSize()} bytes, to project ${client.publicKey}")
        val file = client.uploads.upload(path, UploadOptions(stateFile = "$path.upload")) { print("\r${bar(it)}") }
        println("\nIt is ${file.uuid}")
    }
}

private fun bar(progress: UploadProgress): String {
    val total = progress.totalBytes ?: return "".padEnd(WIDTH)
    val share = if (total == 0L) 1.0 else progress.sentBytes.toDouble() / total
    val done = "#".repeat((share * WIDTH).toInt()).padEnd(WIDTH, '.')
    return "[$done] ${(share * 100).toInt().toString().padStart(3)} %, ${progress.sentParts} of ${progress.totalParts} parts"
}

private const val WIDTH = 40
