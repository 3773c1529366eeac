"""How bad it is: grades, criteria, who declares and who ends."""
