"""What tables of applications call their columns, how one stands, and where it came from."""

from __future__ import annotations

from bounceback_tui.domain.application import Kind, Source
from bounceback_tui.formats.read_csv import heading_key

COLUMNS = {
    "company": ("company", "company name", "employer", "organisation", "organization", "firm", "business"),
    "role": (
        *("job title", "role", "position", "title", "position title", "job role", "job", "vacancy", "post"),
        *("job position", "job name"),
    ),
    "applied": (
        *("date applied", "applied date", "applied on", "application date", "date of application", "applied"),
        *("date submitted", "submitted on", "submitted", "application sent", "sent on", "date sent", "date"),
    ),
    "saved": (
        "date saved",
        "saved on",
        "saved",
        "date added",
        "added on",
        "added",
        "created at",
        "date created",
    ),
    "status": (
        *(
            "how it stands",
            "status",
            "stage",
            "application status",
            "current status",
            "list",
            "state",
            "outcome",
            "result",
        ),
        "what came of it",
    ),
    "decided": (
        *("status date", "date of status", "decision date", "response date", "date of response"),
        *("date rejected", "rejected on", "rejection date"),
    ),
    "source": (
        *("source", "channel", "job source", "found through", "found via", "found on", "platform"),
        *("job board", "how found", "where found", "via", "site"),
    ),
    "link": (
        "job url",
        "url",
        "link",
        "job link",
        "posting",
        "job posting",
        "posting url",
        "listing",
        "website",
    ),
    "notes": ("notes", "note", "comments", "comment", "remarks"),
}
"""The headings that stand for a part of an application, those that say it best first."""

ASKED = {
    "company": "Which column names the company?",
    "role": "Which column names the role?",
    "applied": "Which column has the date of applying?",
    "status": "Which column says how it stands?",
    "source": "Which column says where you found it?",
}
"""What is asked where no heading says it, and a column that is left could."""

SAVED = "not applied yet"
"""A status without an event."""

NOTES = "keep it in the notes"
"""What can be answered of a word that means no status."""

_STATUSES: dict[str, tuple[str, ...]] = {
    SAVED: ("saved", "draft", "wishlist", "to apply", "bookmarked", "interested", "new", SAVED),
    Kind.APPLIED: ("applied", "submitted", "sent", "pending", "in review", "under review", "waiting", "open"),
    Kind.SCREEN: (
        "screen",
        "first screen",
        "screening",
        "phone screen",
        "phone",
        "recruiter call",
        "hr screen",
    ),
    Kind.INTERVIEW: ("interview", "interviewing", "interviewed", "interviews", "first interview", "onsite"),
    Kind.TASK: ("task", "assessment", "assignment", "take home", "test", "coding test", "case study"),
    Kind.FINAL: ("final", "final round", "final interview"),
    Kind.OFFER: ("offer", "offered", "offer received"),
    Kind.ACCEPTED: ("accepted", "hired", "signed", "offer accepted", "accepted the offer"),
    Kind.REJECTED: ("rejected", "rejection", "turned down", "not selected", "unsuccessful", "denied"),
    Kind.GHOSTED: ("ghosted", "no response", "no reply", "no answer", "silence"),
    Kind.WITHDREW: ("withdrew", "withdrawn", "offer declined"),
}
_KNOWN = {heading_key(word): status for status, all_of_it in _STATUSES.items() for word in all_of_it}
STATUSES = tuple(str(status) for status in _STATUSES)
"""All that a word can be said to mean, beside `NOTES`."""

_SOURCES = {
    Source.REFERRAL: ("referral", "referred", "friend", "network", "employee referral"),
    Source.AGENCY: ("agency", "staffing agency", "employment agency"),
    Source.JOB_BOARD: (
        *("job board", "linkedin", "indeed", "glassdoor", "stepstone", "monster", "xing", "ziprecruiter"),
        *("otta", "welcome to the jungle", "jobboard", "reed", "totaljobs", "wellfound", "dice"),
    ),
    Source.COMPANY_SITE: (
        "company site",
        "company website",
        "website",
        "careers page",
        "direct",
        "career site",
    ),
    Source.RECRUITER: ("recruiter", "headhunter", "recruiter outreach"),
    Source.OTHER: ("other",),
}
_FOUND = {heading_key(word): source for source, all_of_it in _SOURCES.items() for word in all_of_it}


def status_in(word: str) -> str | None:
    """What a word says of how an application stands: a kind of event, or `SAVED`; None where nobody knows."""
    return _KNOWN.get(heading_key(word))


def source_in(word: str) -> Source | None:
    """Where a word says that an application came from, where it is one that is known."""
    return _FOUND.get(heading_key(word))
