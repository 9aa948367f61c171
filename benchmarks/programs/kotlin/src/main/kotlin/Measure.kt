import com.sun.management.OperatingSystemMXBean
import java.io.File
import java.lang.management.ManagementFactory

/** What a program measures of itself, printed as one line of JSON. */
class Measure {
    private val resident: Double?
    private val cpu: Long
    private val wall: Long

    init {
        // The peak is of what follows; where that cannot be, it is that of the whole process.
        runCatching { File("/proc/self/clear_refs").writeText("5") }
        resident = memory("VmRSS")
        cpu = system.processCpuTime
        wall = System.nanoTime()
    }

    /** What was used since then. */
    fun end(): Map<String, Any?> {
        val wall = System.nanoTime() - wall
        val cpu = system.processCpuTime - cpu
        val peak = memory("VmHWM")
        return mapOf(
            "wall_s" to wall / 1e9,
            "cpu_s" to cpu / 1e9,
            "peak_mb" to peak,
            "growth_mb" to if (peak != null && resident != null) peak - resident else null,
        )
    }
}

private val system = ManagementFactory.getOperatingSystemMXBean() as OperatingSystemMXBean

/** A figure of this process in MB, where the system tells it as Linux does. */
fun memory(name: String): Double? {
    val status = File("/proc/self/status")
    if (!status.exists()) return null
    val line = status.readLines().find { it.startsWith("$name:") }
    return line?.filter(Char::isDigit)?.toDoubleOrNull()?.let { it / 1024 }
}

/** Prints the one line. */
fun show(measured: Map<String, Any?>) = println(json(measured))

private fun json(value: Any?): String =
    when (value) {
        is Map<*, *> -> value.entries.joinToString(", ", "{", "}") { (name, part) -> "\"$name\": ${json(part)}" }
        else -> "$value"
    }
