"""The audit pack of an edition: everything an auditor asks for, as files. Pure: what it says was read elsewhere."""
