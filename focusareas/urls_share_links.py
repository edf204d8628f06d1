"""The pages of a unit's shared link: its maker's, and those that need no login."""

from django.urls import path

from focusareas.views import share_links, shared_hand_in

urlpatterns = [
    path("units/<int:pk>/share-link/", share_links.share_link, name="share_link"),
    path(
        "units/<int:pk>/share-link/poster/",
        share_links.share_link_poster,
        name="share_link_poster",
    ),
    path("share-links/<int:pk>/revoke/", share_links.share_link_revoke, name="share_link_revoke"),
    path("share/<str:token>/", shared_hand_in.shared_hand_in, name="shared_hand_in"),
    path("share/<str:token>/received/", shared_hand_in.shared_receipt, name="shared_receipt"),
]
