package com.uploadcare.sdk

import com.uploadcare.sdk.model.Alignment
import com.uploadcare.sdk.model.CropObject
import com.uploadcare.sdk.model.FilterName
import com.uploadcare.sdk.model.HorizontalAlignment
import com.uploadcare.sdk.model.ImageFormat
import com.uploadcare.sdk.model.ImageQuality
import com.uploadcare.sdk.model.Length
import com.uploadcare.sdk.model.StretchMode
import com.uploadcare.sdk.model.TextBoxMode
import com.uploadcare.sdk.model.Transformation
import com.uploadcare.sdk.model.VerticalAlignment
import com.uploadcare.sdk.model.blur
import com.uploadcare.sdk.model.blurFaces
import com.uploadcare.sdk.model.blurRegion
import com.uploadcare.sdk.model.borderRadius
import com.uploadcare.sdk.model.contrast
import com.uploadcare.sdk.model.crop
import com.uploadcare.sdk.model.cropObject
import com.uploadcare.sdk.model.filter
import com.uploadcare.sdk.model.font
import com.uploadcare.sdk.model.format
import com.uploadcare.sdk.model.gamma
import com.uploadcare.sdk.model.grayscale
import com.uploadcare.sdk.model.isEmpty
import com.uploadcare.sdk.model.json
import com.uploadcare.sdk.model.overlay
import com.uploadcare.sdk.model.overlaySelf
import com.uploadcare.sdk.model.parse
import com.uploadcare.sdk.model.percent
import com.uploadcare.sdk.model.preview
import com.uploadcare.sdk.model.px
import com.uploadcare.sdk.model.quality
import com.uploadcare.sdk.model.raw
import com.uploadcare.sdk.model.rect
import com.uploadcare.sdk.model.resize
import com.uploadcare.sdk.model.rotate
import com.uploadcare.sdk.model.saturation
import com.uploadcare.sdk.model.scaleCrop
import com.uploadcare.sdk.model.setfill
import com.uploadcare.sdk.model.smartResize
import com.uploadcare.sdk.model.stretch
import com.uploadcare.sdk.model.text
import com.uploadcare.sdk.model.textAlign
import com.uploadcare.sdk.model.textBox
import com.uploadcare.sdk.model.warmth
import com.uploadcare.sdk.testing.items
import com.uploadcare.sdk.testing.text
import com.uploadcare.sdk.testing.vectors
import kotlinx.serialization.json.jsonObject
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.util.UUID

class TransformationTest {
    private val uuid = "b18b5179-b9f6-4fdc-9920-5539f938fc44"

    private fun start() = Transformation()

    private fun fails(call: () -> Any?) = assertThrows(InvalidParameterException::class.java) { call() }

    @Test
    fun `each operation gives a new value`() {
        val first = start().preview(200, 100)
        val second = first.grayscale()
        assertEquals("-/preview/200x100/", first.text)
        assertEquals("-/preview/200x100/-/grayscale/", second.text)
        assertEquals(second.text, "$second")
        assertTrue(start().isEmpty)
        assertFalse(first.isEmpty)
        assertEquals("", "${start()}")

        val same = start().preview(width = 200, height = 100)
        assertEquals(first, same)
        assertEquals(first.hashCode(), same.hashCode())
        assertNotEquals(first, second)
        assertEquals(2, setOf(first, second, same).size)
    }

    @Test
    fun `operations from their text`() {
        assertEquals(start().preview(200, 100).grayscale(), Transformation.parse("/-/preview/200x100/-/grayscale"))
        assertEquals("-/sharp/10/", Transformation.parse("sharp/10").text)
        for (nothing in listOf("", "/", "-/", "/-/")) assertTrue(Transformation.parse(nothing).isEmpty) { nothing }
        for (text in listOf("a b", "../x", "a/../b", "a?b", "#")) {
            val error = fails { Transformation.parse(text) }
            assertEquals("text", error.parameter)
            assertTrue("`text` must be operations" in error.message) { error.message }
        }
        assertEquals("operation", fails { start().raw("") }.parameter)
    }

    @Test
    fun `lengths in both units`() {
        assertEquals(Length.Pixels(7), 7.px)
        assertEquals(7.px, 7L.px)
        assertEquals(Length.Percent(7.0), 7.percent)
        assertEquals("-/crop/7x12.5p/", start().crop(7.px, 12.5.percent).text)
    }

    @Test
    fun `a file is given in any form`() {
        val expected = "-/overlay/$uuid/"
        assertEquals(expected, start().overlay(uuid).text)
        assertEquals(expected, start().overlay(UUID.fromString(uuid)).text)
        assertEquals(expected, start().overlay("https://ucarecdn.com/$uuid/a.jpg").text)
        assertEquals("image", fails { start().overlay("cat.jpg") }.parameter)
    }

    @Test
    fun `errors name the parameter and its range at once`() {
        val wrong: List<Triple<String, String, () -> Transformation>> =
            listOf(
                Triple("width", "1 to 16384") { start().preview(0, 1) },
                Triple("height", "1 to 16384") { start().resize(height = 16_385) },
                Triple("height", "must be given beside `width`") { start().preview(width = 1) },
                Triple("width", "must be given") { start().resize() },
                Triple("width", "1% to 100%") { start().crop(101.percent, 1.px) },
                Triple("y", "must be given beside `x`") { start().crop(1.px, 1.px, x = 1.px) },
                Triple("align", "beside `x` and `y`") { start().crop(1.px, 1.px, Alignment.Top, 1.px, 1.px) },
                Triple("ratioWidth", "must not be given") {
                    start().cropObject(CropObject.Face, width = 1.px, height = 1.px, ratioWidth = 1)
                },
                Triple("angle", "multiple of 90") { start().rotate(45) },
                Triple("amount", "-100 to 200") { start().filter(FilterName.Adaris, amount = 201) },
                Triple("strength", "beside `amount`") { start().blur(amount = 1) },
                Triple("color", "hexadecimal") { start().setfill("red") },
                Triple("radii", "1 to 4") { start().borderRadius() },
                Triple("vertical", "1 to 4") { start().borderRadius(1.px, vertical = emptyList()) },
                Triple("format", "jpeg, png, webp") { start().format(ImageFormat.Unknown("avif")) },
                Triple("transformation", "json") { start().json().grayscale() },
            )
        for ((parameter, part, call) in wrong) {
            val error = fails(call)
            assertEquals(parameter, error.parameter) { error.message }
            assertTrue(part in error.message) { error.message }
        }
    }

    @Test
    fun `strings that others have published`() {
        val built =
            listOf(
                start()
                    .quality(ImageQuality.Best)
                    .preview(160, 160)
                    .setfill("8d8578")
                    .stretch(StretchMode.Fill)
                    .resize(width = 220),
                start().smartResize(440, 600).quality(ImageQuality.Smart),
                start().crop(2000.px, 1325.px, Alignment.Center),
                start().crop(640.px, 424.px, x = 2560.px, y = 830.px),
                start().scaleCrop(1024, 1024, align = Alignment.Center),
                start()
                    .borderRadius(10.percent)
                    .borderRadius(10.px, 20.px, 40.percent, 80.percent, vertical = listOf(30.percent)),
                start()
                    .preview()
                    .saturation(-80)
                    .contrast(80)
                    .warmth(50),
                start().preview(440, 400).blurRegion(30.percent, 80.percent, 50.percent, 10.percent, strength = 20),
                start().preview(440, 440).blurFaces(250),
                start().scaleCrop(880, 600).blur(200, amount = -120),
                start().overlay(uuid, 50.percent, 50.percent, Alignment.Center).preview(),
                start()
                    .scaleCrop(440, 440, align = Alignment.Center)
                    .blur(60)
                    .gamma(50)
                    .overlaySelf(100.percent, 100.percent, Alignment.Center),
                start()
                    .preview(440, 440)
                    .textAlign(HorizontalAlignment.Right, VerticalAlignment.Bottom)
                    .font(size = 20, color = "fff")
                    .textBox(TextBoxMode.Fill, color = "fcba0355")
                    .text("Up~load\nca/re 👍", 80.percent, 80.percent, Alignment.Center),
                start()
                    .preview(440, 440)
                    .rect("ff000080", 50.percent, 33.percent, x = 50.percent, y = 50.percent)
                    .rect("00ff0080", 33.percent, 50.percent, Alignment.Center),
            )
        val effects = vectors("transformation_strings").jsonObject.getValue("effects")
        assertEquals(effects.items { "-/" + it.jsonObject.text("effects") }, built.map { it.text })
    }
}
