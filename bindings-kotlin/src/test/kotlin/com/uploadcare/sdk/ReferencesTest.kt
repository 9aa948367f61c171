package com.uploadcare.sdk

import com.uploadcare.sdk.model.CreateWebhookOptions
import com.uploadcare.sdk.model.ListGroupsOptions
import com.uploadcare.sdk.model.UpdateTagsOptions
import com.uploadcare.sdk.model.WebhookEvent
import com.uploadcare.sdk.testing.Emulator
import com.uploadcare.sdk.testing.Project
import com.uploadcare.sdk.testing.observed
import kotlinx.coroutines.flow.count
import kotlinx.coroutines.flow.single
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import java.util.UUID

/** What may be given for a file or a group. */
class ReferencesTest {
    private fun client(test: suspend (Uploadcare, Project) -> Unit) =
        runBlocking {
            val project = Emulator.project()
            project.client().use { test(it, project) }
        }

    @Test
    fun `a file is given in any form`() =
        client { client, project ->
            val uploaded = client.uploads.upload("hello".toByteArray())
            val uuid = uploaded.uuid
            val file = client.files.get(uploaded)
            assertEquals(file, client.files.get(uuid))
            assertEquals(file, client.files.get("https://ucarecdn.com/$uuid/-/resize/100x/"))
            assertEquals(file, client.files.get(UUID.fromString(uuid)))
            assertEquals(file, client.files.get(file))
            assertEquals(setOf("GET /files/$uuid/"), project.requests().drop(1).toSet())

            assertEquals(listOf("a"), client.tags.replace(file, setOf(" A ", "a")).tags)
            assertEquals(listOf("b"), client.tags.update(uploaded, UpdateTagsOptions(listOf("b"), listOf("a"))).tags)
            assertEquals("v", client.metadata.set(UUID.fromString(uuid), "k", "v"))
            assertEquals(mapOf("k" to "v"), client.metadata.all(file))
            assertEquals("$uuid/document/-/format/pdf/", client.conversion.documentPath(file))
            assertEquals(uuid, client.addons.scanForViruses(uploaded).source)
        }

    @Test
    fun `several files are given in any form`() =
        client { client, project ->
            suspend fun seeded() = project.seed(3).let { client.files.list().toList() }
            val files = client.files

            assertEquals(3, files.deleteMany(seeded()).files.size)
            assertEquals(3, files.deleteMany(seeded().map { it.uuid }.toSet()).files.size)
            assertEquals(3, files.deleteMany(seeded().map { UUID.fromString(it.uuid) }).files.size)
            val uploaded = List(3) { client.uploads.upload("$it".toByteArray()) }
            assertEquals(3, files.storeMany(uploaded).files.size)
            assertEquals(3, files.deleteMany(uploaded.asReversed()).files.size)
            assertEquals(0, files.deleteMany(emptyList<String>()).files.size)
            assertEquals(0, client.files.list().count())
        }

    @Test
    fun `a group is given in any form`() =
        client { client, project ->
            val file = client.uploads.upload("hello".toByteArray())
            Emulator.control("projects/${project.publicKey}/groups", observed("files" to listOf(file.uuid)))
            val info = client.groups.list(ListGroupsOptions(limit = 1)).single()
            val group = client.groups.get(info)
            assertEquals(listOf(file.uuid), group.files.map { it?.uuid })
            assertEquals(group, client.groups.get(group))
            assertEquals(group, client.groups.get(info.id))
            assertEquals(group, client.groups.get(info.cdnUrl))
            client.groups.delete(group)
            assertEquals(0, client.groups.list().count())
            assertThrows(NotFoundException::class.java) { runBlocking { client.groups.get(group) } }
        }

    @Test
    fun `what is no file or group`() =
        client { client, project ->
            val file = assertThrows(InvalidParameterException::class.java) { runBlocking { client.files.store("no") } }
            assertEquals("file", file.parameter)
            val group = assertThrows(InvalidParameterException::class.java) { runBlocking { client.groups.get("no") } }
            assertEquals("group", group.parameter)
            assertEquals(emptyList<String>(), project.requests())
        }

    @Test
    fun `the secret of a webhook does not show`() =
        client { client, _ ->
            val options = CreateWebhookOptions(signingSecret = "s3same")
            val webhook = client.webhooks.create("https://example.com/told", WebhookEvent.FileStored, options)
            assertEquals("s3same", webhook.signingSecret)
            assertEquals(listOf(webhook), client.webhooks.list())
            for (text in listOf(options, webhook)) assertFalse("s3same" in text.toString()) { "$text" }
            client.webhooks.delete(webhook.id)
        }
}
