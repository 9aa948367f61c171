import com.uploadcare.sdk.RejectedException
import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.model.CopyLocalOptions
import com.uploadcare.sdk.model.DocumentPathOptions
import com.uploadcare.sdk.model.FileInfo
import com.uploadcare.sdk.model.GetFileOptions
import com.uploadcare.sdk.model.SearchOptions
import com.uploadcare.sdk.model.SearchSort
import com.uploadcare.sdk.model.TagFilter
import com.uploadcare.sdk.model.UpdateTagsOptions
import com.uploadcare.sdk.model.WaitOptions
import com.uploadcare.sdk.model.WebhookEvent
import kotlinx.coroutines.flow.toList
import java.io.FileDescriptor
import java.io.FileOutputStream
import java.io.PrintStream
import java.nio.file.Path
import kotlin.system.exitProcess

/**
 * Uploads files, tags and searches them, copies, converts and scans some, makes a webhook, and deletes what it made.
 *
 * Keys and bases come from the environment: `UPLOADCARE_PUBLIC_KEY`, `UPLOADCARE_SECRET_KEY` and, for another service
 * than the real one, `UPLOADCARE_REST_API_BASE`, `UPLOADCARE_UPLOAD_API_BASE`, `UPLOADCARE_CDN_BASE`.
 */
suspend fun main(args: Array<String>) {
    // File names have all alphabets, whatever the terminal's locale says.
    System.setOut(PrintStream(FileOutputStream(FileDescriptor.out), true, Charsets.UTF_8))
    if (args.isEmpty()) {
        System.err.println("usage: manage-files FILE…")
        exitProcess(2)
    }
    Uploadcare().use { client ->
        println("Project ${client.project.get().name} (${client.publicKey})")
        val uploaded = args.map { client.uploads.upload(Path.of(it)) }
        // Of this run only: what it finds it may convert.
        val tag = "example-${ProcessHandle.current().pid()}"
        for (file in uploaded) {
            val tags = client.tags.update(file, UpdateTagsOptions(add = listOf(tag))).tags
            client.metadata.set(file, "made-by", "manage-files")
            println("Uploaded ${file.originalFilename} with tags $tags and metadata ${client.metadata.all(file)}")
        }

        val largestFirst = listOf(SearchSort.SizeDescending)
        // The service finds new files after some seconds.
        val search = SearchOptions(tags = TagFilter(any = listOf(tag)), sort = largestFirst)
        val found = client.files.search(search).toList()
        for (file in found) println("Found ${file.originalFilename}, ${file.size} bytes")

        val copy = client.files.copyLocal(uploaded.first(), CopyLocalOptions(wait = true))
        println("Copied ${copy.originalFilename} as ${copy.uuid}")
        val converted = found.filter { it.isImage == false }.mapNotNull { convert(client, it) }

        val job = client.addons.scanForViruses(uploaded.first())
        // Another process could open the text and wait.
        client.jobs.open(job.save()).wait(WaitOptions(interval = 0.1))
        val scanned = client.files.get(uploaded.first(), GetFileOptions(includeAppdata = true))
        val scan = checkNotNull(scanned.appdata?.ucClamavVirusScan)
        println("Scanned ${scanned.originalFilename}: infected is ${scan.data.infected}")

        val webhook = client.webhooks.create("https://example.com/hook", WebhookEvent.FileDeleted)
        client.webhooks.delete(webhook.id)
        println("Made and deleted a webhook for ${webhook.event}")

        val result = client.files.deleteMany(uploaded.map { it.uuid } + copy.uuid + converted + "nonsense")
        println("Deleted ${result.files.size} files")
        for (problem in result.problems) println("Not deleted: ${problem.source}, ${problem.message}")
    }
}

/** The first page as an image, if the file is a document. */
private suspend fun convert(
    client: Uploadcare,
    file: FileInfo,
): String? {
    val path = client.conversion.documentPath(file, DocumentPathOptions(format = "png", page = 1))
    val job =
        try {
            client.conversion.convertDocument(path)
        } catch (error: RejectedException) {
            println("Not converted: ${file.originalFilename}, ${error.message}")
            return null
        }
    val status = job.wait(WaitOptions(interval = 0.1)) { println("Converting ${file.originalFilename}: ${it.state}") }
    println("Converted ${file.originalFilename} to ${status.uuid}")
    return status.uuid
}
