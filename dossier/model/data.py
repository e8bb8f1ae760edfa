"""Plain data: what JSON can hold, and nothing else."""

from typing import TypeAlias

Data: TypeAlias = str | int | bool | list["Data"] | dict[str, "Data"] | None
