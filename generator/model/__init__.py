"""What can be said in a plan: frozen, typed objects that know where they were written."""
