# Made from the Rust definitions by `cargo xtask generate`. Do not edit.
"""The methods of values."""

from __future__ import annotations

from .._references import file_text, lengths
from .._value import Value
from ._native import (
    transformation_autorotate,
    transformation_blur,
    transformation_blur_faces,
    transformation_blur_region,
    transformation_border_radius,
    transformation_brightness,
    transformation_contrast,
    transformation_crop,
    transformation_crop_object,
    transformation_crop_ratio,
    transformation_enhance,
    transformation_exposure,
    transformation_filter,
    transformation_flip,
    transformation_font,
    transformation_format,
    transformation_gamma,
    transformation_grayscale,
    transformation_inline,
    transformation_invert,
    transformation_json,
    transformation_jsonp,
    transformation_main_colors,
    transformation_max_icc_size,
    transformation_mirror,
    transformation_overlay,
    transformation_overlay_self,
    transformation_preview,
    transformation_progressive,
    transformation_quality,
    transformation_rasterize,
    transformation_raw,
    transformation_rect,
    transformation_resize,
    transformation_rotate,
    transformation_saturation,
    transformation_scale_crop,
    transformation_setfill,
    transformation_sharp,
    transformation_smart_resize,
    transformation_srgb,
    transformation_stretch,
    transformation_strip_meta,
    transformation_text,
    transformation_text_align,
    transformation_text_box,
    transformation_trim,
    transformation_vibrance,
    transformation_warmth,
    transformation_zoom_objects,
)

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterable

    from typing_extensions import Self, Unpack

    from .._types import FileReference
    from .options import (
        BlurOptions,
        BlurRegionOptions,
        BorderRadiusOptions,
        CropObject,
        CropObjectOptions,
        EnhanceOptions,
        FilterName,
        FilterOptions,
        FontOptions,
        HorizontalAlignment,
        ImageFormat,
        ImageQuality,
        OverlayOptions,
        PlacementOptions,
        PreviewOptions,
        ResizeOptions,
        ScaleCropOptions,
        SharpOptions,
        SrgbMode,
        StretchMode,
        StripMeta,
        TextBoxMode,
        TextBoxOptions,
        TrimOptions,
        VerticalAlignment,
    )


class TransformationOperations(Value):
    """Operations on an image, applied from the first to the last (URL API: Image
    transformations).

    It never changes: each operation gives a new one, with itself at the end.
    """

    __slots__ = ()

    def preview(self, **options: Unpack[PreviewOptions]) -> Self:
        """Fits the image into a box.

        It is never enlarged.

        Reference: URL API, Resize, crop: preview.

        Args:
            **options: The box; see `PreviewOptions`.

        Raises:
            InvalidParameterError: For one side without the other, or one out of its range.
        """
        made = transformation_preview(self._text, options)
        return self._with(made)

    def resize(self, **options: Unpack[ResizeOptions]) -> Self:
        """Gives the image this width, this height, or both.

        See `stretch` for images that are smaller.

        Reference: URL API, Resize, crop: resize.

        Args:
            **options: The sides; the one that is not given follows from the other; see
                `ResizeOptions`.

        Raises:
            InvalidParameterError: For no side at all, or one out of its range.
        """
        made = transformation_resize(self._text, options)
        return self._with(made)

    def smart_resize(self, width: int, height: int) -> Self:
        """Gives the image this size; what matters little in it is stretched or shrunk more than the
        rest.

        Reference: URL API, Resize, crop: smart_resize.

        Args:
            width: 1 to 16384 pixels.
            height: 1 to 16384 pixels.

        Raises:
            InvalidParameterError: For a side out of its range.
        """
        made = transformation_smart_resize(self._text, width, height)
        return self._with(made)

    def stretch(self, mode: StretchMode) -> Self:
        """Says what a following `resize` does with an image that is smaller.

        Reference: URL API, Resize, crop: stretch.

        Args:
            mode: `on` enlarges it (the default of the service), `off` leaves it, `fill` adds a
                margin.

        Raises:
            InvalidParameterError: For another mode.
        """
        made = transformation_stretch(self._text, mode)
        return self._with(made)

    def crop(
        self, width: int | str, height: int | str, **options: Unpack[PlacementOptions]
    ) -> Self:
        """Cuts a rectangle out of the image.

        Reference: URL API, Resize, crop: crop.

        Args:
            width: 1 to 1000000 pixels, or 1% to 100% of the image.
            height: 1 to 1000000 pixels, or 1% to 100% of the image.
            **options: Where the rectangle is; by default in the upper left corner; see
                `PlacementOptions`.

        Raises:
            InvalidParameterError: For a length out of its range.
        """
        made = transformation_crop(self._text, width, height, options)
        return self._with(made)

    def crop_ratio(self, width: int, height: int, **options: Unpack[PlacementOptions]) -> Self:
        """Cuts the largest rectangle of a shape out of the image.

        Reference: URL API, Resize, crop: crop by ratio.

        Args:
            width: Width in relation to `height`: 1 to 10000.
            height: Height in relation to `width`: 1 to 10000.
            **options: Where the rectangle is; by default in the upper left corner; see
                `PlacementOptions`.

        Raises:
            InvalidParameterError: For a number out of its range.
        """
        made = transformation_crop_ratio(self._text, width, height, options)
        return self._with(made)

    def crop_object(self, object: CropObject, **options: Unpack[CropObjectOptions]) -> Self:
        """Cuts the faces, or all that matters, out of the image.

        Reference: URL API, Resize, crop: crop by objects.

        Args:
            object: What to look for.
            **options: Size or shape of what is cut out, and where the objects are in it; see
                `CropObjectOptions`.

        Raises:
            InvalidParameterError: For another object, a length out of its range, or a size
                beside a shape.
        """
        made = transformation_crop_object(self._text, object, options)
        return self._with(made)

    def scale_crop(self, width: int, height: int, **options: Unpack[ScaleCropOptions]) -> Self:
        """Shrinks or enlarges the image so that it covers a box, and cuts off the rest.

        Reference: URL API, Resize, crop: scale_crop.

        Args:
            width: 1 to 16384 pixels.
            height: 1 to 16384 pixels.
            **options: What is kept; by default the centre; see `ScaleCropOptions`.

        Raises:
            InvalidParameterError: For a value out of its range.
        """
        made = transformation_scale_crop(self._text, width, height, options)
        return self._with(made)

    def border_radius(
        self, radii: Iterable[int | str], **options: Unpack[BorderRadiusOptions]
    ) -> Self:
        """Rounds the corners.

        Reference: URL API, Resize, crop: border_radius.

        Args:
            radii: 1 to 4 radii, each 0 to 16384 pixels or 0% to 100%; from the upper left
                corner clockwise.
            **options: Other radii in the vertical direction; see `BorderRadiusOptions`.

        Raises:
            InvalidParameterError: For a wrong number of radii, or one out of its range.
        """
        made = transformation_border_radius(self._text, lengths(radii, "radii"), options)
        return self._with(made)

    def setfill(self, color: str) -> Self:
        """Sets the colour of what is transparent or added.

        Put it before what adds something.

        Reference: URL API, Resize, crop: setfill.

        Args:
            color: 3, 6 or 8 hexadecimal digits; the last two of 8 are how opaque it is.

        Raises:
            InvalidParameterError: For what is no such colour.
        """
        made = transformation_setfill(self._text, color)
        return self._with(made)

    def zoom_objects(self, zoom: int) -> Self:
        """Makes the objects in the image larger.

        Reference: URL API, Resize, crop: zoom_objects.

        Args:
            zoom: 1 to 100.

        Raises:
            InvalidParameterError: For a number out of its range.
        """
        made = transformation_zoom_objects(self._text, zoom)
        return self._with(made)

    def trim(self, **options: Unpack[TrimOptions]) -> Self:
        """Cuts off a margin of one colour.

        Reference: URL API, Resize, crop: trim.

        Args:
            **options: How much the colour may differ, and how much of the margin stays; see
                `TrimOptions`.

        Raises:
            InvalidParameterError: For one without the other, or one out of its range.
        """
        made = transformation_trim(self._text, options)
        return self._with(made)

    def rasterize(self) -> Self:
        """Makes pixels of an SVG image, so that all operations apply.

        Others stay as they are.

        Reference: URL API, SVG: rasterize.
        """
        made = transformation_rasterize(self._text)
        return self._with(made)

    def autorotate(self, enabled: bool) -> Self:
        """Whether the image is turned as the camera says.

        The service does so by default.

        Reference: URL API, Rotate, flip: autorotate.

        Args:
            enabled: Whether it is.
        """
        made = transformation_autorotate(self._text, enabled)
        return self._with(made)

    def rotate(self, angle: int) -> Self:
        """Turns the image counterclockwise.

        Reference: URL API, Rotate, flip: rotate.

        Args:
            angle: 0 to 360 degrees, a multiple of 90.

        Raises:
            InvalidParameterError: For another angle.
        """
        made = transformation_rotate(self._text, angle)
        return self._with(made)

    def flip(self) -> Self:
        """Turns the image upside down, as in a lake.

        Reference: URL API, Rotate, flip: flip.
        """
        made = transformation_flip(self._text)
        return self._with(made)

    def mirror(self) -> Self:
        """Swaps left and right.

        Reference: URL API, Rotate, flip: mirror.
        """
        made = transformation_mirror(self._text)
        return self._with(made)

    def brightness(self, value: int) -> Self:
        """Makes the image brighter or darker.

        Reference: URL API, Colors: brightness.

        Args:
            value: -100 to 100; 0 changes nothing.

        Raises:
            InvalidParameterError: For a number out of its range.
        """
        made = transformation_brightness(self._text, value)
        return self._with(made)

    def exposure(self, value: int) -> Self:
        """Changes the exposure.

        Reference: URL API, Colors: exposure.

        Args:
            value: -500 to 500; 0 changes nothing.

        Raises:
            InvalidParameterError: For a number out of its range.
        """
        made = transformation_exposure(self._text, value)
        return self._with(made)

    def gamma(self, value: int) -> Self:
        """Changes the gamma.

        Reference: URL API, Colors: gamma.

        Args:
            value: 0 to 1000; 100 changes nothing.

        Raises:
            InvalidParameterError: For a number out of its range.
        """
        made = transformation_gamma(self._text, value)
        return self._with(made)

    def contrast(self, value: int) -> Self:
        """Changes the contrast.

        Reference: URL API, Colors: contrast.

        Args:
            value: -100 to 500; 0 changes nothing.

        Raises:
            InvalidParameterError: For a number out of its range.
        """
        made = transformation_contrast(self._text, value)
        return self._with(made)

    def saturation(self, value: int) -> Self:
        """Makes colours stronger or weaker.

        Reference: URL API, Colors: saturation.

        Args:
            value: -100 to 500; 0 changes nothing.

        Raises:
            InvalidParameterError: For a number out of its range.
        """
        made = transformation_saturation(self._text, value)
        return self._with(made)

    def vibrance(self, value: int) -> Self:
        """Makes weak colours stronger, or weaker still.

        Reference: URL API, Colors: vibrance.

        Args:
            value: -100 to 500; 0 changes nothing.

        Raises:
            InvalidParameterError: For a number out of its range.
        """
        made = transformation_vibrance(self._text, value)
        return self._with(made)

    def warmth(self, value: int) -> Self:
        """Makes the colours warmer or colder.

        Reference: URL API, Colors: warmth.

        Args:
            value: -100 to 100; 0 changes nothing.

        Raises:
            InvalidParameterError: For a number out of its range.
        """
        made = transformation_warmth(self._text, value)
        return self._with(made)

    def enhance(self, **options: Unpack[EnhanceOptions]) -> Self:
        """Makes the image look better: levels, contrast and saturation at once.

        Reference: URL API, Colors: enhance.

        Args:
            **options: How much; see `EnhanceOptions`.

        Raises:
            InvalidParameterError: For a number out of its range.
        """
        made = transformation_enhance(self._text, options)
        return self._with(made)

    def grayscale(self) -> Self:
        """Takes the colours away.

        Reference: URL API, Colors: grayscale.
        """
        made = transformation_grayscale(self._text)
        return self._with(made)

    def invert(self) -> Self:
        """Turns the colours into their opposites.

        Reference: URL API, Colors: invert.
        """
        made = transformation_invert(self._text)
        return self._with(made)

    def filter(self, name: FilterName, **options: Unpack[FilterOptions]) -> Self:
        """Lays one of the photo filters over the image.

        Reference: URL API, Photo filters.

        Args:
            name: The filter.
            **options: How much; see `FilterOptions`.

        Raises:
            InvalidParameterError: For another filter, or an amount out of its range.
        """
        made = transformation_filter(self._text, name, options)
        return self._with(made)

    def blur(self, **options: Unpack[BlurOptions]) -> Self:
        """Blurs the image; with an amount it is an unsharp mask, which sharpens where the amount is
        negative.

        Reference: URL API, Blur, sharpen: blur.

        Args:
            **options: How much; see `BlurOptions`.

        Raises:
            InvalidParameterError: For an amount without a strength, or a number out of its
                range.
        """
        made = transformation_blur(self._text, options)
        return self._with(made)

    def blur_region(
        self,
        width: int | str,
        height: int | str,
        x: int | str,
        y: int | str,
        **options: Unpack[BlurRegionOptions],
    ) -> Self:
        """Blurs a rectangle of the image.

        Reference: URL API, Blur, sharpen: blur_region.

        Args:
            width: 1 to 1000000 pixels, or 1% to 100% of the image.
            height: 1 to 1000000 pixels, or 1% to 100% of the image.
            x: Its left edge: 0 to 1000000 pixels, or 0% to 100% of the image.
            y: Its upper edge: 0 to 1000000 pixels, or 0% to 100% of the image.
            **options: How much; see `BlurRegionOptions`.

        Raises:
            InvalidParameterError: For a value out of its range.
        """
        made = transformation_blur_region(self._text, width, height, x, y, options)
        return self._with(made)

    def blur_faces(self, **options: Unpack[BlurRegionOptions]) -> Self:
        """Blurs all faces of the image.

        Reference: URL API, Blur, sharpen: blur_region.

        Args:
            **options: How much; see `BlurRegionOptions`.

        Raises:
            InvalidParameterError: For a number out of its range.
        """
        made = transformation_blur_faces(self._text, options)
        return self._with(made)

    def sharp(self, **options: Unpack[SharpOptions]) -> Self:
        """Sharpens the image.

        Reference: URL API, Blur, sharpen: sharp.

        Args:
            **options: How much; see `SharpOptions`.

        Raises:
            InvalidParameterError: For a number out of its range.
        """
        made = transformation_sharp(self._text, options)
        return self._with(made)

    def srgb(self, mode: SrgbMode) -> Self:
        """Says what happens to colours of another profile than sRGB.

        Reference: URL API, Colors: srgb.

        Args:
            mode: What.

        Raises:
            InvalidParameterError: For another mode.
        """
        made = transformation_srgb(self._text, mode)
        return self._with(made)

    def max_icc_size(self, kilobytes: int) -> Self:
        """Says how large a colour profile may be that is kept.

        Put it before `srgb`.

        Reference: URL API, Colors: max_icc_size.

        Args:
            kilobytes: 0 to 1000000; the service's default is 10.

        Raises:
            InvalidParameterError: For a number out of its range.
        """
        made = transformation_max_icc_size(self._text, kilobytes)
        return self._with(made)

    def format(self, format: ImageFormat) -> Self:
        """Gives the image in this format.

        Reference: URL API, Image compression: format.

        Args:
            format: The format.

        Raises:
            InvalidParameterError: For another format; a newer one can be given by `raw`.
        """
        made = transformation_format(self._text, format)
        return self._with(made)

    def quality(self, quality: ImageQuality) -> Self:
        """Says how much the image is compressed.

        Reference: URL API, Image compression: quality.

        Args:
            quality: The quality; the service's default is `normal`.

        Raises:
            InvalidParameterError: For another quality.
        """
        made = transformation_quality(self._text, quality)
        return self._with(made)

    def progressive(self, enabled: bool) -> Self:
        """Whether a JPEG image can be shown while it comes.

        Reference: URL API, Image compression: progressive.

        Args:
            enabled: Whether it can.
        """
        made = transformation_progressive(self._text, enabled)
        return self._with(made)

    def strip_meta(self, mode: StripMeta) -> Self:
        """Says what facts of the camera are left out.

        Reference: URL API, Image compression: strip_meta.

        Args:
            mode: Which; the service's default is `all`.

        Raises:
            InvalidParameterError: For another mode.
        """
        made = transformation_strip_meta(self._text, mode)
        return self._with(made)

    def inline(self, enabled: bool) -> Self:
        """Whether a browser shows the file, or saves it.

        Reference: URL API, Other operations: inline.

        Args:
            enabled: Whether it shows it.
        """
        made = transformation_inline(self._text, enabled)
        return self._with(made)

    def overlay(self, image: FileReference, **options: Unpack[OverlayOptions]) -> Self:
        """Lays another image of the project over this one.

        Reference: URL API, Overlays: image.

        Args:
            image: The other image.
            **options: How large, where, and how opaque; see `OverlayOptions`.

        Raises:
            InvalidParameterError: For what is no file, or a value out of its range.
        """
        made = transformation_overlay(self._text, file_text(image, "image"), options)
        return self._with(made)

    def overlay_self(self, **options: Unpack[OverlayOptions]) -> Self:
        """Lays the image over itself, as it was before all operations.

        Reference: URL API, Overlays: self.

        Args:
            **options: How large, where, and how opaque; see `OverlayOptions`.

        Raises:
            InvalidParameterError: For a value out of its range.
        """
        made = transformation_overlay_self(self._text, options)
        return self._with(made)

    def text(
        self, text: str, width: int | str, height: int | str, **options: Unpack[PlacementOptions]
    ) -> Self:
        """Lays text over the image.

        How it looks is said before, by `font`, `text_align` and `text_box`.

        Reference: URL API, Overlays: text.

        Args:
            text: The text; line breaks are kept.
            width: Of its box: 1 to 16384 pixels, or 1% to 100% of the image.
            height: Of its box: 1 to 16384 pixels, or 1% to 100% of the image.
            **options: Where the box is; by default in the centre; see `PlacementOptions`.

        Raises:
            InvalidParameterError: For an empty text or one of nothing but one or two dots, or a
                length out of its range.
        """
        made = transformation_text(self._text, text, width, height, options)
        return self._with(made)

    def text_align(self, horizontal: HorizontalAlignment, vertical: VerticalAlignment) -> Self:
        """Says where in its box a following `text` is.

        Reference: URL API, Overlays: text_align.

        Args:
            horizontal: Left, in the middle or right.
            vertical: At the top, in the middle or at the bottom.

        Raises:
            InvalidParameterError: For another place.
        """
        made = transformation_text_align(self._text, horizontal, vertical)
        return self._with(made)

    def font(self, **options: Unpack[FontOptions]) -> Self:
        """Says how a following `text` is written.

        Reference: URL API, Overlays: font.

        Args:
            **options: At least one of them; what is not given stays as it was; see
                `FontOptions`.

        Raises:
            InvalidParameterError: For no option at all, or one out of its range.
        """
        made = transformation_font(self._text, options)
        return self._with(made)

    def text_box(self, mode: TextBoxMode, **options: Unpack[TextBoxOptions]) -> Self:
        """Says what is behind a following `text`.

        Reference: URL API, Overlays: text_box.

        Args:
            mode: Where it is.
            **options: Its colour and size; see `TextBoxOptions`.

        Raises:
            InvalidParameterError: For another mode, a padding without a colour, or one out of
                its range.
        """
        made = transformation_text_box(self._text, mode, options)
        return self._with(made)

    def rect(
        self, color: str, width: int | str, height: int | str, **options: Unpack[PlacementOptions]
    ) -> Self:
        """Lays a rectangle of one colour over the image.

        Reference: URL API, Overlays: rect.

        Args:
            color: 3, 6 or 8 hexadecimal digits; the last two of 8 are how opaque it is.
            width: 1% to 100% of the image.
            height: 1% to 100% of the image.
            **options: Where it is, in per cent or by words; by default in the centre; see
                `PlacementOptions`.

        Raises:
            InvalidParameterError: For what is no colour, or a length out of its range.
        """
        made = transformation_rect(self._text, color, width, height, options)
        return self._with(made)

    def json(self) -> Self:
        """Gives facts of the image as JSON instead of the image.

        Nothing can come after it.

        Reference: URL API, File information.
        """
        made = transformation_json(self._text)
        return self._with(made)

    def jsonp(self) -> Self:
        """Gives facts of the image as a script that calls `uploadcare_callback`.

        Nothing can come after it.

        Reference: URL API, File information.
        """
        made = transformation_jsonp(self._text)
        return self._with(made)

    def main_colors(self, count: int) -> Self:
        """Gives the colours of which there is most in the image, as JSON.

        Nothing can come after it.

        Reference: URL API, Color recognition.

        Args:
            count: How many: 1 to 256.

        Raises:
            InvalidParameterError: For a number out of its range.
        """
        made = transformation_main_colors(self._text, count)
        return self._with(made)

    def raw(self, operation: str) -> Self:
        """Adds an operation as text: one that this library does not know yet.

        Reference: URL API.

        Args:
            operation: Its name and parameters as in a URL, percent-encoded, such as `sharp/10`.

        Raises:
            InvalidParameterError: For an empty text, or a character that a URL cannot have.
        """
        made = transformation_raw(self._text, operation)
        return self._with(made)
