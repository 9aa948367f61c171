package com.uploadcare.sdk

import com.uploadcare.sdk.testing.Emulator
import com.uploadcare.sdk.testing.number
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.condition.EnabledIfSystemProperty

/** Measures, and prints what it has measured: only if asked to, by `-Duploadcare.measure=true`. */
@EnabledIfSystemProperty(named = "uploadcare.measure", matches = "true")
class CancellationTimeTest {
    private val rounds = 50

    /** The compilers of Java are at work in the first ones. */
    private val warmUp = 50

    @Test
    fun `from cancelling a coroutine to the end of its request at the service`() =
        runBlocking {
            val times =
                List(warmUp + rounds) {
                    val project = Emulator.project().silence()
                    project.client().use { client ->
                        val call = launch(Dispatchers.Default) { client.project.get() }
                        project.awaitCount("in_flight", 1)
                        val behind = clock()
                        val began = now()
                        call.cancel()
                        call.join()
                        val returned = now()
                        project.awaitCount("cancelled", 1)
                        val ended =
                            project
                                .log()
                                .single()
                                .getValue("ended_ms")
                                .number()
                        ended - (began + behind) to returned - began
                    }
                }
            show("request ended", times.drop(warmUp).map { it.first })
            show("join returned", times.drop(warmUp).map { it.second })
        }

    private fun now() = System.nanoTime() / 1e6

    /** How far the clock of the emulator is ahead, by the quickest of some answers. */
    private fun clock(): Double =
        List(15) {
            val before = now()
            val theirs = Emulator.time()
            val after = now()
            after - before to theirs - (before + after) / 2
        }.minBy { it.first }.second

    private fun show(
        what: String,
        times: List<Double>,
    ) {
        val sorted = times.sorted()
        val (median, most) = listOf(sorted[sorted.size / 2], sorted.last()).map { "%.2f".format(it) }
        println("$what after $median ms (median of ${sorted.size}), $most ms at most")
    }
}
