import com.uploadcare.sdk.EventListener
import com.uploadcare.sdk.RequestSigner
import com.uploadcare.sdk.SignerException
import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.model.ClientOptions
import com.uploadcare.sdk.model.UploadOptions
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.count
import kotlinx.coroutines.runInterruptible
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers

/**
 * Uploads and lists without the secret key: a backend signs, and every step of every call is shown.
 *
 * The public key comes from `UPLOADCARE_PUBLIC_KEY`, and `SIGNING_URL` is that of a backend that answers
 * `{"string_to_sign"}` with `{"signature"}`.
 */
suspend fun main() {
    val url = URI(System.getenv("SIGNING_URL") ?: error("SIGNING_URL is not set"))
    val printer =
        EventListener { event ->
            val status = event.status?.let { " $it" }.orEmpty()
            println("  call ${event.call} ${event.kind}$status  ${event.method} ${event.path}")
        }
    Uploadcare(signer = backend(url), listener = printer).use { client ->
        client.uploads.upload("Hello".toByteArray(), UploadOptions(filename = "hello.txt"))

        // For these calls: more patience with the service, less with its answers.
        client.withOptions(ClientOptions(maxRetries = 5, timeout = 20.0)).use { patient ->
            println("${patient.files.list().count()} files")
        }

        println(client.explain(redact = true) { it.project.get() }.curl)
    }

    // A backend that refuses: the call fails with what the signer threw, and nothing is sent.
    Uploadcare(signer = backend(URI("http://127.0.0.1:1/"))).use { lost ->
        try {
            lost.project.get()
        } catch (exception: SignerException) {
            println("${exception.message}, from ${exception.cause}")
        }
    }
}

private fun backend(url: URI): RequestSigner {
    val http = HttpClient.newHttpClient()
    return RequestSigner { request ->
        val text = request.stringToSign.replace("\n", "\\n")
        val question = HttpRequest.newBuilder(url).POST(BodyPublishers.ofString("{\"string_to_sign\": \"$text\"}"))
        // Interrupted when the call is cancelled.
        val answer = runInterruptible(Dispatchers.IO) { http.send(question.build(), BodyHandlers.ofString()).body() }
        answer.substringAfter("\"signature\":\"").substringBefore('"')
    }
}
