package com.uploadcare.sdk.testing

import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.UploadcareException
import com.uploadcare.sdk.model.ClientOptions
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import java.io.File
import java.nio.file.Path
import java.util.concurrent.CountDownLatch
import kotlin.system.exitProcess

/** Programs of a process of their own. */
object Probe {
    @JvmStatic
    fun main(arguments: Array<String>) {
        when (val name = arguments.first()) {
            "load" -> load()
            "clients" -> clients()
            "calls" -> calls(arguments[1], arguments[2])
            else -> error("no program $name")
        }
    }

    /** Runs one, and gives its exit code and all that it wrote. */
    fun run(
        vararg arguments: String,
        classPath: String = this.classPath,
        property: String? = null,
    ): Pair<Int, String> {
        val java = Path.of(System.getProperty("java.home"), "bin", "java").toString()
        val command = listOfNotNull(java, property?.let { "-D$it" }, "-cp", classPath, Probe::class.java.name)
        val process = ProcessBuilder(command + arguments).redirectErrorStream(true)
        process.environment()["UPLOADCARE_EMULATOR"] = Emulator.ready.toString()
        val running = process.start()
        val text = running.inputStream.bufferedReader().use { it.readText() }
        return running.waitFor() to text.trim()
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
}
