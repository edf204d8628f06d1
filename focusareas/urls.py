"""The pages of the plan, by subject."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
