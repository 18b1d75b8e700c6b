"""Types of what pictures are made of. Shapes and values are told where they are taken and given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Array", "Matrix"]

Array: TypeAlias = "NDArray[Any]"  # a picture or a mask, uint8 unless told otherwise
Matrix: TypeAlias = "NDArray[np.float64]"  # 3 x 3, of homogeneous coordinates (x, y, 1)
