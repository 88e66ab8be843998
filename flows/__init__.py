"""Where documents come from, where they go, who runs them and who watches."""
