package com.uploadcare.sdk

import com.sun.jna.Platform
import com.uploadcare.sdk.internal.uniffiEnsureInitialized
import com.uploadcare.sdk.model.ErrorKind
import java.io.File
import com.sun.jna.NativeLibrary as JnaLibrary

/**
 * Finds the native library: in the folder that the system property `uploadcare.lib.dir` names, else where JNA looks
 * (`jna.library.path`, the system's folders, the folder of the jar named after system and processor).
 */
internal object NativeLibrary {
    private const val NAME = "uploadcare_ffi"
    private const val FOLDER = "uploadcare.lib.dir"

    /** As generated code calls the two crates that are linked into the library. */
    private val components = listOf("uploadcare", "uploadcare_ffi")

    private val loaded by lazy {
        val name = file()?.path ?: NAME
        components.forEach { System.setProperty("uniffi.component.$it.libraryOverride", name) }
        try {
            // First by itself: a class whose initializer has failed once cannot be used again in this process.
            JnaLibrary.getInstance(name, NativeLibrary::class.java.classLoader)
            uniffiEnsureInitialized()
        } catch (error: LinkageError) {
            throw ownError(ErrorKind.Configuration, problem(error), FOLDER)
        }
    }

    fun load() {
        loaded
    }

    private fun file(): File? {
        val folder = System.getProperty(FOLDER)
        return if (folder.isNullOrEmpty()) null else File(folder, System.mapLibraryName(NAME)).absoluteFile
    }

    private fun problem(error: LinkageError): String {
        val message = (error.cause ?: error).message.orEmpty()
        // JNA's second line says why; the rest repeats it for every folder.
        val cause = message.lines().take(2).joinToString(" ")
        return "the native library ${System.mapLibraryName(NAME)} for ${Platform.RESOURCE_PREFIX} cannot be loaded: " +
            "set the system property `$FOLDER` to the folder that has it ($cause)"
    }
}
