import com.uploadcare.sdk.AccountClient
import com.uploadcare.sdk.model.UsageMetric
import java.io.FileDescriptor
import java.io.FileOutputStream
import java.io.PrintStream
import java.time.LocalDate
import java.time.ZoneOffset

/**
 * Shows what a project of an account has used in the last 30 days, as lines of a terminal.
 *
 * The token comes from `UPLOADCARE_ACCOUNT_TOKEN`, and the base of another service than the real one from
 * `UPLOADCARE_REST_API_BASE`.
 */
suspend fun main() {
    System.setOut(PrintStream(FileOutputStream(FileDescriptor.out), true, Charsets.UTF_8))
    AccountClient().use { account ->
        val projects = account.projects.list()
        val project = projects.firstOrNull() ?: error("the account has no project")
        println("${project.name} (${projects.size} projects)")

        val end = LocalDate.now(ZoneOffset.UTC).minusDays(1)
        val usage = account.usage.get(project.pubKey, end.minusDays(30), end)
        for (metric in listOf(UsageMetric.Traffic, UsageMetric.Storage, UsageMetric.Operations)) {
            val rows = usage.rows.filter { it.metric == metric }
            val values = rows.map { it.value }
            println("${"$metric".padStart(10)} ${sparkline(values)}  most ${values.max()} ${rows.first().unit}")
        }
    }
}

private fun sparkline(values: List<Long>): String {
    val most = values.max().coerceAtLeast(1)
    return values.joinToString("") { "▁▂▃▄▅▆▇█"[(it * 7 / most).toInt()].toString() }
}
