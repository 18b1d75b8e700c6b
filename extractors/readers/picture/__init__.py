"""Pictures of paper: scans and photographs, from a picture file or from the pages of another.

    pages = first_look(path)                # how many frames; none is read yet
    image = picture_of(path, 1)             # H x W x 3, RGB
    page = recognise(image, number=1, width=595, height=842)

A page is turned upright (quarter turns, skew, perspective), its stamps are told from its text by colour and
shape, its ruled lines and tick boxes are found in the picture, and what it says is read line by line with
models that come in a wheel: nothing is downloaded.
"""

from extractors.readers.picture.files import first_look, page_size, picture_of
from extractors.readers.picture.recognition import recognise, recognised

__all__ = ["first_look", "page_size", "picture_of", "recognise", "recognised"]
