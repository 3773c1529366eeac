"""Read a drawn picture back: a browser and a screen reader see the same."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from markupsafe import Markup

from generator.render.diagrams.svg import text_width

SVG = "svg"


@dataclass(frozen=True)
class Drawn:
    """A picture as a tree of elements."""

    box: ET.Element

    @classmethod
    def of(cls, picture: Markup) -> Drawn:
        """Parse strictly, as XML."""
        return cls(ET.fromstring(str(picture)))

    @property
    def svg(self) -> ET.Element:
        found = self.box.find(SVG)
        assert found is not None
        return found

    @property
    def title(self) -> str:
        return self.svg.findtext("title") or ""

    @property
    def description(self) -> str:
        return self.svg.findtext("desc") or ""

    @property
    def texts(self) -> list[str]:
        return [element.text or "" for element in self.box.iter("text")]

    @property
    def links(self) -> list[str]:
        return [element.attrib["href"] for element in self.box.iter("a")]

    def of_class(self, css: str) -> list[ET.Element]:
        return [element for element in self.box.iter() if css in element.get("class", "").split()]

    def is_accessible(self) -> bool:
        """Title and description are there, and named by their ids."""
        ids = [element.attrib["id"] for element in self.box.iter() if "id" in element.attrib]
        named = self.svg.attrib["aria-labelledby"].split()
        return bool(self.title) and len(ids) == len(set(ids)) and sorted(ids) == sorted(named) and len(named) == 2

    def stays_inside(self) -> bool:
        """No shape and no text reaches over the edge."""
        width, height = (float(part) for part in self.svg.attrib["viewBox"].split()[2:])
        slack = 1.0
        for element in self.svg.iter():
            x = [float(element.attrib[key]) for key in ("x", "x1", "x2", "cx") if key in element.attrib]
            y = [float(element.attrib[key]) for key in ("y", "y1", "y2", "cy") if key in element.attrib]
            if element.tag == "rect":
                x.append(x[0] + float(element.attrib["width"]))
                y.append(y[0] + float(element.attrib["height"]))
            if element.tag == "text":
                wide = text_width(element.text or "")
                shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[element.attrib["text-anchor"]]
                x += [x[0] - wide * shift, x[0] + wide * (1 - shift)]
            if any(not -slack <= value <= width + slack for value in x):
                return False
            if any(not -slack <= value <= height + slack for value in y):
                return False
        return True
