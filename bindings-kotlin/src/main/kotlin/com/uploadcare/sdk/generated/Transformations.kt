// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

package com.uploadcare.sdk.model

import com.uploadcare.sdk.internal.transformationAutorotate
import com.uploadcare.sdk.internal.transformationBlur
import com.uploadcare.sdk.internal.transformationBlurFaces
import com.uploadcare.sdk.internal.transformationBlurRegion
import com.uploadcare.sdk.internal.transformationBorderRadius
import com.uploadcare.sdk.internal.transformationBrightness
import com.uploadcare.sdk.internal.transformationContrast
import com.uploadcare.sdk.internal.transformationCrop
import com.uploadcare.sdk.internal.transformationCropObject
import com.uploadcare.sdk.internal.transformationCropRatio
import com.uploadcare.sdk.internal.transformationEnhance
import com.uploadcare.sdk.internal.transformationExposure
import com.uploadcare.sdk.internal.transformationFilter
import com.uploadcare.sdk.internal.transformationFlip
import com.uploadcare.sdk.internal.transformationFont
import com.uploadcare.sdk.internal.transformationFormat
import com.uploadcare.sdk.internal.transformationGamma
import com.uploadcare.sdk.internal.transformationGrayscale
import com.uploadcare.sdk.internal.transformationInline
import com.uploadcare.sdk.internal.transformationInvert
import com.uploadcare.sdk.internal.transformationJson
import com.uploadcare.sdk.internal.transformationJsonp
import com.uploadcare.sdk.internal.transformationMainColors
import com.uploadcare.sdk.internal.transformationMaxIccSize
import com.uploadcare.sdk.internal.transformationMirror
import com.uploadcare.sdk.internal.transformationOverlay
import com.uploadcare.sdk.internal.transformationOverlaySelf
import com.uploadcare.sdk.internal.transformationPreview
import com.uploadcare.sdk.internal.transformationProgressive
import com.uploadcare.sdk.internal.transformationQuality
import com.uploadcare.sdk.internal.transformationRasterize
import com.uploadcare.sdk.internal.transformationRaw
import com.uploadcare.sdk.internal.transformationRect
import com.uploadcare.sdk.internal.transformationResize
import com.uploadcare.sdk.internal.transformationRotate
import com.uploadcare.sdk.internal.transformationSaturation
import com.uploadcare.sdk.internal.transformationScaleCrop
import com.uploadcare.sdk.internal.transformationSetfill
import com.uploadcare.sdk.internal.transformationSharp
import com.uploadcare.sdk.internal.transformationSmartResize
import com.uploadcare.sdk.internal.transformationSrgb
import com.uploadcare.sdk.internal.transformationStretch
import com.uploadcare.sdk.internal.transformationStripMeta
import com.uploadcare.sdk.internal.transformationText
import com.uploadcare.sdk.internal.transformationTextAlign
import com.uploadcare.sdk.internal.transformationTextBox
import com.uploadcare.sdk.internal.transformationTrim
import com.uploadcare.sdk.internal.transformationVibrance
import com.uploadcare.sdk.internal.transformationWarmth
import com.uploadcare.sdk.internal.transformationZoomObjects
import com.uploadcare.sdk.native
import java.util.UUID

/**
 * Fits the image into a box. It is never enlarged.
 *
 * Reference: URL API, Resize, crop: preview.
 *
 * @param width width of the box: 1 to 16384 pixels. Default 2048.
 * @param height height of the box: 1 to 16384 pixels. Default 2048.
 * @throws InvalidParameterException for one side without the other, or one out of its range.
 */
public fun Transformation.preview(
    width: Long? = null,
    height: Long? = null,
): Transformation = native { transformationPreview(this, PreviewOptions(width, height)) }

/**
 * Gives the image this width, this height, or both. See `stretch` for images that are smaller.
 *
 * Reference: URL API, Resize, crop: resize.
 *
 * @param width 1 to 16384 pixels. Default: as the height demands.
 * @param height 1 to 16384 pixels. Default: as the width demands.
 * @throws InvalidParameterException for no side at all, or one out of its range.
 */
public fun Transformation.resize(
    width: Long? = null,
    height: Long? = null,
): Transformation = native { transformationResize(this, ResizeOptions(width, height)) }

/**
 * Gives the image this size; what matters little in it is stretched or shrunk more than the rest.
 *
 * Reference: URL API, Resize, crop: smart_resize.
 *
 * @param width 1 to 16384 pixels.
 * @param height 1 to 16384 pixels.
 * @throws InvalidParameterException for a side out of its range.
 */
public fun Transformation.smartResize(
    width: Long,
    height: Long,
): Transformation = native { transformationSmartResize(this, width, height) }

/**
 * Says what a following `resize` does with an image that is smaller.
 *
 * Reference: URL API, Resize, crop: stretch.
 *
 * @param mode `on` enlarges it (the default of the service), `off` leaves it, `fill` adds a margin.
 * @throws InvalidParameterException for another mode.
 */
public fun Transformation.stretch(mode: StretchMode): Transformation = native { transformationStretch(this, mode) }

/**
 * Cuts a rectangle out of the image.
 *
 * Reference: URL API, Resize, crop: crop.
 *
 * @param width 1 to 1000000 pixels, or 1% to 100% of the image.
 * @param height 1 to 1000000 pixels, or 1% to 100% of the image.
 * @param align where, by a word. Not beside `x` and `y`.
 * @param x from the left: 0 to 1000000 pixels, or 0% to 100%. Not without `y`.
 * @param y from above: 0 to 1000000 pixels, or 0% to 100%. Not without `x`.
 * @throws InvalidParameterException for a length out of its range.
 */
public fun Transformation.crop(
    width: Length,
    height: Length,
    align: Alignment? = null,
    x: Length? = null,
    y: Length? = null,
): Transformation = native { transformationCrop(this, width, height, PlacementOptions(align, x, y)) }

/**
 * Cuts the largest rectangle of a shape out of the image.
 *
 * Reference: URL API, Resize, crop: crop by ratio.
 *
 * @param width width in relation to `height`: 1 to 10000.
 * @param height height in relation to `width`: 1 to 10000.
 * @param align where, by a word. Not beside `x` and `y`.
 * @param x from the left: 0 to 1000000 pixels, or 0% to 100%. Not without `y`.
 * @param y from above: 0 to 1000000 pixels, or 0% to 100%. Not without `x`.
 * @throws InvalidParameterException for a number out of its range.
 */
public fun Transformation.cropRatio(
    width: Long,
    height: Long,
    align: Alignment? = null,
    x: Length? = null,
    y: Length? = null,
): Transformation = native { transformationCropRatio(this, width, height, PlacementOptions(align, x, y)) }

/**
 * Cuts the faces, or all that matters, out of the image.
 *
 * Reference: URL API, Resize, crop: crop by objects.
 *
 * @param object what to look for.
 * @param width 1 to 1000000 pixels, or 1% to 1000% of the objects. Not without `height`.
 * @param height 1 to 1000000 pixels, or 1% to 1000% of the objects. Not without `width`.
 * @param ratioWidth instead of a size a shape: width in relation to `ratioHeight`, 1 to 10000.
 * @param ratioHeight instead of a size a shape: height in relation to `ratioWidth`, 1 to 10000.
 * @param align where the objects are in it, by a word. Not beside `x` and `y`.
 * @param x from the left: 0 to 1000000 pixels, or 0% to 100%. Not without `y`.
 * @param y from above: 0 to 1000000 pixels, or 0% to 100%. Not without `x`.
 * @throws InvalidParameterException for another object, a length out of its range, or a size beside a shape.
 */
public fun Transformation.cropObject(
    `object`: CropObject,
    width: Length? = null,
    height: Length? = null,
    ratioWidth: Long? = null,
    ratioHeight: Long? = null,
    align: Alignment? = null,
    x: Length? = null,
    y: Length? = null,
): Transformation =
    native {
        transformationCropObject(this, `object`, CropObjectOptions(width, height, ratioWidth, ratioHeight, align, x, y))
    }

/**
 * Shrinks or enlarges the image so that it covers a box, and cuts off the rest.
 *
 * Reference: URL API, Resize, crop: scale_crop.
 *
 * @param width 1 to 16384 pixels.
 * @param height 1 to 16384 pixels.
 * @param focus what to look for. Default `center`: nothing, the middle is kept.
 * @param align where, by a word. Not beside `x` and `y`.
 * @param x from the left: 0 to 1000000 pixels, or 0% to 100%. Not without `y`.
 * @param y from above: 0 to 1000000 pixels, or 0% to 100%. Not without `x`.
 * @throws InvalidParameterException for a value out of its range.
 */
public fun Transformation.scaleCrop(
    width: Long,
    height: Long,
    focus: ScaleCropFocus? = null,
    align: Alignment? = null,
    x: Length? = null,
    y: Length? = null,
): Transformation = native { transformationScaleCrop(this, width, height, ScaleCropOptions(focus, align, x, y)) }

/**
 * Rounds the corners.
 *
 * Reference: URL API, Resize, crop: border_radius.
 *
 * @param radii 1 to 4 radii, each 0 to 16384 pixels or 0% to 100%; from the upper left corner clockwise.
 * @param vertical 1 to 4 radii, each 0 to 16384 pixels or 0% to 100%. Default: as the others.
 * @throws InvalidParameterException for a wrong number of radii, or one out of its range.
 */
public fun Transformation.borderRadius(
    vararg radii: Length,
    vertical: Iterable<Length>? = null,
): Transformation = native { transformationBorderRadius(this, radii.toList(), BorderRadiusOptions(vertical?.toList())) }

/**
 * Sets the colour of what is transparent or added. Put it before what adds something.
 *
 * Reference: URL API, Resize, crop: setfill.
 *
 * @param color 3, 6 or 8 hexadecimal digits; the last two of 8 are how opaque it is.
 * @throws InvalidParameterException for what is no such colour.
 */
public fun Transformation.setfill(color: String): Transformation = native { transformationSetfill(this, color) }

/**
 * Makes the objects in the image larger.
 *
 * Reference: URL API, Resize, crop: zoom_objects.
 *
 * @param zoom 1 to 100.
 * @throws InvalidParameterException for a number out of its range.
 */
public fun Transformation.zoomObjects(zoom: Long): Transformation = native { transformationZoomObjects(this, zoom) }

/**
 * Cuts off a margin of one colour.
 *
 * Reference: URL API, Resize, crop: trim.
 *
 * @param tolerance how much its colour may differ: 0 to 100 per cent. Default: the service's.
 * @param padding how much of it stays: 0 to 100 per cent. Default: the service's.
 * @throws InvalidParameterException for one without the other, or one out of its range.
 */
public fun Transformation.trim(
    tolerance: Double? = null,
    padding: Double? = null,
): Transformation = native { transformationTrim(this, TrimOptions(tolerance, padding)) }

/**
 * Makes pixels of an SVG image, so that all operations apply. Others stay as they are.
 *
 * Reference: URL API, SVG: rasterize.
 */
public fun Transformation.rasterize(): Transformation = native { transformationRasterize(this) }

/**
 * Whether the image is turned as the camera says. The service does so by default.
 *
 * Reference: URL API, Rotate, flip: autorotate.
 *
 * @param enabled whether it is.
 */
public fun Transformation.autorotate(enabled: Boolean): Transformation =
    native { transformationAutorotate(this, enabled) }

/**
 * Turns the image counterclockwise.
 *
 * Reference: URL API, Rotate, flip: rotate.
 *
 * @param angle 0 to 360 degrees, a multiple of 90.
 * @throws InvalidParameterException for another angle.
 */
public fun Transformation.rotate(angle: Long): Transformation = native { transformationRotate(this, angle) }

/**
 * Turns the image upside down, as in a lake.
 *
 * Reference: URL API, Rotate, flip: flip.
 */
public fun Transformation.flip(): Transformation = native { transformationFlip(this) }

/**
 * Swaps left and right.
 *
 * Reference: URL API, Rotate, flip: mirror.
 */
public fun Transformation.mirror(): Transformation = native { transformationMirror(this) }

/**
 * Makes the image brighter or darker.
 *
 * Reference: URL API, Colors: brightness.
 *
 * @param value -100 to 100; 0 changes nothing.
 * @throws InvalidParameterException for a number out of its range.
 */
public fun Transformation.brightness(value: Long): Transformation = native { transformationBrightness(this, value) }

/**
 * Changes the exposure.
 *
 * Reference: URL API, Colors: exposure.
 *
 * @param value -500 to 500; 0 changes nothing.
 * @throws InvalidParameterException for a number out of its range.
 */
public fun Transformation.exposure(value: Long): Transformation = native { transformationExposure(this, value) }

/**
 * Changes the gamma.
 *
 * Reference: URL API, Colors: gamma.
 *
 * @param value 0 to 1000; 100 changes nothing.
 * @throws InvalidParameterException for a number out of its range.
 */
public fun Transformation.gamma(value: Long): Transformation = native { transformationGamma(this, value) }

/**
 * Changes the contrast.
 *
 * Reference: URL API, Colors: contrast.
 *
 * @param value -100 to 500; 0 changes nothing.
 * @throws InvalidParameterException for a number out of its range.
 */
public fun Transformation.contrast(value: Long): Transformation = native { transformationContrast(this, value) }

/**
 * Makes colours stronger or weaker.
 *
 * Reference: URL API, Colors: saturation.
 *
 * @param value -100 to 500; 0 changes nothing.
 * @throws InvalidParameterException for a number out of its range.
 */
public fun Transformation.saturation(value: Long): Transformation = native { transformationSaturation(this, value) }

/**
 * Makes weak colours stronger, or weaker still.
 *
 * Reference: URL API, Colors: vibrance.
 *
 * @param value -100 to 500; 0 changes nothing.
 * @throws InvalidParameterException for a number out of its range.
 */
public fun Transformation.vibrance(value: Long): Transformation = native { transformationVibrance(this, value) }

/**
 * Makes the colours warmer or colder.
 *
 * Reference: URL API, Colors: warmth.
 *
 * @param value -100 to 100; 0 changes nothing.
 * @throws InvalidParameterException for a number out of its range.
 */
public fun Transformation.warmth(value: Long): Transformation = native { transformationWarmth(this, value) }

/**
 * Makes the image look better: levels, contrast and saturation at once.
 *
 * Reference: URL API, Colors: enhance.
 *
 * @param strength 0 to 100. Default 50.
 * @throws InvalidParameterException for a number out of its range.
 */
public fun Transformation.enhance(strength: Long? = null): Transformation =
    native { transformationEnhance(this, EnhanceOptions(strength)) }

/**
 * Takes the colours away.
 *
 * Reference: URL API, Colors: grayscale.
 */
public fun Transformation.grayscale(): Transformation = native { transformationGrayscale(this) }

/**
 * Turns the colours into their opposites.
 *
 * Reference: URL API, Colors: invert.
 */
public fun Transformation.invert(): Transformation = native { transformationInvert(this) }

/**
 * Lays one of the photo filters over the image.
 *
 * Reference: URL API, Photo filters.
 *
 * @param name the filter.
 * @param amount -100 to 200. Default 100.
 * @throws InvalidParameterException for another filter, or an amount out of its range.
 */
public fun Transformation.filter(
    name: FilterName,
    amount: Long? = null,
): Transformation = native { transformationFilter(this, name, FilterOptions(amount)) }

/**
 * Blurs the image; with an amount it is an unsharp mask, which sharpens where the amount is negative.
 *
 * Reference: URL API, Blur, sharpen: blur.
 *
 * @param strength 0 to 5000. Default 10.
 * @param amount how much of the blurred image there is: -200 to 100; where it is less than 0 the image gets sharper.
 *   Not without `strength`.
 * @throws InvalidParameterException for an amount without a strength, or a number out of its range.
 */
public fun Transformation.blur(
    strength: Long? = null,
    amount: Long? = null,
): Transformation = native { transformationBlur(this, BlurOptions(strength, amount)) }

/**
 * Blurs a rectangle of the image.
 *
 * Reference: URL API, Blur, sharpen: blur_region.
 *
 * @param width 1 to 1000000 pixels, or 1% to 100% of the image.
 * @param height 1 to 1000000 pixels, or 1% to 100% of the image.
 * @param x its left edge: 0 to 1000000 pixels, or 0% to 100% of the image.
 * @param y its upper edge: 0 to 1000000 pixels, or 0% to 100% of the image.
 * @param strength 0 to 5000. Default: as much as it needs.
 * @throws InvalidParameterException for a value out of its range.
 */
public fun Transformation.blurRegion(
    width: Length,
    height: Length,
    x: Length,
    y: Length,
    strength: Long? = null,
): Transformation = native { transformationBlurRegion(this, width, height, x, y, BlurRegionOptions(strength)) }

/**
 * Blurs all faces of the image.
 *
 * Reference: URL API, Blur, sharpen: blur_region.
 *
 * @param strength 0 to 5000. Default: as much as it needs.
 * @throws InvalidParameterException for a number out of its range.
 */
public fun Transformation.blurFaces(strength: Long? = null): Transformation =
    native { transformationBlurFaces(this, BlurRegionOptions(strength)) }

/**
 * Sharpens the image.
 *
 * Reference: URL API, Blur, sharpen: sharp.
 *
 * @param strength 0 to 20. Default 5.
 * @throws InvalidParameterException for a number out of its range.
 */
public fun Transformation.sharp(strength: Long? = null): Transformation =
    native { transformationSharp(this, SharpOptions(strength)) }

/**
 * Says what happens to colours of another profile than sRGB.
 *
 * Reference: URL API, Colors: srgb.
 *
 * @param mode what.
 * @throws InvalidParameterException for another mode.
 */
public fun Transformation.srgb(mode: SrgbMode): Transformation = native { transformationSrgb(this, mode) }

/**
 * Says how large a colour profile may be that is kept. Put it before `srgb`.
 *
 * Reference: URL API, Colors: max_icc_size.
 *
 * @param kilobytes 0 to 1000000; the service's default is 10.
 * @throws InvalidParameterException for a number out of its range.
 */
public fun Transformation.maxIccSize(kilobytes: Long): Transformation =
    native { transformationMaxIccSize(this, kilobytes) }

/**
 * Gives the image in this format.
 *
 * Reference: URL API, Image compression: format.
 *
 * @param format the format.
 * @throws InvalidParameterException for another format; a newer one can be given by `raw`.
 */
public fun Transformation.format(format: ImageFormat): Transformation = native { transformationFormat(this, format) }

/**
 * Says how much the image is compressed.
 *
 * Reference: URL API, Image compression: quality.
 *
 * @param quality the quality; the service's default is `normal`.
 * @throws InvalidParameterException for another quality.
 */
public fun Transformation.quality(quality: ImageQuality): Transformation =
    native { transformationQuality(this, quality) }

/**
 * Whether a JPEG image can be shown while it comes.
 *
 * Reference: URL API, Image compression: progressive.
 *
 * @param enabled whether it can.
 */
public fun Transformation.progressive(enabled: Boolean): Transformation =
    native { transformationProgressive(this, enabled) }

/**
 * Says what facts of the camera are left out.
 *
 * Reference: URL API, Image compression: strip_meta.
 *
 * @param mode which; the service's default is `all`.
 * @throws InvalidParameterException for another mode.
 */
public fun Transformation.stripMeta(mode: StripMeta): Transformation = native { transformationStripMeta(this, mode) }

/**
 * Whether a browser shows the file, or saves it.
 *
 * Reference: URL API, Other operations: inline.
 *
 * @param enabled whether it shows it.
 */
public fun Transformation.inline(enabled: Boolean): Transformation = native { transformationInline(this, enabled) }

/**
 * Lays another image of the project over this one.
 *
 * Reference: URL API, Overlays: image.
 *
 * @param image the other image (UUID or CDN URL).
 * @param width 1% to 100% of the image. Not without `height`. Default 100%.
 * @param height 1% to 100% of the image. Not without `width`. Default 100%.
 * @param align where, by a word. Not beside `x` and `y`.
 * @param x from the left: 0% to 100%. Not without `y`.
 * @param y from above: 0% to 100%. Not without `x`.
 * @param opacity how opaque it is: 0 to 100 per cent. Default 100.
 * @throws InvalidParameterException for what is no file, or a value out of its range.
 */
public fun Transformation.overlay(
    image: String,
    width: Length? = null,
    height: Length? = null,
    align: Alignment? = null,
    x: Length? = null,
    y: Length? = null,
    opacity: Long? = null,
): Transformation = native { transformationOverlay(this, image, OverlayOptions(width, height, align, x, y, opacity)) }

/** As [overlay], by [UUID]. */
public fun Transformation.overlay(
    image: UUID,
    width: Length? = null,
    height: Length? = null,
    align: Alignment? = null,
    x: Length? = null,
    y: Length? = null,
    opacity: Long? = null,
): Transformation = overlay(image.toString(), width, height, align, x, y, opacity)

/** As [overlay], by [FileInfo]. */
public fun Transformation.overlay(
    image: FileInfo,
    width: Length? = null,
    height: Length? = null,
    align: Alignment? = null,
    x: Length? = null,
    y: Length? = null,
    opacity: Long? = null,
): Transformation = overlay(image.uuid, width, height, align, x, y, opacity)

/** As [overlay], by [UploadedFile]. */
public fun Transformation.overlay(
    image: UploadedFile,
    width: Length? = null,
    height: Length? = null,
    align: Alignment? = null,
    x: Length? = null,
    y: Length? = null,
    opacity: Long? = null,
): Transformation = overlay(image.uuid, width, height, align, x, y, opacity)

/**
 * Lays the image over itself, as it was before all operations.
 *
 * Reference: URL API, Overlays: self.
 *
 * @param width 1% to 100% of the image. Not without `height`. Default 100%.
 * @param height 1% to 100% of the image. Not without `width`. Default 100%.
 * @param align where, by a word. Not beside `x` and `y`.
 * @param x from the left: 0% to 100%. Not without `y`.
 * @param y from above: 0% to 100%. Not without `x`.
 * @param opacity how opaque it is: 0 to 100 per cent. Default 100.
 * @throws InvalidParameterException for a value out of its range.
 */
public fun Transformation.overlaySelf(
    width: Length? = null,
    height: Length? = null,
    align: Alignment? = null,
    x: Length? = null,
    y: Length? = null,
    opacity: Long? = null,
): Transformation = native { transformationOverlaySelf(this, OverlayOptions(width, height, align, x, y, opacity)) }

/**
 * Lays text over the image. How it looks is said before, by `font`, `textAlign` and `textBox`.
 *
 * Reference: URL API, Overlays: text.
 *
 * @param text the text; line breaks are kept.
 * @param width of its box: 1 to 16384 pixels, or 1% to 100% of the image.
 * @param height of its box: 1 to 16384 pixels, or 1% to 100% of the image.
 * @param align where, by a word. Not beside `x` and `y`.
 * @param x from the left: 0 to 1000000 pixels, or 0% to 100%. Not without `y`.
 * @param y from above: 0 to 1000000 pixels, or 0% to 100%. Not without `x`.
 * @throws InvalidParameterException for an empty text or one of nothing but one or two dots, or a length out of its
 *   range.
 */
public fun Transformation.text(
    text: String,
    width: Length,
    height: Length,
    align: Alignment? = null,
    x: Length? = null,
    y: Length? = null,
): Transformation = native { transformationText(this, text, width, height, PlacementOptions(align, x, y)) }

/**
 * Says where in its box a following `text` is.
 *
 * Reference: URL API, Overlays: text_align.
 *
 * @param horizontal left, in the middle or right.
 * @param vertical at the top, in the middle or at the bottom.
 * @throws InvalidParameterException for another place.
 */
public fun Transformation.textAlign(
    horizontal: HorizontalAlignment,
    vertical: VerticalAlignment,
): Transformation = native { transformationTextAlign(this, horizontal, vertical) }

/**
 * Says how a following `text` is written.
 *
 * Reference: URL API, Overlays: font.
 *
 * @param reset whether to forget what was said before.
 * @param weight how heavy.
 * @param style upright or slanted.
 * @param size 1 to 10000 pixels.
 * @param color colour: 3, 6 or 8 hexadecimal digits; the last two of 8 are how opaque it is.
 * @param family typeface.
 * @throws InvalidParameterException for no option at all, or one out of its range.
 */
public fun Transformation.font(
    reset: Boolean? = null,
    weight: FontWeight? = null,
    style: FontStyle? = null,
    size: Long? = null,
    color: String? = null,
    family: FontFamily? = null,
): Transformation = native { transformationFont(this, FontOptions(reset, weight, style, size, color, family)) }

/**
 * Says what is behind a following `text`.
 *
 * Reference: URL API, Overlays: text_box.
 *
 * @param mode where it is.
 * @param color colour: 3, 6 or 8 hexadecimal digits; the last two of 8 are how opaque it is. Default: the service's.
 * @param padding how much larger than the text: 0 to 16384 pixels. Not without `color`. Default 0.
 * @throws InvalidParameterException for another mode, a padding without a colour, or one out of its range.
 */
public fun Transformation.textBox(
    mode: TextBoxMode,
    color: String? = null,
    padding: Long? = null,
): Transformation = native { transformationTextBox(this, mode, TextBoxOptions(color, padding)) }

/**
 * Lays a rectangle of one colour over the image.
 *
 * Reference: URL API, Overlays: rect.
 *
 * @param color 3, 6 or 8 hexadecimal digits; the last two of 8 are how opaque it is.
 * @param width 1% to 100% of the image.
 * @param height 1% to 100% of the image.
 * @param align where, by a word. Not beside `x` and `y`.
 * @param x from the left: 0 to 1000000 pixels, or 0% to 100%. Not without `y`.
 * @param y from above: 0 to 1000000 pixels, or 0% to 100%. Not without `x`.
 * @throws InvalidParameterException for what is no colour, or a length out of its range.
 */
public fun Transformation.rect(
    color: String,
    width: Length,
    height: Length,
    align: Alignment? = null,
    x: Length? = null,
    y: Length? = null,
): Transformation = native { transformationRect(this, color, width, height, PlacementOptions(align, x, y)) }

/**
 * Gives facts of the image as JSON instead of the image. Nothing can come after it.
 *
 * Reference: URL API, File information.
 */
public fun Transformation.json(): Transformation = native { transformationJson(this) }

/**
 * Gives facts of the image as a script that calls `uploadcare_callback`. Nothing can come after it.
 *
 * Reference: URL API, File information.
 */
public fun Transformation.jsonp(): Transformation = native { transformationJsonp(this) }

/**
 * Gives the colours of which there is most in the image, as JSON. Nothing can come after it.
 *
 * Reference: URL API, Color recognition.
 *
 * @param count how many: 1 to 256.
 * @throws InvalidParameterException for a number out of its range.
 */
public fun Transformation.mainColors(count: Long): Transformation = native { transformationMainColors(this, count) }

/**
 * Adds an operation as text: one that this library does not know yet.
 *
 * Reference: URL API.
 *
 * @param operation its name and parameters as in a URL, percent-encoded, such as `sharp/10`.
 * @throws InvalidParameterException for an empty text, or a character that a URL cannot have.
 */
public fun Transformation.raw(operation: String): Transformation = native { transformationRaw(this, operation) }
