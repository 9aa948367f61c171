package com.uploadcare.sdk

import com.uploadcare.sdk.model.CallEvent
import com.uploadcare.sdk.model.ClientOptions
import com.uploadcare.sdk.model.CreateWebhookOptions
import com.uploadcare.sdk.model.ListFilesOptions
import com.uploadcare.sdk.model.WaitOptions
import com.uploadcare.sdk.model.WebhookEvent
import com.uploadcare.sdk.testing.Emulator
import com.uploadcare.sdk.testing.Fault
import com.uploadcare.sdk.testing.Project
import com.uploadcare.sdk.testing.observed
import com.uploadcare.sdk.testing.text
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.JsonPrimitive
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.io.ObjectInputStream
import java.io.ObjectOutputStream
import java.util.UUID
import java.util.concurrent.ConcurrentLinkedQueue
import kotlin.reflect.KClass

/** Keys, signatures and passwords show nowhere. */
class SecretsTest {
    private val uuid = "21975c81-7f57-4c7a-aef9-acfe28779f78"
    private val planted = "planted-${UUID.randomUUID()}".take(32)
    private val seen = ConcurrentLinkedQueue<String>()
    private val events = ConcurrentLinkedQueue<CallEvent>()
    private val secrets = mutableListOf(planted)

    private fun project(): Project {
        val keys = mapOf("public_key" to "key${UUID.randomUUID()}", "secret_key" to planted)
        val made = checkNotNull(Emulator.control("projects", observed(*keys.toList().toTypedArray())))
        return Project(made.text("public_key"), made.text("secret_key"))
    }

    /** A signer whose signatures are secrets, too. */
    private fun signer(project: Project) =
        RequestSigner { request -> project.sign(request.stringToSign).also { synchronized(secrets) { secrets += it } } }

    private fun see(vararg things: Any?) {
        for (thing in things) seen += thing.toString()
    }

    private fun see(error: Throwable) {
        see(error.message, error.localizedMessage, error, error.stackTraceToString())
        for (cause in generateSequence(error) { it.cause }) see(cause.message, cause, cause.suppressed.toList())
        val bytes = ByteArrayOutputStream()
        ObjectOutputStream(bytes).use { it.writeObject(error) }
        see(bytes.toByteArray().toString(Charsets.ISO_8859_1))
        val copy = ObjectInputStream(ByteArrayInputStream(bytes.toByteArray())).use { it.readObject() } as Throwable
        assertEquals(error.toString(), copy.toString())
        if (error is UploadcareException && copy is UploadcareException) {
            fun facts(of: UploadcareException) =
                with(of) { listOf(kind, parameter, status, code, requestId, fieldErrors, retryAfter, isRetryable) }
            assertEquals(facts(error), facts(copy))
        }
    }

    private suspend fun <T : Throwable> fails(
        type: KClass<T>,
        call: suspend () -> Any?,
    ) {
        val error = runCatching { call() }.exceptionOrNull()
        assertTrue(type.isInstance(error)) { "$error" }
        see(checkNotNull(error))
    }

    @Test
    fun `errors show no secrets`() =
        runBlocking {
            val project = project()
            for (signer in listOf(null, signer(project))) {
                project.client(signer, { events += it }).use { client ->
                    for (status in listOf(400, 401, 403, 404, 409, 413, 500)) {
                        project.fault(Fault("/files/{uuid}/", respond = Fault.answer(status)))
                        fails(UploadcareException::class) { client.files.get(uuid) }
                    }
                    for (fault in listOf(Fault(truncate = 3), Fault(drop = true))) {
                        project.fault(fault.copy(route = "/project/"))
                        fails(NetworkException::class) { client.project.get() }
                    }
                    project.fault(Fault("/project/", contentLength = 9))
                    fails(DecodeException::class) { client.project.get() }
                    fails(InvalidParameterException::class) { client.files.get("nonsense") }
                    fails(SourceException::class) { client.uploads.upload(Emulator.root) }
                    project.seed(15).fault(Fault("/files/", foreignNext = "http://127.0.0.1:9"))
                    fails(ForeignOriginException::class) { client.files.list(ListFilesOptions(limit = 10)).toList() }
                    project.fault(Fault("/project/", delayMs = Fault.HELD))
                    fails(RequestTimeoutException::class) {
                        client.withOptions(ClientOptions(timeout = 0.05)).project.get()
                    }
                    project.heal().clock(JsonPrimitive(3_600))
                    fails(UploadcareException::class) { client.project.get() }
                    project.clock(JsonPrimitive(0))
                }
            }
            // A client goes slowly after this one.
            project.fault(Fault("/project/", respond = Fault.answer(429)))
            fails(ThrottledException::class) { project.client().project.get() }
            fails(SignerException::class) { project.client({ planted }).project.get() }
            fails(SignerException::class) { project.client({ throw IllegalStateException("oops") }).project.get() }
            nothingShows()
            assertTrue(secrets.size > 10)
        }

    @Test
    fun `settings show no secrets`() =
        runBlocking {
            val proxies = listOf("http://user:$planted@127.0.0.1:9", "http://user:$planted@", "user:$planted", planted)
            for (proxy in proxies) {
                val options = ClientOptions(apiBase = Emulator.apiBase, proxy = proxy, timeout = 5.0, maxRetries = 0)
                see(options, options.copy(timeout = 6.0))
                fails(UploadcareException::class) { Uploadcare("demopublickey", planted, options).project.get() }
            }
            fails(ConfigurationException::class) { Uploadcare("demopublickey", "$planted key") }
            fails(ConfigurationException::class) { Uploadcare("demopublickey", planted, signer = { planted }) }
            fails(ConfigurationException::class) {
                Uploadcare("demopublickey", planted, ClientOptions(apiBase = "http://user:$planted@127.0.0.1/"))
            }
            nothingShows()
        }

    @Test
    fun `objects show no secrets`() =
        runBlocking {
            val project = project()
            project.client(signer(project), { events += it }).use { client ->
                val derived = client.withOptions(ClientOptions(timeout = 9.0))
                see(client, derived, client.files, client.uploads, client.jobs, client.files.list())
                val file = client.uploads.upload("hello".toByteArray())
                see(file, client.files.get(file), client.project.get(), client.files.list().toList())
                val job = client.addons.scanForViruses(file)
                see(job, job.save(), job.wait(WaitOptions(interval = 0.01)))
                val webhook = CreateWebhookOptions(signingSecret = planted)
                see(webhook, client.webhooks.create("https://example.com/told", WebhookEvent.FileStored, webhook))
                see(client.explain(redact = true) { it.files.get(file) })
            }
            uploadsShowNoSecrets(project)
            Uploadcare(project.publicKey, planted, ClientOptions(apiBase = Emulator.apiBase)).use { client ->
                see(client, client.explain(redact = true) { it.project.get() })
            }
            nothingShows()
        }

    private suspend fun uploadsShowNoSecrets(project: Project) {
        project.client(null, { events += it }).use { client ->
            val token = client.uploads.createToken()
            val signature = client.uploads.createSignature()
            secrets += listOf(token.token, signature.signature)
            see(token, signature, UploadCredential(token), UploadCredential(signature), UploadCredential(planted))
            for (credential in listOf(UploadCredential(token), UploadCredential(signature))) {
                project.uploadClient(credential).use { see(it, it.uploads, it.uploads.upload("hello".toByteArray())) }
            }
            val upload = client.uploads.prepare(ByteArray(11_000_000))
            see(upload, upload.updates().toList(), upload.progress, upload)
            val started = client.uploads.startMultipart(11_000_000)
            secrets += started.parts
            see(started)
            client.uploads.uploadPart(started.parts.first(), ByteArray(5_242_880))
            project.set("signed_uploads" to true)
            for (wrong in listOf(planted, "$planted ")) {
                fails(
                    UploadcareException::class,
                ) { project.uploadClient(UploadCredential(wrong)).uploads.fromUrl("http://a/") }
                fails(
                    UploadcareException::class,
                ) { project.uploadClient({ UploadCredential(wrong) }).uploads.upload(ByteArray(1)) }
            }
        }
    }

    private fun nothingShows() {
        assertTrue(seen.size > 5)
        for (text in seen + events.map { it.toString() }) {
            for (secret in secrets) assertFalse(secret in text) { "$secret shows in $text" }
        }
    }
}
