package com.uploadcare.sdk.testing

import com.uploadcare.sdk.AccountClient
import com.uploadcare.sdk.ConfigurationException
import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.UploadcareException
import com.uploadcare.sdk.model.ClientOptions
import com.uploadcare.sdk.model.SaveOptions
import com.uploadcare.sdk.model.UploadOptions
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import java.io.File
import java.io.InputStream
import java.nio.file.Path
import java.util.concurrent.CountDownLatch
import kotlin.io.path.writeText
import kotlin.system.exitProcess
import kotlin.time.Duration.Companion.milliseconds

/** Programs of a process of their own. */
object Probe {
    @JvmStatic
    fun main(arguments: Array<String>) {
        when (val name = arguments.first()) {
            "load" -> load()
            "clients" -> clients()
            "calls" -> calls(arguments[1], arguments[2])
            "part" -> part(arguments[1], Path.of(arguments[2]), Path.of(arguments[3]))
            "memory" -> memory(arguments[1])
            "save" -> save(arguments[1], arguments[2], Path.of(arguments[3]))
            "account" -> account()
            else -> error("no program $name")
        }
    }

    /** Runs one, and gives its exit code and all that it wrote. */
    fun run(
        vararg arguments: String,
        classPath: String = this.classPath,
        property: String? = null,
        environment: Map<String, String> = emptyMap(),
    ): Pair<Int, String> {
        val running = start(*arguments, classPath = classPath, property = property, environment = environment)
        val text = running.inputStream.bufferedReader().use { it.readText() }
        return running.waitFor() to text.trim()
    }

    /** Starts one. */
    fun start(
        vararg arguments: String,
        classPath: String = this.classPath,
        property: String? = null,
        environment: Map<String, String> = emptyMap(),
    ): Process {
        val java = Path.of(System.getProperty("java.home"), "bin", "java").toString()
        val command = listOfNotNull(java, property?.let { "-D$it" }, "-cp", classPath, Probe::class.java.name)
        val process = ProcessBuilder(command + arguments).redirectErrorStream(true)
        process.environment() += environment + ("UPLOADCARE_EMULATOR" to Emulator.ready.toString())
        return process.start()
    }

    val classPath: String =
        System.getProperty("surefire.test.class.path") ?: System.getProperty("java.class.path")

    /** Folder of the native library. */
    val built: Path = Path.of(System.getProperty("uploadcare.lib.dir") ?: "")

    /** Makes a client and says how that went. */
    private fun load() {
        try {
            Uploadcare("demopublickey").close()
            println("loaded")
        } catch (error: UploadcareException) {
            println("${error.javaClass.simpleName} ${error.parameter}: ${error.message}")
        }
    }

    /** Makes many clients, and says how many threads that took. */
    private fun clients() {
        fun threads() = checkNotNull(File("/proc/self/task").list()).size
        val first = Uploadcare("demopublickey", "demosecretkey")
        val before = threads()
        val began = System.nanoTime()
        val clients = List(1_000) { Uploadcare("demopublickey", "demosecretkey") }
        val derived = List(1_000) { first.withOptions(ClientOptions(timeout = 5.0)) }
        val each = (System.nanoTime() - began) / 2_000 / 1_000
        println("${threads() - before} threads more, $each microseconds each")
        (clients + derived).forEach { it.close() }
    }

    /** Makes calls that are in full swing, some without an answer, when the process ends. */
    private fun calls(
        publicKey: String,
        end: String,
    ) {
        val project = Project(publicKey, "")
        val told = CountDownLatch(200)
        val client = project.client({ project.sign(it.stringToSign) }, { told.countDown() })
        val scope = CoroutineScope(Dispatchers.Default)
        scope.launch { client.project.get() }
        runBlocking { project.awaitCount("in_flight", 1) }
        repeat(4) { scope.launch { while (true) client.files.list().collect() } }
        told.await()
        when (end) {
            "exit" -> exitProcess(3)
            "halt" -> Runtime.getRuntime().halt(4)
            else -> println("the end")
        }
    }

    /** Uploads a file until two of its parts are there and the third is on its way, saves that and is gone. */
    private fun part(
        publicKey: String,
        file: Path,
        saved: Path,
    ) = runBlocking {
        val project = Project(publicKey, "")
        val upload = project.uploadClient().uploads.prepare(file, UploadOptions(concurrency = 1))
        launch(Dispatchers.Default) { upload.run() }
        eventually { upload.progress.sentParts == 2L && project.count("in_flight") == 1L }
        saved.writeText(upload.save())
        Runtime.getRuntime().halt(0)
    }

    /** Downloads a file, and says how far it is. */
    private fun save(
        publicKey: String,
        file: String,
        path: Path,
    ) = runBlocking<Unit> {
        Uploadcare(publicKey, options = Emulator.options).use { client ->
            val download = client.delivery.prepareSave(file, path, SaveOptions(partSize = 1L shl 20))
            launch(Dispatchers.Default) { download.run() }
            while (true) {
                println(download.progress.receivedBytes)
                delay(10.milliseconds)
            }
        }
    }

    /** Lists the projects of the account that the environment tells of. */
    private fun account() =
        runBlocking {
            try {
                AccountClient(options = ClientOptions(apiBase = Emulator.apiBase)).use { client ->
                    client.projects.list().forEach { println(it.pubKey) }
                }
            } catch (error: ConfigurationException) {
                println("${error.parameter}: ${error.message}")
            }
        }

    /** Uploads 200 MB from streams, and says by how many KiB that made the process larger. */
    private fun memory(publicKey: String) =
        runBlocking {
            val client = Project(publicKey, "").uploadClient()
            client.uploads.upload(Made(30_000_000), size = 30_000_000)
            client.uploads.upload(Made(30_000_000))
            for (isKnown in listOf(true, false)) {
                val before = resident("VmRSS")
                File("/proc/self/clear_refs").writeText("5")
                client.uploads.upload(Made(200_000_000), size = 200_000_000L.takeIf { isKnown })
                println("${resident("VmHWM") - before} KiB more")
            }
        }

    private fun resident(name: String): Long =
        File("/proc/self/status")
            .readLines()
            .first { it.startsWith("$name:") }
            .filter { it.isDigit() }
            .toLong()

    /** So many bytes, none of which is held. */
    private class Made(
        private var left: Int,
    ) : InputStream() {
        override fun read(): Int = if (left-- > 0) 7 else -1

        override fun read(
            bytes: ByteArray,
            from: Int,
            count: Int,
        ): Int {
            if (left == 0) return -1
            return minOf(count, left).also { left -= it }
        }
    }
}
