"""Time and memory of the generator on small and large handbooks, beside plain MkDocs with Material."""
