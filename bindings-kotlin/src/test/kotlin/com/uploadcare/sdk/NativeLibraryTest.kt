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
    @Test
    fun `the folder of the property`() {
        assertEquals(0 to "loaded", Probe.run("load", property = "uploadcare.lib.dir=${Probe.built}"))
    }

    @Test
    fun `the folder of the class path that JNA names`(
        @TempDir folder: Path,
    ) {
        val library = System.mapLibraryName("uploadcare_ffi")
        val place = folder.resolve(Platform.RESOURCE_PREFIX).createDirectories()
        Probe.built.resolve(library).copyTo(place.resolve(library))
        assertEquals(0 to "loaded", Probe.run("load", classPath = Probe.classPath + File.pathSeparator + folder))
    }

    @Test
    fun `a library that is not there`(
        @TempDir folder: Path,
    ) {
        val (_, text) = Probe.run("load", property = "uploadcare.lib.dir=$folder")
        assertTrue(text.startsWith("ConfigurationException uploadcare.lib.dir: the native library ")) { text }
        assertTrue("$folder" in text) { text }
    }
}
