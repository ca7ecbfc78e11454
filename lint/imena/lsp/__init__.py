"""The language server: one module a feature, each with ``register(server)``."""
