package com.uploadcare.sdk

import com.uploadcare.sdk.model.ArchiveFormat
import com.uploadcare.sdk.model.ClientOptions
import com.uploadcare.sdk.model.DeliveryKind
import com.uploadcare.sdk.model.DeliveryTokenKind
import com.uploadcare.sdk.model.DeliveryUrlOptions
import com.uploadcare.sdk.model.GroupUrlOptions
import com.uploadcare.sdk.model.MainColorsOptions
import com.uploadcare.sdk.model.SignUrlOptions
import com.uploadcare.sdk.model.SrcsetOptions
import com.uploadcare.sdk.model.Transformation
import com.uploadcare.sdk.model.VerifyUrlOptions
import com.uploadcare.sdk.model.parse
import com.uploadcare.sdk.model.preview
import com.uploadcare.sdk.testing.Emulator
import com.uploadcare.sdk.testing.Project
import com.uploadcare.sdk.testing.items
import com.uploadcare.sdk.testing.text
import com.uploadcare.sdk.testing.vectors
import com.uploadcare.sdk.testing.whole
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonObject
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.net.URI
import java.time.Instant
import java.util.UUID
import kotlin.io.path.readBytes

class DeliveryTest {
    private val secret = "73636b61519adede42191efe1e73f02a67c7b692e3765f90c250c230be095211"
    private val uuid = "21975c81-7f57-4c7a-aef9-acfe28779f78"

    private fun test(work: suspend (Project, Uploadcare) -> Unit) =
        runBlocking {
            val project = Emulator.project()
            project.client().use { work(project, it) }
        }

    @Test
    fun `URLs take files, groups and transformations`() =
        test { project, client ->
            val file = client.uploads.upload("hello".toByteArray())
            val delivery = client.delivery
            val url = "${Emulator.cdnBase}${file.uuid}/"
            assertEquals(
                setOf(url),
                setOf(
                    delivery.url(file),
                    delivery.url(file.uuid),
                    delivery.url(UUID.fromString(file.uuid)),
                    delivery.url(client.files.get(file)),
                ),
            )
            val small = Transformation().preview(100, 50)
            assertEquals("$url-/preview/100x50/a.png", delivery.url(file, DeliveryUrlOptions(small, "a.png")))
            val group = client.uploads.createGroup(listOf(file))
            val first = delivery.groupUrl(group, GroupUrlOptions(index = 0, transformation = small))
            assertEquals("${Emulator.cdnBase}${group.id}/nth/0/-/preview/100x50/", first)
            val archive = delivery.groupUrl(group.id, GroupUrlOptions(archive = ArchiveFormat.Zip))
            assertTrue(String(delivery.download(archive), Charsets.ISO_8859_1).startsWith("PK"))
            val srcset = delivery.srcset(file, SrcsetOptions(width = 100, transformation = small))
            assertEquals(3, srcset.split(", ").size)

            val parsed = delivery.parseUrl(delivery.url(file, DeliveryUrlOptions(small)))
            assertEquals(DeliveryKind.File to small.text, parsed.kind to parsed.transformation)
            assertEquals(small, Transformation.parse(parsed.transformation))
            val elsewhere = "https://ucarecdn.com/${file.uuid}/"
            assertEquals(url, delivery.rewriteUrl(elsewhere))
            // Texts that were made by hand are looked at as well.
            val odd = DeliveryUrlOptions(Transformation("-/a b/"))
            val error = assertThrows(InvalidParameterException::class.java) { delivery.url(file, odd) }
            assertEquals("transformation", error.parameter)
            assertEquals(listOf("POST /base/", "GET /files/{uuid}/", "POST /group/"), project.routes().take(3))
        }

    @Test
    fun `what the CDN finds out about an image`() =
        test { _, client ->
            val photo = client.uploads.upload(Emulator.fixtures.resolve("photo.jpg"))
            val info = client.delivery.info(photo)
            val image = checkNotNull(client.files.get(photo).contentInfo).image
            assertEquals(image?.width, info.width)
            assertEquals(4, client.delivery.mainColors(photo, MainColorsOptions(count = 4)).size)
            client.delivery.faces(photo).forEach { assertTrue(it.width > 0) }
            val text = client.uploads.upload("hello".toByteArray())
            assertThrows(RejectedException::class.java) { runBlocking { client.delivery.mainColors(text) } }
        }

    @Test
    fun `URLs of answers on the own base`() =
        test { _, plain ->
            val file = plain.files.get(plain.uploads.upload("hello".toByteArray()))
            val base = "https://cdn.example.test/"
            assertFalse(checkNotNull(file.originalFileUrl).startsWith(base))
            plain.withOptions(ClientOptions(cdnBase = base, rewriteUrls = true)).use { client ->
                val url = checkNotNull(client.files.get(file).originalFileUrl)
                assertTrue(url.startsWith("$base${file.uuid}/")) { url }
                assertEquals(
                    listOf(url),
                    client.files
                        .list()
                        .toList()
                        .map { it.originalFileUrl },
                )
            }
        }

    @Test
    fun `signed URLs open what nothing else opens`() =
        test { project, client ->
            val photo = Emulator.fixtures.resolve("photo.jpg")
            val file = client.uploads.upload(photo)
            val old = "00ff"
            project.set("delivery_secrets" to listOf(secret, old))
            val url = client.delivery.url(file)
            assertThrows(ForbiddenException::class.java) { runBlocking { client.delivery.download(url) } }
            for (kind in listOf(DeliveryTokenKind.Acl, DeliveryTokenKind.Url)) {
                for (one in listOf(secret, old)) {
                    client.withOptions(ClientOptions(deliverySecrets = listOf(one))).use { signing ->
                        val signed = signing.delivery.signedUrl(url, SignUrlOptions(kind = kind))
                        assertArrayEquals(photo.readBytes(), URI(signed).toURL().readBytes())
                        assertEquals(kind, signing.delivery.verifySignedUrl(signed).kind)
                        assertFalse("hmac=" in "${signing.delivery.parseUrl(signed)}")
                        val changed = signed.dropLast(1) + if (signed.last() == '0') '1' else '0'
                        val error =
                            assertThrows(InvalidSignatureException::class.java) {
                                signing.delivery.verifySignedUrl(changed)
                            }
                        assertEquals("invalid_signature", error.kind.toString())
                        // Downloads are signed by themselves.
                        assertArrayEquals(photo.readBytes(), signing.delivery.download(file))
                    }
                }
            }
            assertThrows(ConfigurationException::class.java) { client.delivery.signedUrl(url) }
            val both = client.withOptions(ClientOptions(deliverySecrets = listOf("aa", secret)))
            val later = VerifyUrlOptions(now = Instant.now().plusSeconds(301))
            val signed = client.withOptions(ClientOptions(deliverySecrets = listOf(secret))).delivery.signedUrl(url)
            assertEquals(1, both.delivery.verifySignedUrl(signed).secretIndex)
            assertThrows(InvalidSignatureException::class.java) { both.delivery.verifySignedUrl(signed, later) }
        }

    @Test
    fun `secrets of delivery do not show`() {
        val options = ClientOptions(deliverySecrets = listOf(secret))
        assertFalse(secret in "$options")
        Uploadcare("demopublickey", options = options).use { assertFalse(secret in "$it ${it.delivery}") }
        val wrong = ClientOptions(deliverySecrets = listOf("$secret-"))
        val error = assertThrows(ConfigurationException::class.java) { Uploadcare("demopublickey", options = wrong) }
        assertEquals("deliverySecrets", error.parameter)
        assertFalse(secret in error.stackTraceToString())
    }

    @Test
    fun `hosts that others have published`() {
        for (vector in vectors("cname_prefix").jsonObject.getValue("vectors").items { it.jsonObject }) {
            Uploadcare(vector.text("public_key")).use { client ->
                val hosts = client.delivery.hosts()
                assertEquals(vector.text("prefix"), hosts.prefix)
                assertEquals(vector.text("cdn_base") + "/", hosts.projectBase)
                assertEquals(vector.text("secure_cdn_base") + "/", hosts.signedBase)
                assertEquals("${hosts.projectBase}$uuid/", client.delivery.url(uuid))
            }
        }
    }

    @Test
    fun `signed URLs that others have published`() {
        val all = vectors("cdn_signed_url").jsonObject.getValue("vectors").items { it.jsonObject }
        assertTrue(all.size >= 15) { "${all.size}" }
        all.forEach(::checkSigned)
    }

    private fun checkSigned(vector: JsonObject) {
        val (url, token) = vector.text("url").split("?token=")
        val base = url.removeSuffix(vector.text("path")) + "/"
        val options = ClientOptions(cdnBase = base, deliverySecrets = listOf(vector.text("secret_hex")))
        val expiry = Instant.ofEpochSecond(vector.getValue("exp").whole())
        val now = expiry.minusSeconds(60)
        val sign =
            if (vector.text("kind") == "url") {
                SignUrlOptions(kind = DeliveryTokenKind.Url, expiresAt = expiry, now = now)
            } else {
                SignUrlOptions(acl = vector.text("acl"), expiresAt = expiry, now = now)
            }
        Uploadcare("demopublickey", options = options).use { client ->
            assertEquals("$url?token=$token", client.delivery.signedUrl(url, sign)) { vector.text("name") }
            val opened = client.delivery.verifySignedUrl(vector.text("url"), VerifyUrlOptions(now))
            assertEquals(expiry to vector.text("kind"), opened.expiresAt to opened.kind.toString())
            assertEquals(vector["acl"]?.text(), opened.acl)
        }
    }
}
