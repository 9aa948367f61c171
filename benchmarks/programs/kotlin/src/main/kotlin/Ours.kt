import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.model.ClientOptions
import com.uploadcare.sdk.model.FileInfo
import com.uploadcare.sdk.model.ListFilesOptions
import com.uploadcare.sdk.model.UploadOptions
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.toList
import java.nio.file.Path
import kotlin.io.path.fileSize
import kotlin.io.path.inputStream
import kotlin.system.exitProcess

/** What our client for Kotlin costs: `OursKt WHAT …`. */
suspend fun main(args: Array<String>) {
    val words = args.drop(1)
    when (val what = args.firstOrNull()) {
        "listing" -> listing(words[0].toLong(), words[1])
        "calls" -> calls(words[0], words[1].toInt(), words[2].toInt())
        "upload" -> upload(words[0], Path.of(words[1]))
        "many" -> many(words.map { Path.of(it) })
        "start" -> start(words[0])
        "memory" -> kept()
        else -> error("no measurement $what")
    }
    // The idle workers of coroutines need not be waited for.
    exitProcess(0)
}

private fun variable(name: String) = System.getenv(name) ?: error("$name is not set")

private fun client() =
    Uploadcare(
        variable("PUBLIC_KEY"),
        variable("SECRET_KEY"),
        ClientOptions(apiBase = variable("API_BASE"), uploadBase = variable("UPLOAD_BASE")),
    )

/** What is read of a file. */
private fun sizeOf(file: FileInfo) = file.originalFilename.length + file.size

private suspend fun listing(
    atOnce: Long,
    order: String,
) {
    val options =
        ListFilesOptions(
            limit = 1000,
            concurrency = atOnce.takeIf { it > 1 },
            unordered = true.takeIf { order == "unordered" },
        )
    val files = client().files.list(options)
    val measure = Measure()
    var count = 0
    var check = 0L
    files.collect { file ->
        count += 1
        check += sizeOf(file)
    }
    show(measure.end() + mapOf("count" to count, "check" to check))
}

private suspend fun calls(
    uuid: String,
    count: Int,
    atOnce: Int,
) {
    val files = client().files
    val measure = Measure()
    val check =
        coroutineScope {
            val workers =
                List(atOnce) { worker ->
                    async {
                        var check = 0L
                        for (call in worker until count step atOnce) check += sizeOf(files.get(uuid))
                        check
                    }
                }
            workers.awaitAll().sum()
        }
    show(measure.end() + mapOf("count" to count, "check" to check))
}

private suspend fun upload(
    way: String,
    path: Path,
) {
    val uploads = client().uploads
    val measure = Measure()
    if (way == "path") {
        uploads.upload(path)
    } else {
        path.inputStream().use { uploads.upload(it, UploadOptions(filename = "large.bin"), path.fileSize()) }
    }
    show(measure.end() + mapOf("count" to 1))
}

private suspend fun many(paths: List<Path>) {
    val uploads = client().uploads
    val measure = Measure()
    val result = uploads.uploadMany(paths)
    check(result.failures.isEmpty()) { "${result.failures.first()}" }
    show(measure.end() + mapOf("count" to paths.size))
}

private suspend fun start(uuid: String) {
    var measure = Measure()
    val client = client()
    val ofClient = measure.end()
    measure = Measure()
    client.files.get(uuid)
    val nothing = mapOf("wall_s" to 0.0, "cpu_s" to 0.0)
    show(mapOf("import" to nothing, "made" to ofClient, "first" to measure.end()))
}

private suspend fun kept() {
    val files = client().files
    val runtime = Runtime.getRuntime()

    // The heap is what a virtual machine keeps; its resident memory grows as it likes.
    fun used(): Long {
        repeat(3) { System.gc() }
        return runtime.totalMemory() - runtime.freeMemory()
    }
    val before = used()
    val measure = Measure()
    val kept = files.list(ListFilesOptions(limit = 1000)).toList()
    val each = (used() - before).toDouble() / maxOf(kept.size, 1)
    show(measure.end() + mapOf("count" to kept.size, "bytes_per_file" to each))
}
