"""Operations on images as values."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable

import pytest
from uploadcare_sdk import InvalidParameterError, Transformation, Uploadcare, UploadcareError

EMPTY = Transformation()
CHAIN = EMPTY.preview(width=200, height=200).crop("50%", 50, align="center")

UUID = "b18b5179-b9f6-4fdc-9920-5539f938fc44"


def test_each_operation_gives_a_new_one() -> None:
    assert (str(EMPTY), EMPTY.is_empty, CHAIN.is_empty) == ("", True, False)
    text = "-/preview/200x200/-/crop/50px50/center/"
    assert str(CHAIN) == text
    assert CHAIN.blur() is not CHAIN
    assert str(CHAIN.blur()) == text + "-/blur/"
    assert str(CHAIN) == text
    assert repr(CHAIN) == f"Transformation('{text}')"
    assert f"{CHAIN}" == text


@pytest.mark.parametrize("name", ["_text", "is_empty", "preview", "other", "__class__"])
def test_nothing_can_be_changed(name: str) -> None:
    before = str(CHAIN)
    with pytest.raises(AttributeError):
        setattr(CHAIN, name, "x")
    with pytest.raises(AttributeError):
        delattr(CHAIN, name)
    assert str(CHAIN) == before
    assert not hasattr(CHAIN, "__dict__")


def test_equality() -> None:
    same = Transformation("preview/200x200/-/crop/50px50/center")
    assert same == CHAIN
    assert hash(same) == hash(CHAIN)
    assert {same: 1}[CHAIN] == 1
    assert EMPTY.flip() != EMPTY.mirror()
    assert CHAIN.__eq__(str(CHAIN)) is NotImplemented
    assert Transformation("") == EMPTY


def test_copies() -> None:
    for made in (copy.copy(CHAIN), copy.deepcopy(CHAIN), pickle.loads(pickle.dumps(CHAIN))):
        assert made == CHAIN
        assert type(made) is Transformation

    class Ours(Transformation):
        __slots__ = ()

    ours = Ours().flip()
    assert type(ours) is Ours
    assert ours != EMPTY.flip()


@pytest.mark.parametrize(
    "text",
    [
        "-/preview/200x200/-/grayscale/",
        "-/preview/200x200/-/grayscale",
        "preview/200x200/-/grayscale",
        "/-/preview/200x200/-/grayscale/",
    ],
)
def test_from_text(text: str) -> None:
    assert str(Transformation(text)) == "-/preview/200x200/-/grayscale/"


@pytest.mark.parametrize("text", ["a b", "-/../", "-/preview/?x", "é", "-/ /"])
def test_texts_that_are_none(text: str) -> None:
    with pytest.raises(InvalidParameterError) as caught:
        Transformation(text)
    assert caught.value.parameter == "transformation"


# What names and says what of the parameter that is wrong.
WRONG: list[tuple[Callable[[], object], str, str]] = [
    (lambda: EMPTY.rotate(45), "angle", "multiple of 90"),
    (lambda: EMPTY.blur(strength=5001), "strength", "0 to 5000"),
    (lambda: EMPTY.blur(strength=2**70), "strength", "large"),
    (lambda: EMPTY.preview(width=5), "height", "must be given"),
    (lambda: EMPTY.crop("0.5%", 1), "width", "1% to 100%"),
    (lambda: EMPTY.crop("wide", 1), "width", "such as 640 or 50%"),
    (lambda: EMPTY.crop(1, 2, x="y", y=0), "x", "such as 640 or 50%"),
    (lambda: EMPTY.border_radius([1, 2, 3, 4, 5]), "radii", "1 to 4"),
    (lambda: EMPTY.border_radius([1, "r"]), "radii", "such as 640 or 50%"),
    (lambda: EMPTY.setfill("red"), "color", "hexadecimal"),
    (lambda: EMPTY.format("avif"), "format", "jpeg, png, webp"),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    (lambda: EMPTY.overlay("no uuid"), "image", "UUID"),
    (lambda: EMPTY.raw("a b"), "operation", "must be operations"),
    (lambda: EMPTY.json().flip(), "transformation", "nothing can come after"),
]


@pytest.mark.parametrize(("call", "parameter", "message"), WRONG, ids=range(len(WRONG)))
def test_wrong_values(call: Callable[[], object], parameter: str, message: str) -> None:
    with pytest.raises(InvalidParameterError, match=message) as caught:
        call()
    assert caught.value.parameter == parameter
    assert isinstance(caught.value, UploadcareError)


def test_wrong_types(client: Uploadcare) -> None:
    # Each is a mistake for type checkers, too: to ignore one that is none would be another.
    with pytest.raises(TypeError, match="width"):
        EMPTY.crop(0.5, 1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(TypeError, match="width"):
        EMPTY.smart_resize("50%", 1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(TypeError, match="radii"):
        EMPTY.border_radius("50%").flip().mirror(1)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    with pytest.raises(TypeError):
        EMPTY.preview(200, 200)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    with pytest.raises(TypeError, match="weight"):
        EMPTY.preview(weight=200)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    with pytest.raises(TypeError, match="text"):
        Transformation(5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(TypeError, match="transformation"):
        client.delivery.url(UUID, transformation=5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(AttributeError):
        EMPTY.sepia()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    with pytest.raises(AttributeError):
        EMPTY.other = 1  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]


def test_in_urls(client: Uploadcare) -> None:
    url = client.delivery.url(UUID, transformation=CHAIN, filename="a b.jpg")
    assert url == f"{client.cdn_base}{UUID}/{CHAIN}a%20b.jpg"
    assert (
        client.delivery.url(UUID, transformation=str(CHAIN)) == f"{client.cdn_base}{UUID}/{CHAIN}"
    )
    assert client.delivery.url(UUID, transformation=EMPTY) == f"{client.cdn_base}{UUID}/"
    parts = client.delivery.parse_url(url)
    assert (parts.uuid, parts.filename) == (UUID, "a b.jpg")
    assert [operation.name for operation in parts.operations] == ["preview", "crop"]
