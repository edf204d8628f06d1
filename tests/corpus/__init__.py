"""Certificates drawn by the hundred, each with the truth about it."""
