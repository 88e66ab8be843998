"""The version that travels in every signature."""

VERSION = "0.1.0"
