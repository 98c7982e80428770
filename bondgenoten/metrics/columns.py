"""The columns of the two metrics that have many, and those that verdicts add.

The columns of the other metrics stand in registry.py.
"""

from bondgenoten.metrics import verdicts

NORM = (
    "network_id", "name", "basisteam", "district", "year", "as_of", "active_days", "required",
    "held", "planned", "still_to_plan", "shortfall", "status", "longest_silence", "dormant",
    "basisteam_name", "municipality", "started_on", "ended_on", "is_active", "required_to_date",
    "capacity", "confirmed_until", "last_held_on", "next_planned_on", "to_confirm", "urgent",
    "rolling_required", "rolling_held", "rolling_status",
)  # fmt: skip

COMPLIANCE = (
    "level", "key", "name", "networks", "assessable", "met", "unknown", "not_assessable",
    "shortfall", "still_to_plan", "district", "on_course", "behind_but_planned", "to_plan",
    "out_of_reach", "not_met", "dormant", "active_networks", "to_confirm", "lower_met", "lower_of",
    "upper_met", "upper_of", "confirmed_until", "is_confirmed", "last_due_quarter", "grid_row",
    "grid_column", "last_active_on", "basisteams_in_force", "basisteams_with_network",
    "basisteams_confirmed",
)  # fmt: skip

SHARES = ("share", "share_low", "share_high", "p_value", "change")
AGENDA_SHARES = tuple(
    f"{side}_share{end}" for side in verdicts.SIDES for end in ("", "_low", "_high")
)
