package com.uploadcare.sdk.testing

import com.uploadcare.sdk.AccountClient
import com.uploadcare.sdk.EventListener
import com.uploadcare.sdk.RequestSigner
import com.uploadcare.sdk.UploadClient
import com.uploadcare.sdk.UploadCredentialProvider
import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.model.ClientOptions
import kotlinx.coroutines.delay
import kotlinx.coroutines.withTimeout
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.long
import kotlinx.serialization.json.put
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse
import java.net.http.HttpResponse.BodyHandlers
import java.nio.file.Path
import kotlin.concurrent.thread
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds

/** The emulator of the test run: the one of `UPLOADCARE_EMULATOR` (its ready line), else one of our own. */
object Emulator {
    /** Root of the repository. */
    val root: Path = Path.of(System.getenv("UPLOADCARE_TEST_ROOT") ?: "..").toAbsolutePath().normalize()

    /** Real files. */
    val fixtures: Path = root.resolve("tests/fixtures/files")

    val ready = Json.parseToJsonElement(System.getenv("UPLOADCARE_EMULATOR") ?: start()).jsonObject
    private val http = HttpClient.newHttpClient()

    val apiBase = ready.text("api_base")
    val uploadBase = ready.text("upload_base")
    val cdnBase = ready.text("cdn_base")

    /** Options of a client that makes one attempt only, and whose patience outlasts every test. */
    val options =
        ClientOptions(
            apiBase = apiBase,
            uploadBase = uploadBase,
            cdnBase = cdnBase,
            readTimeout = 300.0,
            timeout = 300.0,
            maxRetries = 0,
        )

    /** Scheme, host and port. */
    val origin = apiBase.trimEnd('/')

    private fun start(): String {
        val program =
            System.getenv("UPLOADCARE_EMULATOR_BIN") ?: root.resolve("target/debug/uploadcare-emulator").toString()
        val process =
            ProcessBuilder(program, "--port", "0", "--until-stdin-closes")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
        val output = process.inputStream.bufferedReader()
        val line = checkNotNull(output.readLine()) { "$program ended before it was ready" }
        // It would stop at a full pipe.
        thread(isDaemon = true) { output.forEachLine { } }
        return line
    }

    /** Asks the control API for its answer, whatever it is. */
    fun send(
        method: String,
        path: String,
        body: JsonElement? = null,
    ): HttpResponse<String> {
        val content = body?.let { BodyPublishers.ofString(it.toString()) } ?: BodyPublishers.noBody()
        val request = HttpRequest.newBuilder(URI(ready.text("control_base") + path)).method(method, content)
        return http.send(request.build(), BodyHandlers.ofString())
    }

    /** Asks the control API; null is the answer to a POST that conflicts. */
    fun control(
        path: String,
        body: JsonElement? = null,
    ): JsonObject? {
        val answer = send(if (body == null) "GET" else "POST", path, body)
        if (answer.statusCode() == 409) return null
        check(answer.statusCode() in 200..299) { "$path: ${answer.statusCode()} ${answer.body()}" }
        return Json.parseToJsonElement(answer.body()).jsonObject
    }

    /** The requests of a project or an account so far, as they are logged. */
    fun requests(whose: String): List<JsonObject> =
        checkNotNull(control("requests?$whose&settled=true")).getValue("requests").items { it.jsonObject }

    /** What the CDN has of a file. */
    fun download(uuid: String): ByteArray {
        val answer = http.send(HttpRequest.newBuilder(URI("$cdnBase$uuid/")).build(), BodyHandlers.ofByteArray())
        check(answer.statusCode() == 200) { "$uuid: ${answer.statusCode()}" }
        return answer.body()
    }

    /** Milliseconds on the clock of the logged requests. */
    fun time(): Double = checkNotNull(control("time")).getValue("monotonic_ms").number()

    /** A fresh project, of an account or of none. */
    fun project(account: Account? = null): Project {
        val body = account?.let { observed("account" to it.token) } ?: JsonObject(emptyMap())
        val keys = checkNotNull(control("projects", body))
        return Project(keys.text("public_key"), keys.text("secret_key"))
    }

    /** A fresh account. */
    fun createAccount(): Account = Account(checkNotNull(control("accounts", JsonObject(emptyMap()))).text("token"))
}

/** An account of the emulator. */
class Account(
    val token: String,
) {
    private val path = "accounts/$token"

    /** A client that makes one attempt only, unless [change] says otherwise. */
    fun client(
        listener: EventListener? = null,
        change: (ClientOptions) -> ClientOptions = { it },
    ): AccountClient = AccountClient(token, change(ClientOptions(apiBase = Emulator.apiBase, maxRetries = 0)), listener)

    fun fault(fault: Fault): Account = apply { Emulator.control("$path/faults", fault.json()) }

    /** Lists of the account link to further pages below this URL. */
    fun linkPagesTo(base: String): Account =
        apply {
            val answer = Emulator.send("PATCH", path, observed("next_base" to base))
            check(answer.statusCode() == 200) { answer.body() }
        }

    /** The requests so far, as `METHOD target`. */
    fun requests(): List<String> = Emulator.requests("account=$token").map { it.line() }
}

/** A project of the emulator. */
class Project(
    val publicKey: String,
    val secretKey: String,
) {
    private val path = "projects/$publicKey"

    /** A client that makes one attempt only, unless [change] says otherwise. With a signer it has no secret key. */
    fun client(
        signer: RequestSigner? = null,
        listener: EventListener? = null,
        change: (ClientOptions) -> ClientOptions = { it },
    ): Uploadcare =
        Uploadcare(
            publicKey,
            secretKey.takeIf { signer == null },
            change(Emulator.options),
            signer,
            listener = listener,
        )

    /** A client for nothing but uploads, which makes one attempt only. */
    fun uploadClient(credential: UploadCredentialProvider? = null): UploadClient =
        UploadClient(publicKey, credential, Emulator.options)

    /** Adds made-up files `file-1.txt` and so on. */
    fun seed(count: Int): Project = seed(buildJsonObject { put("count", count) })

    fun seed(seed: JsonElement): Project = apply { Emulator.control("$path/files", seed) }

    fun fault(fault: JsonElement): Project = apply { Emulator.control("$path/faults", fault) }

    fun fault(fault: Fault): Project = fault(fault.json())

    /** Ends all faults. Requests that one of them delays go on. */
    fun heal(): Project = apply { check(Emulator.send("DELETE", "$path/faults").statusCode() == 204) }

    /** Answers to [route] do not come until the project is healed. */
    fun silence(route: String? = null): Project = fault(Fault(route, times = Fault.EVER, delayMs = Fault.HELD))

    /** Requests beyond this rate are refused; so many may come at once. */
    fun limitRate(
        perSecond: Double,
        burst: Int,
    ): Project = apply { Emulator.control("$path/rate_limit", observed("per_second" to perSecond, "burst" to burst)) }

    /** A number of the rate limit: `allowed`, `refused`. */
    fun rate(name: String): Long = checkNotNull(Emulator.control("$path/rate_limit")).getValue(name).whole()

    fun unlimitRate(): Project = apply { check(Emulator.send("DELETE", "$path/rate_limit").statusCode() == 204) }

    /** Moves the clock that the dates of requests are compared with. */
    fun clock(offsetSeconds: JsonElement): Project =
        apply { Emulator.control("clock", observed("public_key" to publicKey, "offset_seconds" to offsetSeconds)) }

    /** Signs a request, as the backend of an application would. */
    fun sign(stringToSign: String): String =
        checkNotNull(Emulator.control("$path/sign", observed("string_to_sign" to stringToSign))).text("signature")

    /** A number of the statistics: `requests`, `in_flight`, `cancelled`. */
    fun count(name: String): Long = checkNotNull(Emulator.control("$path/stats")).getValue(name).jsonPrimitive.long

    /** Waits until a number of the statistics has this value. */
    suspend fun awaitCount(
        name: String,
        value: Long,
    ) = eventually { count(name) == value }

    /** The requests so far, as `METHOD target`. */
    fun requests(): List<String> = log().map { it.line() }

    /** The requests so far, as `METHOD route`. */
    fun routes(): List<String> = log().map { "${it.text("method")} ${it.text("route")}" }

    /** Changes settings of the project. */
    fun set(vararg settings: Pair<String, Any?>): Project =
        apply {
            val answer = Emulator.send("PATCH", path, observed(*settings))
            check(answer.statusCode() == 200) { answer.body() }
        }

    /** The requests so far, as the emulator logs them. */
    fun log(): List<JsonObject> = Emulator.requests("public_key=$publicKey")

    /** Adds what was used on some days. */
    fun use(vararg days: JsonObject): Project =
        apply { Emulator.control("$path/usage", observed("days" to days.asList())) }
}

/** A logged request as `METHOD target`. */
private fun JsonObject.line(): String {
    val query = (getValue("query") as? JsonPrimitive)?.contentOrNull
    return "${text("method")} ${text("path")}${query?.let { "?$it" }.orEmpty()}"
}

/** A fault: the next request to [route] is answered with this. */
fun answer(
    route: String,
    status: Int,
    headers: Map<String, String> = mapOf("Content-Type" to "application/json"),
    body: JsonElement = JsonObject(emptyMap()),
): JsonElement = Fault(route, respond = Fault.answer(status, headers, body)).json()

/** Waits until something is so. */
suspend fun eventually(isSo: () -> Boolean) =
    withTimeout(60.seconds) {
        while (!isSo()) delay(5.milliseconds)
    }
