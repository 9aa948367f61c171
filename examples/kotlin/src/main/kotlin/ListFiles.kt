import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.model.FileInfo
import com.uploadcare.sdk.model.ListFilesOptions
import com.uploadcare.sdk.model.UploadOptions
import java.io.FileDescriptor
import java.io.FileOutputStream
import java.io.PrintStream
import java.nio.file.Path
import java.time.temporal.ChronoUnit
import kotlin.io.path.isRegularFile
import kotlin.io.path.listDirectoryEntries
import kotlin.system.exitProcess

/**
 * Uploads the files of a folder, lists the project page by page and file by file, and looks at one file.
 *
 * Keys and bases come from the environment: `UPLOADCARE_PUBLIC_KEY`, `UPLOADCARE_SECRET_KEY` and, for another service
 * than the real one, `UPLOADCARE_REST_API_BASE`, `UPLOADCARE_UPLOAD_API_BASE`, `UPLOADCARE_CDN_BASE`.
 */
suspend fun main(args: Array<String>) {
    // File names have all alphabets, whatever the terminal's locale says.
    System.setOut(PrintStream(FileOutputStream(FileDescriptor.out), true, Charsets.UTF_8))
    val folder = args.firstOrNull()
    if (folder == null) {
        System.err.println("usage: list-files FOLDER")
        exitProcess(2)
    }
    Uploadcare().use { client ->
        val paths =
            Path
                .of(folder)
                .listDirectoryEntries()
                .filter { it.isRegularFile() }
                .sorted()
        val uploaded = paths.map { client.uploads.upload(it, UploadOptions(store = true, tags = listOf("example"))) }
        println("Uploaded ${uploaded.size} files to project ${client.publicKey}")

        println("\nPage by page")
        client.files.list(ListFilesOptions(limit = 4)).pages().collect { page ->
            println("  ${page.results.size} of ${page.total} files: ${page.joinToString { it.originalFilename }}")
        }

        println("\nFile by file")
        println(row("NAME", "TYPE", "BYTES", "PIXELS", "UPLOADED"))
        client.files.list().collect { file ->
            val uploadedAt = file.datetimeUploaded.truncatedTo(ChronoUnit.SECONDS)
            println(row(file.originalFilename, file.mimeType.orEmpty(), "${file.size}", pixels(file), "$uploadedAt"))
        }

        val last = uploaded.lastOrNull() ?: return
        val file = client.files.get((uploaded.find { it.originalFilename == "photo.jpg" } ?: last).uuid)
        println("\nOne file")
        println("  ${file.originalFilename} is ${file.uuid}")
        println("  at ${file.originalFileUrl}")
        file.contentInfo?.image?.let { image ->
            println("  a ${image.format} in ${image.colorMode}, taken ${image.datetimeOriginal ?: "some day"}")
        }
    }
}

private fun pixels(file: FileInfo) =
    file.contentInfo
        ?.image
        ?.let { "${it.width} x ${it.height}" }
        .orEmpty()

private fun row(
    name: String,
    type: String,
    bytes: String,
    pixels: String,
    uploaded: String,
) = "  ${name.padEnd(28)} ${type.padEnd(16)} ${bytes.padStart(8)}  ${pixels.padStart(11)}  $uploaded"
