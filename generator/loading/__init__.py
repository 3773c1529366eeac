"""From the bytes of plan files to a Handbook, or to all that is wrong with them."""

from generator.loading.load import LoadedHandbook, PlanFile, load_handbook

__all__ = ["LoadedHandbook", "PlanFile", "load_handbook"]
