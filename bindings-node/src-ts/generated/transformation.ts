// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import {
  transformationAutorotate,
  transformationBlur,
  transformationBlurFaces,
  transformationBlurRegion,
  transformationBorderRadius,
  transformationBrightness,
  transformationContrast,
  transformationCrop,
  transformationCropObject,
  transformationCropRatio,
  transformationEnhance,
  transformationExposure,
  transformationFilter,
  transformationFlip,
  transformationFont,
  transformationFormat,
  transformationGamma,
  transformationGrayscale,
  transformationInline,
  transformationInvert,
  transformationJson,
  transformationJsonp,
  transformationMainColors,
  transformationMaxIccSize,
  transformationMirror,
  transformationOverlay,
  transformationOverlaySelf,
  transformationPreview,
  transformationProgressive,
  transformationQuality,
  transformationRasterize,
  transformationRaw,
  transformationRect,
  transformationResize,
  transformationRotate,
  transformationSaturation,
  transformationScaleCrop,
  transformationSetfill,
  transformationSharp,
  transformationSmartResize,
  transformationSrgb,
  transformationStretch,
  transformationStripMeta,
  transformationText,
  transformationTextAlign,
  transformationTextBox,
  transformationTrim,
  transformationVibrance,
  transformationWarmth,
  transformationZoomObjects,
} from '../../native/generated/index.js';
import type {
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
  Length,
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
} from '../../native/generated/models.js';
import {
  callNow,
  checkBoolean,
  checkInteger,
  checkOptions,
  checkText,
  checkWholes,
} from '../call.js';
import { checkLength, lengths } from '../length.js';
import { type FileReference, fileText } from '../reference.js';
import type { Transformation } from '../transformation.js';

/** The methods of `Transformation`. */
export abstract class TransformationOperations {
  /** The operations as they stand in a URL, such as `-/preview/200x200/-/grayscale/`. */
  abstract readonly chain: string;

  /** @internal */
  abstract with(chain: string): Transformation;

  /**
   * Fits the image into a box. It is never enlarged.
   *
   * Reference: URL API, Resize, crop: preview.
   *
   * @param options The box.
   * @throws {InvalidParameterError} For one side without the other, or one out of its range.
   */
  preview(options: PreviewOptions = {}): Transformation {
    return callNow(this.preview, () => {
      checkOptions(options);
      checkWholes(options, ['width', 'height']);
      const chain = transformationPreview(this.chain, options);
      return this.with(chain);
    });
  }

  /**
   * Gives the image this width, this height, or both. See `stretch` for images that are smaller.
   *
   * Reference: URL API, Resize, crop: resize.
   *
   * @param options The sides; the one that is not given follows from the other.
   * @throws {InvalidParameterError} For no side at all, or one out of its range.
   */
  resize(options: ResizeOptions = {}): Transformation {
    return callNow(this.resize, () => {
      checkOptions(options);
      checkWholes(options, ['width', 'height']);
      const chain = transformationResize(this.chain, options);
      return this.with(chain);
    });
  }

  /**
   * Gives the image this size; what matters little in it is stretched or shrunk more than the rest.
   *
   * Reference: URL API, Resize, crop: smart_resize.
   *
   * @param width 1 to 16384 pixels.
   * @param height 1 to 16384 pixels.
   * @throws {InvalidParameterError} For a side out of its range.
   */
  smartResize(width: number, height: number): Transformation {
    return callNow(this.smartResize, () => {
      checkInteger('width', width);
      checkInteger('height', height);
      const chain = transformationSmartResize(this.chain, width, height);
      return this.with(chain);
    });
  }

  /**
   * Says what a following `resize` does with an image that is smaller.
   *
   * Reference: URL API, Resize, crop: stretch.
   *
   * @param mode `on` enlarges it (the default of the service), `off` leaves it, `fill` adds a
   * margin.
   * @throws {InvalidParameterError} For another mode.
   */
  stretch(mode: StretchMode): Transformation {
    return callNow(this.stretch, () => {
      checkText('mode', mode);
      const chain = transformationStretch(this.chain, mode);
      return this.with(chain);
    });
  }

  /**
   * Cuts a rectangle out of the image.
   *
   * Reference: URL API, Resize, crop: crop.
   *
   * @param width 1 to 1000000 pixels, or 1% to 100% of the image.
   * @param height 1 to 1000000 pixels, or 1% to 100% of the image.
   * @param options Where the rectangle is; by default in the upper left corner.
   * @throws {InvalidParameterError} For a length out of its range.
   */
  crop(width: Length, height: Length, options: PlacementOptions = {}): Transformation {
    return callNow(this.crop, () => {
      checkOptions(options);
      checkLength('width', width);
      checkLength('height', height);
      const chain = transformationCrop(this.chain, width, height, options);
      return this.with(chain);
    });
  }

  /**
   * Cuts the largest rectangle of a shape out of the image.
   *
   * Reference: URL API, Resize, crop: crop by ratio.
   *
   * @param width Width in relation to `height`: 1 to 10000.
   * @param height Height in relation to `width`: 1 to 10000.
   * @param options Where the rectangle is; by default in the upper left corner.
   * @throws {InvalidParameterError} For a number out of its range.
   */
  cropRatio(width: number, height: number, options: PlacementOptions = {}): Transformation {
    return callNow(this.cropRatio, () => {
      checkOptions(options);
      checkInteger('width', width);
      checkInteger('height', height);
      const chain = transformationCropRatio(this.chain, width, height, options);
      return this.with(chain);
    });
  }

  /**
   * Cuts the faces, or all that matters, out of the image.
   *
   * Reference: URL API, Resize, crop: crop by objects.
   *
   * @param object What to look for.
   * @param options Size or shape of what is cut out, and where the objects are in it.
   * @throws {InvalidParameterError} For another object, a length out of its range, or a size beside
   * a shape.
   */
  cropObject(object: CropObject, options: CropObjectOptions = {}): Transformation {
    return callNow(this.cropObject, () => {
      checkOptions(options);
      checkText('object', object);
      checkWholes(options, ['ratioWidth', 'ratioHeight']);
      const chain = transformationCropObject(this.chain, object, options);
      return this.with(chain);
    });
  }

  /**
   * Shrinks or enlarges the image so that it covers a box, and cuts off the rest.
   *
   * Reference: URL API, Resize, crop: scale_crop.
   *
   * @param width 1 to 16384 pixels.
   * @param height 1 to 16384 pixels.
   * @param options What is kept; by default the centre.
   * @throws {InvalidParameterError} For a value out of its range.
   */
  scaleCrop(width: number, height: number, options: ScaleCropOptions = {}): Transformation {
    return callNow(this.scaleCrop, () => {
      checkOptions(options);
      checkInteger('width', width);
      checkInteger('height', height);
      const chain = transformationScaleCrop(this.chain, width, height, options);
      return this.with(chain);
    });
  }

  /**
   * Rounds the corners.
   *
   * Reference: URL API, Resize, crop: border_radius.
   *
   * @param radii 1 to 4 radii, each 0 to 16384 pixels or 0% to 100%; from the upper left corner
   * clockwise.
   * @param options Other radii in the vertical direction.
   * @throws {InvalidParameterError} For a wrong number of radii, or one out of its range.
   */
  borderRadius(
    radii: Iterable<Length> & object,
    options: BorderRadiusOptions = {},
  ): Transformation {
    return callNow(this.borderRadius, () => {
      checkOptions(options);
      const chain = transformationBorderRadius(this.chain, lengths('radii', radii), options);
      return this.with(chain);
    });
  }

  /**
   * Sets the colour of what is transparent or added. Put it before what adds something.
   *
   * Reference: URL API, Resize, crop: setfill.
   *
   * @param color 3, 6 or 8 hexadecimal digits; the last two of 8 are how opaque it is.
   * @throws {InvalidParameterError} For what is no such colour.
   */
  setfill(color: string): Transformation {
    return callNow(this.setfill, () => {
      checkText('color', color);
      const chain = transformationSetfill(this.chain, color);
      return this.with(chain);
    });
  }

  /**
   * Makes the objects in the image larger.
   *
   * Reference: URL API, Resize, crop: zoom_objects.
   *
   * @param zoom 1 to 100.
   * @throws {InvalidParameterError} For a number out of its range.
   */
  zoomObjects(zoom: number): Transformation {
    return callNow(this.zoomObjects, () => {
      checkInteger('zoom', zoom);
      const chain = transformationZoomObjects(this.chain, zoom);
      return this.with(chain);
    });
  }

  /**
   * Cuts off a margin of one colour.
   *
   * Reference: URL API, Resize, crop: trim.
   *
   * @param options How much the colour may differ, and how much of the margin stays.
   * @throws {InvalidParameterError} For one without the other, or one out of its range.
   */
  trim(options: TrimOptions = {}): Transformation {
    return callNow(this.trim, () => {
      checkOptions(options);
      const chain = transformationTrim(this.chain, options);
      return this.with(chain);
    });
  }

  /**
   * Makes pixels of an SVG image, so that all operations apply. Others stay as they are.
   *
   * Reference: URL API, SVG: rasterize.
   */
  rasterize(): Transformation {
    return callNow(this.rasterize, () => {
      const chain = transformationRasterize(this.chain);
      return this.with(chain);
    });
  }

  /**
   * Whether the image is turned as the camera says. The service does so by default.
   *
   * Reference: URL API, Rotate, flip: autorotate.
   *
   * @param enabled Whether it is.
   */
  autorotate(enabled: boolean): Transformation {
    return callNow(this.autorotate, () => {
      checkBoolean('enabled', enabled);
      const chain = transformationAutorotate(this.chain, enabled);
      return this.with(chain);
    });
  }

  /**
   * Turns the image counterclockwise.
   *
   * Reference: URL API, Rotate, flip: rotate.
   *
   * @param angle 0 to 360 degrees, a multiple of 90.
   * @throws {InvalidParameterError} For another angle.
   */
  rotate(angle: number): Transformation {
    return callNow(this.rotate, () => {
      checkInteger('angle', angle);
      const chain = transformationRotate(this.chain, angle);
      return this.with(chain);
    });
  }

  /**
   * Turns the image upside down, as in a lake.
   *
   * Reference: URL API, Rotate, flip: flip.
   */
  flip(): Transformation {
    return callNow(this.flip, () => {
      const chain = transformationFlip(this.chain);
      return this.with(chain);
    });
  }

  /**
   * Swaps left and right.
   *
   * Reference: URL API, Rotate, flip: mirror.
   */
  mirror(): Transformation {
    return callNow(this.mirror, () => {
      const chain = transformationMirror(this.chain);
      return this.with(chain);
    });
  }

  /**
   * Makes the image brighter or darker.
   *
   * Reference: URL API, Colors: brightness.
   *
   * @param value -100 to 100; 0 changes nothing.
   * @throws {InvalidParameterError} For a number out of its range.
   */
  brightness(value: number): Transformation {
    return callNow(this.brightness, () => {
      checkInteger('value', value);
      const chain = transformationBrightness(this.chain, value);
      return this.with(chain);
    });
  }

  /**
   * Changes the exposure.
   *
   * Reference: URL API, Colors: exposure.
   *
   * @param value -500 to 500; 0 changes nothing.
   * @throws {InvalidParameterError} For a number out of its range.
   */
  exposure(value: number): Transformation {
    return callNow(this.exposure, () => {
      checkInteger('value', value);
      const chain = transformationExposure(this.chain, value);
      return this.with(chain);
    });
  }

  /**
   * Changes the gamma.
   *
   * Reference: URL API, Colors: gamma.
   *
   * @param value 0 to 1000; 100 changes nothing.
   * @throws {InvalidParameterError} For a number out of its range.
   */
  gamma(value: number): Transformation {
    return callNow(this.gamma, () => {
      checkInteger('value', value);
      const chain = transformationGamma(this.chain, value);
      return this.with(chain);
    });
  }

  /**
   * Changes the contrast.
   *
   * Reference: URL API, Colors: contrast.
   *
   * @param value -100 to 500; 0 changes nothing.
   * @throws {InvalidParameterError} For a number out of its range.
   */
  contrast(value: number): Transformation {
    return callNow(this.contrast, () => {
      checkInteger('value', value);
      const chain = transformationContrast(this.chain, value);
      return this.with(chain);
    });
  }

  /**
   * Makes colours stronger or weaker.
   *
   * Reference: URL API, Colors: saturation.
   *
   * @param value -100 to 500; 0 changes nothing.
   * @throws {InvalidParameterError} For a number out of its range.
   */
  saturation(value: number): Transformation {
    return callNow(this.saturation, () => {
      checkInteger('value', value);
      const chain = transformationSaturation(this.chain, value);
      return this.with(chain);
    });
  }

  /**
   * Makes weak colours stronger, or weaker still.
   *
   * Reference: URL API, Colors: vibrance.
   *
   * @param value -100 to 500; 0 changes nothing.
   * @throws {InvalidParameterError} For a number out of its range.
   */
  vibrance(value: number): Transformation {
    return callNow(this.vibrance, () => {
      checkInteger('value', value);
      const chain = transformationVibrance(this.chain, value);
      return this.with(chain);
    });
  }

  /**
   * Makes the colours warmer or colder.
   *
   * Reference: URL API, Colors: warmth.
   *
   * @param value -100 to 100; 0 changes nothing.
   * @throws {InvalidParameterError} For a number out of its range.
   */
  warmth(value: number): Transformation {
    return callNow(this.warmth, () => {
      checkInteger('value', value);
      const chain = transformationWarmth(this.chain, value);
      return this.with(chain);
    });
  }

  /**
   * Makes the image look better: levels, contrast and saturation at once.
   *
   * Reference: URL API, Colors: enhance.
   *
   * @param options How much.
   * @throws {InvalidParameterError} For a number out of its range.
   */
  enhance(options: EnhanceOptions = {}): Transformation {
    return callNow(this.enhance, () => {
      checkOptions(options);
      checkWholes(options, ['strength']);
      const chain = transformationEnhance(this.chain, options);
      return this.with(chain);
    });
  }

  /**
   * Takes the colours away.
   *
   * Reference: URL API, Colors: grayscale.
   */
  grayscale(): Transformation {
    return callNow(this.grayscale, () => {
      const chain = transformationGrayscale(this.chain);
      return this.with(chain);
    });
  }

  /**
   * Turns the colours into their opposites.
   *
   * Reference: URL API, Colors: invert.
   */
  invert(): Transformation {
    return callNow(this.invert, () => {
      const chain = transformationInvert(this.chain);
      return this.with(chain);
    });
  }

  /**
   * Lays one of the photo filters over the image.
   *
   * Reference: URL API, Photo filters.
   *
   * @param name The filter.
   * @param options How much.
   * @throws {InvalidParameterError} For another filter, or an amount out of its range.
   */
  filter(name: FilterName, options: FilterOptions = {}): Transformation {
    return callNow(this.filter, () => {
      checkOptions(options);
      checkText('name', name);
      checkWholes(options, ['amount']);
      const chain = transformationFilter(this.chain, name, options);
      return this.with(chain);
    });
  }

  /**
   * Blurs the image; with an amount it is an unsharp mask, which sharpens where the amount is
   * negative.
   *
   * Reference: URL API, Blur, sharpen: blur.
   *
   * @param options How much.
   * @throws {InvalidParameterError} For an amount without a strength, or a number out of its range.
   */
  blur(options: BlurOptions = {}): Transformation {
    return callNow(this.blur, () => {
      checkOptions(options);
      checkWholes(options, ['strength', 'amount']);
      const chain = transformationBlur(this.chain, options);
      return this.with(chain);
    });
  }

  /**
   * Blurs a rectangle of the image.
   *
   * Reference: URL API, Blur, sharpen: blur_region.
   *
   * @param width 1 to 1000000 pixels, or 1% to 100% of the image.
   * @param height 1 to 1000000 pixels, or 1% to 100% of the image.
   * @param x Its left edge: 0 to 1000000 pixels, or 0% to 100% of the image.
   * @param y Its upper edge: 0 to 1000000 pixels, or 0% to 100% of the image.
   * @param options How much.
   * @throws {InvalidParameterError} For a value out of its range.
   */
  blurRegion(
    width: Length,
    height: Length,
    x: Length,
    y: Length,
    options: BlurRegionOptions = {},
  ): Transformation {
    return callNow(this.blurRegion, () => {
      checkOptions(options);
      checkLength('width', width);
      checkLength('height', height);
      checkLength('x', x);
      checkLength('y', y);
      checkWholes(options, ['strength']);
      const chain = transformationBlurRegion(this.chain, width, height, x, y, options);
      return this.with(chain);
    });
  }

  /**
   * Blurs all faces of the image.
   *
   * Reference: URL API, Blur, sharpen: blur_region.
   *
   * @param options How much.
   * @throws {InvalidParameterError} For a number out of its range.
   */
  blurFaces(options: BlurRegionOptions = {}): Transformation {
    return callNow(this.blurFaces, () => {
      checkOptions(options);
      checkWholes(options, ['strength']);
      const chain = transformationBlurFaces(this.chain, options);
      return this.with(chain);
    });
  }

  /**
   * Sharpens the image.
   *
   * Reference: URL API, Blur, sharpen: sharp.
   *
   * @param options How much.
   * @throws {InvalidParameterError} For a number out of its range.
   */
  sharp(options: SharpOptions = {}): Transformation {
    return callNow(this.sharp, () => {
      checkOptions(options);
      checkWholes(options, ['strength']);
      const chain = transformationSharp(this.chain, options);
      return this.with(chain);
    });
  }

  /**
   * Says what happens to colours of another profile than sRGB.
   *
   * Reference: URL API, Colors: srgb.
   *
   * @param mode What.
   * @throws {InvalidParameterError} For another mode.
   */
  srgb(mode: SrgbMode): Transformation {
    return callNow(this.srgb, () => {
      checkText('mode', mode);
      const chain = transformationSrgb(this.chain, mode);
      return this.with(chain);
    });
  }

  /**
   * Says how large a colour profile may be that is kept. Put it before `srgb`.
   *
   * Reference: URL API, Colors: max_icc_size.
   *
   * @param kilobytes 0 to 1000000; the service's default is 10.
   * @throws {InvalidParameterError} For a number out of its range.
   */
  maxIccSize(kilobytes: number): Transformation {
    return callNow(this.maxIccSize, () => {
      checkInteger('kilobytes', kilobytes);
      const chain = transformationMaxIccSize(this.chain, kilobytes);
      return this.with(chain);
    });
  }

  /**
   * Gives the image in this format.
   *
   * Reference: URL API, Image compression: format.
   *
   * @param format The format.
   * @throws {InvalidParameterError} For another format; a newer one can be given by `raw`.
   */
  format(format: ImageFormat): Transformation {
    return callNow(this.format, () => {
      checkText('format', format);
      const chain = transformationFormat(this.chain, format);
      return this.with(chain);
    });
  }

  /**
   * Says how much the image is compressed.
   *
   * Reference: URL API, Image compression: quality.
   *
   * @param quality The quality; the service's default is `normal`.
   * @throws {InvalidParameterError} For another quality.
   */
  quality(quality: ImageQuality): Transformation {
    return callNow(this.quality, () => {
      checkText('quality', quality);
      const chain = transformationQuality(this.chain, quality);
      return this.with(chain);
    });
  }

  /**
   * Whether a JPEG image can be shown while it comes.
   *
   * Reference: URL API, Image compression: progressive.
   *
   * @param enabled Whether it can.
   */
  progressive(enabled: boolean): Transformation {
    return callNow(this.progressive, () => {
      checkBoolean('enabled', enabled);
      const chain = transformationProgressive(this.chain, enabled);
      return this.with(chain);
    });
  }

  /**
   * Says what facts of the camera are left out.
   *
   * Reference: URL API, Image compression: strip_meta.
   *
   * @param mode Which; the service's default is `all`.
   * @throws {InvalidParameterError} For another mode.
   */
  stripMeta(mode: StripMeta): Transformation {
    return callNow(this.stripMeta, () => {
      checkText('mode', mode);
      const chain = transformationStripMeta(this.chain, mode);
      return this.with(chain);
    });
  }

  /**
   * Whether a browser shows the file, or saves it.
   *
   * Reference: URL API, Other operations: inline.
   *
   * @param enabled Whether it shows it.
   */
  inline(enabled: boolean): Transformation {
    return callNow(this.inline, () => {
      checkBoolean('enabled', enabled);
      const chain = transformationInline(this.chain, enabled);
      return this.with(chain);
    });
  }

  /**
   * Lays another image of the project over this one.
   *
   * Reference: URL API, Overlays: image.
   *
   * @param image The other image.
   * @param options How large, where, and how opaque.
   * @throws {InvalidParameterError} For what is no file, or a value out of its range.
   */
  overlay(image: FileReference, options: OverlayOptions = {}): Transformation {
    return callNow(this.overlay, () => {
      checkOptions(options);
      checkWholes(options, ['opacity']);
      const chain = transformationOverlay(this.chain, fileText('image', image), options);
      return this.with(chain);
    });
  }

  /**
   * Lays the image over itself, as it was before all operations.
   *
   * Reference: URL API, Overlays: self.
   *
   * @param options How large, where, and how opaque.
   * @throws {InvalidParameterError} For a value out of its range.
   */
  overlaySelf(options: OverlayOptions = {}): Transformation {
    return callNow(this.overlaySelf, () => {
      checkOptions(options);
      checkWholes(options, ['opacity']);
      const chain = transformationOverlaySelf(this.chain, options);
      return this.with(chain);
    });
  }

  /**
   * Lays text over the image. How it looks is said before, by `font`, `textAlign` and `textBox`.
   *
   * Reference: URL API, Overlays: text.
   *
   * @param text The text; line breaks are kept.
   * @param width Of its box: 1 to 16384 pixels, or 1% to 100% of the image.
   * @param height Of its box: 1 to 16384 pixels, or 1% to 100% of the image.
   * @param options Where the box is; by default in the centre.
   * @throws {InvalidParameterError} For an empty text or one of nothing but one or two dots, or a
   * length out of its range.
   */
  text(
    text: string,
    width: Length,
    height: Length,
    options: PlacementOptions = {},
  ): Transformation {
    return callNow(this.text, () => {
      checkOptions(options);
      checkText('text', text);
      checkLength('width', width);
      checkLength('height', height);
      const chain = transformationText(this.chain, text, width, height, options);
      return this.with(chain);
    });
  }

  /**
   * Says where in its box a following `text` is.
   *
   * Reference: URL API, Overlays: text_align.
   *
   * @param horizontal Left, in the middle or right.
   * @param vertical At the top, in the middle or at the bottom.
   * @throws {InvalidParameterError} For another place.
   */
  textAlign(horizontal: HorizontalAlignment, vertical: VerticalAlignment): Transformation {
    return callNow(this.textAlign, () => {
      checkText('horizontal', horizontal);
      checkText('vertical', vertical);
      const chain = transformationTextAlign(this.chain, horizontal, vertical);
      return this.with(chain);
    });
  }

  /**
   * Says how a following `text` is written.
   *
   * Reference: URL API, Overlays: font.
   *
   * @param options At least one of them; what is not given stays as it was.
   * @throws {InvalidParameterError} For no option at all, or one out of its range.
   */
  font(options: FontOptions = {}): Transformation {
    return callNow(this.font, () => {
      checkOptions(options);
      checkWholes(options, ['size']);
      const chain = transformationFont(this.chain, options);
      return this.with(chain);
    });
  }

  /**
   * Says what is behind a following `text`.
   *
   * Reference: URL API, Overlays: text_box.
   *
   * @param mode Where it is.
   * @param options Its colour and size.
   * @throws {InvalidParameterError} For another mode, a padding without a colour, or one out of its
   * range.
   */
  textBox(mode: TextBoxMode, options: TextBoxOptions = {}): Transformation {
    return callNow(this.textBox, () => {
      checkOptions(options);
      checkText('mode', mode);
      checkWholes(options, ['padding']);
      const chain = transformationTextBox(this.chain, mode, options);
      return this.with(chain);
    });
  }

  /**
   * Lays a rectangle of one colour over the image.
   *
   * Reference: URL API, Overlays: rect.
   *
   * @param color 3, 6 or 8 hexadecimal digits; the last two of 8 are how opaque it is.
   * @param width 1% to 100% of the image.
   * @param height 1% to 100% of the image.
   * @param options Where it is, in per cent or by words; by default in the centre.
   * @throws {InvalidParameterError} For what is no colour, or a length out of its range.
   */
  rect(
    color: string,
    width: Length,
    height: Length,
    options: PlacementOptions = {},
  ): Transformation {
    return callNow(this.rect, () => {
      checkOptions(options);
      checkText('color', color);
      checkLength('width', width);
      checkLength('height', height);
      const chain = transformationRect(this.chain, color, width, height, options);
      return this.with(chain);
    });
  }

  /**
   * Gives facts of the image as JSON instead of the image. Nothing can come after it.
   *
   * Reference: URL API, File information.
   */
  json(): Transformation {
    return callNow(this.json, () => {
      const chain = transformationJson(this.chain);
      return this.with(chain);
    });
  }

  /**
   * Gives facts of the image as a script that calls `uploadcareCallback`. Nothing can come after
   * it.
   *
   * Reference: URL API, File information.
   */
  jsonp(): Transformation {
    return callNow(this.jsonp, () => {
      const chain = transformationJsonp(this.chain);
      return this.with(chain);
    });
  }

  /**
   * Gives the colours of which there is most in the image, as JSON. Nothing can come after it.
   *
   * Reference: URL API, Color recognition.
   *
   * @param count How many: 1 to 256.
   * @throws {InvalidParameterError} For a number out of its range.
   */
  mainColors(count: number): Transformation {
    return callNow(this.mainColors, () => {
      checkInteger('count', count);
      const chain = transformationMainColors(this.chain, count);
      return this.with(chain);
    });
  }

  /**
   * Adds an operation as text: one that this library does not know yet.
   *
   * Reference: URL API.
   *
   * @param operation Its name and parameters as in a URL, percent-encoded, such as `sharp/10`.
   * @throws {InvalidParameterError} For an empty text, or a character that a URL cannot have.
   */
  raw(operation: string): Transformation {
    return callNow(this.raw, () => {
      checkText('operation', operation);
      const chain = transformationRaw(this.chain, operation);
      return this.with(chain);
    });
  }
}
