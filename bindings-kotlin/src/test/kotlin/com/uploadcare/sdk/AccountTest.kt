package com.uploadcare.sdk

import com.uploadcare.sdk.model.CallEvent
import com.uploadcare.sdk.model.ClientOptions
import com.uploadcare.sdk.model.CreateProjectOptions
import com.uploadcare.sdk.model.ListProjectsOptions
import com.uploadcare.sdk.model.ProjectFeatureOptions
import com.uploadcare.sdk.model.UpdateProjectOptions
import com.uploadcare.sdk.model.UsageMetric
import com.uploadcare.sdk.testing.Account
import com.uploadcare.sdk.testing.Emulator
import com.uploadcare.sdk.testing.Fault
import com.uploadcare.sdk.testing.Probe
import com.uploadcare.sdk.testing.observed
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.time.LocalDate
import java.time.ZoneOffset
import java.util.concurrent.ConcurrentLinkedQueue

class AccountTest {
    private fun test(work: suspend (Account, AccountClient) -> Unit) =
        runBlocking {
            val account = Emulator.createAccount()
            account.client().use { work(account, it) }
        }

    @Test
    fun `from a new project to its end`() =
        test { _, client ->
            val features = ProjectFeatureOptions(autostore = false, signedUploads = true)
            val project = client.projects.create("New one", CreateProjectOptions(features))
            assertEquals("New one" to false, project.name to project.features?.uploads?.autostore)
            val key = project.pubKey
            assertEquals(project, client.projects.get(key))

            val secret = client.secrets.create(key)
            assertFalse(secret.secret in "$secret") { "$secret" }
            assertEquals(2, client.secrets.list(key).size)
            Uploadcare(key, secret.secret, Emulator.options).use { own ->
                val file = own.uploads.upload("hello".toByteArray())
                assertEquals(null, own.files.get(file).datetimeStored)
            }
            client.secrets.delete(key, secret.id)
            assertEquals(1, client.secrets.list(key).size)

            assertEquals("Renamed", client.projects.update(key, UpdateProjectOptions(name = "Renamed")).name)
            client.projects.delete(key)
            assertThrows(NotFoundException::class.java) { runBlocking { client.projects.get(key) } }
            assertThrows(InvalidParameterException::class.java) { runBlocking { client.projects.get("a/b") } }
        }

    @Test
    fun `all projects, wherever the pages are linked`() =
        test { account, client ->
            val keys = List(5) { Emulator.project(account).publicKey }
            account.linkPagesTo("https://app.uploadcare.com/apps/api/project-api/v1/projects/")
            assertEquals(keys, client.projects.list(ListProjectsOptions(limit = 2)).map { it.pubKey })
            val requests = account.requests()
            assertEquals(3, requests.size)
            assertTrue(requests.all { it.startsWith("GET /projects/?") }) { "$requests" }
        }

    @Test
    fun `the usage of more than two hundred days`() =
        test { account, client ->
            val project = Emulator.project(account)
            val to = LocalDate.now(ZoneOffset.UTC).minusDays(1)
            val from = to.minusDays(210)
            val first = observed("date" to "$from", "traffic" to 7, "operations" to 2)
            val last = observed("date" to "${to.minusDays(1)}", "storage" to 5_000_000_000)
            project.use(first, last)
            val usage = client.usage.get(project.publicKey, from, to)
            val days = List(210) { "${from.plusDays(it.toLong())}" }
            assertEquals(days, usage.data.map { it.date })
            assertEquals(listOf(7L, 2L), usage.data.first().let { listOf(it.traffic, it.operations) })
            assertEquals(5_000_000_000, usage.data.last().storage)
            assertEquals(630, usage.rows.size)
            assertEquals(usage, client.usage.get(project.publicKey, "$from", "$to"))
            val traffic = client.usage.metric(project.publicKey, UsageMetric.Traffic, from, to)
            assertEquals(usage.data.map { it.traffic }, traffic.data.map { it.value })
            assertEquals(traffic, client.usage.metric(project.publicKey, UsageMetric.Traffic, "$from", "$to"))
            assertEquals(12, account.requests().size)
            val error =
                assertThrows(InvalidParameterException::class.java) {
                    runBlocking { client.usage.get(project.publicKey, to, from) }
                }
            assertTrue(error.parameter in setOf("from", "to")) { "$error" }
        }

    @Test
    fun `the token shows nowhere`() =
        runBlocking {
            val account = Emulator.createAccount()
            val events = ConcurrentLinkedQueue<CallEvent>()
            val seen = mutableListOf<String>()

            fun see(vararg things: Any?) = things.mapTo(seen) { "$it" }
            account.client({ events += it }).use { client ->
                see(client, client.projects, client.secrets, client.usage, client.projects.list())
                client.withOptions(ClientOptions(timeout = 50.0)).use { see(it, it.projects.list()) }
                for (status in listOf(400, 401, 403, 404, 429, 500)) {
                    account.fault(Fault("/projects/", respond = Fault.answer(status)))
                    val error = runCatching { client.projects.list() }.exceptionOrNull()
                    assertTrue(error is UploadcareException) { "$error" }
                    see(error, error?.stackTraceToString())
                }
                client.close()
                see(assertThrows(IllegalStateException::class.java) { runBlocking { client.projects.list() } })
            }
            see(assertThrows(ConfigurationException::class.java) { AccountClient("${account.token} ") })
            assertTrue(events.size > 10)
            for (text in seen + events.map { "$it" }) assertFalse(account.token in text) { text }
            val wrong = AccountClient("wrong", ClientOptions(apiBase = Emulator.apiBase))
            assertThrows(AuthenticationException::class.java) { runBlocking { wrong.projects.list() } }
            wrong.close()
            assertNotEquals("", wrong.apiBase)
        }

    @Test
    fun `the token of the environment`() {
        val account = Emulator.createAccount()
        val key = Emulator.project(account).publicKey
        val library = "uploadcare.lib.dir=${Probe.built}"
        val environment = mapOf("UPLOADCARE_ACCOUNT_TOKEN" to account.token)
        assertEquals(0 to key, Probe.run("account", property = library, environment = environment))
        val (code, text) = Probe.run("account", property = library)
        assertEquals(0, code)
        assertTrue(text.startsWith("token: ") && "UPLOADCARE_ACCOUNT_TOKEN" in text) { text }
    }
}
