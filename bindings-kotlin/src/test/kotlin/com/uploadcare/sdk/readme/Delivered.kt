package com.uploadcare.sdk.readme

import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.model.Alignment
import com.uploadcare.sdk.model.DeliveryUrlOptions
import com.uploadcare.sdk.model.ImageFormat
import com.uploadcare.sdk.model.SrcsetOptions
import com.uploadcare.sdk.model.Transformation
import com.uploadcare.sdk.model.UploadedFile
import com.uploadcare.sdk.model.blur
import com.uploadcare.sdk.model.crop
import com.uploadcare.sdk.model.format
import com.uploadcare.sdk.model.percent
import com.uploadcare.sdk.model.preview

fun delivered(
    client: Uploadcare,
    photo: UploadedFile,
): String {
    val middle = Transformation().crop(50.percent, 50.percent, Alignment.Center)
    val small = middle.preview(width = 200, height = 200).format(ImageFormat.Webp)
    val srcset = client.delivery.srcset(photo, SrcsetOptions(widths = listOf(320, 640, 1280), transformation = middle))
    println("<img srcset=\"$srcset\">")
    println(client.delivery.url(photo, DeliveryUrlOptions(small.blur(strength = 20))))
    return client.delivery.url(photo, DeliveryUrlOptions(small, filename = "small.webp"))
}
