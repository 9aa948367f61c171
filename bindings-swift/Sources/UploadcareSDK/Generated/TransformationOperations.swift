// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import UploadcareBindings

extension Transformation {
    /// Fits the image into a box.
    ///
    /// It is never enlarged.
    ///
    /// Reference: URL API, Resize, crop: preview.
    ///
    /// - Parameters:
    ///   - width: Width of the box: 1 to 16384 pixels. Default 2048.
    ///   - height: Height of the box: 1 to 16384 pixels. Default 2048.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for one side without the other, or
    ///   one out of its range.
    public func preview(width: Int64? = nil, height: Int64? = nil) throws -> Transformation {
        let options = PreviewOptions(width: width, height: height)
        return try translatingErrors {
            try transformationPreview(transformation: self, options: options)
        }
    }

    /// Gives the image this width, this height, or both.
    ///
    /// See `stretch` for images that are smaller.
    ///
    /// Reference: URL API, Resize, crop: resize.
    ///
    /// - Parameters:
    ///   - width: Width: 1 to 16384 pixels. Default: as the height demands.
    ///   - height: Height: 1 to 16384 pixels. Default: as the width demands.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for no side at all, or one out of
    ///   its range.
    public func resize(width: Int64? = nil, height: Int64? = nil) throws -> Transformation {
        let options = ResizeOptions(width: width, height: height)
        return try translatingErrors {
            try transformationResize(transformation: self, options: options)
        }
    }

    /// Gives the image this size; what matters little in it is stretched or shrunk more than the
    /// rest.
    ///
    /// Reference: URL API, Resize, crop: smart_resize.
    ///
    /// - Parameters:
    ///   - width: 1 to 16384 pixels.
    ///   - height: 1 to 16384 pixels.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a side out of its range.
    public func smartResize(_ width: Int64, _ height: Int64) throws -> Transformation {
        try translatingErrors {
            try transformationSmartResize(transformation: self, width: width, height: height)
        }
    }

    /// Says what a following `resize` does with an image that is smaller.
    ///
    /// Reference: URL API, Resize, crop: stretch.
    ///
    /// - Parameter mode: `on` enlarges it (the default of the service), `off` leaves it, `fill`
    ///   adds a margin.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for another mode.
    public func stretch(_ mode: StretchMode) throws -> Transformation {
        try translatingErrors {
            try transformationStretch(transformation: self, mode: mode)
        }
    }

    /// Cuts a rectangle out of the image.
    ///
    /// Reference: URL API, Resize, crop: crop.
    ///
    /// - Parameters:
    ///   - width: 1 to 1000000 pixels, or 1% to 100% of the image.
    ///   - height: 1 to 1000000 pixels, or 1% to 100% of the image.
    ///   - align: Where, by a word. Not beside `x` and `y`.
    ///   - x: From the left: 0 to 1000000 pixels, or 0% to 100%. Not without `y`.
    ///   - y: From above: 0 to 1000000 pixels, or 0% to 100%. Not without `x`.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a length out of its range.
    public func crop(
        _ width: Length,
        _ height: Length,
        align: Alignment? = nil,
        x: Length? = nil,
        y: Length? = nil
    ) throws -> Transformation {
        let options = PlacementOptions(align: align, x: x, y: y)
        return try translatingErrors {
            try transformationCrop(
                transformation: self,
                width: width,
                height: height,
                options: options
            )
        }
    }

    /// Cuts the largest rectangle of a shape out of the image.
    ///
    /// Reference: URL API, Resize, crop: crop by ratio.
    ///
    /// - Parameters:
    ///   - width: Width in relation to `height`: 1 to 10000.
    ///   - height: Height in relation to `width`: 1 to 10000.
    ///   - align: Where, by a word. Not beside `x` and `y`.
    ///   - x: From the left: 0 to 1000000 pixels, or 0% to 100%. Not without `y`.
    ///   - y: From above: 0 to 1000000 pixels, or 0% to 100%. Not without `x`.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a number out of its range.
    public func cropRatio(
        _ width: Int64,
        _ height: Int64,
        align: Alignment? = nil,
        x: Length? = nil,
        y: Length? = nil
    ) throws -> Transformation {
        let options = PlacementOptions(align: align, x: x, y: y)
        return try translatingErrors {
            try transformationCropRatio(
                transformation: self,
                width: width,
                height: height,
                options: options
            )
        }
    }

    /// Cuts the faces, or all that matters, out of the image.
    ///
    /// Reference: URL API, Resize, crop: crop by objects.
    ///
    /// - Parameters:
    ///   - object: What to look for.
    ///   - width: Width: 1 to 1000000 pixels, or 1% to 1000% of the objects. Not without `height`.
    ///   - height: Height: 1 to 1000000 pixels, or 1% to 1000% of the objects. Not without `width`.
    ///   - ratioWidth: Instead of a size a shape: width in relation to `ratioHeight`, 1 to 10000.
    ///   - ratioHeight: Instead of a size a shape: height in relation to `ratioWidth`, 1 to 10000.
    ///   - align: Where the objects are in it, by a word. Not beside `x` and `y`.
    ///   - x: From the left: 0 to 1000000 pixels, or 0% to 100%. Not without `y`.
    ///   - y: From above: 0 to 1000000 pixels, or 0% to 100%. Not without `x`.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for another object, a length out of
    ///   its range, or a size beside a shape.
    public func cropObject(
        _ object: CropObject,
        width: Length? = nil,
        height: Length? = nil,
        ratioWidth: Int64? = nil,
        ratioHeight: Int64? = nil,
        align: Alignment? = nil,
        x: Length? = nil,
        y: Length? = nil
    ) throws -> Transformation {
        let options = CropObjectOptions(
            width: width,
            height: height,
            ratioWidth: ratioWidth,
            ratioHeight: ratioHeight,
            align: align,
            x: x,
            y: y
        )
        return try translatingErrors {
            try transformationCropObject(transformation: self, object: object, options: options)
        }
    }

    /// Shrinks or enlarges the image so that it covers a box, and cuts off the rest.
    ///
    /// Reference: URL API, Resize, crop: scale_crop.
    ///
    /// - Parameters:
    ///   - width: 1 to 16384 pixels.
    ///   - height: 1 to 16384 pixels.
    ///   - focus: What to look for. Default `center`: nothing, the middle is kept.
    ///   - align: Where, by a word. Not beside `x` and `y`.
    ///   - x: From the left: 0 to 1000000 pixels, or 0% to 100%. Not without `y`.
    ///   - y: From above: 0 to 1000000 pixels, or 0% to 100%. Not without `x`.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a value out of its range.
    public func scaleCrop(
        _ width: Int64,
        _ height: Int64,
        focus: ScaleCropFocus? = nil,
        align: Alignment? = nil,
        x: Length? = nil,
        y: Length? = nil
    ) throws -> Transformation {
        let options = ScaleCropOptions(focus: focus, align: align, x: x, y: y)
        return try translatingErrors {
            try transformationScaleCrop(
                transformation: self,
                width: width,
                height: height,
                options: options
            )
        }
    }

    /// Rounds the corners.
    ///
    /// Reference: URL API, Resize, crop: border_radius.
    ///
    /// - Parameters:
    ///   - radii: 1 to 4 radii, each 0 to 16384 pixels or 0% to 100%; from the upper left corner
    ///     clockwise.
    ///   - vertical: 1 to 4 radii, each 0 to 16384 pixels or 0% to 100%. Default: as the others.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a wrong number of radii, or one
    ///   out of its range.
    public func borderRadius(
        _ radii: [Length],
        vertical: [Length]? = nil
    ) throws -> Transformation {
        let options = BorderRadiusOptions(vertical: vertical)
        return try translatingErrors {
            try transformationBorderRadius(transformation: self, radii: radii, options: options)
        }
    }

    /// Sets the colour of what is transparent or added.
    ///
    /// Put it before what adds something.
    ///
    /// Reference: URL API, Resize, crop: setfill.
    ///
    /// - Parameter color: 3, 6 or 8 hexadecimal digits; the last two of 8 are how opaque it is.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no such colour.
    public func setfill(_ color: String) throws -> Transformation {
        try translatingErrors {
            try transformationSetfill(transformation: self, color: color)
        }
    }

    /// Makes the objects in the image larger.
    ///
    /// Reference: URL API, Resize, crop: zoom_objects.
    ///
    /// - Parameter zoom: 1 to 100.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a number out of its range.
    public func zoomObjects(_ zoom: Int64) throws -> Transformation {
        try translatingErrors {
            try transformationZoomObjects(transformation: self, zoom: zoom)
        }
    }

    /// Cuts off a margin of one colour.
    ///
    /// Reference: URL API, Resize, crop: trim.
    ///
    /// - Parameters:
    ///   - tolerance: How much its colour may differ: 0 to 100 per cent. Default: the service's.
    ///   - padding: How much of it stays: 0 to 100 per cent. Default: the service's.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for one without the other, or one
    ///   out of its range.
    public func trim(tolerance: Double? = nil, padding: Double? = nil) throws -> Transformation {
        let options = TrimOptions(tolerance: tolerance, padding: padding)
        return try translatingErrors {
            try transformationTrim(transformation: self, options: options)
        }
    }

    /// Makes pixels of an SVG image, so that all operations apply.
    ///
    /// Others stay as they are.
    ///
    /// Reference: URL API, SVG: rasterize.
    ///
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` after an operation that must be the
    ///   last.
    public func rasterize() throws -> Transformation {
        try translatingErrors {
            try transformationRasterize(transformation: self)
        }
    }

    /// Whether the image is turned as the camera says.
    ///
    /// The service does so by default.
    ///
    /// Reference: URL API, Rotate, flip: autorotate.
    ///
    /// - Parameter enabled: Whether it is.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` after an operation that must be the
    ///   last.
    public func autorotate(_ enabled: Bool) throws -> Transformation {
        try translatingErrors {
            try transformationAutorotate(transformation: self, enabled: enabled)
        }
    }

    /// Turns the image counterclockwise.
    ///
    /// Reference: URL API, Rotate, flip: rotate.
    ///
    /// - Parameter angle: 0 to 360 degrees, a multiple of 90.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for another angle.
    public func rotate(_ angle: Int64) throws -> Transformation {
        try translatingErrors {
            try transformationRotate(transformation: self, angle: angle)
        }
    }

    /// Turns the image upside down, as in a lake.
    ///
    /// Reference: URL API, Rotate, flip: flip.
    ///
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` after an operation that must be the
    ///   last.
    public func flip() throws -> Transformation {
        try translatingErrors {
            try transformationFlip(transformation: self)
        }
    }

    /// Swaps left and right.
    ///
    /// Reference: URL API, Rotate, flip: mirror.
    ///
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` after an operation that must be the
    ///   last.
    public func mirror() throws -> Transformation {
        try translatingErrors {
            try transformationMirror(transformation: self)
        }
    }

    /// Makes the image brighter or darker.
    ///
    /// Reference: URL API, Colors: brightness.
    ///
    /// - Parameter value: -100 to 100; 0 changes nothing.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a number out of its range.
    public func brightness(_ value: Int64) throws -> Transformation {
        try translatingErrors {
            try transformationBrightness(transformation: self, value: value)
        }
    }

    /// Changes the exposure.
    ///
    /// Reference: URL API, Colors: exposure.
    ///
    /// - Parameter value: -500 to 500; 0 changes nothing.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a number out of its range.
    public func exposure(_ value: Int64) throws -> Transformation {
        try translatingErrors {
            try transformationExposure(transformation: self, value: value)
        }
    }

    /// Changes the gamma.
    ///
    /// Reference: URL API, Colors: gamma.
    ///
    /// - Parameter value: 0 to 1000; 100 changes nothing.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a number out of its range.
    public func gamma(_ value: Int64) throws -> Transformation {
        try translatingErrors {
            try transformationGamma(transformation: self, value: value)
        }
    }

    /// Changes the contrast.
    ///
    /// Reference: URL API, Colors: contrast.
    ///
    /// - Parameter value: -100 to 500; 0 changes nothing.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a number out of its range.
    public func contrast(_ value: Int64) throws -> Transformation {
        try translatingErrors {
            try transformationContrast(transformation: self, value: value)
        }
    }

    /// Makes colours stronger or weaker.
    ///
    /// Reference: URL API, Colors: saturation.
    ///
    /// - Parameter value: -100 to 500; 0 changes nothing.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a number out of its range.
    public func saturation(_ value: Int64) throws -> Transformation {
        try translatingErrors {
            try transformationSaturation(transformation: self, value: value)
        }
    }

    /// Makes weak colours stronger, or weaker still.
    ///
    /// Reference: URL API, Colors: vibrance.
    ///
    /// - Parameter value: -100 to 500; 0 changes nothing.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a number out of its range.
    public func vibrance(_ value: Int64) throws -> Transformation {
        try translatingErrors {
            try transformationVibrance(transformation: self, value: value)
        }
    }

    /// Makes the colours warmer or colder.
    ///
    /// Reference: URL API, Colors: warmth.
    ///
    /// - Parameter value: -100 to 100; 0 changes nothing.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a number out of its range.
    public func warmth(_ value: Int64) throws -> Transformation {
        try translatingErrors {
            try transformationWarmth(transformation: self, value: value)
        }
    }

    /// Makes the image look better: levels, contrast and saturation at once.
    ///
    /// Reference: URL API, Colors: enhance.
    ///
    /// - Parameter strength: 0 to 100. Default 50.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a number out of its range.
    public func enhance(strength: Int64? = nil) throws -> Transformation {
        let options = EnhanceOptions(strength: strength)
        return try translatingErrors {
            try transformationEnhance(transformation: self, options: options)
        }
    }

    /// Takes the colours away.
    ///
    /// Reference: URL API, Colors: grayscale.
    ///
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` after an operation that must be the
    ///   last.
    public func grayscale() throws -> Transformation {
        try translatingErrors {
            try transformationGrayscale(transformation: self)
        }
    }

    /// Turns the colours into their opposites.
    ///
    /// Reference: URL API, Colors: invert.
    ///
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` after an operation that must be the
    ///   last.
    public func invert() throws -> Transformation {
        try translatingErrors {
            try transformationInvert(transformation: self)
        }
    }

    /// Lays one of the photo filters over the image.
    ///
    /// Reference: URL API, Photo filters.
    ///
    /// - Parameters:
    ///   - name: The filter.
    ///   - amount: -100 to 200. Default 100.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for another filter, or an amount
    ///   out of its range.
    public func filter(_ name: FilterName, amount: Int64? = nil) throws -> Transformation {
        let options = FilterOptions(amount: amount)
        return try translatingErrors {
            try transformationFilter(transformation: self, name: name, options: options)
        }
    }

    /// Blurs the image; with an amount it is an unsharp mask, which sharpens where the amount is
    /// negative.
    ///
    /// Reference: URL API, Blur, sharpen: blur.
    ///
    /// - Parameters:
    ///   - strength: 0 to 5000. Default 10.
    ///   - amount: How much of the blurred image there is: -200 to 100; where it is less than 0 the
    ///     image gets sharper. Not without `strength`.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for an amount without a strength,
    ///   or a number out of its range.
    public func blur(strength: Int64? = nil, amount: Int64? = nil) throws -> Transformation {
        let options = BlurOptions(strength: strength, amount: amount)
        return try translatingErrors {
            try transformationBlur(transformation: self, options: options)
        }
    }

    /// Blurs a rectangle of the image.
    ///
    /// Reference: URL API, Blur, sharpen: blur_region.
    ///
    /// - Parameters:
    ///   - width: 1 to 1000000 pixels, or 1% to 100% of the image.
    ///   - height: 1 to 1000000 pixels, or 1% to 100% of the image.
    ///   - x: Its left edge: 0 to 1000000 pixels, or 0% to 100% of the image.
    ///   - y: Its upper edge: 0 to 1000000 pixels, or 0% to 100% of the image.
    ///   - strength: 0 to 5000. Default: as much as it needs.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a value out of its range.
    public func blurRegion(
        _ width: Length,
        _ height: Length,
        x: Length,
        y: Length,
        strength: Int64? = nil
    ) throws -> Transformation {
        let options = BlurRegionOptions(strength: strength)
        return try translatingErrors {
            try transformationBlurRegion(
                transformation: self,
                width: width,
                height: height,
                x: x,
                y: y,
                options: options
            )
        }
    }

    /// Blurs all faces of the image.
    ///
    /// Reference: URL API, Blur, sharpen: blur_region.
    ///
    /// - Parameter strength: 0 to 5000. Default: as much as it needs.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a number out of its range.
    public func blurFaces(strength: Int64? = nil) throws -> Transformation {
        let options = BlurRegionOptions(strength: strength)
        return try translatingErrors {
            try transformationBlurFaces(transformation: self, options: options)
        }
    }

    /// Sharpens the image.
    ///
    /// Reference: URL API, Blur, sharpen: sharp.
    ///
    /// - Parameter strength: 0 to 20. Default 5.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a number out of its range.
    public func sharp(strength: Int64? = nil) throws -> Transformation {
        let options = SharpOptions(strength: strength)
        return try translatingErrors {
            try transformationSharp(transformation: self, options: options)
        }
    }

    /// Says what happens to colours of another profile than sRGB.
    ///
    /// Reference: URL API, Colors: srgb.
    ///
    /// - Parameter mode: What.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for another mode.
    public func srgb(_ mode: SrgbMode) throws -> Transformation {
        try translatingErrors {
            try transformationSrgb(transformation: self, mode: mode)
        }
    }

    /// Says how large a colour profile may be that is kept.
    ///
    /// Put it before `srgb`.
    ///
    /// Reference: URL API, Colors: max_icc_size.
    ///
    /// - Parameter kilobytes: 0 to 1000000; the service's default is 10.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a number out of its range.
    public func maxIccSize(_ kilobytes: Int64) throws -> Transformation {
        try translatingErrors {
            try transformationMaxIccSize(transformation: self, kilobytes: kilobytes)
        }
    }

    /// Gives the image in this format.
    ///
    /// Reference: URL API, Image compression: format.
    ///
    /// - Parameter format: The format.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for another format; a newer one can
    ///   be given by `raw`.
    public func format(_ format: ImageFormat) throws -> Transformation {
        try translatingErrors {
            try transformationFormat(transformation: self, format: format)
        }
    }

    /// Says how much the image is compressed.
    ///
    /// Reference: URL API, Image compression: quality.
    ///
    /// - Parameter quality: The quality; the service's default is `normal`.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for another quality.
    public func quality(_ quality: ImageQuality) throws -> Transformation {
        try translatingErrors {
            try transformationQuality(transformation: self, quality: quality)
        }
    }

    /// Whether a JPEG image can be shown while it comes.
    ///
    /// Reference: URL API, Image compression: progressive.
    ///
    /// - Parameter enabled: Whether it can.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` after an operation that must be the
    ///   last.
    public func progressive(_ enabled: Bool) throws -> Transformation {
        try translatingErrors {
            try transformationProgressive(transformation: self, enabled: enabled)
        }
    }

    /// Says what facts of the camera are left out.
    ///
    /// Reference: URL API, Image compression: strip_meta.
    ///
    /// - Parameter mode: Which; the service's default is `all`.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for another mode.
    public func stripMeta(_ mode: StripMeta) throws -> Transformation {
        try translatingErrors {
            try transformationStripMeta(transformation: self, mode: mode)
        }
    }

    /// Whether a browser shows the file, or saves it.
    ///
    /// Reference: URL API, Other operations: inline.
    ///
    /// - Parameter enabled: Whether it shows it.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` after an operation that must be the
    ///   last.
    public func inline(_ enabled: Bool) throws -> Transformation {
        try translatingErrors {
            try transformationInline(transformation: self, enabled: enabled)
        }
    }

    /// Lays another image of the project over this one.
    ///
    /// Reference: URL API, Overlays: image.
    ///
    /// - Parameters:
    ///   - image: The other image.
    ///   - width: Width: 1% to 100% of the image. Not without `height`. Default 100%.
    ///   - height: Height: 1% to 100% of the image. Not without `width`. Default 100%.
    ///   - align: Where, by a word. Not beside `x` and `y`.
    ///   - x: From the left: 0% to 100%. Not without `y`.
    ///   - y: From above: 0% to 100%. Not without `x`.
    ///   - opacity: How opaque it is: 0 to 100 per cent. Default 100.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no file, or a value out
    ///   of its range.
    public func overlay(
        _ image: some FileReference,
        width: Length? = nil,
        height: Length? = nil,
        align: Alignment? = nil,
        x: Length? = nil,
        y: Length? = nil,
        opacity: Int64? = nil
    ) throws -> Transformation {
        let options = OverlayOptions(
            width: width,
            height: height,
            align: align,
            x: x,
            y: y,
            opacity: opacity
        )
        return try translatingErrors {
            try transformationOverlay(
                transformation: self,
                image: image.fileReference,
                options: options
            )
        }
    }

    /// Lays the image over itself, as it was before all operations.
    ///
    /// Reference: URL API, Overlays: self.
    ///
    /// - Parameters:
    ///   - width: Width: 1% to 100% of the image. Not without `height`. Default 100%.
    ///   - height: Height: 1% to 100% of the image. Not without `width`. Default 100%.
    ///   - align: Where, by a word. Not beside `x` and `y`.
    ///   - x: From the left: 0% to 100%. Not without `y`.
    ///   - y: From above: 0% to 100%. Not without `x`.
    ///   - opacity: How opaque it is: 0 to 100 per cent. Default 100.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a value out of its range.
    public func overlaySelf(
        width: Length? = nil,
        height: Length? = nil,
        align: Alignment? = nil,
        x: Length? = nil,
        y: Length? = nil,
        opacity: Int64? = nil
    ) throws -> Transformation {
        let options = OverlayOptions(
            width: width,
            height: height,
            align: align,
            x: x,
            y: y,
            opacity: opacity
        )
        return try translatingErrors {
            try transformationOverlaySelf(transformation: self, options: options)
        }
    }

    /// Lays text over the image.
    ///
    /// How it looks is said before, by `font`, `textAlign` and `textBox`.
    ///
    /// Reference: URL API, Overlays: text.
    ///
    /// - Parameters:
    ///   - text: The text; line breaks are kept.
    ///   - width: Of its box: 1 to 16384 pixels, or 1% to 100% of the image.
    ///   - height: Of its box: 1 to 16384 pixels, or 1% to 100% of the image.
    ///   - align: Where, by a word. Not beside `x` and `y`.
    ///   - x: From the left: 0 to 1000000 pixels, or 0% to 100%. Not without `y`.
    ///   - y: From above: 0 to 1000000 pixels, or 0% to 100%. Not without `x`.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for an empty text or one of nothing
    ///   but one or two dots, or a length out of its range.
    public func text(
        _ text: String,
        width: Length,
        height: Length,
        align: Alignment? = nil,
        x: Length? = nil,
        y: Length? = nil
    ) throws -> Transformation {
        let options = PlacementOptions(align: align, x: x, y: y)
        return try translatingErrors {
            try transformationText(
                transformation: self,
                text: text,
                width: width,
                height: height,
                options: options
            )
        }
    }

    /// Says where in its box a following `text` is.
    ///
    /// Reference: URL API, Overlays: text_align.
    ///
    /// - Parameters:
    ///   - horizontal: Left, in the middle or right.
    ///   - vertical: At the top, in the middle or at the bottom.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for another place.
    public func textAlign(
        _ horizontal: HorizontalAlignment,
        vertical: VerticalAlignment
    ) throws -> Transformation {
        try translatingErrors {
            try transformationTextAlign(
                transformation: self,
                horizontal: horizontal,
                vertical: vertical
            )
        }
    }

    /// Says how a following `text` is written.
    ///
    /// Reference: URL API, Overlays: font.
    ///
    /// - Parameters:
    ///   - reset: Whether to forget what was said before.
    ///   - weight: How heavy.
    ///   - style: Upright or slanted.
    ///   - size: Size: 1 to 10000 pixels.
    ///   - color: Colour: 3, 6 or 8 hexadecimal digits; the last two of 8 are how opaque it is.
    ///   - family: Typeface.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for no option at all, or one out of
    ///   its range.
    public func font(
        reset: Bool? = nil,
        weight: FontWeight? = nil,
        style: FontStyle? = nil,
        size: Int64? = nil,
        color: String? = nil,
        family: FontFamily? = nil
    ) throws -> Transformation {
        let options = FontOptions(
            reset: reset,
            weight: weight,
            style: style,
            size: size,
            color: color,
            family: family
        )
        return try translatingErrors {
            try transformationFont(transformation: self, options: options)
        }
    }

    /// Says what is behind a following `text`.
    ///
    /// Reference: URL API, Overlays: text_box.
    ///
    /// - Parameters:
    ///   - mode: Where it is.
    ///   - color: Colour: 3, 6 or 8 hexadecimal digits; the last two of 8 are how opaque it is.
    ///     Default: the service's.
    ///   - padding: How much larger than the text: 0 to 16384 pixels. Not without `color`. Default
    ///     0.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for another mode, a padding without
    ///   a colour, or one out of its range.
    public func textBox(
        _ mode: TextBoxMode,
        color: String? = nil,
        padding: Int64? = nil
    ) throws -> Transformation {
        let options = TextBoxOptions(color: color, padding: padding)
        return try translatingErrors {
            try transformationTextBox(transformation: self, mode: mode, options: options)
        }
    }

    /// Lays a rectangle of one colour over the image.
    ///
    /// Reference: URL API, Overlays: rect.
    ///
    /// - Parameters:
    ///   - color: 3, 6 or 8 hexadecimal digits; the last two of 8 are how opaque it is.
    ///   - width: 1% to 100% of the image.
    ///   - height: 1% to 100% of the image.
    ///   - align: Where, by a word. Not beside `x` and `y`.
    ///   - x: From the left: 0 to 1000000 pixels, or 0% to 100%. Not without `y`.
    ///   - y: From above: 0 to 1000000 pixels, or 0% to 100%. Not without `x`.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no colour, or a length
    ///   out of its range.
    public func rect(
        _ color: String,
        width: Length,
        height: Length,
        align: Alignment? = nil,
        x: Length? = nil,
        y: Length? = nil
    ) throws -> Transformation {
        let options = PlacementOptions(align: align, x: x, y: y)
        return try translatingErrors {
            try transformationRect(
                transformation: self,
                color: color,
                width: width,
                height: height,
                options: options
            )
        }
    }

    /// Gives facts of the image as JSON instead of the image.
    ///
    /// Nothing can come after it.
    ///
    /// Reference: URL API, File information.
    ///
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` after an operation that must be the
    ///   last.
    public func json() throws -> Transformation {
        try translatingErrors {
            try transformationJson(transformation: self)
        }
    }

    /// Gives facts of the image as a script that calls `uploadcare_callback`.
    ///
    /// Nothing can come after it.
    ///
    /// Reference: URL API, File information.
    ///
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` after an operation that must be the
    ///   last.
    public func jsonp() throws -> Transformation {
        try translatingErrors {
            try transformationJsonp(transformation: self)
        }
    }

    /// Gives the colours of which there is most in the image, as JSON.
    ///
    /// Nothing can come after it.
    ///
    /// Reference: URL API, Color recognition.
    ///
    /// - Parameter count: How many: 1 to 256.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a number out of its range.
    public func mainColors(_ count: Int64) throws -> Transformation {
        try translatingErrors {
            try transformationMainColors(transformation: self, count: count)
        }
    }

    /// Adds an operation as text: one that this library does not know yet.
    ///
    /// Reference: URL API.
    ///
    /// - Parameter operation: Its name and parameters as in a URL, percent-encoded, such as
    ///   `sharp/10`.
    /// - Returns: This with the operation at its end.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for an empty text, or a character
    ///   that a URL cannot have.
    public func raw(_ operation: String) throws -> Transformation {
        try translatingErrors {
            try transformationRaw(transformation: self, operation: operation)
        }
    }
}
