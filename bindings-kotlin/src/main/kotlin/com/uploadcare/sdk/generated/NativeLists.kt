// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

package com.uploadcare.sdk

import com.uploadcare.sdk.internal.NativeFilePages
import com.uploadcare.sdk.internal.NativeGroupPages
import com.uploadcare.sdk.model.FileInfo
import com.uploadcare.sdk.model.GroupInfo

internal fun NativeFilePages.adapted(connection: Connection): NativePages<FileInfo> =
    object : NativePages<FileInfo> {
        override suspend fun next() = connection.call { nextPage(cancel) }?.let { Page(it.results, it.info) }

        override suspend fun previous() = connection.call { previousPage(cancel) }?.let { Page(it.results, it.info) }

        override fun cursor(taken: Int?) = this@adapted.cursor(taken?.toUInt())

        override fun close() = this@adapted.close()
    }

internal fun NativeGroupPages.adapted(connection: Connection): NativePages<GroupInfo> =
    object : NativePages<GroupInfo> {
        override suspend fun next() = connection.call { nextPage(cancel) }?.let { Page(it.results, it.info) }

        override suspend fun previous() = connection.call { previousPage(cancel) }?.let { Page(it.results, it.info) }

        override fun cursor(taken: Int?) = this@adapted.cursor(taken?.toUInt())

        override fun close() = this@adapted.close()
    }
