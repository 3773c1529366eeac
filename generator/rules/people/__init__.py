"""Who acts: roles, deputies, people, shifts and separation of duties."""
