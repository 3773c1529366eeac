"""What must run: recovery objectives, backups, dependencies, suppliers and spares."""
