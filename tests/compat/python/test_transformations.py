"""Operations on images: the same chains by our builder and by the official client's."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from pyuploadcare.transformations.image import (
    ColorAdjustment,
    CropAlignment,
    HorizontalTextAlignment,
    ImageFilter,
    ImageFormat,
    ImageQuality,
    ImageTransformation,
    OverlayOffset,
    ScaleCropMode,
    SRGBConversion,
    StretchMode,
    StripMetaMode,
    TextBoxMode,
    VerticalTextAlignment,
)
from uploadcare_sdk import InvalidParameterError, Transformation

SEED = 20261127
CHAINS = 600
UUID = "b18b5179-b9f6-4fdc-9920-5539f938fc44"
LETTERS = "abc XYZ 0123 ~/\n%?#&+é👍-_.,;:'\"()"

Ours = Callable[[Transformation], Transformation]
Theirs = Callable[[ImageTransformation], object]


def side(dice: random.Random) -> int:
    return dice.randint(1, 3000)


def percent(dice: random.Random, least: int = 1) -> str:
    return f"{dice.randint(least, 100)}%"


def color(dice: random.Random) -> str:
    return "".join(dice.choices("0123456789abcdef", k=dice.choice([3, 6, 8])))


def place(dice: random.Random) -> tuple[dict[str, str], dict[str, object]]:
    """Where an overlay is: nowhere in particular, by a word, or by coordinates."""
    match dice.randrange(3):
        case 0:
            return {}, {}
        case 1:
            where = dice.choice(list(OverlayOffset))
            return {"align": where.value}, {"offset": where}
        case _:
            x, y = percent(dice, 0), percent(dice, 0)
            return {"x": x, "y": y}, {"offset_x": x, "offset_y": y}


def preview(dice: random.Random) -> tuple[Ours, Theirs]:
    if dice.random() < 0.3:
        return lambda t: t.preview(), lambda t: t.preview()
    width, height = side(dice), side(dice)
    return lambda t: t.preview(width=width, height=height), lambda t: t.preview(width, height)


def resize(dice: random.Random) -> tuple[Ours, Theirs]:
    sides = {name: side(dice) for name in dice.choice([["width"], ["height"], ["width", "height"]])}
    return lambda t: t.resize(**sides), lambda t: t.resize(**sides)


def smart_resize(dice: random.Random) -> tuple[Ours, Theirs]:
    width, height = side(dice), side(dice)
    return lambda t: t.smart_resize(width, height), lambda t: t.smart_resize(width, height)


def stretch(dice: random.Random) -> tuple[Ours, Theirs]:
    mode = dice.choice(list(StretchMode))
    return lambda t: t.stretch(mode.value), lambda t: t.stretch(mode)


def crop(dice: random.Random) -> tuple[Ours, Theirs]:
    width, height, x, y = (side(dice) for _ in range(4))
    where = dice.choice(list(CropAlignment))
    return dice.choice(
        [
            (lambda t: t.crop(width, height), lambda t: t.crop(width, height)),
            (
                lambda t: t.crop(width, height, align=where.value),
                lambda t: t.crop(width, height, alignment=where),
            ),
            (
                lambda t: t.crop(width, height, x=x, y=y),
                lambda t: t.crop(width, height, offset_x=x, offset_y=y),
            ),
        ]
    )


def scale_crop(dice: random.Random) -> tuple[Ours, Theirs]:
    width, height = side(dice), side(dice)
    x, y = dice.randint(1, 100), dice.randint(1, 100)
    mode = dice.choice([mode for mode in ScaleCropMode if mode is not ScaleCropMode.center])
    return dice.choice(
        [
            (lambda t: t.scale_crop(width, height), lambda t: t.scale_crop(width, height)),
            (
                lambda t: t.scale_crop(width, height, focus=mode.value),
                lambda t: t.scale_crop(width, height, mode=mode),
            ),
            (
                lambda t: t.scale_crop(width, height, align="center"),
                lambda t: t.scale_crop(width, height, mode=ScaleCropMode.center),
            ),
            (
                lambda t: t.scale_crop(width, height, x=f"{x}%", y=f"{y}%"),
                lambda t: t.scale_crop(width, height, offset_x_percent=x, offset_y_percent=y),
            ),
        ]
    )


def border_radius(dice: random.Random) -> tuple[Ours, Theirs]:
    def radii() -> list[int | str]:
        each = [dice.choice([dice.randint(0, 500), percent(dice)]) for _ in range(4)]
        return each[: dice.randint(1, 4)]

    radius, vertical = radii(), radii()
    if dice.random() < 0.5:
        return lambda t: t.border_radius(radius), lambda t: t.border_radius(radius)
    return (
        lambda t: t.border_radius(radius, vertical=vertical),
        lambda t: t.border_radius(radius, vertical),
    )


def setfill(dice: random.Random) -> tuple[Ours, Theirs]:
    text = color(dice)
    return lambda t: t.setfill(text), lambda t: t.setfill(text)


def zoom_objects(dice: random.Random) -> tuple[Ours, Theirs]:
    zoom = dice.randint(1, 100)
    return lambda t: t.zoom_objects(zoom), lambda t: t.zoom_objects(zoom)


def plain(dice: random.Random) -> tuple[Ours, Theirs]:
    name = dice.choice(["rasterize", "grayscale", "invert", "flip", "mirror"])
    return lambda t: getattr(t, name)(), lambda t: getattr(t, name)()


def flag(dice: random.Random) -> tuple[Ours, Theirs]:
    name, enabled = dice.choice(["progressive", "autorotate"]), dice.random() < 0.5
    return lambda t: getattr(t, name)(enabled), lambda t: getattr(t, name)(enabled)


def rotate(dice: random.Random) -> tuple[Ours, Theirs]:
    angle = dice.choice([0, 90, 180, 270])
    return lambda t: t.rotate(angle), lambda t: t.rotate(angle)


CHOICES = {
    "format": ImageFormat,
    "quality": ImageQuality,
    "strip_meta": StripMetaMode,
    "srgb": SRGBConversion,
}


def choice(dice: random.Random) -> tuple[Ours, Theirs]:
    name, kind = dice.choice(list(CHOICES.items()))
    value = dice.choice(list(kind))
    return lambda t: getattr(t, name)(value.value), lambda t: getattr(t, name)(value)


RANGES = {
    "brightness": (-100, 100),
    "exposure": (-500, 500),
    "gamma": (0, 1000),
    "contrast": (-100, 500),
    "saturation": (-100, 500),
    "vibrance": (-100, 500),
    "warmth": (-100, 100),
}


def adjust(dice: random.Random) -> tuple[Ours, Theirs]:
    adjustment = dice.choice(list(ColorAdjustment))
    value = dice.randint(*RANGES[adjustment.value])
    return (
        lambda t: getattr(t, adjustment.value)(value),
        lambda t: t.adjust_color(adjustment, value),
    )


def strength(dice: random.Random) -> tuple[Ours, Theirs]:
    name, most = dice.choice([("enhance", 100), ("sharp", 20), ("blur_faces", 5000)])
    if dice.random() < 0.3:
        return lambda t: getattr(t, name)(), lambda t: getattr(t, name)()
    value = dice.randint(0, most)
    return lambda t: getattr(t, name)(strength=value), lambda t: getattr(t, name)(value)


def photo_filter(dice: random.Random) -> tuple[Ours, Theirs]:
    kind, amount = dice.choice(list(ImageFilter)), dice.randint(-100, 200)
    if dice.random() < 0.3:
        return lambda t: t.filter(kind.value), lambda t: t.filter(kind)
    return lambda t: t.filter(kind.value, amount=amount), lambda t: t.filter(kind, amount)


def max_icc_size(dice: random.Random) -> tuple[Ours, Theirs]:
    kilobytes = dice.randint(1, 100)
    return lambda t: t.max_icc_size(kilobytes), lambda t: t.max_icc_size(kilobytes)


def blur(dice: random.Random) -> tuple[Ours, Theirs]:
    value = dice.randint(1, 5000)
    amount = dice.choice([dice.randint(-200, -1), dice.randint(1, 100)])
    return dice.choice(
        [
            (lambda t: t.blur(), lambda t: t.blur()),
            (lambda t: t.blur(strength=value), lambda t: t.blur(value)),
            (lambda t: t.blur(strength=value, amount=amount), lambda t: t.blur(value, amount)),
        ]
    )


def blur_region(dice: random.Random) -> tuple[Ours, Theirs]:
    width, height, x, y = (side(dice) for _ in range(4))
    value = dice.randint(0, 5000)
    return (
        lambda t: t.blur_region(width, height, x, y, strength=value),
        lambda t: t.blur_region(width, height, x, y, value),
    )


def overlay(dice: random.Random) -> tuple[Ours, Theirs]:
    width, height, opacity = percent(dice), percent(dice), dice.randint(0, 100)
    ours, theirs = place(dice)
    sizes = {"overlay_width": width, "overlay_height": height}
    if not ours:
        if dice.random() < 0.5:
            return lambda t: t.overlay(UUID), lambda t: t.overlay(UUID)
        return (
            lambda t: t.overlay_self(width=width, height=height),
            lambda t: t.overlay_self(**sizes),
        )
    return (
        lambda t: t.overlay(UUID, width=width, height=height, opacity=opacity, **ours),
        lambda t: t.overlay(UUID, strength=opacity, **sizes, **theirs),
    )


def text(dice: random.Random) -> tuple[Ours, Theirs]:
    # With a letter first: a lone `.` or `-` is a part of a path with a meaning of its own.
    words = "a" + "".join(dice.choices(LETTERS, k=dice.randint(0, 30)))
    width, height = percent(dice), percent(dice)
    across = dice.choice(list(HorizontalTextAlignment))
    down = dice.choice(list(VerticalTextAlignment))
    box = dice.choice([mode for mode in TextBoxMode if mode is not TextBoxMode.none])
    size, ink, paper, padding = dice.randint(1, 500), color(dice), color(dice), side(dice)
    ours, theirs = place(dice)
    if not ours:
        ours, theirs = {"align": "top"}, {"offset": OverlayOffset.top}
    return (
        lambda t: (
            t.text_align(across.value, down.value)
            .font(size=size, color=ink)
            .text_box(box.value, color=paper, padding=padding)
            .text(words, width, height, **ours)
        ),
        lambda t: t.text(
            words,
            width,
            height,
            **theirs,
            horizontal_alignment=across,
            vertical_alignment=down,
            font_size=size,
            font_color=ink,
            box_mode=box,
            box_color=paper,
            box_padding=padding,
        ),
    )


def rect(dice: random.Random) -> tuple[Ours, Theirs]:
    paint, width, height = color(dice), percent(dice), percent(dice)
    ours, theirs = place(dice)
    if not ours:
        ours, theirs = {"align": "left"}, {"offset": OverlayOffset.left}
    return (
        lambda t: t.rect(paint, width, height, **ours),
        lambda t: t.rect(paint, width, height, **theirs),
    )


OPERATIONS = [
    preview,
    resize,
    smart_resize,
    stretch,
    crop,
    scale_crop,
    border_radius,
    setfill,
    zoom_objects,
    plain,
    flag,
    rotate,
    choice,
    adjust,
    strength,
    photo_filter,
    max_icc_size,
    blur,
    blur_region,
    overlay,
    text,
    rect,
]


def test_generated_chains() -> None:
    dice = random.Random(SEED)
    used: set[str] = set()
    texts: set[str] = set()
    for number in range(CHAINS):
        ours, theirs = Transformation(), ImageTransformation()
        for operation in dice.choices(OPERATIONS, k=dice.randint(1, 6)):
            used.add(operation.__name__)
            step, their_step = operation(dice)
            ours = step(ours)
            their_step(theirs)
        assert str(ours) == f"-/{theirs.effects}", f"chain {number}"
        # What they write we read.
        assert Transformation(theirs.effects) == ours
        texts.add(str(ours))
    assert used == {operation.__name__ for operation in OPERATIONS}
    assert len(texts) >= 500


# Where the official client is wrong: why, what it makes, and what is right.
WRONG: list[tuple[str, Theirs, Ours, str]] = [
    (
        "an offset of zero is dropped, so that the middle is cut out",
        lambda t: t.crop(10, 20, offset_x=0, offset_y=30),
        lambda t: t.crop(10, 20, x=0, y=30),
        "-/crop/10x20/0,30/",
    ),
    (
        "an offset of zero is dropped here, too",
        lambda t: t.scale_crop(10, 20, offset_x_percent=0, offset_y_percent=30),
        lambda t: t.scale_crop(10, 20, x="0%", y="30%"),
        "-/scale_crop/10x20/0p,30p/",
    ),
    (
        "what is looked for is dropped beside an offset",
        lambda t: t.scale_crop(
            10, 20, offset_x_percent=5, offset_y_percent=30, mode=ScaleCropMode.smart
        ),
        lambda t: t.scale_crop(10, 20, x="5%", y="30%", focus="smart"),
        "-/scale_crop/10x20/smart/5p,30p/",
    ),
    (
        "per cent signs stay as they are, and break the URL",
        lambda t: t.crop("50%", "40%"),
        lambda t: t.crop("50%", "40%"),
        "-/crop/50px40p/",
    ),
    (
        "per cent signs of a region stay as they are",
        lambda t: t.blur_region("30%", "80%", "50%", "10%", 20),
        lambda t: t.blur_region("30%", "80%", "50%", "10%", strength=20),
        "-/blur_region/30px80p/50p,10p/20/",
    ),
    (
        "a strength of zero becomes the default, 10",
        lambda t: t.blur(0),
        lambda t: t.blur(strength=0),
        "-/blur/0/",
    ),
    (
        "an amount of zero becomes the default, 100",
        lambda t: t.blur(20, 0),
        lambda t: t.blur(strength=20, amount=0),
        "-/blur/20/0/",
    ),
    (
        "a colour keeps the sign that begins a fragment",
        lambda t: t.setfill("#8D8578"),
        lambda t: t.setfill("#8D8578"),
        "-/setfill/8d8578/",
    ),
    (
        "opacity stands where the size is looked for",
        lambda t: t.overlay(UUID, strength=20),
        lambda t: t.overlay(UUID, opacity=20),
        f"-/overlay/{UUID}/100px100p/center/20p/",
    ),
    (
        "a place stands where the size is looked for",
        lambda t: t.overlay_self(offset=OverlayOffset.top),
        lambda t: t.overlay_self(align="top"),
        "-/overlay/self/100px100p/top/",
    ),
    (
        "a text of one hyphen ends the operation",
        lambda t: t.text("-", "50%", "20%", offset=OverlayOffset.top),
        lambda t: t.text("-", "50%", "20%", align="top"),
        "-/text/50px20p/top/%2D/",
    ),
]


@pytest.mark.parametrize(
    ("reason", "theirs", "ours", "right"), WRONG, ids=[one[0] for one in WRONG]
)
def test_where_it_is_wrong(reason: str, theirs: Theirs, ours: Ours, right: str) -> None:
    made = ImageTransformation()
    theirs(made)
    assert f"-/{made.effects}" != right, f"it is right now: {reason}"
    assert str(ours(Transformation())) == right


# What the service refuses, and the official client lets pass; ours says so at once.
REFUSED: list[tuple[str, Theirs, Ours, str]] = [
    ("no side", lambda t: t.resize(), lambda t: t.resize(), "-/resize/x/"),
    ("one side", lambda t: t.preview(5), lambda t: t.preview(width=5), "-/preview/5x/"),
    ("range", lambda t: t.sharp(21), lambda t: t.sharp(strength=21), "-/sharp/21/"),
    ("angle", lambda t: t.rotate(45), lambda t: t.rotate(45), "-/rotate/45/"),
    ("colour", lambda t: t.setfill("red"), lambda t: t.setfill("red"), "-/setfill/red/"),
    (
        "a folder",
        lambda t: t.text("..", "50%", "20%", offset=OverlayOffset.top),
        lambda t: t.text("..", "50%", "20%", align="top"),
        "-/text/50px20p/top/../",
    ),
]


@pytest.mark.parametrize(
    ("name", "theirs", "ours", "text"), REFUSED, ids=[one[0] for one in REFUSED]
)
def test_what_it_lets_pass(name: str, theirs: Theirs, ours: Ours, text: str) -> None:
    made = ImageTransformation()
    theirs(made)
    assert f"-/{made.effects}" == text, f"it is refused now: {name}"
    with pytest.raises(InvalidParameterError):
        ours(Transformation())
