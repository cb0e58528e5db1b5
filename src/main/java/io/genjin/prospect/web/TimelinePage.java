package io.genjin.prospect.web;

import io.genjin.journal.JournalEntry;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.Page;

/** What happened to a prospect, newest first; as a part of the card or as a page of its own. */
public record TimelinePage(
        ProspectId id, Page<JournalEntry> entries, JournalWords words, People people, boolean asPart) {}
