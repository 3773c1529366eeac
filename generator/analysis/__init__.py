"""What follows from the plans: schedules, duties, whom to call, coverage."""
