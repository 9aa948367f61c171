// Made from the Rust definitions by `cargo xtask generate`. Do not edit.
//! The methods of values.

use crate::{
    errors::raise,
    options::{argument, read},
};
use pyo3::prelude::*;
use uploadcare::{
    BlurOptions, BlurRegionOptions, BorderRadiusOptions, CropObject, CropObjectOptions,
    EnhanceOptions, FilterName, FilterOptions, FontOptions, HorizontalAlignment, ImageFormat,
    ImageQuality, Length, OverlayOptions, PlacementOptions, PreviewOptions, ResizeOptions,
    ScaleCropOptions, SharpOptions, SrgbMode, StretchMode, StripMeta, TextBoxMode, TextBoxOptions,
    Transformation, TrimOptions, VerticalAlignment,
};

pub fn add(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(transformation_preview, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_resize, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_smart_resize, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_stretch, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_crop, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_crop_ratio, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_crop_object, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_scale_crop, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_border_radius, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_setfill, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_zoom_objects, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_trim, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_rasterize, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_autorotate, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_rotate, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_flip, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_mirror, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_brightness, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_exposure, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_gamma, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_contrast, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_saturation, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_vibrance, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_warmth, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_enhance, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_grayscale, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_invert, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_filter, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_blur, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_blur_region, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_blur_faces, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_sharp, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_srgb, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_max_icc_size, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_format, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_quality, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_progressive, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_strip_meta, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_inline, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_overlay, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_overlay_self, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_text, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_text_align, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_font, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_text_box, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_rect, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_json, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_jsonp, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_main_colors, module)?)?;
    module.add_function(wrap_pyfunction!(transformation_raw, module)?)?;

    Ok(())
}

#[pyfunction]
fn transformation_preview(
    py: Python<'_>,
    transformation: Transformation,
    options: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let options: PreviewOptions = read(options)?;
    transformation.preview(options).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_resize(
    py: Python<'_>,
    transformation: Transformation,
    options: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let options: ResizeOptions = read(options)?;
    transformation.resize(options).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_smart_resize(
    py: Python<'_>,
    transformation: Transformation,
    width: &Bound<'_, PyAny>,
    height: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let width: i64 = argument(width, "width")?;
    let height: i64 = argument(height, "height")?;
    transformation
        .smart_resize(width, height)
        .map(|value| value.text)
        .map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_stretch(
    py: Python<'_>,
    transformation: Transformation,
    mode: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let mode: StretchMode = argument(mode, "mode")?;
    transformation.stretch(mode).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_crop(
    py: Python<'_>,
    transformation: Transformation,
    width: &Bound<'_, PyAny>,
    height: &Bound<'_, PyAny>,
    options: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let width: Length = argument(width, "width")?;
    let height: Length = argument(height, "height")?;
    let options: PlacementOptions = read(options)?;
    transformation
        .crop(width, height, options)
        .map(|value| value.text)
        .map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_crop_ratio(
    py: Python<'_>,
    transformation: Transformation,
    width: &Bound<'_, PyAny>,
    height: &Bound<'_, PyAny>,
    options: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let width: i64 = argument(width, "width")?;
    let height: i64 = argument(height, "height")?;
    let options: PlacementOptions = read(options)?;
    transformation
        .crop_ratio(width, height, options)
        .map(|value| value.text)
        .map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_crop_object(
    py: Python<'_>,
    transformation: Transformation,
    object: &Bound<'_, PyAny>,
    options: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let object: CropObject = argument(object, "object")?;
    let options: CropObjectOptions = read(options)?;
    transformation
        .crop_object(object, options)
        .map(|value| value.text)
        .map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_scale_crop(
    py: Python<'_>,
    transformation: Transformation,
    width: &Bound<'_, PyAny>,
    height: &Bound<'_, PyAny>,
    options: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let width: i64 = argument(width, "width")?;
    let height: i64 = argument(height, "height")?;
    let options: ScaleCropOptions = read(options)?;
    transformation
        .scale_crop(width, height, options)
        .map(|value| value.text)
        .map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_border_radius(
    py: Python<'_>,
    transformation: Transformation,
    radii: &Bound<'_, PyAny>,
    options: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let radii: Vec<Length> = argument(radii, "radii")?;
    let options: BorderRadiusOptions = read(options)?;
    transformation
        .border_radius(radii, options)
        .map(|value| value.text)
        .map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_setfill(
    py: Python<'_>,
    transformation: Transformation,
    color: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let color: String = argument(color, "color")?;
    transformation.setfill(&color).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_zoom_objects(
    py: Python<'_>,
    transformation: Transformation,
    zoom: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let zoom: i64 = argument(zoom, "zoom")?;
    transformation.zoom_objects(zoom).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_trim(
    py: Python<'_>,
    transformation: Transformation,
    options: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let options: TrimOptions = read(options)?;
    transformation.trim(options).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_rasterize(py: Python<'_>, transformation: Transformation) -> PyResult<String> {
    transformation.rasterize().map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_autorotate(
    py: Python<'_>,
    transformation: Transformation,
    enabled: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let enabled: bool = argument(enabled, "enabled")?;
    transformation.autorotate(enabled).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_rotate(
    py: Python<'_>,
    transformation: Transformation,
    angle: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let angle: i64 = argument(angle, "angle")?;
    transformation.rotate(angle).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_flip(py: Python<'_>, transformation: Transformation) -> PyResult<String> {
    transformation.flip().map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_mirror(py: Python<'_>, transformation: Transformation) -> PyResult<String> {
    transformation.mirror().map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_brightness(
    py: Python<'_>,
    transformation: Transformation,
    value: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let value: i64 = argument(value, "value")?;
    transformation.brightness(value).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_exposure(
    py: Python<'_>,
    transformation: Transformation,
    value: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let value: i64 = argument(value, "value")?;
    transformation.exposure(value).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_gamma(
    py: Python<'_>,
    transformation: Transformation,
    value: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let value: i64 = argument(value, "value")?;
    transformation.gamma(value).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_contrast(
    py: Python<'_>,
    transformation: Transformation,
    value: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let value: i64 = argument(value, "value")?;
    transformation.contrast(value).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_saturation(
    py: Python<'_>,
    transformation: Transformation,
    value: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let value: i64 = argument(value, "value")?;
    transformation.saturation(value).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_vibrance(
    py: Python<'_>,
    transformation: Transformation,
    value: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let value: i64 = argument(value, "value")?;
    transformation.vibrance(value).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_warmth(
    py: Python<'_>,
    transformation: Transformation,
    value: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let value: i64 = argument(value, "value")?;
    transformation.warmth(value).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_enhance(
    py: Python<'_>,
    transformation: Transformation,
    options: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let options: EnhanceOptions = read(options)?;
    transformation.enhance(options).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_grayscale(py: Python<'_>, transformation: Transformation) -> PyResult<String> {
    transformation.grayscale().map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_invert(py: Python<'_>, transformation: Transformation) -> PyResult<String> {
    transformation.invert().map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_filter(
    py: Python<'_>,
    transformation: Transformation,
    name: &Bound<'_, PyAny>,
    options: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let name: FilterName = argument(name, "name")?;
    let options: FilterOptions = read(options)?;
    transformation.filter(name, options).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_blur(
    py: Python<'_>,
    transformation: Transformation,
    options: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let options: BlurOptions = read(options)?;
    transformation.blur(options).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_blur_region(
    py: Python<'_>,
    transformation: Transformation,
    width: &Bound<'_, PyAny>,
    height: &Bound<'_, PyAny>,
    x: &Bound<'_, PyAny>,
    y: &Bound<'_, PyAny>,
    options: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let width: Length = argument(width, "width")?;
    let height: Length = argument(height, "height")?;
    let x: Length = argument(x, "x")?;
    let y: Length = argument(y, "y")?;
    let options: BlurRegionOptions = read(options)?;
    transformation
        .blur_region(width, height, x, y, options)
        .map(|value| value.text)
        .map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_blur_faces(
    py: Python<'_>,
    transformation: Transformation,
    options: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let options: BlurRegionOptions = read(options)?;
    transformation.blur_faces(options).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_sharp(
    py: Python<'_>,
    transformation: Transformation,
    options: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let options: SharpOptions = read(options)?;
    transformation.sharp(options).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_srgb(
    py: Python<'_>,
    transformation: Transformation,
    mode: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let mode: SrgbMode = argument(mode, "mode")?;
    transformation.srgb(mode).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_max_icc_size(
    py: Python<'_>,
    transformation: Transformation,
    kilobytes: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let kilobytes: i64 = argument(kilobytes, "kilobytes")?;
    transformation
        .max_icc_size(kilobytes)
        .map(|value| value.text)
        .map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_format(
    py: Python<'_>,
    transformation: Transformation,
    format: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let format: ImageFormat = argument(format, "format")?;
    transformation.format(format).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_quality(
    py: Python<'_>,
    transformation: Transformation,
    quality: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let quality: ImageQuality = argument(quality, "quality")?;
    transformation.quality(quality).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_progressive(
    py: Python<'_>,
    transformation: Transformation,
    enabled: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let enabled: bool = argument(enabled, "enabled")?;
    transformation.progressive(enabled).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_strip_meta(
    py: Python<'_>,
    transformation: Transformation,
    mode: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let mode: StripMeta = argument(mode, "mode")?;
    transformation.strip_meta(mode).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_inline(
    py: Python<'_>,
    transformation: Transformation,
    enabled: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let enabled: bool = argument(enabled, "enabled")?;
    transformation.inline(enabled).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_overlay(
    py: Python<'_>,
    transformation: Transformation,
    image: &Bound<'_, PyAny>,
    options: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let image: String = argument(image, "image")?;
    let options: OverlayOptions = read(options)?;
    transformation
        .overlay(image, options)
        .map(|value| value.text)
        .map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_overlay_self(
    py: Python<'_>,
    transformation: Transformation,
    options: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let options: OverlayOptions = read(options)?;
    transformation.overlay_self(options).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_text(
    py: Python<'_>,
    transformation: Transformation,
    text: &Bound<'_, PyAny>,
    width: &Bound<'_, PyAny>,
    height: &Bound<'_, PyAny>,
    options: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let text: String = argument(text, "text")?;
    let width: Length = argument(width, "width")?;
    let height: Length = argument(height, "height")?;
    let options: PlacementOptions = read(options)?;
    transformation
        .text(&text, width, height, options)
        .map(|value| value.text)
        .map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_text_align(
    py: Python<'_>,
    transformation: Transformation,
    horizontal: &Bound<'_, PyAny>,
    vertical: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let horizontal: HorizontalAlignment = argument(horizontal, "horizontal")?;
    let vertical: VerticalAlignment = argument(vertical, "vertical")?;
    transformation
        .text_align(horizontal, vertical)
        .map(|value| value.text)
        .map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_font(
    py: Python<'_>,
    transformation: Transformation,
    options: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let options: FontOptions = read(options)?;
    transformation.font(options).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_text_box(
    py: Python<'_>,
    transformation: Transformation,
    mode: &Bound<'_, PyAny>,
    options: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let mode: TextBoxMode = argument(mode, "mode")?;
    let options: TextBoxOptions = read(options)?;
    transformation
        .text_box(mode, options)
        .map(|value| value.text)
        .map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_rect(
    py: Python<'_>,
    transformation: Transformation,
    color: &Bound<'_, PyAny>,
    width: &Bound<'_, PyAny>,
    height: &Bound<'_, PyAny>,
    options: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let color: String = argument(color, "color")?;
    let width: Length = argument(width, "width")?;
    let height: Length = argument(height, "height")?;
    let options: PlacementOptions = read(options)?;
    transformation
        .rect(&color, width, height, options)
        .map(|value| value.text)
        .map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_json(py: Python<'_>, transformation: Transformation) -> PyResult<String> {
    transformation.json().map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_jsonp(py: Python<'_>, transformation: Transformation) -> PyResult<String> {
    transformation.jsonp().map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_main_colors(
    py: Python<'_>,
    transformation: Transformation,
    count: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let count: i64 = argument(count, "count")?;
    transformation.main_colors(count).map(|value| value.text).map_err(|error| raise(py, &error))
}

#[pyfunction]
fn transformation_raw(
    py: Python<'_>,
    transformation: Transformation,
    operation: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let operation: String = argument(operation, "operation")?;
    transformation.raw(&operation).map(|value| value.text).map_err(|error| raise(py, &error))
}
