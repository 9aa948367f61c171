package com.uploadcare.sdk.testing

import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.UploadcareException

/** A program that makes a client and says how that went. */
object Probe {
    @JvmStatic
    fun main(arguments: Array<String>) {
        try {
            Uploadcare("demopublickey").close()
            println("loaded")
        } catch (error: UploadcareException) {
            println("${error.javaClass.simpleName} ${error.parameter}: ${error.message}")
        }
    }
}
