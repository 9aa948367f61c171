package com.uploadcare.sdk

import com.sun.jna.Platform
import com.uploadcare.sdk.testing.Probe
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.io.File
import java.nio.file.Path
import kotlin.io.path.copyTo
import kotlin.io.path.createDirectories

/** A process loads the library once, so these start processes of their own. */
class NativeLibraryTest {
    private val built = Path.of(System.getProperty("uploadcare.lib.dir"))
    private val classPath = System.getProperty("surefire.test.class.path") ?: System.getProperty("java.class.path")

    private fun probe(
        classPath: String = this.classPath,
        property: String? = null,
    ): String {
        val java = Path.of(System.getProperty("java.home"), "bin", "java").toString()
        val command = listOfNotNull(java, property?.let { "-D$it" }, "-cp", classPath, Probe::class.java.name)
        val process = ProcessBuilder(command).redirectErrorStream(true).start()
        return process.inputStream
            .bufferedReader()
            .use { it.readText() }
            .trim()
            .also { process.waitFor() }
    }

    @Test
    fun `the folder of the property`() = assertEquals("loaded", probe(property = "uploadcare.lib.dir=$built"))

    @Test
    fun `the folder of the class path that JNA names`(
        @TempDir folder: Path,
    ) {
        val library = System.mapLibraryName("uploadcare_ffi")
        val place = folder.resolve(Platform.RESOURCE_PREFIX).createDirectories()
        built.resolve(library).copyTo(place.resolve(library))
        assertEquals("loaded", probe(classPath + File.pathSeparator + folder))
    }

    @Test
    fun `a library that is not there`(
        @TempDir folder: Path,
    ) {
        val text = probe(property = "uploadcare.lib.dir=$folder")
        assertTrue(text.startsWith("ConfigurationException uploadcare.lib.dir: the native library ")) { text }
        assertTrue("$folder" in text) { text }
    }
}
