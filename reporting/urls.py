"""The pages of the memo."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
